//! A metric of DSpace-CRIS, or a list of them as its REST API embeds it.
//! <https://github.com/4Science/Rest7Contract/blob/main-cris/metrics.md>

use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use crate::publication::{Attention, AttentionKind, CitationCount, PartialDate, Publication};

pub(super) const DIALECT: Dialect = Dialect {
    name: "dspace-cris",
    title: "a metric of DSpace-CRIS",
    signs: &[
        Sign {
            keys: &["metricType", "_embedded"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["metricCount", "_embedded"],
            kind: Kind::Any,
        },
        // A list comes in pages, or in an item. Much else has something embedded.
        Sign {
            keys: &["metricCount", "page", "inArchive"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

/// A metric says nothing of the publication that it is of.
fn publication(record: &Node) -> Publication {
    let mut publication = Publication::default();
    let embedded = record.field("_embedded");
    let list = embedded.field("metrics");
    if list.is_absent() {
        metric(record, &mut publication);
    } else {
        list.each(&mut |entry| metric(entry, &mut publication));
    }
    publication
}

/// Adds a metric. Of those that are shown by a vendor's script there is no count here, only what the script asks.
fn metric(entry: &Node, publication: &mut Publication) {
    let Some(name) = entry.field("metricType").text() else {
        return;
    };
    let count = || entry.field("metricCount").count();
    let acquired = entry.field("acquisitionDate");
    let as_of = || acquired.parsed("a date such as Dec 3, 2020", date);
    let url = || entry.field("url").web_address();
    if let Some(source) = citing(&name) {
        if let Some(count) = count() {
            publication.citations.push(CitationCount {
                source,
                count: Some(count),
                as_of: as_of(),
                url: url(),
            });
        }
        return;
    }
    let source = match &*name.to_ascii_lowercase() {
        "view" => "views",
        "download" => "downloads",
        _ => return,
    };
    if let Some(count) = count() {
        publication.attention.push(Attention {
            provider: String::from("DSpace-CRIS"),
            kind: AttentionKind::Usage,
            source: Some(source.to_owned()),
            value: count as f64,
            as_of: as_of(),
            url: url(),
        });
    }
}

/// Whose citations a metric counts: `ScopusCitation`, `wosCitation`.
fn citing(metric: &str) -> Option<String> {
    let lower = metric.to_ascii_lowercase();
    let whose = lower.strip_suffix("citation")?.trim_end();
    let known = match whose {
        "scopus" => "Scopus",
        "wos" => "Web of Science",
        "pubmed" => "PubMed",
        "crossref" => "Crossref",
        "dimensions" => "Dimensions",
        "googlescholar" => "Google Scholar",
        _ => metric
            .get(..whose.len())
            .filter(|whose| !whose.is_empty())?,
    };
    Some(known.to_owned())
}

/// A date as Java writes it in English, `Dec 3, 2020` or `Dec 3, 2020, 1:05:00 PM`, or as ISO 8601 does.
fn date(text: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    if let Some(date) = PartialDate::parse(text) {
        return Some(date);
    }
    let mut words = text
        .split(|it: char| it == ',' || it.is_whitespace())
        .filter(|word| !word.is_empty());
    let (month, day, year) = (words.next()?, words.next()?, words.next()?);
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let two_digits = |number: &str| match number.len() {
        1 => ["0", number].concat(),
        _ => number.to_owned(),
    };
    PartialDate::parse(
        &[
            year,
            "-",
            &two_digits(&month.to_string()),
            "-",
            &two_digits(day),
        ]
        .concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Json, read_any};

    fn read(record: &str) -> (Publication, Vec<String>) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, None).expect("a publication");
        let warnings = reading.warnings.iter().map(ToString::to_string).collect();
        (reading.publication, warnings)
    }

    #[test]
    fn a_metric_completes_a_record() {
        let (publication, warnings) = read(
            r#"[{ "doi": "10.1234/a" },
                { "metricType": "ScopusCitation", "metricCount": 43.0, "acquisitionDate": "Dec 3, 2020", "rank": null },
                { "metricType": "wosCitation", "metricCount": "0", "acquisitionDate": null },
                { "metricType": "view", "metricCount": 12.0, "acquisitionDate": "2020-12-04T10:00:00.000+0000" },
                { "metricType": "download", "metricCount": 5.0 }]"#,
        );
        let counts = publication.citations.iter();
        let iso = |date: Option<PartialDate>| date.map(PartialDate::iso).unwrap_or_default();
        assert!(counts.map(|it| (&*it.source, it.count, iso(it.as_of))).eq([
            ("Scopus", Some(43), "2020-12-03".to_owned()),
            ("Web of Science", Some(0), String::new()),
        ]));
        let figures = publication.attention.iter();
        assert!(
            figures
                .map(|it| (it.source.as_deref(), it.value, iso(it.as_of)))
                .eq([
                    (Some("views"), 12.0, "2020-12-04".to_owned()),
                    (Some("downloads"), 5.0, String::new()),
                ])
        );
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn a_list_is_embedded_and_what_is_no_count_is_left_out() {
        let (publication, warnings) = read(
            r#"[{ "doi": "10.1234/a" }, { "page": { "size": 20 }, "_embedded": { "metrics": [
                { "metricType": "altmetric", "metricCount": null, "remark": "{\"badgeType\": \"donut\"}" },
                { "metricType": "h-index", "metricCount": 9.0 },
                { "metricType": "scopusCitation", "metricCount": 1.5 },
                { "metricType": "wosCitation", "metricCount": 2, "acquisitionDate": "Frimaire 13, 229" }] } }]"#,
        );
        assert_eq!(publication.attention, []);
        assert_eq!(publication.citations.len(), 1);
        assert_eq!(publication.citations[0].as_of, None);
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("[1]._embedded.metrics[2].metricCount"));
    }

    #[test]
    fn dates_are_in_english_or_in_numbers() {
        for (text, expected) in [
            ("Dec 3, 2020", Some("2020-12-03")),
            ("Dec 13, 2020, 1:05:00 PM", Some("2020-12-13")),
            ("February 29, 2024", Some("2024-02-29")),
            ("2020-12-03", Some("2020-12-03")),
            ("Feb 30, 2024", None),
            ("é 1, 2020", None),
            ("Dec", None),
            ("", None),
        ] {
            assert_eq!(
                date(text).map(PartialDate::iso).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
