//! Records in any dialect: which one, in what wrapper, and several as one.

use publication_metrics::formats::{AnyReading, Dialect, Json, Warning, read_any};
use publication_metrics::publication::{PartialDate, RichText};
use serde_json::{Value, json};

fn read(value: &Value) -> Result<AnyReading, String> {
    let json: Json = serde_json::from_value(value.clone()).expect("JSON");
    read_any(&json, None).map_err(|error| error.message)
}

fn understood(value: &Value) -> AnyReading {
    read(value).unwrap_or_else(|error| panic!("{error}: {value}"))
}

fn work() -> Value {
    json!({ "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/a", "title": "A", "display_name": "A",
        "cited_by_count": 3, "authorships": [{ "author": { "display_name": "Ada Fern" } }] })
}

fn counts(reading: &AnyReading) -> Vec<(String, Option<u64>, String)> {
    let counts = reading.publication.citations.iter();
    let date = |it: Option<PartialDate>| it.map(PartialDate::iso).unwrap_or_default();
    counts
        .map(|it| (it.source.clone(), it.count, date(it.as_of)))
        .collect()
}

#[test]
fn a_record_is_found_in_the_wrappers_of_services() {
    let crossref =
        json!({ "DOI": "10.1000/a", "title": ["A"], "is-referenced-by-count": 1, "member": "1" });
    let attributes = json!({ "doi": "10.1000/a", "titles": [{ "title": "A" }], "creators": [], "publicationYear": 2020 });
    for (dialect, wrapped) in [
        ("openalex", json!({ "meta": {}, "results": [work()] })),
        ("crossref", json!({ "status": "ok", "message": crossref })),
        (
            "crossref",
            json!({ "status": "ok", "message": { "total-results": 1, "items": [crossref] } }),
        ),
        (
            "datacite",
            json!({ "data": { "id": "10.1000/a", "type": "dois", "attributes": attributes } }),
        ),
        (
            "datacite",
            json!({ "data": [{ "attributes": attributes }], "meta": {} }),
        ),
        (
            "europepmc",
            json!({ "resultList": { "result": [{ "id": "1", "source": "MED", "pmid": "1", "doi": "10.1000/a", "title": "A.", "pubYear": "2020" }] } }),
        ),
        (
            "invenio",
            json!({ "hits": { "hits": [{ "metadata": { "title": "A" }, "pids": { "doi": { "identifier": "10.1000/a" } } }] } }),
        ),
        (
            "unpaywall",
            json!({ "results": [{ "response": { "doi": "10.1000/a", "title": "A", "oa_locations": [], "is_oa": false } }] }),
        ),
        (
            "zotero",
            json!({ "key": "X", "data": { "itemType": "journalArticle", "title": "A", "DOI": "10.1000/a" } }),
        ),
        (
            "native",
            json!({ "title": "A", "doi": "10.1000/a", "shelf": 3 }),
        ),
    ] {
        let reading = understood(&wrapped);
        assert_eq!(reading.dialects[0].name(), dialect, "{wrapped}");
        assert_eq!(
            reading.publication.doi.map(|it| it.to_string()).as_deref(),
            Some("10.1000/a"),
            "{dialect}"
        );
        assert_eq!(
            reading.publication.title.map(|it| it.plain()).as_deref(),
            Some("A"),
            "{dialect}"
        );
    }
}

#[test]
fn a_warning_has_its_place_within_the_wrapper() {
    let mut wrong = work();
    wrong["cited_by_count"] = json!("many");
    let reading = understood(&json!({ "results": [wrong] }));
    assert_eq!(
        reading.warnings[0].text(),
        "results[0].cited_by_count: expected a number, found \"many\""
    );
}

