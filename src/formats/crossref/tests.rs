use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::{NoticeKind, OpenAccess, PartialDate, Publication};

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

/// A work with some fields, without any complaint.
fn work(fields: Value) -> Publication {
    let mut record = json!({ "DOI": "10.5555/a", "title": ["A"], "references-count": 3 });
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    let reading = reading(record);
    assert_eq!(
        reading.dialects.first().map(|it| it.name()),
        Some("crossref")
    );
    assert_eq!(reading.warnings, []);
    reading.publication
}

#[test]
fn the_message_of_an_answer_is_read() {
    let reading = reading(
        json!({ "status": "ok", "message": { "DOI": "10.5555/A", "title": ["Heat"],
        "type": "journal-article", "is-referenced-by-count": 12, "references-count": 40,
        "indexed": { "date-time": "2024-01-02T03:04:05Z" } } }),
    );
    let publication = reading.publication;
    assert_eq!(publication.kind.as_deref(), Some("article"));
    let [count] = &*publication.citations else {
        panic!("{:?}", publication.citations)
    };
    assert_eq!((&*count.source, count.count), ("Crossref", Some(12)));
    assert_eq!(count.as_of, None, "indexing is not counting");
}

#[test]
fn references_are_not_citations_and_a_text_of_digits_is_a_number() {
    assert_eq!(work(json!({})).citations, []);
    assert_eq!(
        work(json!({ "is-referenced-by-count": null })).citations,
        []
    );
    let counted = work(json!({ "is-referenced-by-count": "0" }));
    assert_eq!(counted.citations.first().and_then(|it| it.count), Some(0));
}

#[test]
fn dates_are_as_precise_as_they_are_given() {
    let published = |issued: Value| work(json!({ "issued": issued })).published;
    let parts = |parts: Value| published(json!({ "date-parts": parts }));
    assert_eq!(
        parts(json!([[2020, 5, 4]])),
        Some(PartialDate::Day(2020, 5, 4))
    );
    assert_eq!(
        parts(json!([["2020", "5"]])),
        Some(PartialDate::Month(2020, 5))
    );
    assert_eq!(parts(json!([2020])), Some(PartialDate::Year(2020)));
    assert_eq!(
        parts(json!([[2021, 2, 30]])),
        Some(PartialDate::Month(2021, 2))
    );
    assert_eq!(parts(json!([[null]])), None);
    assert_eq!(
        published(json!({ "raw": "2009-12-01" })),
        Some(PartialDate::Day(2009, 12, 1))
    );
    let online = json!({ "issued": { "date-parts": [[null]] }, "created": { "date-parts": [[2011, 5, 24]] },
        "published-online": { "date-parts": [[2012]] } });
    assert_eq!(work(online).published, Some(PartialDate::Year(2012)));
}

#[test]
fn a_part_of_a_date_that_is_none_costs_that_part() {
    let reading = reading(
        json!({ "DOI": "10.5555/a", "deposited": {}, "issued": { "date-parts": [[2020, 13, 1]] } }),
    );
    assert_eq!(reading.publication.published, Some(PartialDate::Year(2020)));
    let paths: Vec<&str> = reading.warnings.iter().map(|it| &*it.path).collect();
    assert_eq!(paths, ["issued.date-parts[0][1]"]);
}

#[test]
fn authors_are_people_and_organisations_with_a_name() {
    let work = work(json!({ "author": [
        { "given": "Ada", "family": "Bell", "ORCID": "http://orcid.org/0000-0002-1825-0097",
          "affiliation": [
              { "name": "University A", "id": [{ "id": "https://ror.org/05gq02987", "id-type": "ROR" }] },
              { "name": "University B" }] },
        { "family": "Neha", "ORCID": ["0000-0002-1825-0097"], "affiliation": [{ "name": "University B" }] },
        { "name": "The Consortium", "affiliation": [] },
        { "given": "", "family": "" },
        { "sequence": "additional", "affiliation": [] },
    ] }));
    let names: Vec<&str> = work.authors.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Bell, Ada", "Neha", "The Consortium"]);
    let places: Vec<_> = work
        .authors
        .iter()
        .map(|it| it.affiliations.clone())
        .collect();
    assert_eq!(places, [vec![0, 1], vec![1], vec![]]);
    assert!(work.authors.iter().take(2).all(|it| it.orcid.is_some()));
    let ror = work.affiliations.first().and_then(|it| it.ror.as_deref());
    assert_eq!(ror, Some("https://ror.org/05gq02987"));
}

#[test]
fn the_licence_is_that_of_the_version_of_record() {
    let named = |licenses: &[(&str, &str)]| {
        let licenses: Vec<Value> = licenses
            .iter()
            .map(|(version, url)| json!({ "content-version": version, "URL": url }))
            .collect();
        let license = work(json!({ "license": licenses })).license;
        license.map(|it| it.name.unwrap_or_else(|| "other".to_owned()))
    };
    let by = "http://creativecommons.org/licenses/by/4.0/";
    let own = "https://example.org/terms";
    let mining = "https://example.org/tdm/1.0/";
    assert_eq!(
        named(&[("tdm", by), ("vor", own)]).as_deref(),
        Some("other")
    );
    assert_eq!(
        named(&[("vor", own), ("vor", by)]).as_deref(),
        Some("CC BY 4.0")
    );
    assert_eq!(
        named(&[("unspecified", by), ("vor", own)]).as_deref(),
        Some("other")
    );
    assert_eq!(
        named(&[("am", own), ("unspecified", by)]).as_deref(),
        Some("CC BY 4.0")
    );
    assert_eq!(named(&[("am", by), ("tdm", own), ("stm-asf", own)]), None);
    assert_eq!(named(&[("unspecified", mining)]), None);
}

