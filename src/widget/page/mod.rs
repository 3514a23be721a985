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

pub use citing::{Answer, Cited, Citing, wanted};
pub use header::announces_retraction;
pub use section::Section;

use super::badge::Badge;
use super::nodes::Nodes;
use super::record::Record;
use super::settings::{BadgeKind, Settings};
use crate::language::{Language, Message};

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
    pub citing: &'a dyn Fn(u8, &mut Nodes),
    /// The share panel, where there is one.
    pub share: &'a dyn Fn(&mut Nodes),
}

impl Page<'_> {
    /// The sections asked for, in their order.
    pub fn view(&self, out: &mut Nodes) {
        for section in &self.settings.sections {
            self.section(*section, out);
        }
    }

    fn section(&self, section: Section, out: &mut Nodes) {
        match section {
            Section::Header => self.header(out),
            Section::IndexedIn => self.indexed_in(out),
            Section::License => self.license(out),
            Section::Citations => self.citations(out),
            Section::Altmetrics => self.altmetrics(out),
            Section::InstitutionalAuthors => self.institutional_authors(out),
            // Without a link there is nothing to share, and nothing that a reference would lead to.
            Section::Share if self.link.is_none() => {}
            Section::Share => {
                section.begin(out);
                (self.share)(out);
                (self.citing)(self.level(), out);
                out.draw("</section>");
            }
            Section::Authors => self.authors(out),
            Section::Affiliations => self.affiliations(out),
            Section::Abstract => self.summary(out),
            Section::Keywords => self.keywords(out),
            Section::Quality => self.quality(out),
            Section::Leadership => self.leadership(out),
        }
    }

    /// Several things that may have commas of their own, one after the other.
    fn one_after_the_other(&self, things: &[String]) -> String {
        self.joined(Message::PageOneAfterTheOther, things)
    }

    /// Things that a message puts between each two. In halves: one after the other, each would be copied as often as
    /// there are things after it.
    fn joined(&self, message: Message, things: &[String]) -> String {
        match (things, things.split_at_checked(things.len() / 2)) {
            ([], _) | (_, None) => String::new(),
            ([one], _) => one.clone(),
            (_, Some((first, next))) => self
                .language
                .phrase(message)
                .text("first", &self.joined(message, first))
                .text("next", &self.joined(message, next))
                .say(),
        }
    }

    /// The level of a section's heading, below that of the title.
    fn level(&self) -> u8 {
        self.settings.heading_level + 1
    }
}
