//! The attributes of a DOI in DataCite's REST API, and what its content negotiation answers.

mod creators;
mod rights;

use std::collections::BTreeSet;

use super::Json;
use super::contributors::Affiliations;
use super::csl_json::venue::{issn, number, something};
use super::csl_json::{date, landing_page, plain, summary, title};
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::terms::{kebab, retracted};
use crate::publication::{
    Attention, AttentionKind, CitationCount, Notice, NoticeKind, PartialDate, Publication,
    RichText, Venue,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "datacite",
    title: "a DataCite DOI",
    signs: &[
        Sign {
            keys: &["titles", "creators"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["doi", "publicationYear", "types", "rightsList"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let mut affiliations = Affiliations::default();
    let authors = creators::authors(record, &mut affiliations);
    let title = titled(&record.field("titles"));
    let kind = kind(&record.field("types"));
    let doi = record.field("doi").doi();
    let rights = record.field("rightsList");
    Publication {
        retracted: retracted(None, title.as_ref()),
        title,
        // The address is where the DOI leads, and of use only without it.
        url: match doi {
            Some(_) => None,
            None => landing_page(&record.field("url")),
        },
        doi,
        published: published(record),
        venue: venue(record, kind.as_deref()),
        kind,
        authors,
        affiliations: affiliations.list(),
        summary: described(&record.field("descriptions")),
        keywords: keywords(&record.field("subjects")),
        license: rights::license(&rights),
        open_access: rights::open_access(&rights),
        notices: newer_versions(&record.field("relatedIdentifiers")),
        citations: citations(record),
        attention: usage(record),
        ..Publication::default()
    }
}

/// The general type; where it says no more than that there is a text, the type in the depositor's own words.
fn kind(types: &Node) -> Option<String> {
    let word = |key| plain(&types.field(key)).map(|it| kebab(&it));
    let general = word("resourceTypeGeneral");
    match general.as_deref() {
        None | Some("text" | "other") => {
            let own = word("resourceType").or_else(|| word("citeproc"));
            own.or(general)
        }
        Some(_) => general,
    }
}

/// The first title that is of no type, else the first that is; and the subtitle.
fn titled(titles: &Node) -> Option<RichText> {
    let (mut main, mut other, mut subtitle) = (None, None, None);
    titles.each(&mut |entry| {
        let kind = entry.field("titleType").text();
        let place = match kind.as_deref() {
            None => &mut main,
            Some("Subtitle") => &mut subtitle,
            Some(_) => &mut other,
        };
        if place.is_none() {
            *place = match entry.value() {
                Json::String(_) => title::title(entry),
                _ => title::title(&entry.field("title")),
            };
        }
    });
    match (main, subtitle) {
        (Some(main), Some(subtitle)) => Some(title::joined(main, &subtitle)),
        (main, subtitle) => main.or(other).or(subtitle),
    }
}

/// When it was issued, else when it became available, else the year. When the metadata were made or changed is no such date.
fn published(record: &Node) -> Option<PartialDate> {
    let (mut issued, mut available) = (None, None);
    record.field("dates").each(&mut |entry| {
        let place = match entry.field("dateType").text().as_deref() {
            Some("Issued") => &mut issued,
            Some("Available") => &mut available,
            _ => return,
        };
        if place.is_none() {
            *place = date::in_words(&entry.field("date"));
        }
    });
    let year = || record.field("publicationYear").date();
    issued.or(available).or_else(year)
}

/// The container; where there is none, the repository, which is the publisher. That of a book is not a venue.
fn venue(record: &Node, kind: Option<&str>) -> Option<Venue> {
    let container = record.field("container");
    let is_serial = container
        .field("identifierType")
        .text()
        .is_some_and(|it| it.eq_ignore_ascii_case("issn"));
    let first = number(&container.field("firstPage"));
    let last = number(&container.field("lastPage")).filter(|it| Some(it) != first.as_ref());
    let is_book = kind.is_some_and(|it| it.contains("book"));
    let publisher = || {
        let publisher = record.field("publisher");
        match publisher.value() {
            Json::Object(_) => plain(&publisher.field("name")),
            _ => plain(&publisher),
        }
        .filter(|it| !is_book && it != "Not Available")
    };
    something(Venue {
        title: plain(&container.field("title")).or_else(publisher),
        volume: number(&container.field("volume")),
        issue: number(&container.field("issue")),
        pages: match (first, last) {
            (Some(first), Some(last)) => Some([&first, "-", &last].concat()),
            (first, last) => first.or(last),
        },
        issn: is_serial
            .then(|| issn(&container.field("identifier")))
            .flatten(),
    })
}

fn described(descriptions: &Node) -> Option<String> {
    let mut found = None;
    descriptions.each(&mut |entry| {
        let kind = entry.field("descriptionType").text();
        let text = entry.field("description");
        if found.is_none() && kind.as_deref() == Some("Abstract") && plain(&text).is_some() {
            found = summary(&text);
        }
    });
    found
}

/// Each once: a subject is given again for each vocabulary that has it.
fn keywords(subjects: &Node) -> Vec<String> {
    let mut keywords = Vec::new();
    let mut known = BTreeSet::new();
    subjects.each(&mut |entry| {
        let word = match entry.value() {
            Json::String(_) => plain(entry),
            _ => plain(&entry.field("subject")),
        };
        keywords.extend(word.filter(|word| known.insert(word.clone())));
    });
    keywords
}

/// That of which this is said to be the previous version.
fn newer_versions(related: &Node) -> Vec<Notice> {
    let mut notices = Vec::new();
    related.each(&mut |entry| {
        let relation = entry.field("relationType").text();
        let kind = entry.field("relatedIdentifierType").text();
        let is_newer = relation.as_deref() == Some("IsPreviousVersionOf");
        if is_newer && kind.as_deref() == Some("DOI") {
            let doi = entry.field("relatedIdentifier").doi();
            notices.extend(doi.map(|doi| Notice {
                kind: NoticeKind::NewVersion,
                date: None,
                doi: Some(doi),
                url: None,
            }));
        }
    });
    notices
}

/// When DataCite counted is not said: `updated` is when the metadata changed.
fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("citationCount").count();
    let count = count.map(|count| CitationCount {
        source: String::from("DataCite"),
        count: Some(count),
        as_of: None,
        url: None,
    });
    count.into_iter().collect()
}

/// Views and downloads. A 0 stands for every repository that reports none, so it says nothing.
fn usage(record: &Node) -> Vec<Attention> {
    let figure = |key, source| {
        let count = record.field(key).count().filter(|count| *count > 0)?;
        Some(Attention {
            provider: String::from("DataCite"),
            kind: AttentionKind::Usage,
            source: Some(String::from(source)),
            value: count as f64,
            as_of: None,
            url: None,
        })
    };
    let figures = [
        figure("viewCount", "views"),
        figure("downloadCount", "downloads"),
    ];
    figures.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
