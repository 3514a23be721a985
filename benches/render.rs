//! A record to the HTML that a server sends, beside writing the same record as JSON.
//!
//! `cargo xtask bench` runs it. What counts are the ratios within one run.

use divan::{Bencher, black_box};
use publication_metrics::formats::{self, Reading};
use publication_metrics::language::Language;
use publication_metrics::render;
use publication_metrics::widget::{Attributes, Settings};
use serde_json::{Value, json};

const HER2_REVIEW: &str = include_str!("../www/her2-review.json");

fn main() {
    divan::main();
}

/// The record with so many authors.
fn record(authors: usize) -> Value {
    let mut record: Value = serde_json::from_str(HER2_REVIEW).expect("it is JSON");
    let author =
        |number| json!({ "name": format!("Author, N{number}"), "affiliations": [number % 13] });
    record["authors"] = (0..authors).map(author).collect();
    record
}

fn rendered(reading: Reading, layout: &str, language: &Language) -> usize {
    let attributes = Attributes {
        layout: Some(layout),
        ..Attributes::default()
    };
    let settings = Settings::read(&attributes, &mut drop);
    let html = render::widget(reading, settings, language.clone()).expect("nothing waits");
    html.len()
}

fn bench(bencher: Bencher, layout: &str, authors: usize) {
    let text = record(authors).to_string();
    let language = Language::of("en");
    bencher
        .with_inputs(|| formats::read_str(&text).expect("it is a publication"))
        .bench_local_values(|reading| rendered(reading, layout, &language));
}

/// The peer: the record written as JSON, which a server that leaves the rendering to the browser does.
#[divan::bench(args = [3, 300, 3_000])]
fn write_with_serde_json(bencher: Bencher, authors: usize) {
    let record = record(authors);
    bencher.bench_local(|| black_box(&record).to_string().len());
}

/// A row of badges, which does not show authors.
#[divan::bench(args = [3, 300, 3_000])]
fn badges(bencher: Bencher, authors: usize) {
    bench(bencher, "badges", authors);
}

/// A card.
#[divan::bench]
fn card(bencher: Bencher) {
    bench(bencher, "card", 8);
}

/// A whole page.
#[divan::bench(args = [3, 300, 3_000])]
fn full(bencher: Bencher, authors: usize) {
    bench(bencher, "full", authors);
}

/// What a language takes once: its words, and the conventions of numbers, dates and plurals.
#[divan::bench]
fn language() -> Language {
    Language::of(black_box("en"))
}
