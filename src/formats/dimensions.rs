//! The metrics API of Dimensions: what is counted of a DOI, and nothing else of the publication.

use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use crate::publication::{CitationCount, NormalizedIndicator, Publication};

pub(super) const DIALECT: Dialect = Dialect {
    name: "dimensions",
    title: "an answer of the Dimensions metrics API",
    signs: &[
        Sign {
            keys: &["times_cited"],
            kind: Kind::Any,
        },
        Sign {
            keys: &[
                "recent_citations",
                "relative_citation_ratio",
                "field_citation_ratio",
                "highly_cited_1",
            ],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

const SOURCE: &str = "Dimensions";

/// The `license` is that of the data, not of the publication. Nothing dates the counts.
fn publication(record: &Node) -> Publication {
    let indicator = |name: &str, key| indicator(name, &record.field(key));
    let indicators = [
        indicator("FCR", "field_citation_ratio"),
        indicator("RCR", "relative_citation_ratio"),
    ];
    Publication {
        doi: record.field("doi").doi(),
        citations: citations(&record.field("times_cited")),
        indicators: indicators.into_iter().flatten().collect(),
        ..Publication::default()
    }
}

fn citations(count: &Node) -> Vec<CitationCount> {
    let count = count.count().map(|count| CitationCount {
        source: String::from(SOURCE),
        count: Some(count),
        as_of: None,
        url: None,
    });
    count.into_iter().collect()
}

/// A ratio; null for a publication that is too young, or too old, to have one.
fn indicator(name: &str, ratio: &Node) -> Option<NormalizedIndicator> {
    let value = ratio.number_within(0.0, f64::MAX, "a ratio of 0 or more")?;
    Some(NormalizedIndicator {
        name: name.to_owned(),
        source: String::from(SOURCE),
        value,
        percentile: None,
        category: None,
        as_of: None,
        url: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Json, read_any};

    fn read(record: &str) -> (Publication, usize) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, None).expect("a publication");
        assert_eq!(reading.dialects[0].name(), "dimensions");
        (reading.publication, reading.warnings.len())
    }

    #[test]
    fn counts_and_ratios_are_those_of_dimensions_and_the_licence_is_not_the_articles() {
        let (publication, warnings) = read(
            r#"{ "doi": "10.1234/a", "times_cited": 12, "recent_citations": 5, "relative_citation_ratio": "1.5",
                "field_citation_ratio": 3.25, "license": "subject to terms" }"#,
        );
        assert_eq!(publication.citations[0].source, "Dimensions");
        assert_eq!(publication.citations[0].count, Some(12));
        let ratios = publication.indicators.iter();
        assert!(
            ratios
                .map(|it| (&*it.name, &*it.source, it.value))
                .eq([("FCR", "Dimensions", 3.25), ("RCR", "Dimensions", 1.5)])
        );
        assert_eq!(publication.license, None);
        assert_eq!(warnings, 0);
    }

    #[test]
    fn a_zero_is_a_number_and_null_is_none() {
        let (publication, warnings) = read(
            r#"{ "doi": "10.1234/a", "times_cited": 0, "field_citation_ratio": null, "relative_citation_ratio": -1 }"#,
        );
        assert_eq!(publication.citations[0].count, Some(0));
        assert_eq!(publication.indicators, []);
        assert_eq!(warnings, 1);
        let (publication, _) =
            read(r#"{ "doi": "10.1234/a", "times_cited": null, "recent_citations": 0 }"#);
        assert_eq!(publication.citations, []);
    }
}
