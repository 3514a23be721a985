//! What a reader takes to a reference manager: files, and the context object that reference managers find in a page.

mod bibtex;
mod coins;
mod creator;
mod csl_json;
mod file_stem;
mod kind;
mod pages;
mod ris;

use crate::publication::{Publication, RichText};

pub use coins::coins;
pub use file_stem::file_stem;

/// A format of files that reference managers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// BibTeX, in UTF-8 and with the dates of biblatex.
    BibTex,
    /// RIS, the format of Research Information Systems.
    Ris,
    /// JSON of the Citation Style Language.
    CslJson,
}

impl Export {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::BibTex, Self::Ris, Self::CslJson];

    /// Its key.
    pub fn name(self) -> &'static str {
        match self {
            Self::BibTex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
        }
    }

    /// The usual extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::BibTex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// A file with the one publication.
    pub fn write(self, publication: &Publication) -> String {
        match self {
            Self::BibTex => bibtex::write(publication),
            Self::Ris => ris::write(publication),
            Self::CslJson => csl_json::write(publication),
        }
    }
}

/// What the formats have no field for, and a reader must not miss.
const RETRACTED: &str = "Retracted";

fn note(publication: &Publication) -> Option<&'static str> {
    (publication.retracted == Some(true)).then_some(RETRACTED)
}

/// The abstract as plain text, a line for each of its blocks.
fn summary(publication: &Publication) -> Option<String> {
    let text = crate::publication::blocks(publication.summary.as_deref()?)
        .iter()
        .flat_map(crate::publication::Block::texts)
        .map(RichText::plain)
        .collect::<Vec<_>>()
        .join("\n");
    (!text.is_empty()).then_some(text)
}

/// Where the publication is: the DOI's address, else the record's own.
fn address(publication: &Publication) -> Option<String> {
    let doi = publication.doi.as_ref().map(crate::publication::Doi::url);
    doi.or_else(|| Some(publication.url.as_ref()?.as_str().to_owned()))
}
