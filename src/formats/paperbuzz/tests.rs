use serde_json::{Value, json};

use crate::formats::{AnyReading, Json, read_any};
use crate::publication::AttentionKind;

fn reading(record: Value) -> AnyReading {
    let record: Json = serde_json::from_value(record).expect("a tree");
    read_any(&record, None).expect("a publication")
}

fn figures(sources: &Value) -> Vec<(AttentionKind, Option<String>, f64)> {
    let reading =
        reading(json!({ "doi": "10.5555/a", "altmetrics_sources": sources, "metadata": null }));
    assert_eq!(reading.warnings, []);
    let figures = reading.publication.attention.into_iter();
    figures.map(|it| (it.kind, it.source, it.value)).collect()
}

#[test]
fn crossref_and_unpaywall_are_read_as_they_are_alone() {
    let reading = reading(json!({
        "doi": "10.5555/a",
        "metadata": { "DOI": "10.5555/a", "title": "A", "author": [{ "family": "Bell", "given": "Ada" }],
            "container-title": "J", "is-referenced-by-count": 0 },
        "open_access": { "doi": "10.5555/a", "is_oa": true, "best_oa_location": null },
        "sources": [],
    }));
    assert_eq!(
        reading.dialects.first().map(|it| it.name()),
        Some("paperbuzz")
    );
    let publication = reading.publication;
    assert_eq!(publication.title.map(|it| it.plain()).as_deref(), Some("A"));
    assert_eq!(publication.authors.len(), 1);
    let count = publication
        .citations
        .first()
        .map(|it| (&*it.source, it.count));
    assert_eq!(count, Some(("Crossref", Some(0))));
}

#[test]
fn accounts_are_counted_where_every_event_has_one() {
    let event = |author: &str| json!({ "author": author });
    let events = json!([event("a"), event("b"), event("a")]);
    let figure = |count: Value| {
        let source = json!({ "source_id": "twitter", "events": events, "events_count": count });
        figures(&json!([source]))
            .first()
            .map(|(_, _, value)| *value)
    };
    assert_eq!(figure(json!(3)), Some(2.0));
    assert_eq!(figure(json!("29")), None, "not every event is there");
    assert_eq!(figure(json!(null)), None);
}

#[test]
fn views_are_usage_and_links_between_works_are_nothing() {
    let found = figures(&json!([
        { "source_id": "wikipedia", "source": { "display_name": "Wikipedia pages" }, "events_count": 2 },
        { "source_id": "unpaywall_views", "events": [], "events_count": 7 },
        { "source_id": "crossref", "events_count": 5 },
        { "source_id": "unpaywall_views", "events": [] },
    ]));
    let expected = [
        (
            AttentionKind::Mentions,
            Some("Wikipedia pages".to_owned()),
            2.0,
        ),
        (AttentionKind::Usage, Some("Unpaywall".to_owned()), 7.0),
    ];
    assert_eq!(found, expected);
}
