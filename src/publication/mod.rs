//! The model: a publication and what is known of it.
//!
//! Nothing here knows a JSON shape, a language or a browser. What a type can hold is what it means:
//! a [`Rank`] lies inside its category, a [`WebAddress`] is safe to link, a count is not negative.
//! Lists are kept in the order of the record.

mod agency;
mod attention;
#[cfg(feature = "full")]
mod block;
mod citation_count;
mod contributor;
mod doi;
pub(crate) mod entity;
mod license;
mod markup;
#[cfg(feature = "full")]
mod normalized_indicator;
#[cfg(feature = "full")]
mod notice;
mod notice_kind;
mod partial_date;
mod quartile;
mod ranking;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
#[cfg(feature = "full")]
mod tex;
pub(crate) mod text;
mod venue;
mod web_address;

pub use agency::Agency;
pub use attention::{Attention, AttentionKind};
#[cfg(feature = "full")]
pub use block::{Block, blocks};
pub use citation_count::CitationCount;
pub use contributor::{Affiliation, Author};
pub use doi::Doi;
pub use license::{License, OpenAccess};
pub use markup::{RichText, Run, Style};
#[cfg(feature = "full")]
pub use normalized_indicator::{Normalization, NormalizedIndicator};
#[cfg(feature = "full")]
pub use notice::Notice;
pub use notice_kind::NoticeKind;
pub use partial_date::PartialDate;
pub use quartile::Quartile;
pub use ranking::{Rank, Ranking};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
#[cfg(feature = "full")]
pub(crate) use text::lower;
pub(crate) use text::mentions;
pub use venue::{Index, Venue};
pub use web_address::WebAddress;

/// A publication and what is known of it.
///
/// Everything is optional but one of `title` and `doi`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Publication {
    /// What kind of publication it is, such as `article`, `review` or `book-chapter`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "type"))]
    pub kind: Option<String>,
    /// The title. Inline markup (`<i>`, `<b>`, `<sub>`, `<sup>`) is understood; a whole page shows `<sc>`, `<u>` and `MathML` too.
    pub title: Option<RichText>,
    /// The DOI, in any written form. A dot at its end is taken for a sentence's, unless written `%2E`.
    pub doi: Option<Doi>,
    /// The page of the publication, where it is not the DOI's.
    pub url: Option<WebAddress>,
    /// When it was published: a year, a month or a day.
    pub published: Option<PartialDate>,
    /// Where it was published.
    pub venue: Option<Venue>,
    /// The authors, in order.
    pub authors: Vec<Author>,
    /// The affiliations that the authors refer to, in order.
    pub affiliations: Vec<Affiliation>,
    /// The abstract: lines of text, or the markup of HTML or JATS.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "abstract"))]
    pub summary: Option<String>,
    /// Keywords, in order.
    pub keywords: Vec<String>,
    /// The databases that index the publication.
    pub indexed_in: Vec<Index>,
    /// The licence under which it may be used.
    pub license: Option<License>,
    /// Whether, and how, it can be read without paying.
    pub open_access: Option<OpenAccess>,
    /// Whether it has been retracted.
    pub retracted: Option<bool>,
    /// What was announced of it since: retractions, corrections and the like. One of a retraction, a withdrawal or
    /// a removal says that it has been retracted.
    #[cfg(feature = "full")]
    pub notices: Vec<Notice>,
    /// How often it is cited, one entry for each source that counts; the first is the one a badge shows.
    pub citations: Vec<CitationCount>,
    /// Attention beyond citations: a score, readers, mentions, captures and usage.
    pub attention: Vec<Attention>,
    /// Where the venue stands among those of its category, one entry for each agency, year and category.
    pub rankings: Vec<Ranking>,
    /// Indicators of the publication itself that sources normalise by field and year.
    #[cfg(feature = "full")]
    pub indicators: Vec<NormalizedIndicator>,
    /// The institution whose authors are the institutional ones.
    pub institution: Option<String>,
    /// The date of all numbers that have none of their own.
    pub as_of: Option<PartialDate>,
}
