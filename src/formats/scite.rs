//! Answers of scite (api.scite.ai): the paper, and the tallies of what other papers say where they cite it.
//!
//! A tally counts citation statements: one paper may make many of them. They are neither citing papers nor attention, so
//! of a tally only `citingPublications` is taken.

use super::contributors::{name_of_parts, named};
use super::dialect::{Dialect, Kind, Sign};
use super::native::page::{notice_kind, orcid};
use super::native::{all, name_alone};
use super::node::Node;
use super::terms::retracted;
use crate::formats::Json;
use crate::publication::{
    Author, CitationCount, Doi, Notice, NoticeKind, Publication, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "scite",
    title: "an answer of scite",
    signs: &[Sign {
        keys: &["supporting", "tallies", "rwStatus", "editorialNotices"],
        kind: Kind::Any,
    }],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let tallies = record.field("tallies");
    match tallies.value() {
        Json::Object(entries) => match entries.as_slice() {
            // By DOI, as several are asked for at once; only of one is it clear which is meant.
            [(key, Json::Object(_))] => paper(&tallies.field(key)),
            // By section, with the DOI beside the sections.
            _ if !tallies.field("doi").is_absent() => paper(&tallies),
            _ => tallies
                .refuse("the tally of one publication")
                .unwrap_or_default(),
        },
        _ => paper(record),
    }
}

fn paper(record: &Node) -> Publication {
    let title = record.field("title").title();
    let doi = record.field("doi").doi();
    let notices = all(&record.field("editorialNotices"), notice);
    let flag = record.field("retracted").flag();
    let status = record.field("rwStatus").text();
    // The flag stays false beside a notice that says otherwise.
    let is_retracted = notices.iter().any(|it| it.kind.is_retraction())
        || status
            .and_then(|status| kind_of(&status))
            .is_some_and(NoticeKind::is_retraction);
    Publication {
        kind: record.field("type").text(),
        retracted: is_retracted
            .then_some(true)
            .or_else(|| retracted(flag, title.as_ref())),
        title,
        published: record.field("year").date(),
        venue: venue(record),
        authors: all(&record.field("authors"), author),
        summary: record.field("abstract").lines(),
        notices,
        citations: citations(record, doi.as_ref()),
        doi,
        ..Publication::default()
    }
}

fn venue(record: &Node) -> Option<Venue> {
    let venue = Venue {
        title: record.field("journal").text(),
        volume: record.field("volume").text_or_number(),
        issue: record.field("issue").text_or_number(),
        pages: record.field("page").text_or_number(),
        issn: record.field("issns").first(&mut |issn| issn.text()),
    };
    (venue != Venue::default()).then_some(venue)
}

fn author(entry: &Node) -> Option<Author> {
    if let Some(name) = name_alone(entry) {
        return Some(named(name));
    }
    let entry = entry.object()?;
    let (given, family) = (entry.field("given").text(), entry.field("family").text());
    let name = name_of_parts(given, family);
    Some(Author {
        orcid: entry.field("orcid").parsed("an ORCID iD", orcid),
        ..named(name.or_else(|| entry.field("name").text())?)
    })
}

fn notice(entry: &Node) -> Option<Notice> {
    let entry = entry.object()?;
    let kind = entry.field("status").parsed("an editorial notice", kind_of);
    let date = entry.field("date").date();
    let doi = entry.field("doi").doi();
    let url = entry.field("urls").first(&mut |url| url.web_address());
    Some(Notice {
        kind: kind?,
        date,
        url: url.filter(|_| doi.is_none()),
        doi,
    })
}

/// What a status says was announced: `Retracted`, `Has expression of concern`.
fn kind_of(status: &str) -> Option<NoticeKind> {
    let status = status.trim().to_ascii_lowercase();
    let status = status.strip_prefix("has ").unwrap_or(&status);
    match status {
        "retracted" => Some(NoticeKind::Retraction),
        "partially retracted" => Some(NoticeKind::PartialRetraction),
        "withdrawn" => Some(NoticeKind::Withdrawal),
        "removed" => Some(NoticeKind::Removal),
        "corrected" => Some(NoticeKind::Correction),
        _ => notice_kind(&status.replace(' ', "-")),
    }
}

