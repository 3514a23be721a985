use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::{AttentionKind, NoticeKind, OpenAccess, PartialDate, Publication};

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

/// The attributes of a DOI with some fields, without any complaint.
fn attributes(fields: Value) -> Publication {
    let mut record = json!({ "doi": "10.5555/a", "titles": [{ "title": "A" }] });
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    let reading =
        reading(json!({ "data": { "id": "10.5555/a", "type": "dois", "attributes": record } }));
    assert_eq!(
        reading.dialects.first().map(|it| it.name()),
        Some("datacite")
    );
    assert_eq!(reading.warnings, []);
    reading.publication
}

#[test]
fn titles_without_a_type_come_first() {
    let title = |titles: Value| {
        let title = attributes(json!({ "titles": titles })).title;
        title.map(|it| it.plain())
    };
    let typed = json!([{ "title": "Ein", "titleType": "TranslatedTitle" }, { "title": "One", "titleType": null }]);
    assert_eq!(title(typed).as_deref(), Some("One"));
    assert_eq!(
        title(json!({ "title": "An object" })).as_deref(),
        Some("An object")
    );
    assert_eq!(
        title(json!([{ "title": "\n  Of\n  \n  <h1>x</h1>\n" }])).as_deref(),
        Some("Of x")
    );
    let both = json!([{ "title": "A" }, { "title": "B", "titleType": "Subtitle" }]);
    assert_eq!(title(both).as_deref(), Some("A: B"));
    assert_eq!(title(json!([{ "title": ":unav" }])), None);
}

#[test]
fn creators_are_people_and_organisations_and_some_are_contacts() {
    let record = attributes(json!({
        "creators": [
            { "name": "Bell, Ada", "givenName": "Ada", "familyName": "Bell",
              "nameIdentifiers": { "nameIdentifier": "https://orcid.org/0000-0002-1825-0097", "nameIdentifierScheme": "ORCID" },
              "affiliation": ["A", { "name": "B", "affiliationIdentifier": "https://ror.org/05gq02987",
                "affiliationIdentifierScheme": "ROR" }] },
            { "name": "The House", "nameType": "Organizational",
              "nameIdentifiers": [{ "nameIdentifier": "0000 0001", "nameIdentifierScheme": "ISNI" }] },
            { "name": "(:Unav)" },
        ],
        "contributors": { "name": "Bell, Ada", "contributorType": "ContactPerson" },
    }));
    let authors: Vec<_> = record
        .authors
        .iter()
        .map(|it| (&*it.name, it.corresponding))
        .collect();
    assert_eq!(authors, [("Bell, Ada", true), ("The House", false)]);
    let first = record.authors.first().expect("an author");
    assert_eq!(first.orcid.as_deref(), Some("0000-0002-1825-0097"));
    assert_eq!(first.affiliations, [0, 1]);
    let ror = record.affiliations.get(1).and_then(|it| it.ror.as_deref());
    assert_eq!(ror, Some("https://ror.org/05gq02987"));
}

#[test]
fn the_type_is_the_general_one_unless_it_says_nothing() {
    let kind = |types: Value| attributes(json!({ "types": types })).kind;
    let of = |general: &str, own: &str| {
        kind(json!({ "resourceTypeGeneral": general, "resourceType": own, "citeproc": "article" }))
    };
    assert_eq!(of("Dataset", "Table").as_deref(), Some("dataset"));
    assert_eq!(of("JournalArticle", "").as_deref(), Some("article"));
    assert_eq!(
        of("Text", "Journal Article").as_deref(),
        Some("Journal Article")
    );
    assert_eq!(of("Text", "").as_deref(), Some("article"));
    assert_eq!(kind(json!(null)), None);
}

#[test]
fn dates_of_the_publication_count_and_those_of_the_metadata_do_not() {
    let published = |dates: Value| {
        attributes(
            json!({ "dates": dates, "publicationYear": "2016", "updated": "2020-01-01T00:00:00Z" }),
        )
        .published
    };
    let issued = json!([{ "date": "2020-01-01", "dateType": "Updated" }, { "date": "2016-08", "dateType": "Issued" }]);
    assert_eq!(published(issued), Some(PartialDate::Month(2016, 8)));
    assert_eq!(
        published(json!({ "date": "2000/2019", "dateType": "Valid" })),
        Some(PartialDate::Year(2016))
    );
    let available = json!([{ "date": "2016-09-07", "dateType": "Available" }]);
    assert_eq!(published(available), Some(PartialDate::Day(2016, 9, 7)));
}

