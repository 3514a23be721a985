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

pub use citing::{Answer, Cited, Citing, wanted};
pub use header::announces_retraction;
pub use section::Section;

use super::badge::Badge;
use super::record::Record;
use super::settings::{BadgeKind, Settings};
use crate::language::{Argument, Language, Message};

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
    /// What is shared.
    pub link: Option<&'a str>,
    /// The badges by what they show: citations, attention, quartile.
    pub badge: &'a dyn Fn(BadgeKind) -> Badge,
    /// What it takes to cite the publication, under a heading of a level.
    pub citing: &'a dyn Fn(u8) -> Html,
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
                // Without a link there is nothing to share, and nothing that a reference would lead to.
                self.link?;
                let mut parts: Vec<Html> = (self.share)().into_iter().collect();
                parts.push((self.citing)(self.level()));
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

    /// Several things that may have commas of their own, one after the other.
    fn one_after_the_other(&self, things: &[String]) -> String {
        self.joined(Message::PageOneAfterTheOther, things)
    }

    /// Things that a message puts between each two.
    fn joined(&self, message: Message, things: &[String]) -> String {
        let mut joined = String::new();
        for next in things {
            joined = if joined.is_empty() {
                next.clone()
            } else {
                let arguments = [
                    ("first", Argument::Text(&joined)),
                    ("next", Argument::Text(next)),
                ];
                self.language.say(message, &arguments)
            };
        }
        joined
    }

    /// The level of a section's heading, below that of the title.
    fn level(&self) -> u8 {
        self.settings.heading_level + 1
    }
}
