//! Answers of `OpenCitations` (opencitations.net/querying), in which every value is a text: what its index of citations says
//! of a publication, what its Meta says, and a count alone.

use super::contributors::named;
use super::dialect::{Dialect, Kind, Sign};
use super::native::page::orcid;
use super::node::Node;
use super::terms::{pages, retracted};
use crate::publication::{Author, CitationCount, Doi, OpenAccess, Publication, Venue};

pub(super) const DIALECT: Dialect = Dialect {
    name: "opencitations",
    title: "an answer of OpenCitations",
    signs: &[Sign {
        keys: &["citation_count", "count", "pub_date"],
        kind: Kind::Text,
    }],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let title = record.field("title").title();
    let doi = record.field("doi").doi();
    let published = record.field("pub_date").date();
    let authors = record.field("author").text().unwrap_or_default();
    let is_open = !record.field("oa_link").is_absent();
    Publication {
        kind: record.field("type").text(),
        retracted: retracted(None, title.as_ref()),
        title,
        doi: doi.or_else(|| Doi::parse(&identifier(&record.field("id").text()?, "doi:")?)),
        published: published.or_else(|| record.field("year").date()),
        venue: venue(record),
        authors: authors.split(';').filter_map(author).collect(),
        // A link to a free copy says nothing of how it came to be free.
        open_access: is_open.then_some(OpenAccess::Open),
        citations: citations(record),
        ..Publication::default()
    }
}

/// The first identifier of a kind in a list such as `doi:10.1234/a omid:br/06`.
fn identifier(list: &str, kind: &str) -> Option<String> {
    let found = list
        .split_whitespace()
        .find_map(|it| it.strip_prefix(kind))?;
    (!found.is_empty()).then(|| found.to_owned())
}

/// A text and the identifiers that follow it in brackets: `Name [issn:1234-5678 omid:br/06]`. Brackets without
/// identifiers are part of the text.
fn with_identifiers(text: &str) -> (&str, &str) {
    let text = text.trim();
    let parts = text
        .strip_suffix(']')
        .and_then(|text| text.rsplit_once('['))
        .filter(|(_, list)| list.split_whitespace().all(|it| it.contains(':')));
    let (name, list) = parts.unwrap_or((text, ""));
    (name.trim(), list)
}

/// `Family, Given [orcid:0000-…]` as Meta has it, or `Family, Given, 0000-…`.
fn author(text: &str) -> Option<Author> {
    let (name, identifiers) = with_identifiers(text);
    let (name, written) = match name.rsplit_once(',') {
        Some((before, last)) if orcid(last).is_some() => (before.trim(), orcid(last)),
        _ => (name, None),
    };
    // A name of one part keeps its comma: `Aristotle, `.
    let name = name.trim_end_matches([',', ' ']);
    let known = || orcid(&identifier(identifiers, "orcid:")?);
    (!name.is_empty()).then(|| Author {
        orcid: written.or_else(known),
        ..named(name.to_owned())
    })
}

fn venue(record: &Node) -> Option<Venue> {
    let whole = record.field("venue").text().unwrap_or_default();
    let (name, identifiers) = with_identifiers(&whole);
    let name = Some(name.to_owned()).filter(|name| !name.is_empty());
    let issn = || identifier(&record.field("source_id").text()?, "issn:");
    let range = record.field("page").text_or_number();
    let venue = Venue {
        title: record.field("source_title").text().or(name),
        volume: record.field("volume").text_or_number(),
        issue: record.field("issue").text_or_number(),
        pages: range.map(closed_up),
        issn: identifier(identifiers, "issn:").or_else(issn),
    };
    (venue != Venue::default()).then_some(venue)
}

/// Meta repeats the page of what has only one: `7-7`.
fn closed_up(text: String) -> String {
    let range = text
        .split_once('-')
        .filter(|(first, last)| first == last)
        .and_then(|(first, last)| pages(Some(first.to_owned()), Some(last.to_owned())));
    range.unwrap_or(text)
}

/// The lists of citing and cited DOIs are not counted: the answer has a count.
fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("citation_count").count();
    let count = count.or_else(|| record.field("count").count());
    let count = count.map(|count| CitationCount {
        source: "OpenCitations".to_owned(),
        count: Some(count),
        as_of: None,
        url: None,
    });
    count.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::formats::{AnyReading, read_any};
    use crate::publication::OpenAccess;

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        read_any(&json, None).expect(text)
    }

    #[test]
    fn carries_over_what_the_index_says() {
        let reading = read(
            r#"[{"doi": "10.1234/sheep", "title": "On sheep", "author": "Ram, Bob, 0000-0002-1825-0097; Ewe; ; Lamb, ",
            "year": "2021", "source_title": "Pasture", "source_id": "issn:1234-5678", "volume": "7", "issue": "2",
            "page": "12-19", "citation_count": "13", "citation": "10.1234/a; 10.1234/b", "reference": "10.1234/c",
            "oa_link": "https://pasture.example/sheep.pdf"}]"#,
        );
        assert_eq!(reading.dialects[0].name(), "opencitations");
        assert_eq!(reading.warnings, []);
        let answer = reading.publication;
        let names: Vec<_> = answer.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram, Bob", "Ewe", "Lamb"]);
        assert_eq!(
            answer.authors[0].orcid.as_deref(),
            Some("0000-0002-1825-0097")
        );
        assert_eq!(answer.published.expect("a year").iso(), "2021");
        let venue = answer.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture"));
        assert_eq!(venue.pages.as_deref(), Some("12-19"));
        assert_eq!(venue.issn.as_deref(), Some("1234-5678"));
        assert_eq!(answer.open_access, Some(OpenAccess::Open));
        let count = &answer.citations[0];
        assert_eq!((&*count.source, count.count), ("OpenCitations", Some(13)));
    }

    #[test]
    fn carries_over_what_meta_says() {
        let reading = read(
            r#"{"id": "omid:br/061 doi:10.1234/sheep", "title": "On Sheep", "pub_date": "2021-05", "issue": "",
            "author": "Ram, Bob [orcid:0000-0002-1825-0097 omid:ra/1]; Flock [A Group]",
            "venue": "Pasture [NZ] [issn:1234-5678 omid:br/2]", "type": "journal article", "page": "7-7", "editor": ""}"#,
        );
        assert_eq!(reading.warnings, []);
        let answer = reading.publication;
        assert_eq!(answer.doi.expect("a DOI").as_str(), "10.1234/sheep");
        assert_eq!(answer.kind.as_deref(), Some("article"));
        let names: Vec<_> = answer.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram, Bob", "Flock [A Group]"]);
        assert!(answer.authors[0].orcid.is_some());
        assert_eq!(answer.published.expect("a month").iso(), "2021-05");
        let venue = answer.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture [NZ]"));
        assert_eq!((venue.issue, venue.pages.as_deref()), (None, Some("7")));
        assert_eq!(venue.issn.as_deref(), Some("1234-5678"));
        assert_eq!(answer.citations, []);
    }

    #[test]
    fn a_count_alone_completes_another_record() {
        let reading = read(r#"[{"title": "On sheep"}, {"count": "55"}]"#);
        assert_eq!(reading.publication.citations[0].count, Some(55));
        let none = serde_json::from_str(r#"[{"count": "55"}]"#).expect("JSON");
        assert!(read_any(&none, None).is_err());
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading =
            read(r#"{"title": "Hay", "citation_count": "many", "author": 7, "year": "soon"}"#);
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(paths, ["author", "year", "citation_count"]);
    }
}
