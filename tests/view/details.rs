use publication_metrics::widget::{Panel, Settings};

use super::page::{HER2_REVIEW, Page, render};

fn opened(json: &str, panel: Panel) -> Page {
    render(json, Settings::default(), Some(panel))
}

#[test]
fn a_button_says_what_it_opens_and_whether_it_is_open() {
    let page = opened(HER2_REVIEW, Panel::Altmetric);
    assert_eq!(
        page.attributes("aria-expanded"),
        ["false", "true", "false", "false"]
    );
    for id in page.attributes("aria-controls") {
        assert!(page.attributes("id").contains(&id), "{id}");
    }
    assert!(
        page.attributes("id").contains(&"heading-altmetric"),
        "the panel has its name"
    );
}

#[test]
fn citations_list_every_source_with_its_date_and_link() {
    let page = opened(
        r#"{"title":"T","asOf":"2025-07","citations":[
            {"source":"Scopus","count":12345678,"asOf":"2025-06-30","url":"https://example.org/cited"},
            {"source":"Crossref","count":0},{"source":"Dimensions"}]}"#,
        Panel::Citations,
    );
    let text = page.text();
    assert!(
        text.contains("12,345,678") && text.contains("30 June 2025"),
        "{text}"
    );
    assert!(
        page.0
            .contains(r#"<a href="https://example.org/cited"><bdi>Scopus</bdi></a>"#)
    );
    assert!(
        text.contains("Crossref") && text.contains("July 2025"),
        "the record's own date: {text}"
    );
    assert!(
        text.contains("Dimensions") && text.contains("not recorded"),
        "{text}"
    );
    assert!(text.contains("not added up"), "{text}");
}

#[test]
fn attention_says_what_each_figure_counts_and_whose_it_is() {
    let text = opened(HER2_REVIEW, Panel::Altmetric).text();
    for piece in [
        "41.4",
        "Mendeley readers",
        "Facebook pages",
        "X accounts",
        "captures",
        "PlumX",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}

#[test]
fn the_quartile_shows_its_evidence_and_that_it_is_derived() {
    let text = opened(HER2_REVIEW, Panel::Quartile).text();
    for piece in [
        "Where Nature Reviews Clinical Oncology stands",
        "WoS (JCR) 2023",
        "Oncology",
        "2 of 322",
        "derived from the position",
        "99.5",
        "The record has no 2024 edition for this 2024 publication; the nearest, 2023, is shown.",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}

#[test]
fn a_given_quartile_is_not_marked_and_a_conflict_is_told() {
    let text = opened(
        r#"{"title":"T","published":"2023","rankings":[
            {"agency":"JCR","year":2023,"category":"Small","rank":2,"of":6,"quartile":"Q1"},
            {"agency":"SJR","year":2023,"category":"Health","quartile":"Q2"}]}"#,
        Panel::Quartile,
    )
    .text();
    assert!(
        text.contains("JCR gives Q1; by its own rule the position makes it Q2."),
        "{text}"
    );
    assert!(
        text.contains("Other categories and editions") && text.contains("SJR 2023"),
        "{text}"
    );
    assert_eq!(
        text.matches("derived").count(),
        1,
        "the percentile alone is: {text}"
    );
}
