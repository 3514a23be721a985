use publication_metrics::widget::{Layout, Settings};

use super::page::{HER2_REVIEW, render};

fn card(json: &str) -> String {
    let settings = Settings {
        layout: Layout::Card,
        ..Settings::default()
    };
    render(json, settings, None).0
}

#[test]
fn a_card_adds_type_title_venue_and_doi() {
    let html = card(HER2_REVIEW);
    for piece in [
        ">Review<",
        "Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance",
        "Nature Reviews Clinical Oncology",
        "21 (11): 818–832",
        "13 September 2024",
        r#"href="https://doi.org/10.1038/s41571-024-00939-2""#,
    ] {
        assert!(html.contains(piece), "{piece} in {html}");
    }
}

#[test]
fn a_title_keeps_its_inline_styles_and_nothing_else() {
    let html =
        card(r#"{"title":"<i>E. coli</i> H<sub>2</sub>O <script>alert(1)</script>p < 0.05"}"#);
    assert!(
        html.contains("<i>E. coli</i>") && html.contains("<sub>2</sub>"),
        "{html}"
    );
    assert!(
        !html.contains("script") && html.contains("p &lt; 0.05"),
        "{html}"
    );
}

#[test]
fn a_record_of_little_makes_a_card_of_little() {
    let html = card(r#"{"doi":"10.1/x"}"#);
    assert!(
        html.contains("Publication without a title") && html.contains("10.1/x"),
        "{html}"
    );
    assert!(!html.contains("<cite"), "{html}");
}

#[test]
fn a_retraction_goes_before_everything() {
    let html = card(r#"{"title":"T","retracted":true}"#);
    let (notice, title) = (
        html.find("has been retracted"),
        html.find("class=\"title\""),
    );
    assert!(notice.is_some() && notice < title, "{html}");
}
