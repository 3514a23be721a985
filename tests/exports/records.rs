//! Records of the world, where they are at hand.

use std::fs;
use std::path::Path;

use publication_metrics::formats::{Json, read_any, read_str};
use publication_metrics::publication::{PartialDate, Publication};
use serde_json::json;

use crate::publication;
use crate::read_back::all;

/// Each record of the folder that has a publication in it, with its name.
fn records() -> Vec<(String, Publication)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/records");
    let mut records = Vec::new();
    let dialects = fs::read_dir(&folder).into_iter().flatten().flatten();
    for file in dialects.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten()) {
        let text = fs::read_to_string(file.path()).unwrap_or_default();
        let Ok(json) = serde_json::from_str::<Json>(&text) else {
            continue;
        };
        if let Ok(reading) = read_any(&json, None) {
            records.push((file.path().display().to_string(), reading.publication));
        }
    }
    if records.is_empty() {
        println!("no records in {}", folder.display());
    }
    records
}

fn folded(text: &str) -> String {
    text.split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every format says the title, the date, the place in the venue and the DOI of the record, and as many authors.
fn says_the_same(name: &str, publication: &Publication) {
    let venue = publication.venue.clone().unwrap_or_default();
    let plain = |value: Option<&String>| folded(value.map(String::as_str).unwrap_or_default());
    let title = publication.title.as_ref().map(|it| folded(&it.plain()));
    let formats = all(publication);
    for (format, known) in &formats {
        let context = format!("{name} as {format}");
        assert_eq!(
            folded(&known.title),
            title.clone().unwrap_or_default(),
            "{context}"
        );
        let date = publication.published.map(PartialDate::iso);
        assert_eq!(known.date, date.unwrap_or_default(), "{context}");
        assert_eq!(
            folded(&known.venue),
            plain(venue.title.as_ref()),
            "{context}"
        );
        assert_eq!(known.volume, plain(venue.volume.as_ref()), "{context}");
        assert_eq!(known.issue, plain(venue.issue.as_ref()), "{context}");
        let doi = publication.doi.as_ref().map(|it| it.as_str().to_owned());
        assert_eq!(known.doi, doi.unwrap_or_default(), "{context}");
        // Each name has the letters of the record's, in whatever order.
        let named = publication.authors.iter().map(|author| {
            let full = author.full_name.clone().filter(|it| !it.trim().is_empty());
            letters(&full.unwrap_or_else(|| author.name.clone()))
        });
        let named: Vec<String> = named.filter(|it| !it.is_empty()).collect();
        let read: Vec<String> = known.authors.iter().map(|it| letters(it)).collect();
        assert_eq!(read, named, "{context}");
    }
    let [(_, bibtex), (_, csl_json), (_, ris)] = formats;
    assert_eq!(bibtex, csl_json, "{name}");
    assert_eq!(bibtex, ris, "{name}");
}

fn letters(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().filter(|it| it.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn records_say_the_same_in_every_format() {
    let records = records();
    for (name, publication) in &records {
        says_the_same(name, publication);
    }
    println!("{} records read back in three formats", records.len());
}

#[test]
fn a_record_of_our_own_says_the_same_in_every_format() {
    let fixture = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/full-record.json"
    );
    let text = fs::read_to_string(fixture).expect("the fixture");
    says_the_same(
        "the fixture",
        &read_str(&text).expect("a publication").publication,
    );
    says_the_same("a title alone", &publication(&json!({ "title": "T" })));
}