#[test]
fn of_several_records_the_first_that_has_a_field_wins() {
    let own = json!({ "doi": "10.1000/A", "title": "Our title", "retracted": true, "venue": { "title": "J" },
        "citations": [{ "source": "Scopus", "count": 9, "asOf": "2025-06-30" }] });
    let older = json!({ "doi": "10.1000/a", "venue": { "title": "j", "volume": "7" }, "asOf": "2024",
        "citations": [{ "source": "scopus", "count": 5 }, { "source": "Web of Science", "count": 4 }] });
    for several in [
        json!([own, work(), older]),
        json!({ "records": [own, work(), older] }),
    ] {
        let reading = understood(&several);
        let publication = &reading.publication;
        assert_eq!(
            publication.title.as_ref().map(RichText::plain).as_deref(),
            Some("Our title")
        );
        assert_eq!(publication.authors.len(), 1);
        assert_eq!(publication.retracted, Some(true));
        assert_eq!(
            publication
                .venue
                .as_ref()
                .and_then(|it| it.volume.as_deref()),
            Some("7")
        );
        let expected = [
            ("Scopus", Some(9), "2025-06-30"),
            ("OpenAlex", Some(3), ""),
            ("Web of Science", Some(4), "2024"),
        ];
        assert_eq!(
            counts(&reading),
            expected.map(|(source, count, date)| (source.to_owned(), count, date.to_owned()))
        );
        assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    }
}

#[test]
fn an_answer_that_is_a_list_of_one_is_a_record_among_others() {
    let reading = understood(&json!([work(), [{ "count": "5" }], [], [{}, {}]]));
    let expected = [("OpenAlex", Some(3)), ("OpenCitations", Some(5))];
    assert_eq!(
        counts(&reading),
        expected.map(|(source, count)| (source.to_owned(), count, String::new()))
    );
    let places: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
    assert_eq!(places, ["[2]", "[3]"]);
}

#[test]
fn affiliations_without_authors_stay_until_a_record_has_authors() {
    let first = json!({ "doi": "10.1000/a", "title": "A", "affiliations": ["Meadow"] });
    let affiliations = |second: Value| {
        let publication = understood(&json!([first, second])).publication;
        let names = publication.affiliations.into_iter().map(|it| it.name);
        names.collect::<Vec<_>>()
    };
    let none = json!({ "doi": "10.1000/a", "times_cited": 1, "recent_citations": 0 });
    assert_eq!(affiliations(none), ["Meadow"]);
    let other = json!({ "doi": "10.1000/a", "affiliations": ["Hill"] });
    assert_eq!(affiliations(other), ["Meadow"]);
    let author = json!({ "title": "A", "authors": [{ "name": "B", "affiliations": [0] }], "affiliations": ["Hill"] });
    assert_eq!(affiliations(author), ["Hill"]);
}

#[test]
fn a_title_says_in_every_dialect_that_it_is_of_a_retracted_publication() {
    for title in [
        "RETRACTED ARTICLE: A",
        "[RETRACTED] A",
        "WITHDRAWN: A",
        "RETRACTED: CO$_{2}$",
    ] {
        for (dialect, record) in [
            (
                "openalex",
                json!({ "title": title, "cited_by_count": 3, "is_retracted": false }),
            ),
            (
                "crossref",
                json!({ "title": [title], "DOI": "10.1000/a", "reference-count": 1 }),
            ),
            (
                "csl",
                json!({ "title": title, "id": "a", "issued": { "raw": "2020" } }),
            ),
            (
                "datacite",
                json!({ "titles": [{ "title": title }], "doi": "10.1000/a" }),
            ),
            (
                "zotero",
                json!({ "title": title, "itemType": "journalArticle" }),
            ),
            ("scopus", json!({ "dc:title": title, "citedby-count": "1" })),
            ("semanticscholar", json!({ "title": title, "paperId": "a" })),
            (
                "europepmc",
                json!({ "title": title, "pmid": "1", "pubYear": "2020" }),
            ),
            (
                "unpaywall",
                json!({ "title": title, "doi": "10.1000/a", "oa_locations": [] }),
            ),
            (
                "scite",
                json!({ "title": title, "editorialNotices": [], "retracted": false }),
            ),
            (
                "opencitations",
                json!({ "title": title, "citation_count": "1" }),
            ),
            (
                "schemaorg",
                json!({ "headline": title, "@type": "ScholarlyArticle" }),
            ),
            (
                "invenio",
                json!({ "metadata": { "title": title }, "pids": {} }),
            ),
            ("altmetric", json!({ "title": title, "altmetric_id": 1 })),
            (
                "plumx",
                json!({ "bibliographic_data": { "artifact_title": title }, "sort_count": {} }),
            ),
            (
                "plosalm",
                json!({ "title": title, "views": 1, "bookmarks": 1 }),
            ),
        ] {
            let reading = understood(&record);
            assert_eq!(reading.dialects[0].name(), dialect);
            let publication = reading.publication;
            assert_eq!(publication.retracted, Some(true), "{dialect}: {title}");
            let shown = publication.title.map(|it| it.markup());
            let expected = title.replace("CO$_{2}$", "CO<sub>2</sub>");
            assert_eq!(shown.as_deref(), Some(&*expected), "{dialect}");
        }
    }
}