#[test]
fn what_was_announced_of_a_work_is_said_once() {
    let updated = json!({ "date-parts": [[2021, 3, 4]] });
    let work = work(json!({ "updated-by": [
        { "type": "correction", "DOI": "10.5555/c", "updated": updated },
        { "type": "retraction", "DOI": "10.5555/r", "source": "publisher", "updated": updated },
        { "type": "retraction", "DOI": "10.5555/R", "source": "retraction-watch", "updated": updated },
        { "type": "Expression of concern" },
        { "type": "clarification" },
    ] }));
    let kinds: Vec<NoticeKind> = work.notices.iter().map(|it| it.kind).collect();
    assert_eq!(
        kinds,
        [
            NoticeKind::Correction,
            NoticeKind::Retraction,
            NoticeKind::ExpressionOfConcern,
            NoticeKind::Addendum
        ]
    );
    assert_eq!(work.retracted, Some(true));
    let date = work.notices.first().and_then(|it| it.date);
    assert_eq!(date, Some(PartialDate::Day(2021, 3, 4)));
}

#[test]
fn a_notice_is_not_what_it_is_about() {
    let notice = work(
        json!({ "title": ["Retraction: B"], "update-to": [{ "type": "retraction", "DOI": "10.5555/b" }] }),
    );
    assert_eq!((notice.retracted, notice.notices.len()), (None, 0));
    let itself = work(json!({ "update-to": [{ "type": "withdrawal", "DOI": "10.5555/A" }] }));
    assert_eq!((itself.retracted, itself.notices.len()), (Some(true), 1));
    let version = work(json!({ "update-to": [{ "type": "new_version", "DOI": "10.5555/a" }] }));
    assert_eq!((version.retracted, version.notices.len()), (None, 0));
}

#[test]
fn titles_are_as_a_reader_would_want_them() {
    let title = |title: Value, subtitle: Value| {
        let work = work(json!({ "title": title, "subtitle": subtitle }));
        work.title.map(|it| it.markup())
    };
    let shown = |it: Value| title(it, json!([]));
    assert_eq!(shown(json!("A text")).as_deref(), Some("A text"));
    assert_eq!(shown(json!(["", "Second"])).as_deref(), Some("Second"));
    assert_eq!(
        shown(json!(["Clams (\n  <i>T. maxima</i>\n  )"])).as_deref(),
        Some("Clams (<i>T. maxima</i>)")
    );
    assert_eq!(
        shown(json!(["Of &lt;i&gt;T&lt;/i&gt; &amp;eacute;"])).as_deref(),
        Some("Of <i>T</i> é")
    );
    assert_eq!(
        title(json!(["A"]), json!(["B &amp; C"])).as_deref(),
        Some("A: B & C")
    );
    assert_eq!(shown(json!([])), None);
    let of_origin = work(json!({ "title": [], "original-title": ["Вівця"] }));
    assert_eq!(
        of_origin.title.map(|it| it.plain()).as_deref(),
        Some("Вівця")
    );
}

#[test]
fn a_venue_is_a_journal_or_an_institution() {
    let venue = |fields: Value| work(fields).venue.unwrap_or_default();
    let journal = venue(
        json!({ "container-title": ["J"], "volume": "null", "journal-issue": { "issue": "2" },
        "page": "10–20", "ISSN": ["1932-6203", "1932-6204"] }),
    );
    assert_eq!(journal.title.as_deref(), Some("J"));
    assert_eq!(journal.volume, None);
    assert_eq!(journal.issue.as_deref(), Some("2"));
    assert_eq!(journal.pages.as_deref(), Some("10-20"));
    assert_eq!(journal.issn.as_deref(), Some("1932-6203"));
    let preprint = venue(
        json!({ "container-title": [], "institution": [{ "name": "bioRxiv" }], "article-number": "64" }),
    );
    assert_eq!(preprint.title.as_deref(), Some("bioRxiv"));
    assert_eq!(preprint.pages.as_deref(), Some("64"));
    let institution = venue(json!({ "institution": { "name": "House" } }));
    assert_eq!(institution.title.as_deref(), Some("House"));
}

#[test]
fn addresses_of_the_doi_are_no_pages_and_empty_abstracts_are_none() {
    let work = work(
        json!({ "URL": "http://dx.doi.org/10.5555/a", "abstract": "<jats:p />", "subject": ["S"] }),
    );
    assert_eq!(
        (work.url, work.summary, work.open_access),
        (None, None, None::<OpenAccess>)
    );
    assert_eq!(work.keywords, ["S"]);
}
