use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::{Doi, PartialDate, Publication, WebAddress};

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

/// An item with some fields, without any complaint.
fn item(fields: Value) -> Publication {
    let mut record = json!({ "id": "a", "type": "article-journal", "title": "A", "issued": { "date-parts": [["2004"]] } });
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    let reading = reading(record);
    assert_eq!(reading.dialects.first().map(|it| it.name()), Some("csl"));
    assert_eq!(reading.warnings, []);
    reading.publication
}

#[test]
fn a_record_of_our_own_is_not_taken_for_it() {
    let full = include_str!("../../../tests/fixtures/full-record.json");
    let full = reading(serde_json::from_str(full).expect("JSON"));
    assert_eq!(full.dialects.first().map(|it| it.name()), Some("native"));
    for record in [
        json!({ "type": "article", "title": "A", "doi": "10.5555/a", "published": "2024", "authors": ["B"] }),
        json!({ "title": "A", "author": "B" }),
        json!({ "id": 7, "type": "article", "title": "A", "venue": "J" }),
    ] {
        let reading = reading(record);
        assert_eq!(reading.dialects.first().map(|it| it.name()), Some("native"));
    }
}

#[test]
fn names_keep_particles_and_suffixes_and_organisations_are_whole() {
    let item = item(json!({ "author": [
        { "family": "Berg", "given": "Ada", "non-dropping-particle": "van der" },
        { "family": "Humboldt", "given": "Alexander", "dropping-particle": "von" },
        { "family": "King", "given": "Martin", "suffix": "Jr." },
        { "literal": "U.S. Bureau" },
        { "family": "Ada Bell", "given": "", "literal": "Ada Bell" },
        { "family": "Center <sup>for</sup> History", "given": "", "isInstitution": 1 },
        { "literal": ":(unav)" },
        "A Name",
    ] }));
    let names: Vec<&str> = item.authors.iter().map(|it| &*it.name).collect();
    let expected = [
        "van der Berg, Ada",
        "Humboldt, Alexander von",
        "King, Martin, Jr.",
        "U.S. Bureau",
        "Ada Bell",
        "Center for History",
        "A Name",
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_doi_is_found_in_its_address_too() {
    let item = |fields| item(fields);
    let of_address = item(json!({ "URL": "https://doi.org/10.5555/B" }));
    assert_eq!(of_address.doi.as_ref().map(Doi::as_str), Some("10.5555/b"));
    assert_eq!(of_address.url, None);
    let page = item(json!({ "DOI": "DOI 10.5555/c", "URL": "https://example.org/10.5555/d" }));
    assert_eq!(page.doi.as_ref().map(Doi::as_str), Some("10.5555/c"));
    assert_eq!(
        page.url.as_ref().map(WebAddress::as_str),
        Some("https://example.org/10.5555/d")
    );
}

#[test]
fn a_short_doi_is_none_and_leaves_a_warning() {
    let reading = reading(json!({ "id": "a", "title": "A", "DOI": "10/abc" }));
    let paths: Vec<&str> = reading.warnings.iter().map(|it| &*it.path).collect();
    assert_eq!(paths, ["DOI"]);
    assert_eq!(reading.publication.doi, None);
}

#[test]
fn keywords_are_one_text_and_categories_are_a_list() {
    assert_eq!(
        item(json!({ "keyword": "a, b ,, c" })).keywords,
        ["a", "b", "c"]
    );
    assert_eq!(
        item(json!({ "keyword": "a, b; c" })).keywords,
        ["a, b", "c"]
    );
    assert_eq!(
        item(json!({ "keyword": "", "categories": ["d, e"] })).keywords,
        ["d, e"]
    );
}

#[test]
fn rights_are_a_licence_where_they_name_one() {
    let name = |fields| item(fields).license.and_then(|it| it.name);
    assert_eq!(
        name(json!({ "license": "CC-BY-3.0" })).as_deref(),
        Some("CC BY 3.0")
    );
    assert_eq!(
        name(json!({ "copyright": "CC0-1.0" })).as_deref(),
        Some("CC0 1.0")
    );
    assert_eq!(name(json!({ "copyright": "Open Access" })), None);
}

#[test]
fn a_repository_is_a_venue_and_the_publisher_of_a_book_is_none() {
    let title = |kind: &str| {
        let item = item(json!({ "type": kind, "publisher": "Zenodo" }));
        item.venue.and_then(|it| it.title)
    };
    assert_eq!(title("dataset").as_deref(), Some("Zenodo"));
    assert_eq!(title("book"), None);
}

#[test]
fn the_rest_of_an_item_is_carried_over() {
    let item = item(
        json!({ "container-title": ["J &amp; K"], "page": "pp. 289-303.", "volume": 7, "PMID": 123,
        "ISSN": "2055-7671, 2055-768X", "PMCID": "PMC45", "abstract": "<p>Text &ndash; more</p>",
        "accessed": { "date-parts": [[2020]] } }),
    );
    let venue = item.venue.unwrap_or_default();
    assert_eq!(venue.title.as_deref(), Some("J & K"));
    assert_eq!(venue.pages.as_deref(), Some("289-303"));
    assert_eq!(venue.volume.as_deref(), Some("7"));
    assert_eq!(venue.issn.as_deref(), Some("2055-7671"));
    assert_eq!(item.published, Some(PartialDate::Year(2004)));
    assert_eq!(item.summary.as_deref(), Some("<p>Text – more</p>"));
    let indexes: Vec<&str> = item.indexed_in.iter().map(|it| &*it.name).collect();
    assert_eq!(indexes, ["PubMed", "PubMed Central"]);
}
