//! CSL-JSON, which reference managers write and DOI agencies answer, and what other dialects share of it.

pub(super) mod date;
pub(super) mod index;
pub(super) mod license;
pub(super) mod name;
mod reference;
pub(super) mod title;
pub(super) mod venue;

use super::Json;
use super::contributors::Affiliations;
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::terms;
use crate::publication::{Doi, License, PartialDate, Publication, Venue, WebAddress, mentions};

pub(super) const DIALECT: Dialect = Dialect {
    name: "csl",
    title: "an item of CSL-JSON",
    signs: &[
        Sign {
            keys: &["title", "DOI"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["DOI", "issued", "author", "container-title", "citation-key"],
            kind: Kind::Any,
        },
        // An `author` beside a title says too little; these do not stand together in our own dialect.
        Sign {
            keys: &["type", "id", "DOI", "issued", "container-title"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let item = bibliography(record);
    Publication {
        venue: item.venue.or_else(|| repository(record)),
        license: item.license.or_else(|| copyright(record)),
        keywords: keywords(record),
        indexed_in: index::indexed_in(record),
        ..item
    }
}

/// What CSL-JSON has in common with the answers of Crossref's API, which began as it and have lists in place of texts.
pub(super) fn bibliography(record: &Node) -> Publication {
    let mut affiliations = Affiliations::default();
    let authors = name::authors(&record.field("author"), &mut affiliations);
    let titled = |key| title::with_subtitle(&record.field(key), &record.field("subtitle"));
    let title = titled("title").or_else(|| titled("original-title"));
    let address = record.field("URL");
    Publication {
        kind: record.field("type").text(),
        retracted: terms::retracted(None, title.as_ref()),
        title,
        doi: record
            .field("DOI")
            .doi()
            .or_else(|| doi_of_address(&address)),
        url: landing_page(&address),
        published: published(record),
        venue: venue::venue(record),
        authors,
        affiliations: affiliations.list(),
        summary: summary(&record.field("abstract")),
        license: license::license(&record.field("license")),
        ..Publication::default()
    }
}

/// `issued` is the earliest of the dates of Crossref; where it is empty, as in its older answers, they stand in for it.
/// When a record was made or changed is no such date.
fn published(record: &Node) -> Option<PartialDate> {
    [
        "issued",
        "published",
        "published-online",
        "published-print",
        "posted",
        "date",
    ]
    .into_iter()
    .find_map(|key| date::date(&record.field(key)))
}

/// The DOI of an address that is a DOI's.
pub(super) fn doi_of_address(address: &Node) -> Option<Doi> {
    match address.value() {
        Json::String(text) if is_resolver(text) => Doi::parse(text),
        _ => None,
    }
}

/// The page of a publication, unless it is the DOI's own address.
pub(super) fn landing_page(address: &Node) -> Option<WebAddress> {
    address
        .web_address()
        .filter(|address| !is_resolver(address.as_str()))
}

/// Whether an address is one of the proxies for DOIs.
fn is_resolver(address: &str) -> bool {
    let Some((_, rest)) = address.trim().split_once("://") else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    ["doi.org", "dx.doi.org", "www.doi.org"]
        .iter()
        .any(|it| host.eq_ignore_ascii_case(it))
}

/// An abstract with its markup. One without any text (`<jats:p />`) is none.
pub(super) fn summary(entry: &Node) -> Option<String> {
    entry.rich_text()?;
    Some(reference::decoded(&entry.lines()?).into_owned())
}

/// Text on one line, without the markup that records put into names.
pub(super) fn plain(entry: &Node) -> Option<String> {
    let text = entry.rich_text()?.plain();
    let text = reference::decoded(&text);
    let text = text.trim();
    (!text.is_empty() && !says_nothing(text)).then(|| text.to_owned())
}

/// Whether a text stands for an unknown value: `(:unav)` and the other codes of DataCite (its metadata schema 4.5,
/// appendix 3), in whichever brackets, or the `null` of a program.
pub(super) fn says_nothing(text: &str) -> bool {
    const CODES: [&str; 10] = [
        "unac", "unal", "unap", "unas", "unav", "unkn", "none", "null", "tba", "etal",
    ];
    let code = text.trim_matches(['(', ')', ':', ' ']);
    let is_code = text.contains(':') && CODES.iter().any(|it| code.eq_ignore_ascii_case(it));
    is_code || text.eq_ignore_ascii_case("null")
}

/// Where what is in no journal appeared: the repository, which is its publisher. That of a book is not a venue.
fn repository(record: &Node) -> Option<Venue> {
    let kind = record.field("type").text()?;
    let is_deposited = ["article", "dataset", "software"].contains(&&*kind);
    is_deposited.then_some(())?;
    Some(Venue {
        title: Some(plain(&record.field("publisher"))?),
        ..Venue::default()
    })
}

/// Some programs write the licence here. Most others write who holds the rights, which is no licence.
fn copyright(record: &Node) -> Option<License> {
    record.field("copyright").text().and_then(|it| known(&it))
}

/// A licence of Creative Commons, or one that is an address; nothing for other words of rights.
pub(super) fn known(text: &str) -> Option<License> {
    let license = terms::license(text)?;
    let is_known = license.url.is_some()
        || license
            .name
            .as_deref()
            .is_some_and(|it| it.starts_with("CC"));
    is_known.then_some(license)
}

/// `keyword` is one text in CSL: keywords between commas or semicolons. `categories` is a list.
fn keywords(record: &Node) -> Vec<String> {
    let mut keywords = Vec::new();
    record.field("keyword").each(&mut |entry| {
        if let Some(text) = entry.text() {
            let separator = if text.contains(';') { ';' } else { ',' };
            let words = text.split(separator).map(str::trim);
            keywords.extend(words.filter(|it| !it.is_empty()).map(str::to_owned));
        }
    });
    if keywords.is_empty() {
        keywords = record.field("categories").texts();
    }
    keywords
}

/// Whether an address is of terms for text and data mining: they say nothing of reading and reuse.
pub(super) fn is_for_mining(address: &str) -> bool {
    mentions(address, "tdm") || mentions(address, "data-mining")
}

#[cfg(test)]
mod tests;
