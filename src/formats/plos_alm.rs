//! Article-level metrics as PLOS and other publishers served them with Lagotto: its API in the versions 3 and 5.
//! <https://github.com/lagotto/lagotto/blob/master/docs/api.md>

use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::terms::retracted;
use crate::publication::{Attention, AttentionKind, CitationCount, PartialDate, Publication};

pub(super) const DIALECT: Dialect = Dialect {
    name: "plosalm",
    title: "an answer of PLOS ALM",
    signs: &[
        Sign {
            keys: &["sources", "views", "viewed"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["bookmarks", "saved", "update_date"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

const PROVIDER: &str = "PLOS ALM";

fn publication(record: &Node) -> Publication {
    let url = record.field("url");
    let title = record.field("title").title();
    let mut publication = Publication {
        retracted: retracted(None, title.as_ref()),
        title,
        doi: record.field("doi").doi(),
        url: url
            .landing_page()
            .or_else(|| record.field("canonical_url").landing_page()),
        published: record
            .field("publication_date")
            .date()
            .or_else(|| issued(&record.field("issued"))),
        ..Publication::default()
    };
    let sources = record.field("sources");
    sources.each(&mut |source| add_source(source, &mut publication));
    if publication.citations.is_empty() && publication.attention.is_empty() {
        add_totals(record, &mut publication);
    }
    publication
}

/// A date as CSL writes it: `{ "date-parts": [[2008, 10, 31]] }`.
fn issued(date: &Node) -> Option<PartialDate> {
    let parts = date.field("date-parts");
    parts.first(&mut |parts| {
        let part = |at: usize, least, most, what| parts.item(at).whole_number(least, most, what);
        let year = part(0, 1, 9999, "a year")?;
        let month = part(1, 1, 12, "a month").and_then(|it| u8::try_from(it).ok());
        let day = part(2, 1, 31, "a day").and_then(|it| u8::try_from(it).ok());
        let year = u16::try_from(year).ok()?;
        let date = match (month, day) {
            (None, _) => PartialDate::Year(year),
            (Some(month), None) => PartialDate::Month(year, month),
            (Some(month), Some(day)) => PartialDate::Day(year, month, day),
        };
        // What the calendar has not is refused by whoever parses it.
        PartialDate::parse(&date.iso())
    })
}

/// What a source counts.
enum Counted {
    Citations,
    Attention(AttentionKind),
}

/// What the sources count, by their keys, and their names. `None` for what is no count of the publication: what is
/// expected of the average article, data that databases link, sources without a meaning of their own.
fn counted(key: &str) -> Option<(Counted, &'static str)> {
    use AttentionKind::{Mentions, Readers, Usage};
    use Counted::{Attention as Of, Citations};
    Some(match key {
        "crossref" => (Citations, "Crossref"),
        "scopus" => (Citations, "Scopus"),
        "wos" => (Citations, "Web of Science"),
        "pubmed" => (Citations, "PubMed Central"),
        "pmceurope" => (Citations, "Europe PMC"),
        "datacite" => (Citations, "DataCite"),
        // Usage at PLOS itself, counted as COUNTER, a code of practice, says.
        "counter" => (Of(Usage), "PLOS"),
        "pmc" => (Of(Usage), "PubMed Central"),
        "copernicus" => (Of(Usage), "Copernicus"),
        "figshare" => (Of(Usage), "figshare"),
        "mendeley" => (Of(Readers), "Mendeley"),
        "citeulike" => (Of(Readers), "CiteULike"),
        "connotea" => (Of(Readers), "Connotea"),
        // On X, Facebook and Reddit it counts posts, likes and shares, and no accounts.
        "wikipedia" => (Of(Mentions), "Wikipedia"),
        "f1000" => (Of(Mentions), "F1000Prime"),
        "bloglines" => (Of(Mentions), "Bloglines"),
        "nature" => (Of(Mentions), "Nature Blogs"),
        "openedition" => (Of(Mentions), "OpenEdition blogs"),
        "postgenomic" => (Of(Mentions), "Postgenomic blogs"),
        "researchblogging" => (Of(Mentions), "Research Blogging"),
        "scienceseeker" => (Of(Mentions), "ScienceSeeker blogs"),
        "wordpress" => (Of(Mentions), "WordPress blogs"),
        // What the editors have seen; beside it, `articlecoverage` has what they have not.
        "articlecoveragecurated" => (Of(Mentions), "News"),
        _ => return None,
    })
}

/// Adds what a source counts. Null is a source that was never asked, and no zero.
fn add_source(source: &Node, publication: &mut Publication) {
    let Some((what, name)) = source
        .field("name")
        .text()
        .and_then(|name| counted(&name.to_ascii_lowercase()))
    else {
        return;
    };
    let metrics = source.field("metrics");
    let Some(count) = metrics.field("total").count() else {
        return;
    };
    let (as_of, url) = (
        source.field("update_date").date(),
        source.field("events_url"),
    );
    match what {
        Counted::Citations => publication.citations.push(CitationCount {
            source: name.to_owned(),
            count: Some(count),
            as_of,
            url: url.web_address(),
        }),
        Counted::Attention(kind) => publication.attention.push(Attention {
            provider: String::from(PROVIDER),
            kind,
            source: Some(name.to_owned()),
            value: count as f64,
            as_of,
            url: url.web_address(),
        }),
    }
}

/// Adds the sums that Lagotto makes, which is all that a summary has. Those of version 5 have other names. That of what
/// was shared or discussed is of posts on X and of likes, shares and comments on Facebook, and of no accounts.
fn add_totals(record: &Node, publication: &mut Publication) {
    let as_of = || record.field("update_date").date();
    let count = |older, newer| {
        let count = record.field(older).count();
        count.or_else(|| record.field(newer).count())
    };
    for (kind, older, newer) in [
        (AttentionKind::Usage, "views", "viewed"),
        (AttentionKind::Readers, "bookmarks", "saved"),
    ] {
        publication
            .attention
            .extend(count(older, newer).map(|count| Attention {
                provider: String::from(PROVIDER),
                kind,
                source: None,
                value: count as f64,
                as_of: as_of(),
                url: None,
            }));
    }
    // Crossref's at most publishers, Scopus's at PLOS: the answer does not say.
    let cited = count("citations", "cited");
    publication
        .citations
        .extend(cited.map(|count| CitationCount {
            source: String::from(PROVIDER),
            count: Some(count),
            as_of: as_of(),
            url: None,
        }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Json, read_any};

    fn read(record: &str) -> (Publication, Vec<String>) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, None).expect("a publication");
        assert_eq!(reading.dialects[0].name(), "plosalm");
        let warnings = reading.warnings.iter().map(ToString::to_string).collect();
        (reading.publication, warnings)
    }

    fn figures(publication: &Publication) -> Vec<(&str, Option<&str>, f64, String)> {
        let date = |it: &Attention| it.as_of.map(PartialDate::iso).unwrap_or_default();
        let figures = publication.attention.iter();
        figures
            .map(|it| (it.kind.name(), it.source.as_deref(), it.value, date(it)))
            .collect()
    }

    #[test]
    fn each_source_counts_with_its_own_date() {
        let (publication, warnings) = read(
            r#"{ "doi": "10.1234/a", "title": "On <italic>B</italic>", "views": 12, "shares": 0, "bookmarks": 3, "citations": 5,
                "publication_date": "2013-05-23T07:00:00Z", "update_date": "2013-06-17T16:16:20Z", "sources": [
                { "name": "crossref", "metrics": { "citations": 5, "total": 5 }, "update_date": "2013-06-16T00:00:00Z" },
                { "name": "wos", "metrics": { "total": null }, "update_date": "2013-06-16T00:00:00Z" },
                { "name": "counter", "metrics": { "html": 10, "pdf": 2, "total": "12" }, "update_date": "2013-06-15T00:00:00Z" },
                { "name": "mendeley", "metrics": { "shares": 3, "groups": true, "total": 3 } },
                { "name": "relativemetric", "metrics": { "total": 2285295 } },
                { "name": "twitter", "metrics": [] }, null ] }"#,
        );
        let cited = &publication.citations;
        assert_eq!(cited.len(), 1);
        assert_eq!((&*cited[0].source, cited[0].count), ("Crossref", Some(5)));
        assert_eq!(cited[0].as_of, PartialDate::parse("2013-06-16"));
        assert_eq!(
            figures(&publication),
            [
                ("usage", Some("PLOS"), 12.0, "2013-06-15".to_owned()),
                ("readers", Some("Mendeley"), 3.0, String::new()),
            ]
        );
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn a_summary_has_sums_and_version_5_has_other_names_for_them() {
        let (publication, warnings) = read(
            r#"{ "total": 1, "data": [{ "doi": "10.1234/a", "canonical_url": "https://j.example/a",
                "issued": { "date-parts": [[2008, 10]] }, "viewed": 7, "saved": 0, "discussed": 9, "cited": 2,
                "update_date": "2014-06-22T00:40:15Z", "sources": [] }] }"#,
        );
        let date = "2014-06-22".to_owned();
        assert_eq!(
            figures(&publication),
            [
                ("usage", None, 7.0, date.clone()),
                ("readers", None, 0.0, date)
            ]
        );
        assert_eq!(publication.citations[0].source, "PLOS ALM");
        assert_eq!(publication.published, Some(PartialDate::Month(2008, 10)));
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn a_date_that_is_none_costs_itself() {
        let (publication, warnings) = read(
            r#"{ "doi": "10.1234/a", "issued": { "date-parts": [["soon"]] }, "viewed": -1, "saved": 1 }"#,
        );
        assert_eq!(publication.published, None);
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("issued.date-parts[0][0]"));
    }
}
