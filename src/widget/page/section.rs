use crate::language::Message;
use crate::widget::nodes::Nodes;

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

    /// Begins the section. It is no landmark: a page may hold many widgets, and a dozen each would bury its own.
    pub fn begin(self, out: &mut Nodes) {
        out.given(["section section-", self.key()].concat());
        out.draw("<section class='section' part='*'>");
    }

    /// Begins the section with a heading.
    pub fn begin_titled(self, level: u8, title: String, out: &mut Nodes) {
        self.begin(out);
        heading(level, title, out);
    }
}

/// A heading of a level from 1 to 6.
pub fn heading(level: u8, words: String, out: &mut Nodes) {
    begin_heading(level, "section-heading", out);
    out.given(words);
    out.draw("*</*>");
}

/// Begins a heading of a level from 1 to 6.
pub fn begin_heading(level: u8, class: &'static str, out: &mut Nodes) {
    out.fixed(match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    });
    out.fixed(class);
    out.draw("<* class='*' part='heading'>");
}

/// A paragraph.
pub fn paragraph(words: String, out: &mut Nodes) {
    out.given(words);
    out.draw("<p>*</p>");
}

/// What a reader unfolds to see how something was determined. The browser's own element: it needs no code.
pub fn on_demand(sentences: Vec<String>, out: &mut Nodes) {
    out.word(Message::PageRule);
    out.draw("<details class='rule'><summary>*</summary>");
    for sentence in sentences {
        paragraph(sentence, out);
    }
    out.draw("</details>");
}
