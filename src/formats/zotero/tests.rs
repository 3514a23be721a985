use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::{PartialDate, Publication};

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

/// An item as it is exported, with some fields, without any complaint.
fn item(fields: Value) -> Publication {
    let mut record = json!({ "itemType": "journalArticle", "title": "A", "DOI": "", "extra": "" });
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    let reading = reading(record);
    assert_eq!(reading.dialects.first().map(|it| it.name()), Some("zotero"));
    assert_eq!(reading.warnings, []);
    reading.publication
}

#[test]
fn an_item_of_the_api_is_in_data() {
    let reading = reading(
        json!({ "key": "ABCD2345", "version": 7, "library": { "type": "user", "id": 1 }, "links": {},
        "meta": { "parsedDate": "2011" }, "data": { "key": "ABCD2345", "itemType": "bookSection", "title": "A",
        "bookTitle": "B", "dateAdded": "2020-01-01T00:00:00Z" } }),
    );
    assert_eq!(reading.publication.kind.as_deref(), Some("book-section"));
    assert_eq!(reading.publication.published, None);
    let venue = reading.publication.venue.and_then(|it| it.title);
    assert_eq!(venue.as_deref(), Some("B"));
}

#[test]
fn authors_are_whoever_an_item_is_of() {
    let item = item(json!({ "creators": [
        { "creatorType": "author", "firstName": "Ada", "lastName": "Bell" },
        { "creatorType": "editor", "firstName": "Eve", "lastName": "Dor" },
        { "creatorType": "author", "name": "The House" },
        { "creatorType": "programmer", "lastName": "One Field", "fieldMode": 1 },
        { "creatorType": "author", "firstName": "", "lastName": "" },
    ] }));
    let names: Vec<&str> = item.authors.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Bell, Ada", "The House", "One Field"]);
}

#[test]
fn identifiers_are_in_fields_addresses_and_extra() {
    let doi = |fields| item(fields).doi.map(|it| it.as_str().to_owned());
    assert_eq!(
        doi(json!({ "DOI": "10.5555/A" })).as_deref(),
        Some("10.5555/a")
    );
    assert_eq!(
        doi(json!({ "extra": "Note\nDOI: 10.5555/b\nPMID: 12" })).as_deref(),
        Some("10.5555/b")
    );
    assert_eq!(
        doi(json!({ "url": "https://doi.org/10.5555/c" })).as_deref(),
        Some("10.5555/c")
    );
    let item = item(json!({ "extra": "PMID: 12\nPMCID: PMC34", "url": "https://example.org/1" }));
    let indexes: Vec<&str> = item.indexed_in.iter().map(|it| &*it.name).collect();
    assert_eq!(indexes, ["PubMed", "PubMed Central"]);
    assert!(item.url.is_some());
}

#[test]
fn the_rest_of_an_item_is_carried_over() {
    let item = item(
        json!({ "publicationTitle": "J", "volume": "3", "issue": "", "pages": "1–9", "ISSN": "1932-6203",
        "date": "May 5, 2011", "abstractNote": "One\nTwo", "tags": [{ "tag": "x", "type": 1 }, "y"],
        "rights": "http://creativecommons.org/licenses/by/2.0/" }),
    );
    let venue = item.venue.unwrap_or_default();
    assert_eq!((venue.pages.as_deref(), venue.issue), (Some("1-9"), None));
    assert_eq!(item.published, Some(PartialDate::Day(2011, 5, 5)));
    assert_eq!(item.summary.as_deref(), Some("One\nTwo"));
    assert_eq!(item.keywords, ["x", "y"]);
    let license = item.license.and_then(|it| it.name);
    assert_eq!(license.as_deref(), Some("CC BY 2.0"));
}

#[test]
fn a_reservation_of_rights_is_no_licence_and_some_titles_have_another_name() {
    let item = item(
        json!({ "itemType": "case", "title": null, "caseName": "A v. B", "rights": "© 2010 A House" }),
    );
    assert_eq!(item.license, None);
    assert_eq!(item.title.map(|it| it.plain()).as_deref(), Some("A v. B"));
}
