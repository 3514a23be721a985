//! The whole page of a publication.

use publication_metrics::widget::{Layout, Section, Settings};

use crate::page::{HER2_REVIEW, Page, render, render_in};

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
fn the_ring_says_what_it_draws() {
    for (tag, words) in [
        ("en", "75 mentions · 31 readers · 31 captures"),
        ("es", "75 menciones · 31 lectores · 31 capturas"),
        ("ar", "75 إشارة · 31 قارئًا · 31 عملية حفظ"),
    ] {
        for layout in [Layout::Badges, Layout::Card, Layout::Full] {
            let settings = Settings {
                layout,
                ..Settings::default()
            };
            let page = render_in(tag, HER2_REVIEW, settings, None);
            let label = page.0.split("role=\"img\" aria-label=\"").nth(1);
            let label = label
                .and_then(|it| it.split('"').next())
                .unwrap_or_default();
            // From right to left, what is joined is isolated and the direction marked.
            let marks = ['\u{200f}', '\u{2068}', '\u{2069}'];
            let label = label.replace(marks, "").replace('\u{a0}', " ");
            assert_eq!(label, words, "{tag} {layout:?}");
        }
    }
    let without = r#"{"doi": "10.1000/1", "attention": [{"provider": "Altmetric", "kind": "score", "value": 0}]}"#;
    assert!(!full(without).0.contains("role=\"img\""));
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
    for (tag, count) in [("<h2", 0), ("<h3", 1), ("<h4", 11), ("<h5", 2)] {
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
        &[
            "No author of the institution is the first or the last; the record marks no corresponding one.",
        ],
    );
}