fn citations(record: &Node, doi: Option<&Doi>) -> Vec<CitationCount> {
    let count = record.field("citingPublications").count();
    let count = count.map(|count| CitationCount {
        source: "scite".to_owned(),
        count: Some(count),
        as_of: None,
        url: doi.and_then(report),
    });
    count.into_iter().collect()
}

/// The page on which scite shows the citations of a DOI.
fn report(doi: &Doi) -> Option<WebAddress> {
    let address = doi.url();
    let path = address.strip_prefix("https://doi.org/")?;
    WebAddress::parse(&["https://scite.ai/reports/", path].concat())
}

#[cfg(test)]
mod tests {
    use crate::formats::{AnyReading, read_any};
    use crate::publication::{NoticeKind, WebAddress};

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.dialects[0].name(), "scite", "{text}");
        reading
    }

    #[test]
    fn carries_over_a_paper() {
        let reading = read(
            r#"{"doi": "10.1234/sheep", "type": "journal-article", "title": "On sheep", "abstract": "They graze.",
            "authors": [{"given": "Bob", "family": "Ram"}, {"family": "Ewe", "given": null}, {"family": ""}, "Flock"],
            "year": 2021, "journal": "Pasture", "shortJournal": "Past.", "volume": "7", "issue": 2, "page": "12-19",
            "issns": ["1234-5678"], "retracted": false, "rwStatus": null,
            "editorialNotices": [{"status": "Has correction", "date": "2022-01-01", "doi": "10.1234/note"},
                {"status": "Retracted", "date": null, "doi": null, "urls": ["https://pasture.example/note"]}]}"#,
        );
        assert_eq!(reading.warnings, []);
        let paper = reading.publication;
        assert_eq!(paper.kind.as_deref(), Some("article"));
        let names: Vec<_> = paper.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram, Bob", "Ewe", "Flock"]);
        assert_eq!(paper.published.expect("a year").iso(), "2021");
        let venue = paper.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture"));
        assert_eq!(
            (venue.issue.as_deref(), venue.issn.as_deref()),
            (Some("2"), Some("1234-5678"))
        );
        assert_eq!(paper.summary.as_deref(), Some("They graze."));
        assert_eq!(
            paper.retracted,
            Some(true),
            "the notice knows more than the flag"
        );
        let kinds: Vec<_> = paper.notices.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [NoticeKind::Correction, NoticeKind::Retraction]);
        assert!(paper.notices[0].doi.is_some() && paper.notices[1].url.is_some());
        assert_eq!(paper.citations, []);
    }

    #[test]
    fn of_a_tally_only_citing_papers_are_citations() {
        let tally = r#"{"doi": "10.1234/sheep", "total": 90, "supporting": 8, "contradicting": 2, "mentioning": 80,
            "unclassified": 0, "citingPublications": 40}"#;
        let batch = [r#"{"tallies": {"10.1234/sheep": "#, tally, "}}"].concat();
        for text in [tally, &batch] {
            let answer = read(text).publication;
            let count = &answer.citations[0];
            assert_eq!((&*count.source, count.count), ("scite", Some(40)), "{text}");
            assert_eq!(
                count.url.as_ref().map(WebAddress::as_str),
                Some("https://scite.ai/reports/10.1234/sheep")
            );
            assert_eq!(answer.attention, []);
        }
        let old = read(r#"{"doi": "10.1234/sheep", "total": 90, "supporting": 8}"#);
        assert_eq!(old.publication.citations, []);
        let sections =
            read(r#"{"tallies": {"total": 86, "introduction": 19, "doi": "10.1234/sheep"}}"#);
        assert!(sections.publication.doi.is_some());
        assert_eq!(sections.publication.citations, []);
    }

    #[test]
    fn the_tallies_of_several_papers_are_those_of_none() {
        let text = r#"[{"title": "Hay"}, {"tallies": {"10.1/a": {"doi": "10.1/a"}, "10.1/b": {"doi": "10.1/b"}}}]"#;
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.publication.doi, None);
        assert_eq!(reading.warnings[0].path, "[1].tallies");
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading = read(
            r#"{"title": "Hay", "rwStatus": "Withdrawn", "year": "soon", "authors": 7, "retracted": "no",
            "editorialNotices": [{"status": "Praised"}, null]}"#,
        );
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(
            paths,
            ["editorialNotices[0].status", "retracted", "year", "authors"]
        );
        assert_eq!(reading.publication.retracted, Some(true));
    }
}
