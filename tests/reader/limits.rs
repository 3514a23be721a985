//! What is beyond the bounds of a record costs what is named in README.md, "Limits", and nothing else.

use publication_metrics::formats::{Reading, read_str};
use serde_json::{Value, json};

fn read(record: &Value) -> Reading {
    read_str(&record.to_string()).expect("a publication")
}

fn warnings(reading: &Reading) -> Vec<String> {
    let warnings = reading.warnings.iter();
    warnings.map(ToString::to_string).collect()
}

#[test]
fn a_longer_text_is_left_out() {
    let whole = read(&json!({ "title": "Moss", "abstract": "x".repeat(200_000) }));
    assert_eq!(whole.publication.summary.map(|it| it.len()), Some(200_000));
    assert_eq!(whole.warnings, []);
    let longer = "x".repeat(200_001);
    let reading = read(
        &json!({ "title": "Moss", "abstract": longer, "keywords": ["a", longer], "url": longer }),
    );
    assert_eq!(reading.publication.summary, None);
    assert_eq!(reading.publication.keywords, ["a"]);
    let told = warnings(&reading);
    assert_eq!(told.len(), 3, "{told:?}");
    for (place, warning) in ["url", "abstract", "keywords[1]"].iter().zip(&told) {
        assert!(
            warning.starts_with(place)
                && warning.contains("expected a text of at most 200,000 bytes"),
            "{warning}"
        );
        assert!(warning.len() < 200, "it does not repeat the text");
    }
}

#[test]
fn a_title_that_is_longer_is_none() {
    let record = json!({ "title": "x".repeat(200_001) }).to_string();
    let refusal = read_str(&record).expect_err("nothing is left").to_string();
    assert!(refusal.contains("at most 200,000 bytes"), "{refusal}");
    let with_doi = read(&json!({ "title": "x".repeat(200_001), "doi": "10.1000/moss" }));
    assert_eq!(with_doi.warnings.len(), 1);
}

#[test]
fn the_rest_of_a_longer_list_is_left_out() {
    let authors = |number: usize| -> Vec<Value> {
        (0..number)
            .map(|it| json!({ "name": format!("Author {it}") }))
            .collect()
    };
    let whole = read(&json!({ "title": "Moss", "authors": authors(20_000) }));
    assert_eq!(
        (whole.publication.authors.len(), whole.warnings.len()),
        (20_000, 0)
    );
    let longer = read(&json!({ "title": "Moss", "authors": authors(20_003) }));
    assert_eq!(longer.publication.authors.len(), 20_000);
    assert_eq!(
        warnings(&longer),
        ["authors: expected a list of at most 20,000, found an array of 20003"]
    );
}

#[test]
fn the_rest_of_more_statements_than_any_publication_has_is_left_out() {
    let count = |it: usize| json!({ "source": format!("Source {it}"), "count": it });
    let reading = read(&json!({
        "title": "Moss",
        "citations": (0..1_001).map(count).collect::<Vec<_>>(),
        "keywords": (0..1_000).map(|it| it.to_string()).collect::<Vec<_>>(),
    }));
    assert_eq!(reading.publication.citations.len(), 1_000);
    assert_eq!(reading.publication.keywords.len(), 1_000);
    assert_eq!(
        warnings(&reading),
        ["citations: expected a list of at most 1,000, found an array of 1001"]
    );
}
