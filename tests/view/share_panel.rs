use publication_metrics::share::Target;
use publication_metrics::widget::{Panel, Settings};

use super::page::{HER2_REVIEW, Page, render};

fn panel(share: Vec<Target>) -> Page {
    render(
        HER2_REVIEW,
        Settings {
            share,
            ..Settings::default()
        },
        Some(Panel::Share),
    )
}

#[test]
fn every_network_is_a_real_link_that_is_named_in_words() {
    let page = panel(Target::ALL.to_vec());
    for target in Target::ALL {
        if let Some(brand) = target.brand() {
            let start = page
                .0
                .find(&format!("data-share=\"{}\"", target.name()))
                .unwrap();
            let link = &page.0[start..start + page.0[start..].find("</a>").unwrap()];
            assert!(
                link.contains("href=\"https://") && link.contains(brand),
                "{link}"
            );
            assert!(link.contains("noopener noreferrer"), "{link}");
        }
    }
    assert!(page.0.contains("href=\"mailto:?subject="));
    assert!(
        !page.0.contains("data-share=\"system\""),
        "this host has no share sheet"
    );
}

#[test]
fn the_doi_goes_first_and_copying_has_a_place_to_be_confirmed() {
    let page = panel(Target::ALL.to_vec());
    let link = r#"value="https://doi.org/10.1038/s41571-024-00939-2""#;
    assert!(page.0.find(link).unwrap() < page.0.find("Bluesky").unwrap());
    assert!(page.0.contains(r#"role="status""#));
}

#[test]
fn the_host_chooses_targets_and_their_order() {
    let page = panel(vec![Target::Email, Target::Bluesky]);
    assert_eq!(page.attributes("data-share"), ["email", "bluesky"]);
    assert!(!panel(vec![]).0.contains("share-button"));
}

#[test]
fn a_closed_panel_is_there_and_empty() {
    let page = render(HER2_REVIEW, Settings::default(), None);
    assert_eq!(page.part("share-panel").as_deref(), Some(""));
}