#[test]
fn of_one_source_the_newest_count_is_shown() {
    let of = |count: u32, date: &str| json!({ "title": "A", "citations": [{ "source": "Scopus", "count": count, "asOf": date }] });
    for (records, expected) in [
        (json!([of(1, "2024-12"), of(2, "2025")]), 2),
        (json!([of(2, "2025-01-02"), of(1, "2025")]), 2),
        (json!([of(1, "2025"), of(2, "2025-01")]), 2),
        (
            json!([{ "title": "A", "citations": [{ "source": "Scopus" }] }, of(2, "2020")]),
            2,
        ),
    ] {
        assert_eq!(
            counts(&understood(&records))[0].1,
            Some(expected),
            "{records}"
        );
    }
}

#[test]
fn another_publication_is_left_out_with_a_warning() {
    let reading = understood(
        &json!([work(), { "title": "B", "doi": "10.1000/b", "citations": [{ "source": "S", "count": 1 }] }, 7]),
    );
    assert_eq!(counts(&reading).len(), 1);
    let warnings: Vec<String> = reading.warnings.iter().map(Warning::text).collect();
    assert_eq!(
        warnings,
        [
            "[2]: expected an object with a publication, found 7",
            "[1]: is left out: its DOI is 10.1000/b, and that of the records before 10.1000/a"
        ]
    );
}

#[test]
fn what_is_not_recognised_is_told_with_what_the_nearest_lack() {
    let refused = |value: Value| read(&value).expect_err("no publication");
    let message = refused(json!({ "creators": [], "colour": "puce" }));
    assert!(
        message.contains("for a DataCite DOI it lacks \"doi\""),
        "{message}"
    );
    let message = refused(json!({ "colour": "puce" }));
    assert!(
        message.contains("publication.schema.json it lacks \"title\" or \"doi\""),
        "{message}"
    );
    assert_eq!(refused(json!([])), "expected a record, found an empty list");
    assert_eq!(
        refused(json!("10.1000/a")),
        "expected an object with a publication, found \"10.1000/a\""
    );
    let message = refused(json!({ "metricType": "view", "metricCount": 3.0 }));
    assert!(
        message.starts_with("a metric of DSpace-CRIS with neither a title nor a DOI"),
        "{message}"
    );
}

#[test]
fn a_dialect_may_be_named() {
    let json: Json =
        serde_json::from_value(json!({ "title": "A", "DOI": "10.1000/a" })).expect("JSON");
    let doi = |name: &str| {
        read_any(&json, Dialect::named(name))
            .ok()?
            .publication
            .doi
            .map(|it| it.to_string())
    };
    assert_eq!(doi("native"), None);
    assert_eq!(doi("crossref").as_deref(), Some("10.1000/a"));
}
