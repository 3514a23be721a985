//! Texts that mean something in a format come back as they were.

use serde_json::json;

use crate::publication;
use crate::read_back::all;

/// What titles, names and venues have in them, and some that none should have.
const TEXTS: [&str; 20] = [
    "50 % of A & B cost $5 #1 in x_y",
    "braces {open and closed} and }turned{ around",
    "a {lone brace",
    "a lone} brace",
    "back\\slash and \\textit{command}",
    "tilde ~ and caret ^",
    "“quotes” \"plain\" 'single' `back`",
    "Title: with a colon; a semicolon, a comma",
    "@article{key, title = {no}}",
    "100% sure % not a comment",
    "Größe, naïveté, Łódź, Ångström, ﬁ",
    "ΑΒΓ αβγ Привет 日本語 العربية",
    "x < y > z, p<0.05 and 3 > 2",
    "mRNA of HER2 in iPSCs, PhD",
    "dash – em — hyphen - minus −",
    "ends with a backslash \\",
    "two  spaces\tand\na line",
    "TY  - not a line of RIS",
    "null \u{0} and bell \u{7} and \u{2028} separators",
    "=cmd|' /C calc'!A0",
];

fn folded(text: &str) -> String {
    text.split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_text_comes_back_as_it_was() {
    for text in TEXTS {
        let record = publication(&json!({
            "type": "article", "title": text, "published": "2025",
            "venue": {"title": text, "volume": "1", "issn": "1234-5679"},
        }));
        let title = record.title.as_ref().expect("a title").plain();
        let venue = record
            .venue
            .as_ref()
            .and_then(|it| it.title.clone())
            .expect("a venue");
        for (format, known) in all(&record) {
            assert_eq!(folded(&known.title), folded(&title), "{format}");
            assert_eq!(folded(&known.venue), folded(&venue), "{format}");
        }
    }
}

#[test]
fn every_name_comes_back_as_it_was() {
    for (name, expected) in [
        ("Prat Aparicio, Aleix", "Prat Aparicio, Aleix"),
        ("Vincent van der Berg", "van der Berg, Vincent"),
        ("de la Cruz, Juana Inés", "de la Cruz, Juana Inés"),
        ("King, Martin Luther, Jr.", "King, Martin Luther, Jr."),
        ("Plato", "Plato"),
        ("plato", "plato"),
        ("王小明", "王小明"),
        (
            "Smith and Sons Research Group",
            "Smith and Sons Research Group",
        ),
        (
            "Institute of Things, and More",
            "Institute of Things, and More",
        ),
        (
            "O’Brien-Smith, Séan {x} & Co_",
            "O’Brien-Smith, Séan {x} & Co_",
        ),
        ("Ander, And", "Ander, And"),
        ("and, And", "and, And"),
        ("d’Artagnan, Charles", "d’Artagnan, Charles"),
        ("al-Khwārizmī, Muḥammad", "al-Khwārizmī, Muḥammad"),
        ("Back\\slash, B%", "Back\\slash, B%"),
    ] {
        let record = publication(&json!({
            "title": "T", "authors": [{"name": name}, {"name": ""}, {"name": "Last, One"}],
        }));
        for (format, known) in all(&record) {
            assert_eq!(known.authors, [expected, "Last, One"], "{format}");
        }
    }
}

#[test]
fn every_doi_comes_back_as_it_was() {
    for doi in [
        "10.1038/s41571-024-00939-2",
        "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "10.1000/a_b#c%d&e",
        "10.1000/ä/日本",
    ] {
        let record = publication(&json!({ "doi": doi }));
        let doi = record.doi.as_ref().expect("a DOI").as_str().to_owned();
        for (format, known) in all(&record) {
            assert_eq!(known.doi, doi, "{format}");
        }
    }
}

#[test]
fn dates_and_pages_are_as_precise_as_the_record() {
    for date in ["1969", "2025-06", "2025-06-30", "0987-01-02"] {
        for pages in ["101-120", "e0123456", "S1–S9", ""] {
            let record = publication(&json!({
                "title": "T", "published": date, "venue": {"title": "V", "pages": pages},
            }));
            for (format, known) in all(&record) {
                assert_eq!(known.date, date, "{format}");
                assert_eq!(known.pages, pages.replace('–', "-"), "{format}");
            }
        }
    }
}
