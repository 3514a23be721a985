//! The whole page of a publication.

use publication_metrics::widget::{Layout, Section, Settings};

use crate::page::{HER2_REVIEW, Page, render};

fn full(json: &str) -> Page {
    sections(json, &Section::ALL)
}

fn sections(json: &str, sections: &[Section]) -> Page {
    let settings = Settings {
        layout: Layout::Full,
        sections: sections.to_vec(),
        ..Settings::default()
    };
    render(json, settings, None)
}

/// The text of a section, with its pieces apart.
fn section(page: &Page, key: &str) -> String {
    let text = page.part(&format!("section-{key}"));
    text.unwrap_or_else(|| panic!("no section {key}"))
}

#[track_caller]
fn assert_says(page: &Page, key: &str, sentences: &[&str]) {
    let text = section(page, key);
    for sentence in sentences {
        assert!(
            text.contains(sentence),
            "{sentence:?} is not in {key}: {text}"
        );
    }
}

#[test]
fn the_review_says_all_that_its_facts_allow() {
    let page = full(HER2_REVIEW);
    assert_says(
        &page,
        "header",
        &[
            "Publications › Review",
            "Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance",
            "Nature Reviews Clinical Oncology 21 (11): 818–832 · 13 September 2024 · 10.1038/s41571-024-00939-2",
        ],
    );
    assert_says(&page, "license", &["Licence and use", "Not stated."]);
    assert_says(&page, "citations", &["6", "Scopus", "30 June 2025"]);
    assert_says(&page, "altmetrics", &["41.4", "X accounts", "72"]);
    assert_says(
        &page,
        "institutional-authors",
        &[
            "Prat Aparicio, Aleix · corresponding author",
            "Martínez-Sáez, Olga · author",
        ],
    );
    assert_says(
        &page,
        "authors",
        &["Waks, AG", "Prat Aparicio, Aleix (of the institution)"],
    );
    assert_says(
        &page,
        "affiliations",
        &[
            "Univ Milan, Dept Oncol & Hemato Oncol, Milan, Italy · Italy",
            "See more (5)",
        ],
    );
    assert_says(&page, "abstract", &["HER2-targeted therapies"]);
    assert_says(&page, "keywords", &["Breast neoplasms"]);
    assert_says(
        &page,
        "quality",
        &[
            "Nature Reviews Clinical Oncology stands at position 2 of 322 in Oncology, in the 2023 edition of WoS (JCR).",
            "This is the first quartile (Q1), derived from the position.",
            "Its percentile is 99.5, derived from the position.",
            "That is above the 90th percentile",
            "The record has no 2024 edition for this 2024 publication; the nearest, 2023, is shown.",
            "Scopus counts 6 citations, as of 30 June 2025.",
            "31 Mendeley readers (Altmetric, 30 June 2025)",
            "31 captures (PlumX, 30 June 2025)",
            "Altmetric gives it a score of 41.4, as of 30 June 2025.",
            "3 Facebook pages (Altmetric, 30 June 2025)",
            "72 X accounts (Altmetric, 30 June 2025)",
        ],
    );
    assert_says(
        &page,
        "leadership",
        &[
            "International collaboration, beyond Spain: United States and Italy.",
            "Corresponding author: Prat Aparicio, Aleix.",
            "the country of most affiliations is taken for its own",
        ],
    );
    assert_eq!(page.part("section-indexed-in"), None);
}

#[test]
fn sections_are_those_asked_for_in_their_order() {
    let page = sections(HER2_REVIEW, &[Section::Quality, Section::Header]);
    let html = &page.0;
    let at = |key| html.find(&format!("section-{key}\""));
    assert!(at("quality") < at("header") && at("quality").is_some());
    assert_eq!(at("authors"), None);
}

#[test]
fn headings_begin_where_the_page_wants_and_nest() {
    let settings = Settings {
        layout: Layout::Full,
        heading_level: 3,
        ..Settings::default()
    };
    let page = render(HER2_REVIEW, settings, None);
    for (tag, count) in [("<h2", 0), ("<h3", 1), ("<h4", 10), ("<h5", 2)] {
        assert_eq!(page.0.matches(tag).count(), count, "{tag}");
    }
}

#[test]
fn other_facts_give_other_sentences() {
    let page = full(
        r#"{"title": "A", "published": "2020",
            "rankings": [{"agency": "WoS (JCR)", "year": 2020, "category": "Ecology", "rank": 150, "of": 160}],
            "citations": [{"source": "Scopus", "count": 0, "asOf": "2021"}, {"source": "Crossref", "count": 1}],
            "authors": [{"name": "Alone, A", "institutional": true, "affiliations": [0]}],
            "affiliations": [{"name": "B", "country": "CL"}],
            "license": {"name": "CC BY-NC 4.0", "url": "https://creativecommons.org/licenses/by-nc/4.0/"},
            "openAccess": "gold"}"#,
    );
    assert_says(
        &page,
        "quality",
        &[
            "The venue stands at position 150 of 160 in Ecology, in the 2020 edition of WoS (JCR).",
            "This is the fourth quartile (Q4)",
            "Scopus counts no citation, as of 2021. Crossref counts 1 citation.",
        ],
    );
    let quality = section(&page, "quality");
    assert!(
        !quality.contains("90th") && !quality.contains("nearest"),
        "{quality}"
    );
    assert_says(
        &page,
        "leadership",
        &[
            "All affiliations are in one country: Chile.",
            "Sole author: Alone, A.",
        ],
    );
    assert_says(
        &page,
        "license",
        &[
            "CC BY-NC 4.0: may be shared and adapted when credit is given; not for commercial purposes.",
            "Gold open access",
        ],
    );
}

#[test]
fn what_the_record_does_not_say_has_no_section() {
    let page = full(r#"{"title": "A"}"#);
    for key in [
        "indexed-in",
        "citations",
        "altmetrics",
        "institutional-authors",
        "share",
        "authors",
        "affiliations",
        "abstract",
        "keywords",
        "quality",
        "leadership",
    ] {
        assert_eq!(page.part(&format!("section-{key}")), None, "{key}");
    }
    assert_says(&page, "license", &["Not stated."]);
}

#[test]
fn of_many_authors_those_in_between_are_folded_and_in_the_page() {
    let authors: Vec<String> = (0..40)
        .map(|n| {
            format!(
                r#"{{"name": "Author {n:02}", "institutional": {}}}"#,
                n == 20
            )
        })
        .collect();
    let page = full(&format!(
        r#"{{"title": "A", "authors": [{}]}}"#,
        authors.join(",")
    ));
    assert_says(
        &page,
        "authors",
        &["Author 05", "Author 39", "See more (35)"],
    );
    assert_eq!(page.0.matches("<li hidden").count(), 35);
    assert_says(
        &page,
        "leadership",
        &["No author of the institution is the first, the last or a corresponding one."],
    );
}
