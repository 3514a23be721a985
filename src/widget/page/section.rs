use yew::{AttrValue, Html};

use crate::language::{Language, Message};
use crate::widget::element::{element, fixed, text, varied};

/// A section of the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Type, title and where it was published.
    Header,
    /// The databases that index it.
    IndexedIn,
    /// Under which terms it may be used.
    License,
    /// How often it is cited.
    Citations,
    /// Attention beyond citations.
    Altmetrics,
    /// Authors of the institution, with their roles.
    InstitutionalAuthors,
    /// Sharing.
    Share,
    /// All authors, in order.
    Authors,
    /// Their affiliations.
    Affiliations,
    /// The abstract.
    Abstract,
    /// The keywords.
    Keywords,
    /// What the numbers mean.
    Quality,
    /// Who of the institution led the work, and with which countries it was made.
    Leadership,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Header,
        Self::IndexedIn,
        Self::License,
        Self::Citations,
        Self::Altmetrics,
        Self::InstitutionalAuthors,
        Self::Share,
        Self::Authors,
        Self::Affiliations,
        Self::Abstract,
        Self::Keywords,
        Self::Quality,
        Self::Leadership,
    ];

    /// Its key in the `sections` attribute and in part names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::IndexedIn => "indexed-in",
            Self::License => "license",
            Self::Citations => "citations",
            Self::Altmetrics => "altmetrics",
            Self::InstitutionalAuthors => "institutional-authors",
            Self::Share => "share",
            Self::Authors => "authors",
            Self::Affiliations => "affiliations",
            Self::Abstract => "abstract",
            Self::Keywords => "keywords",
            Self::Quality => "quality",
            Self::Leadership => "leadership",
        }
    }
}

/// A section with a heading. It is no landmark: a page may hold many widgets, and a dozen each would bury its own.
pub fn titled(section: Section, level: u8, title: String, mut parts: Vec<Html>) -> Html {
    parts.insert(0, heading(level, title));
    untitled(section, parts)
}

/// A section without a heading of its own.
pub fn untitled(section: Section, parts: Vec<Html>) -> Html {
    let part = ["section section-", section.key()].concat();
    let class = AttrValue::Static("section");
    varied(
        "section",
        &["class", "part"],
        vec![Some(class), Some(AttrValue::from(part))],
        parts,
    )
}

/// A heading of a level from 1 to 6.
pub fn heading(level: u8, words: String) -> Html {
    heading_of(level, "section-heading", vec![text(words)])
}

/// A heading of a level from 1 to 6, with what it holds.
pub fn heading_of(level: u8, class: &'static str, content: Vec<Html>) -> Html {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    varied(
        tag,
        &["class", "part"],
        vec![
            Some(AttrValue::Static(class)),
            Some(AttrValue::Static("heading")),
        ],
        content,
    )
}

/// What a reader unfolds to see how something was determined. The browser's own element: it needs no code.
pub fn on_demand(language: &Language, sentences: Vec<String>) -> Html {
    let paragraph = |sentence: String| element("p", &[], vec![text(sentence)]);
    let mut parts = vec![element(
        "summary",
        &[],
        vec![text(language.word(Message::PageRule))],
    )];
    parts.extend(sentences.into_iter().map(paragraph));
    element("details", fixed!["class" = "rule"], parts)
}
