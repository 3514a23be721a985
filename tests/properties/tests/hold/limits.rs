//! The limits that the README states are those that there are.

use std::fs;
use std::path::Path;

use properties::dialect;
use publication_metrics::formats::{AnyReading, Json, read_any, read_str};
use serde_json::{Value, json};

/// The number that the README's table of limits has in the row of this.
fn limit(of: &str) -> usize {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(readme).expect("the README");
    let (_, table) = readme.split_once("\n## Limits\n").expect("the limits");
    let row = table
        .lines()
        .find(|row| row.starts_with(&format!("| {of}")));
    let row = row.unwrap_or_else(|| panic!("no limit of {of}"));
    let words = row.split('|').nth(2).expect("a number").split_whitespace();
    let mut numbers = words.filter_map(|it| it.replace(',', "").parse().ok());
    numbers.next().expect("a number")
}

fn reading(record: &Value) -> AnyReading {
    let json: Json = serde_json::from_str(&record.to_string()).expect("JSON that is not too deep");
    read_any(&json, None).expect("a publication")
}

/// What a record of so many has, and how many warnings.
fn counted(many: usize, record: impl Fn(usize) -> Value, has: impl Fn(&AnyReading) -> usize) {
    for (given, kept, warnings) in [(many, many, 0), (many + 1, many, 1)] {
        let reading = reading(&record(given));
        assert_eq!(has(&reading), kept, "of {given}");
        assert_eq!(reading.warnings.len(), warnings, "{:?}", reading.warnings);
    }
}

#[test]
fn lists_have_as_many_as_they_may() {
    let many = |count: usize, of: fn(usize) -> Value| (0..count).map(of).collect::<Vec<_>>();
    let authors = |count| json!({ "title": "T", "authors": many(count, |it| json!({ "name": format!("A{it}") })) });
    counted(limit("authors, affiliations"), authors, |it| {
        it.publication.authors.len()
    });
    let keywords =
        |count| json!({ "title": "T", "keywords": many(count, |it| json!(format!("k{it}"))) });
    counted(limit("citations, attention"), keywords, |it| {
        it.publication.keywords.len()
    });
    let citations = |count| json!({ "title": "T", "citations": many(count, |it| json!({ "source": format!("s{it}"), "count": it })) });
    counted(limit("citations, attention"), citations, |it| {
        it.publication.citations.len()
    });
}

#[test]
fn a_text_is_as_long_as_it_may_be() {
    let most = limit("a text in it");
    for (length, is_kept) in [(most, true), (most + 1, false)] {
        let reading = reading(&json!({ "title": "T", "abstract": "a".repeat(length) }));
        assert_eq!(reading.publication.summary.is_some(), is_kept, "{length}");
        assert_eq!(reading.warnings.is_empty(), is_kept);
    }
}

#[test]
fn a_doi_is_as_long_as_it_may_be() {
    let most = limit("its DOI");
    for (length, is_kept) in [(most, true), (most + 1, false)] {
        let doi = format!("10.1234/{}", "a".repeat(length - "1234/".len()));
        let reading = reading(&json!({ "title": "T", "doi": doi }));
        assert_eq!(reading.publication.doi.is_some(), is_kept, "{length}");
        assert_eq!(reading.warnings.is_empty(), is_kept);
    }
}

#[test]
fn so_many_records_are_merged() {
    let most = limit("records that are merged");
    let records = |count: usize| -> Value {
        let part = |it: usize| json!({ "title": "T", "citations": [{ "source": format!("s{it}"), "count": 1 }] });
        json!({ "records": (0..=count).map(part).collect::<Vec<_>>() })
    };
    counted(most, records, |it| it.publication.citations.len() - 1);
}

#[test]
fn an_abstract_in_words_is_as_long_as_any_text() {
    let most = limit("a text in it");
    let record = |more: usize| {
        // Words of 15 letters, each followed by a space but for the last, which is as long as it takes.
        let last = "z".repeat(most + more - 1600 * 16);
        let of_word = |it: usize| {
            (
                format!("{it:a>15}"),
                json!((0..16).map(|nth| it + nth * 100).collect::<Vec<_>>()),
            )
        };
        let mut index: serde_json::Map<String, Value> = (0..100).map(of_word).collect();
        index.insert(last, json!([1600]));
        json!({ "id": "https://openalex.org/W1", "display_name": "T", "authorships": [], "abstract_inverted_index": index })
    };
    for (more, is_kept) in [(0, true), (1, false)] {
        let reading = reading(&record(more));
        let length = reading.publication.summary.as_ref().map(String::len);
        assert_eq!(length, is_kept.then_some(most));
        assert_eq!(
            reading.warnings.is_empty(),
            is_kept,
            "{:?}",
            reading.warnings
        );
        dialect::converts(record(more).to_string().as_bytes(), None);
    }
}

#[test]
fn values_are_as_deep_in_others_as_they_may_be() {
    let most = limit("nesting");
    for (depth, is_read) in [(most, true), (most + 1, false)] {
        let inside = depth - 1;
        let text = format!(
            r#"{{"title": "T", "x": {}{}}}"#,
            "[".repeat(inside),
            "]".repeat(inside)
        );
        assert_eq!(read_str(&text).is_ok(), is_read, "{depth}");
    }
}
