//! Works of Crossref's REST API, and what its content negotiation answers of them.

use std::collections::BTreeSet;

use super::csl_json::venue::something;
use super::csl_json::{bibliography, date, plain};
use super::dialect::{Dialect, Kind, Sign};
use super::merge::announced;
use super::native::page::notice_kind;
use super::node::Node;
use crate::publication::{CitationCount, Doi, Notice, NoticeKind, Publication, Venue};

pub(super) const DIALECT: Dialect = Dialect {
    name: "crossref",
    title: "a Crossref work",
    signs: &[
        Sign {
            keys: &["DOI", "title"],
            kind: Kind::Any,
        },
        Sign {
            keys: &[
                "is-referenced-by-count",
                "reference-count",
                "references-count",
                "content-domain",
                "deposited",
                "short-container-title",
                "issn-type",
                "updated-by",
                "update-to",
            ],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

pub(super) fn publication(record: &Node) -> Publication {
    let work = bibliography(record);
    let notices = notices(record, work.doi.as_ref());
    let is_retracted = notices.iter().any(|notice| notice.kind.is_retraction());
    Publication {
        venue: venue(record, work.venue),
        // The journal's categories; newer answers no longer have them.
        keywords: record.field("subject").texts(),
        retracted: is_retracted.then_some(true).or(work.retracted),
        notices,
        citations: citations(record),
        ..work
    }
}

/// Where there is no journal, the institution: a preprint's server, a report's or a dissertation's house.
fn venue(record: &Node, venue: Option<Venue>) -> Option<Venue> {
    let mut venue = venue.unwrap_or_default();
    if venue.title.is_none() {
        record.field("institution").each(&mut |entry| {
            if venue.title.is_none() {
                venue.title = plain(&entry.field("name"));
            }
        });
    }
    something(venue)
}

/// When Crossref counted is not said: `indexed` is when it last went over the record.
fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("is-referenced-by-count").count();
    let count = count.map(|count| CitationCount {
        source: String::from("Crossref"),
        count: Some(count),
        as_of: None,
        url: None,
    });
    count.into_iter().collect()
}

/// What was announced of the work: `updated-by`. `update-to` is on the notice and says what it is about; only where that
/// is the work itself is it about the work.
fn notices(record: &Node, doi: Option<&Doi>) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut known = BTreeSet::new();
    // Publishers and Retraction Watch report the same notice.
    let mut add = |notice: Notice| {
        if known.insert(announced(&notice)) {
            notices.push(notice);
        }
    };
    record.field("updated-by").each(&mut |entry| {
        if let Some(notice) = notice(entry) {
            add(notice);
        }
    });
    record.field("update-to").each(&mut |entry| {
        let is_itself = doi.is_some() && entry.field("DOI").doi().as_ref() == doi;
        let notice = is_itself.then(|| notice(entry)).flatten();
        // A new version is announced on itself, and is not what it follows.
        if let Some(notice) = notice.filter(|it| it.kind != NoticeKind::NewVersion) {
            add(notice);
        }
    });
    notices
}

fn notice(entry: &Node) -> Option<Notice> {
    let entry = entry.object()?;
    let kind = entry
        .field("type")
        .demanded()
        .parsed("a type of update of Crossmark", kind);
    let date = date::date(&entry.field("updated"));
    let doi = entry.field("DOI").doi();
    Some(Notice {
        kind: kind?,
        date,
        doi,
        url: None,
    })
}

/// The types of Crossmark, also those that are of another name for the model's, and with spaces.
fn kind(word: &str) -> Option<NoticeKind> {
    let word = word.trim().replace(' ', "-").to_ascii_lowercase();
    match &*word {
        "clarification" => Some(NoticeKind::Addendum),
        "new_edition" | "new-edition" => Some(NoticeKind::NewVersion),
        _ => notice_kind(&word),
    }
}

#[cfg(test)]
mod tests;