/// Facts, the section that tells them, and sentences that it must have or, after a `-`, must not have.
#[test]
fn facts_give_their_sentences() {
    let rankings = r#""venue": "V", "published": "2023", "rankings": [
        {"agency": "SJR", "year": 2023, "category": "Oncology", "rank": 90, "of": 300, "quartile": "Q2"},
        {"agency": "JCR", "year": 2023, "category": "Cell Biology", "rank": 10, "of": 100},
        {"agency": "JCR", "year": 2023, "category": "Genetics", "rank": 20, "of": 200},
        {"agency": "CiteScore", "year": 2023, "category": "Medicine", "percentile": 30},
        {"agency": "JCR", "year": 2022, "category": "Genetics", "rank": 199, "of": 200, "quartile": "Q3"}]"#;
    let unplaced = r#""rankings": [{"agency": "JCR", "category": "History", "indicator": "JIF", "value": 0.4}],
        "citations": [{"source": "Scopus", "count": 0, "asOf": "2024-05-02"}, {"source": "WoS", "count": null}]"#;
    for (facts, key, sentences) in [
        (
            rankings,
            "quality",
            &[
                // Of two that are equally placed, the first of the record leads, and both are told.
                "V stands at position 10 of 100 in Cell Biology, in the 2023 edition of JCR. This is the first quartile (Q1), derived from the position. Its percentile is 90.5, derived from the position.",
                "Other categories and editions",
                "V stands at position 90 of 300 in Oncology, in the 2023 edition of SJR. This is the second quartile (Q2).",
                "V stands at position 20 of 200 in Genetics, in the 2023 edition of JCR. This is the first quartile (Q1), derived from the position.",
                "CiteScore lists V in Medicine, in its 2023 edition. This is the third quartile (Q3), derived from the percentile. Its percentile is 30.",
                "V stands at position 199 of 200 in Genetics, in the 2022 edition of JCR. This is the third quartile (Q3). Its percentile is 0.8, derived from the position. JCR gives Q3; by its own rule the position makes it Q4.",
            ][..],
        ),
        (
            unplaced,
            "quality",
            &[
                "JCR lists the venue in History. The record gives no quartile there.",
                "Scopus counts no citation, as of 2 May 2024.",
                "-WoS",
                "-percentile",
                "-position",
            ],
        ),
        (
            r#""citations": [{"source": "Scopus", "count": 1}]"#,
            "quality",
            &["Scopus counts 1 citation.", "-venue", "-quartile"],
        ),
        (
            r#""rankings": [{"agency": "JCR", "rank": "2=", "of": 322}]"#,
            "quality",
            &["The venue shares position 2 of 322, according to JCR."],
        ),
        (
            r#""rankings": [{"agency": "JCR", "rank": 2, "of": 322, "tied": true}]"#,
            "quality",
            &["The venue shares position 2 of 322"],
        ),
        (
            r#""rankings": [{"agency": "JCR", "rank": "2", "of": 322, "tied": false}]"#,
            "quality",
            &["The venue stands at position 2 of 322"],
        ),
        (
            r#""asOf": "2025-06", "indicators": [
                {"name": "FWCI", "source": "Scopus", "value": 2.41, "percentile": 92.46, "category": "Oncology"},
                {"name": "RCR", "source": "iCite", "value": 3, "asOf": "2025"},
                {"name": "FCR", "source": "Dimensions", "value": 0},
                {"name": "CNCI", "source": "InCites", "value": 1.5, "url": "https://incites.example/"},
                {"name": "Impact Index", "source": "X", "value": 7}]"#,
            "quality",
            &[
                "Bibliometric impact",
                "Its FWCI is 2.41 (percentile 92.5) in Oncology, according to Scopus, as of June 2025. A value of 1 is the world average of publications of the same field, type and year.",
                "Its RCR is 3, according to iCite, as of 2025. A value of 1 is the median of NIH-funded papers of the same field and year.",
                "Its FCR is 0, according to Dimensions, as of June 2025. A value of 1 is the average of publications of the same field and year.",
                "Its CNCI is 1.5, according to InCites, as of June 2025. A value of 1 is the world average of publications of the same category, type and year.",
                "Its Impact Index is 7, according to X, as of June 2025.",
            ],
        ),
        (
            r#""authors": [{"name": "A", "affiliations": [0]}, {"name": "B"}],
               "affiliations": [{"name": "U", "country": "CL"}, {"name": "W"}]"#,
            "leadership",
            &[
                "All affiliations of known country are in the same one: Chile.",
                "-orresponding",
                "-nternational",
            ],
        ),
        (
            r#""institution": "Hospital", "authors": [{"name": "A", "affiliations": [0, 1]}, {"name": "B", "institutional": true}],
               "affiliations": ["U", "W"]"#,
            "authors",
            &["A1, 2", "B (Hospital)", "-of the institution"],
        ),
    ] {
        let page = full(&format!(r#"{{"title": "A", {facts}}}"#));
        let text = section(&page, key);
        for sentence in sentences {
            match sentence.strip_prefix('-') {
                Some(absent) => assert!(!text.contains(absent), "{absent:?} is in {key}: {text}"),
                None => assert!(
                    text.contains(sentence),
                    "{sentence:?} is not in {key}: {text}"
                ),
            }
        }
    }
}

#[test]
fn notices_are_told_first_and_a_retraction_once() {
    let record = r#"{"title": "A", "retracted": false, "notices": [
        {"kind": "corrigendum", "date": "2024-03-03", "doi": "10.5555/correction"},
        {"kind": "expression_of_concern", "date": "2024-04"},
        {"kind": "retraction", "date": "2025", "url": "https://journal.example/retraction"},
        {"kind": "new-version"}]}"#;
    let page = full(record);
    let text = section(&page, "header");
    assert!(
        text.starts_with(
            "This publication was retracted in 2025. Read the noticeThis publication was corrected on 3 March 2024. Read the correctionAn expression of concern about this publication was issued in April 2024.A new version of this publication appeared.Publications"
        ),
        "{text}"
    );
    for link in [
        "https://doi.org/10.5555/correction",
        "https://journal.example/retraction",
    ] {
        assert!(page.attributes("href").contains(&link), "{link}");
    }
    let general = "This publication has been retracted.";
    assert!(!page.0.contains(general), "{}", page.0);
    // Where nothing else says it, the line of the other layouts does.
    assert!(sections(record, &[Section::License]).0.contains(general));
    assert!(
        render(record, Settings::default(), None)
            .0
            .contains(general)
    );
    let flagged = full(r#"{"title": "A", "retracted": true, "notices": [{"kind": "correction"}]}"#);
    assert!(flagged.0.contains(general));
}

#[test]
fn an_abstract_keeps_its_markup_and_none_of_its_attributes() {
    let page = full(
        r#"{"title": "The <math><msup><mi>x</mi><mn>2</mn></msup></math> law",
            "abstract": "<jats:sec><jats:title>Aim</jats:title><jats:p><jats:sc>d</jats:sc>-Glucose, <jats:underline>as</jats:underline> <mml:math display='block' onclick='x()'><mml:mfrac><mml:mi mathvariant='bold'>a</mml:mi><mml:mn>2</mml:mn></mml:mfrac></mml:math>.</jats:p><jats:list list-type=\"order\"><jats:list-item><jats:p>one</jats:p></jats:list-item></jats:list></jats:sec><a href='https://x.example/'>b</a>"}"#,
    );
    for piece in [
        "The <math><msup><mi>x</mi><mn>2</mn></msup></math> law",
        "<span class=\"small-caps\">d</span>-Glucose, <u>as</u> <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>.",
        "<li>one</li></ol>",
        ">b</p>",
    ] {
        assert!(page.0.contains(piece), "{piece} is not in {}", page.0);
    }
    for attribute in ["onclick", "mathvariant", "display", "x.example"] {
        assert!(!page.0.contains(attribute), "{attribute}");
    }
}
