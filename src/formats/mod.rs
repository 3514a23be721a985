//! Publication JSON in, [`Publication`] out: one file for each dialect.
//!
//! A dialect reads the one tree, [`Json`], and takes nothing on trust: a field of the wrong type costs that field
//! and leaves a [`Warning`] with its path, never the record.

#[cfg(feature = "dialects")]
mod altmetric;
#[cfg(feature = "dialects")]
mod any;
#[cfg(feature = "dialects")]
mod contributors;
#[cfg(feature = "dialects")]
mod crossref;
#[cfg(feature = "dialects")]
mod csl_json;
#[cfg(feature = "dialects")]
mod datacite;
#[cfg(feature = "dialects")]
mod dialect;
#[cfg(feature = "dialects")]
mod dimensions;
#[cfg(feature = "dialects")]
mod dspace_cris;
#[cfg(feature = "dialects")]
mod europe_pmc;
#[cfg(feature = "dialects")]
mod invenio_rdm;
mod json;
#[cfg(feature = "dialects")]
mod merge;
mod native;
mod node;
mod number;
#[cfg(feature = "dialects")]
mod openalex;
#[cfg(feature = "dialects")]
mod opencitations;
#[cfg(feature = "dialects")]
mod paperbuzz;
mod path;
#[cfg(feature = "dialects")]
mod plos_alm;
#[cfg(feature = "dialects")]
mod plumx;
#[cfg(not(target_arch = "wasm32"))]
mod read_str;
#[cfg(feature = "dialects")]
mod schema_org;
#[cfg(feature = "dialects")]
mod scite;
#[cfg(feature = "dialects")]
mod scopus;
#[cfg(feature = "dialects")]
mod semantic_scholar;
#[cfg(feature = "dialects")]
mod terms;
#[cfg(feature = "dialects")]
mod unpaywall;
mod warning;
#[cfg(feature = "dialects")]
mod wrapper;
#[cfg(feature = "dialects")]
mod zotero;

use std::{cell::RefCell, fmt};

#[cfg(feature = "dialects")]
pub use any::{AnyReading, read_any};
#[cfg(feature = "dialects")]
pub use dialect::Dialect;
pub use json::Json;
#[cfg(feature = "dialects")]
pub use native::write;
#[cfg(not(target_arch = "wasm32"))]
pub use read_str::{ReadError, read_str};
pub use warning::Warning;

use crate::publication::Publication;
use node::{Node, description};

/// A publication as read from a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The publication: it has a title, a DOI or both.
    pub publication: Publication,
    /// What of the record could not be read.
    pub warnings: Vec<Warning>,
}

/// A value that is no publication: it has neither a title nor a DOI that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPublication {
    /// What was found and what it lacks, such as `has neither "title" nor "doi"`.
    pub message: String,
}

impl fmt::Display for NotAPublication {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for NotAPublication {}

/// Reads a publication from a record.
pub fn read(record: &Json) -> Result<Reading, NotAPublication> {
    if !matches!(record, Json::Object(_)) {
        let found = description(record);
        let message = [
            "expected an object with a \"title\" or a \"doi\", found ",
            &found,
        ]
        .concat();
        return Err(NotAPublication { message });
    }
    let complaints = RefCell::default();
    let publication = native::publication(&Node::root(record, &complaints));
    let warnings = complaints.into_inner();
    if publication.title.is_none() && publication.doi.is_none() {
        return Err(NotAPublication {
            message: lacks(&warnings),
        });
    }
    Ok(Reading {
        publication,
        warnings,
    })
}

/// What a record without title and DOI lacks, and why, where it has one of them that could not be read.
fn lacks(warnings: &[Warning]) -> String {
    let mut message = String::from("has neither \"title\" nor \"doi\"");
    for warning in warnings
        .iter()
        .filter(|warning| matches!(&*warning.path, "title" | "doi"))
    {
        message.push_str("; ");
        message.push_str(&warning.text());
    }
    message
}
