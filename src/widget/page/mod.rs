//! The whole page of a publication: its sections, one file each. A section of which the record says nothing is absent.

mod citing;
mod contributors;
mod header;
mod indexing;
mod leadership;
mod metrics;
mod quality;
mod section;
mod summary;

use yew::Html;

pub use citing::{Answer, Cited, wanted};
pub use section::Section;

use super::badge::Badge;
use super::record::Record;
use super::settings::{BadgeKind, Settings};
use crate::language::Language;

/// What the sections are made of.
pub struct Page<'a> {
    /// The record.
    pub record: &'a Record,
    /// How it is shown.
    pub settings: &'a Settings,
    /// In which language.
    pub language: &'a Language,
    /// Which of the long lists are unfolded.
    pub unfolded: &'a [Section],
    /// What the reader asked for last, to cite the publication.
    pub cited: Option<Cited>,
    /// What is shared.
    pub link: Option<&'a str>,
    /// The badges by what they show: citations, attention, quartile.
    pub badge: &'a dyn Fn(BadgeKind) -> Badge,
    /// The share panel, where there is one.
    pub share: &'a dyn Fn() -> Option<Html>,
}

impl Page<'_> {
    /// The sections asked for, in their order.
    pub fn view(&self) -> Vec<Html> {
        let sections = self.settings.sections.iter();
        sections
            .filter_map(|section| self.section(*section))
            .collect()
    }

    fn section(&self, section: Section) -> Option<Html> {
        match section {
            Section::Header => Some(self.header()),
            Section::IndexedIn => self.indexed_in(),
            Section::License => Some(self.license()),
            Section::Citations => self.citations(),
            Section::Altmetrics => self.altmetrics(),
            Section::InstitutionalAuthors => self.institutional_authors(),
            Section::Share => {
                let mut parts: Vec<Html> = (self.share)().into_iter().collect();
                parts.push(self.citing());
                Some(section::untitled(section, parts))
            }
            Section::Authors => self.authors(),
            Section::Affiliations => self.affiliations(),
            Section::Abstract => self.summary(),
            Section::Keywords => self.keywords(),
            Section::Quality => self.quality(),
            Section::Leadership => self.leadership(),
        }
    }

    /// The level of a section's heading, below that of the title.
    fn level(&self) -> u8 {
        self.settings.heading_level + 1
    }
}