#[test]
fn the_venue_is_the_container_or_the_repository() {
    let venue = |fields| attributes(fields).venue;
    let journal = venue(json!({ "publisher": "House", "container": { "title": "J", "volume": "18", "issue": "7",
        "firstPage": "758", "lastPage": "768", "identifier": "14733099", "identifierType": "ISSN" } }))
    .expect("a venue");
    assert_eq!(journal.title.as_deref(), Some("J"));
    assert_eq!(journal.pages.as_deref(), Some("758-768"));
    assert_eq!(journal.issn.as_deref(), Some("1473-3099"));
    let title = |fields| venue(fields).and_then(|it| it.title);
    assert_eq!(
        title(json!({ "publisher": { "name": "Zenodo" }, "container": {} })).as_deref(),
        Some("Zenodo")
    );
    assert_eq!(title(json!({ "publisher": "(:unav)" })), None);
    assert_eq!(
        title(json!({ "publisher": "House", "types": { "resourceTypeGeneral": "Book" } })),
        None
    );
}

#[test]
fn rights_are_a_licence_or_say_that_there_is_access() {
    let rights = |list: Value| {
        let record = attributes(json!({ "rightsList": list }));
        (record.license.and_then(|it| it.name), record.open_access)
    };
    let (name, access) = rights(json!([
        { "rights": "Open Access", "rightsUri": "info:eu-repo/semantics/openAccess" },
        { "rightsUri": "https://example.org/tdm/1.0" },
        { "rights": "Other terms" },
        { "rights": "A long sentence.", "rightsUri": "https://creativecommons.org/licenses/by/4.0/legalcode" },
    ]));
    assert_eq!(
        (name.as_deref(), access),
        (Some("CC BY 4.0"), Some(OpenAccess::Open))
    );
    let (name, access) = rights(json!({ "rights": "MIT License", "rightsIdentifier": "mit" }));
    assert_eq!((name.as_deref(), access), (Some("mit"), None));
    assert_eq!(
        rights(json!([{ "rights": "restrictedAccess" }])),
        (None, Some(OpenAccess::Closed))
    );
}

#[test]
fn counts_are_datacites_and_no_usage_is_not_zero_usage() {
    let record = attributes(
        json!({ "citationCount": 0, "viewCount": 12, "downloadCount": 0, "referenceCount": 4 }),
    );
    let counts: Vec<_> = record
        .citations
        .iter()
        .map(|it| (&*it.source, it.count, it.as_of))
        .collect();
    assert_eq!(counts, [("DataCite", Some(0), None)]);
    let figures: Vec<_> = record
        .attention
        .iter()
        .map(|it| (it.kind, it.source.as_deref(), it.value))
        .collect();
    assert_eq!(figures, [(AttentionKind::Usage, Some("views"), 12.0)]);
    assert_eq!(attributes(json!({ "citationCount": null })).citations, []);
}

#[test]
fn a_later_version_is_announced() {
    let related = |relation: &str| {
        attributes(json!({ "relatedIdentifiers": [{ "relationType": relation, "relatedIdentifier": "10.5555/b",
            "relatedIdentifierType": "DOI" }] }))
        .notices
    };
    let kinds: Vec<_> = related("IsPreviousVersionOf")
        .iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(kinds, [NoticeKind::NewVersion]);
    assert_eq!(related("IsNewVersionOf"), []);
}

#[test]
fn the_rest_of_a_record_is_carried_over() {
    let record = attributes(json!({
        "url": "https://example.org/1",
        "descriptions": [{ "description": "M", "descriptionType": "Methods" },
            { "description": ":unas", "descriptionType": "Abstract" },
            { "description": "<p>One</p>", "descriptionType": "Abstract" }],
        "subjects": [{ "subject": "x" }, "y", { "subject": "x", "subjectScheme": "S" }],
    }));
    assert_eq!(record.url, None, "it is where the DOI leads");
    assert_eq!(record.summary.as_deref(), Some("<p>One</p>"));
    assert_eq!(record.keywords, ["x", "y"]);
}
