use publication_metrics::widget::{BadgeKind, Settings};

use super::page::{HER2_REVIEW, Page, render};

fn badges(json: &str) -> Page {
    render(json, Settings::default(), None)
}

#[test]
fn the_review_is_three_badges_that_say_whose_and_when() {
    let page = badges(HER2_REVIEW);
    assert_eq!(
        page.badge("citations").unwrap(),
        "6 citations Scopus · 30 Jun 2025"
    );
    assert_eq!(
        page.badge("altmetric").unwrap(),
        "41.4 attention score Altmetric · 30 Jun 2025"
    );
    assert_eq!(
        page.badge("quartile").unwrap(),
        "Q1 Oncology WoS (JCR) 2023 · 2nd of 322"
    );
}

#[test]
fn a_true_zero_is_a_number_with_a_source() {
    let page = badges(
        r#"{"title":"T","citations":[{"source":"Scopus","count":0,"asOf":"2025-06"}],
            "attention":[{"provider":"Altmetric","kind":"score","value":0}]}"#,
    );
    assert_eq!(
        page.badge("citations").unwrap(),
        "0 citations Scopus · Jun 2025"
    );
    assert_eq!(
        page.badge("altmetric").unwrap(),
        "0 attention score Altmetric"
    );
    assert_eq!(page.attributes("data-state")[..2], ["zero", "zero"]);
}

#[test]
fn no_data_is_not_a_zero_and_opens_nothing() {
    let page = badges(r#"{"title":"T"}"#);
    for badge in ["citations", "altmetric", "quartile"] {
        let text = page.badge(badge).unwrap();
        assert!(
            text.starts_with('–') && text.ends_with("not recorded"),
            "{text}"
        );
    }
    assert!(
        !page.0.contains("<button"),
        "nothing to open, and without a link nothing to share"
    );
}

#[test]
fn what_cannot_be_understood_is_neither_a_zero_nor_no_data() {
    let page = badges(
        r#"{"title":"T","citations":[{"source":"Scopus","count":"six"}],
            "attention":[{"provider":"Altmetric","kind":"score","value":-1}],
            "rankings":[{"agency":7}]}"#,
    );
    for badge in ["citations", "altmetric", "quartile"] {
        let text = page.badge(badge).unwrap();
        assert!(
            text.starts_with('!') && text.ends_with("unreadable in the record"),
            "{text}"
        );
    }
}

#[test]
fn a_count_beside_an_unreadable_one_is_shown() {
    let page = badges(
        r#"{"title":"T","citations":[{"source":"Scopus","count":"six"},{"source":"Crossref","count":7}]}"#,
    );
    assert_eq!(page.badge("citations").unwrap(), "7 citations Crossref");
}

#[test]
fn numbers_are_grouped_and_long_ones_compact() {
    let count = |count: &str| {
        let json = format!(r#"{{"title":"T","citations":[{{"source":"S","count":{count}}}]}}"#);
        badges(&json).badge("citations").unwrap()
    };
    assert_eq!(count("1"), "1 citation S");
    assert_eq!(count("1284"), "1,284 citations S");
    assert_eq!(count("999999"), "999,999 citations S");
    assert_eq!(count("12345678"), "12M citations S");
}

#[test]
fn without_a_score_the_largest_kind_of_attention_has_its_name() {
    let page = badges(
        r#"{"title":"T","asOf":"2025","attention":[
            {"provider":"Altmetric","kind":"readers","source":"Mendeley","value":31},
            {"provider":"Altmetric","kind":"mentions","source":"X","value":72}]}"#,
    );
    assert_eq!(
        page.badge("altmetric").unwrap(),
        "72 X accounts Altmetric · 2025"
    );
}

#[test]
fn a_journal_without_a_quartile_says_so() {
    let page = badges(
        r#"{"title":"T","rankings":[{"agency":"JCR","year":2022,"category":"History","indicator":"JIF","value":0.4}]}"#,
    );
    assert_eq!(
        page.badge("quartile").unwrap(),
        "– History JCR 2022 · no quartile"
    );
}

#[test]
fn a_quartile_of_sjr_is_named_as_such() {
    let page = badges(
        r#"{"title":"T","published":"2023","rankings":[{"agency":"SJR","year":2023,"category":"Oncology","quartile":"Q2"}]}"#,
    );
    assert_eq!(page.badge("quartile").unwrap(), "Q2 Oncology SJR 2023");
}

#[test]
fn the_host_chooses_badges_and_their_order() {
    let badges = vec![BadgeKind::Quartile, BadgeKind::Citations];
    let page = render(
        HER2_REVIEW,
        Settings {
            badges,
            ..Settings::default()
        },
        None,
    );
    let order: Vec<_> = page.attributes("data-panel");
    assert_eq!(order, ["quartile", "citations", "share"]);
}

#[test]
fn empty_badges_take_no_room_where_the_host_hides_them() {
    let json = r#"{"title":"T","citations":[{"source":"S","count":0}]}"#;
    let page = render(
        json,
        Settings {
            hide_empty: true,
            ..Settings::default()
        },
        None,
    );
    assert!(page.badge("citations").is_some() && page.badge("altmetric").is_none());
}

#[test]
fn nothing_of_a_record_becomes_markup() {
    let page = badges(
        r#"{"title":"T","citations":[{"source":"<img src=x onerror=alert(1)>","count":1,"url":"javascript:alert(1)"}]}"#,
    );
    assert!(!page.0.contains("<img"), "{}", page.0);
    assert!(!page.0.contains("javascript:"));
}

#[test]
fn there_is_no_inline_style_and_no_handler() {
    let page = badges(HER2_REVIEW);
    assert!(
        page.attributes("style").is_empty() && !page.0.contains(" on"),
        "{}",
        page.0
    );
}
