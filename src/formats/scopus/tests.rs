use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::{OpenAccess, PartialDate, Publication, WebAddress};

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

/// An entry with some fields, without any complaint.
fn entry(fields: Value) -> Publication {
    let mut record =
        json!({ "@_fa": "true", "dc:title": "A", "prism:doi": "10.5555/a", "citedby-count": "12" });
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    let reading =
        reading(json!({ "search-results": { "opensearch:totalResults": "1", "entry": [record] } }));
    assert_eq!(reading.dialects.first().map(|it| it.name()), Some("scopus"));
    assert_eq!(reading.warnings, []);
    reading.publication
}

#[test]
fn the_count_is_a_text_with_the_list_of_who_cites() {
    let entry = entry(json!({ "link": [
        { "@ref": "self", "@href": "https://api.example.org/1" },
        { "@ref": "scopus", "@href": "https://scopus.example.org/1" },
        { "@ref": "scopus-citedby", "@href": "https://scopus.example.org/2" }], "pubmed-id": "17" }));
    let count = entry.citations.first().expect("a count");
    assert_eq!(
        (&*count.source, count.count, count.as_of),
        ("Scopus", Some(12), None)
    );
    assert_eq!(
        count.url.as_ref().map(WebAddress::as_str),
        Some("https://scopus.example.org/2")
    );
    let indexes: Vec<&str> = entry.indexed_in.iter().map(|it| &*it.name).collect();
    assert_eq!(indexes, ["Scopus", "PubMed"]);
    let record = entry.indexed_in.first().and_then(|it| it.url.as_ref());
    assert_eq!(
        record.map(WebAddress::as_str),
        Some("https://scopus.example.org/1")
    );
}

#[test]
fn an_entry_is_carried_over() {
    let entry = entry(
        json!({ "subtype": "ar", "subtypeDescription": "Article", "prism:publicationName": "J &amp; K",
        "prism:issn": "15491277", "prism:volume": "3", "prism:issueIdentifier": "11", "prism:pageRange": null,
        "prism:startingPage": "20", "prism:endingPage": "30", "prism:coverDate": "2006-11-01", "authkeywords": "x | y",
        "dc:description": "Text", "dc:title": "H<inf>2</inf>O" }),
    );
    assert_eq!(entry.kind.as_deref(), Some("Article"));
    assert_eq!(
        entry.title.map(|it| it.markup()).as_deref(),
        Some("H<sub>2</sub>O")
    );
    assert_eq!(entry.published, Some(PartialDate::Day(2006, 11, 1)));
    let venue = entry.venue.unwrap_or_default();
    assert_eq!(venue.title.as_deref(), Some("J & K"));
    assert_eq!(
        (venue.pages.as_deref(), venue.issn.as_deref()),
        (Some("20-30"), Some("1549-1277"))
    );
    assert_eq!(entry.keywords, ["x", "y"]);
    assert_eq!(entry.summary.as_deref(), Some("Text"));
}

#[test]
fn all_authors_are_authors_and_the_first_alone_is_not() {
    let both = entry(json!({
        "affiliation": [{ "afid": "60", "affilname": "House", "affiliation-country": "Spain" },
            { "afid": "61", "affilname": "Other" }],
        "author": [{ "authname": "Bell A.", "surname": "Bell", "given-name": "Ada", "orcid": "0000-0002-1825-0097",
            "afid": [{ "@_fa": "true", "$": "61" }, { "$": "60" }] }, { "authname": "Dor E." }],
        "dc:creator": "Bell A." }));
    let names: Vec<&str> = both.authors.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Bell, Ada", "Dor E."]);
    assert_eq!(
        both.authors.first().map(|it| it.affiliations.clone()),
        Some(vec![0, 1])
    );
    let only =
        entry(json!({ "dc:creator": "Bell A.", "author-count": { "@limit": "100", "$": "1" } }));
    assert_eq!(only.authors.len(), 1);
    let first = reading(json!({ "dc:title": "A", "citedby-count": "1", "dc:creator": "Bell A." }));
    assert_eq!(first.publication.authors, []);
    assert_eq!(
        first.warnings.first().map(|it| &*it.path),
        Some("dc:creator")
    );
}

#[test]
fn the_core_of_an_abstract_is_read() {
    let reading = reading(
        json!({ "abstracts-retrieval-response": { "coredata": { "dc:title": "A", "citedby-count": "3",
        "dc:creator": { "author": [{ "ce:given-name": "Ada", "ce:surname": "Bell", "affiliation": { "@id": "60" } }] },
        "link": [{ "@rel": "scopus", "@href": "https://scopus.example.org/1" }] } } }),
    );
    let publication = reading.publication;
    assert_eq!(
        publication.authors.first().map(|it| &*it.name),
        Some("Bell, Ada")
    );
    assert!(publication.indexed_in.iter().all(|it| it.url.is_some()));
}

#[test]
fn access_is_as_narrow_as_it_is_known() {
    let access = |fields| entry(fields).open_access;
    let labels = json!({ "freetoread": { "value": [{ "$": "all" }, { "$": "repository" }, { "$": "publisherhybridgold" }] } });
    assert_eq!(access(labels), Some(OpenAccess::Hybrid));
    assert_eq!(access(json!({ "openaccess": "1" })), Some(OpenAccess::Open));
    assert_eq!(
        access(json!({ "openaccess": "1", "openaccessFlag": false })),
        Some(OpenAccess::Closed)
    );
    assert_eq!(access(json!({})), None);
}

#[test]
fn a_retracted_article_is_told_from_a_notice() {
    assert_eq!(entry(json!({ "subtype": "tb" })).retracted, Some(true));
    let notice = json!({ "subtype": "er", "dc:title": "Retraction notice to: A" });
    assert_eq!(entry(notice).retracted, None);
}
