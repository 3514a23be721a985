//! A wrong field costs that field and a warning, never the record.

use publication_metrics::{
    formats::{Reading, read_str},
    publication::{OpenAccess, Quartile, Rank},
};

/// Reads a record of a title and the given fields.
fn read(fields: &str) -> Reading {
    read_str(&format!(r#"{{"title": "A", {fields}}}"#)).expect(fields)
}

fn warnings(fields: &str) -> Vec<String> {
    read(fields)
        .warnings
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn assert_warns(fields: &str, expected: &str) {
    let found = warnings(fields);
    assert!(
        found.iter().any(|warning| warning == expected),
        "{fields}: {found:?}"
    );
}

#[test]
fn a_wrong_field_costs_that_field() {
    let reading = read(r#""citations": [{"source": "Scopus", "count": "six", "asOf": "2025"}]"#);
    let [citations] = &reading.publication.citations[..] else {
        panic!("one source")
    };
    assert_eq!((&*citations.source, citations.count), ("Scopus", None));
    assert!(citations.as_of.is_some());
    let warnings: Vec<_> = reading.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [r#"citations[0].count: expected a number, found "six""#]
    );
}

#[test]
fn each_fault_is_named() {
    for (fields, expected) in [
        (r#""doi": "foo""#, r#"doi: expected a DOI, found "foo""#),
        (r#""type": 7"#, "type: expected a string, found 7"),
        (
            r#""url": "javascript:alert(1)""#,
            r#"url: expected an address that begins with https:// or http://, found "javascript:alert(1)""#,
        ),
        (
            r#""published": "13/09/2024""#,
            r#"published: expected a date such as 2024, 2024-09 or 2024-09-13, found "13/09/2024""#,
        ),
        (
            r#""published": 20240913"#,
            "published: expected a date such as 2024, 2024-09 or 2024-09-13, found 20240913",
        ),
        (r#""venue": 7"#, "venue: expected an object, found 7"),
        (
            r#""venue": {"issn": 12345679}"#,
            "venue.issn: expected a string, found 12345679",
        ),
        (r#""authors": true"#, "authors: expected a list, found true"),
        (
            r#""authors": [7]"#,
            "authors[0]: expected an object, found 7",
        ),
        (
            r#""authors": [{"orcid": "x"}]"#,
            r#"authors[0].orcid: expected an ORCID iD, found "x""#,
        ),
        (
            r#""keywords": ["a", ["b", "c"]]"#,
            "keywords[1]: expected a string, found an array of 2",
        ),
        (
            r#""retracted": "perhaps""#,
            r#"retracted: expected true or false, found "perhaps""#,
        ),
        (
            r#""openAccess": "puce""#,
            r#"openAccess: expected true, false, diamond, gold, hybrid, bronze, green, open or closed, found "puce""#,
        ),
        (
            r#""notices": [{"kind": "rumour", "date": "2024"}]"#,
            r#"notices[0].kind: expected retraction, partial-retraction, withdrawal, removal, expression-of-concern, correction, addendum or new-version, found "rumour""#,
        ),
        (
            r#""notices": [{"kind": "correction", "doi": "x"}]"#,
            r#"notices[0].doi: expected a DOI, found "x""#,
        ),
        (
            r#""indicators": [{"name": "FWCI", "value": 1}]"#,
            "indicators[0].source: expected a string, found nothing",
        ),
        (
            r#""indicators": [{"name": "FWCI", "source": "A", "value": -1}]"#,
            "indicators[0].value: expected a number of 0 or more, found -1",
        ),
        (
            r#""rankings": [{"agency": "A", "rank": "T", "of": 3}]"#,
            r#"rankings[0].rank: expected a number, found "T""#,
        ),
        (
            r#""affiliations": [{"name": "A", "country": "Spain"}]"#,
            r#"affiliations[0].country: expected two letters of ISO 3166-1, found "Spain""#,
        ),
        (
            r#""affiliations": [{"name": "A", "ror": "x"}]"#,
            r#"affiliations[0].ror: expected a ROR iD, found "x""#,
        ),
        (
            r#""asOf": true"#,
            "asOf: expected a date such as 2024, 2024-09 or 2024-09-13, found true",
        ),
    ] {
        assert_warns(fields, expected);
    }
}

#[test]
fn each_fault_of_a_number_or_its_source_is_named() {
    for (fields, expected) in [
        (
            r#""attention": [{"provider": "A", "kind": "tweets", "value": 1}]"#,
            r#"attention[0].kind: expected score, readers, mentions, captures or usage, found "tweets""#,
        ),
        (
            r#""attention": [{"provider": "A", "kind": "score", "value": -3}]"#,
            "attention[0].value: expected a number of 0 or more, found -3",
        ),
        (
            r#""attention": [{"kind": "score", "value": 1}]"#,
            "attention[0].provider: expected a string, found nothing",
        ),
        (
            r#""attention": [{"provider": "A", "kind": "score", "value": null}]"#,
            "attention[0].value: expected a number, found nothing",
        ),
        (
            r#""citations": [{"source": " ", "count": 6}]"#,
            "citations[0].source: expected a string, found nothing",
        ),
        (
            r#""citations": [{"count": 6}]"#,
            "citations[0].source: expected a string, found nothing",
        ),
        (
            r#""citations": {"source": "S", "count": []}"#,
            "citations.count: expected a number, found an array of 0",
        ),
        (
            r#""indexedIn": [{"url": "https://x.example"}]"#,
            "indexedIn[0].name: expected a string, found nothing",
        ),
        (
            r#""rankings": [{"agency": "SJR", "quartile": "Q5"}]"#,
            r#"rankings[0].quartile: expected a quartile, Q1 to Q4, found "Q5""#,
        ),
        (
            r#""rankings": [{"agency": "SJR", "quartile": 0}]"#,
            "rankings[0].quartile: expected a quartile, Q1 to Q4, found 0",
        ),
        (
            r#""rankings": [{"agency": "SJR", "year": 20233}]"#,
            "rankings[0].year: expected a year such as 2023, found 20233",
        ),
        (
            r#""rankings": [{"agency": "SJR", "percentile": 140}]"#,
            "rankings[0].percentile: expected a percentile from 0 to 100, found 140",
        ),
    ] {
        assert_warns(fields, expected);
    }
}

#[test]
fn counts_are_refused_unless_they_count() {
    for (count, fault) in [
        ("-1", "expected a count of 0 or more, found -1"),
        ("\"-1\"", "expected a count of 0 or more, found \"-1\""),
        ("1.5", "expected a whole number, found 1.5"),
        (
            "9007199254740993",
            "expected a count below 2^53, found 9007199254740992",
        ),
        ("1e21", "expected a count below 2^53, found 1e+21"),
        ("\"1e999\"", "expected a finite number, found \"1e999\""),
        ("\"1,234\"", "expected a number, found \"1,234\""),
        ("\"<b>12</b>\"", "expected a number, found \"<b>12</b>\""),
        ("true", "expected a number, found true"),
        ("{\"value\": 3}", "expected a number, found an object"),
    ] {
        let reading = read(&format!(
            r#""citations": [{{"source": "S", "count": {count}}}]"#
        ));
        assert_eq!(reading.publication.citations[0].count, None, "{count}");
        let warnings: Vec<_> = reading.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(
            warnings,
            [format!("citations[0].count: {fault}")],
            "{count}"
        );
    }
    for (count, number) in [
        ("0", Some(0)),
        ("\"97\"", Some(97)),
        ("\" 97 \"", Some(97)),
        ("43.0", Some(43)),
        ("1e3", Some(1000)),
        ("9007199254740991", Some(9_007_199_254_740_991)),
        ("null", None),
        ("\"\"", None),
    ] {
        let reading = read(&format!(
            r#""citations": [{{"source": "S", "count": {count}}}]"#
        ));
        assert_eq!(reading.publication.citations[0].count, number, "{count}");
        assert_eq!(reading.warnings, [], "{count}");
    }
}

#[test]
fn a_rank_lies_inside_its_category() {
    for (fields, fault) in [
        (
            r#""rank": 400, "of": 322"#,
            "rank: expected a rank from 1 to 322, found 400",
        ),
        (
            r#""rank": 0, "of": 322"#,
            "rank: expected a rank of 1 or more, found 0",
        ),
        (
            r#""rank": 1.5, "of": 322"#,
            "rank: expected a whole number, found 1.5",
        ),
        (
            r#""rank": 2, "of": -1"#,
            "of: expected a number of venues, 1 or more, found -1",
        ),
        (r#""rank": 2"#, "of: expected a number, found nothing"),
        (
            r#""of": 322, "rank": null"#,
            "rank: expected a number, found nothing",
        ),
    ] {
        let reading = read(&format!(
            r#""rankings": [{{"agency": "JCR", "year": 2023, {fields}}}]"#
        ));
        let [ranking] = &reading.publication.rankings[..] else {
            panic!("one ranking")
        };
        assert_eq!((ranking.rank, ranking.year), (None, Some(2023)), "{fields}");
        let warnings: Vec<_> = reading.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(warnings, [format!("rankings[0].{fault}")], "{fields}");
    }
}

#[test]
fn what_is_clearly_meant_is_accepted() {
    let reading = read(
        r#""published": 2024, "venue": {"volume": 21, "issue": 1.5, "pages": "7"}, "authors": ["Prat, A", {"fullName": "Cortés, Javier"}],
        "affiliations": "IDIBAPS", "keywords": "cancer", "indexedIn": ["Scopus"], "license": "https://creativecommons.org/licenses/by/4.0/",
        "openAccess": true, "retracted": "False", "attention": [{"provider": "A", "kind": "Score", "value": " 41.4 "}],
        "rankings": [{"agency": "SJR", "rank": "2", "of": "322", "quartile": 1}, {"agency": "SJR", "quartile": "2"}, {"agency": "SJR", "quartile": "q3"}]"#,
    );
    assert_eq!(reading.warnings, []);
    let publication = reading.publication;
    assert_eq!(
        publication
            .published
            .map(|date| date.to_string())
            .as_deref(),
        Some("2024")
    );
    let venue = publication.venue.expect("a venue");
    assert_eq!(
        (venue.volume.as_deref(), venue.issue.as_deref()),
        (Some("21"), Some("1.5"))
    );
    let names: Vec<_> = publication
        .authors
        .iter()
        .map(|author| &*author.name)
        .collect();
    assert_eq!(names, ["Prat, A", "Cortés, Javier"]);
    assert_eq!(publication.affiliations[0].name, "IDIBAPS");
    assert_eq!(publication.keywords, ["cancer"]);
    assert_eq!(publication.indexed_in[0].name, "Scopus");
    assert!(
        publication
            .license
            .is_some_and(|license| license.url.is_some())
    );
    assert_eq!(publication.open_access, Some(OpenAccess::Open));
    assert_eq!(publication.retracted, Some(false));
    assert_eq!(publication.attention[0].value.to_bits(), 41.4_f64.to_bits());
    assert_eq!(publication.rankings[0].rank.map(Rank::of), Some(322));
    let quartiles: Vec<_> = publication
        .rankings
        .iter()
        .map(|ranking| ranking.quartile)
        .collect();
    assert_eq!(
        quartiles,
        [Some(Quartile::Q1), Some(Quartile::Q2), Some(Quartile::Q3)]
    );
}

#[test]
fn null_blank_and_unknown_fields_are_no_fault() {
    let reading = read(
        r#""doi": null, "url": "", "published": " ", "venue": null, "authors": null, "keywords": [null, ""], "license": {},
        "openAccess": null, "retracted": null, "citations": [], "asOf": "", "colour": "puce", "Doi": 7"#,
    );
    assert_eq!(reading.warnings, []);
    assert!(reading.publication.keywords.is_empty());
    assert_eq!(reading.publication.venue, None);
    assert_eq!(reading.publication.license, None);
}

#[test]
fn authors_keep_their_affiliations_when_another_is_wrong() {
    let reading = read(
        r#""affiliations": [{"name": "A"}, {"country": "ES"}, {"name": "C"}],
        "authors": [{"name": "X", "affiliations": [0, 1, 2, "2", 3, -1, 0.5]}]"#,
    );
    let names: Vec<_> = reading
        .publication
        .affiliations
        .iter()
        .map(|entry| &*entry.name)
        .collect();
    assert_eq!(names, ["A", "C"]);
    assert_eq!(reading.publication.authors[0].affiliations, [0, 1, 1]);
    let warnings: Vec<_> = reading.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "affiliations[1].name: expected a string, found nothing",
            "authors[0].affiliations[4]: expected an index of \"affiliations\", 0 to 2, found 3",
            "authors[0].affiliations[5]: expected a count of 0 or more, found -1",
            "authors[0].affiliations[6]: expected a whole number, found 0.5",
        ]
    );
}

#[test]
fn hostile_strings_are_cut_and_cleaned() {
    let long = "é".repeat(1000);
    assert_eq!(
        warnings(&format!(r#""retracted": "{long}""#)),
        [format!(
            "retracted: expected true or false, found \"{}…\"",
            "é".repeat(40)
        )]
    );
    let reading = read(r#""authors": ["A\u202eb\u0000\nc &amp; d"]"#);
    assert_eq!(reading.publication.authors[0].name, "Ab c & d");
}
