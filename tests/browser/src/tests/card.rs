//! The card.

use crate::page::Page;

/// Type, title, venue line and DOI link, above the badges.
pub fn adds_what_was_published(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json" layout="card"></publication-metrics>"#);
    page.until_ready();
    let text: String = page.value("probe.root().firstElementChild.innerText");
    for words in [
        "Review",
        "Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance",
        "Nature Reviews Clinical Oncology",
        "13 September 2024",
        "10.1038/s41571-024-00939-2",
    ] {
        assert!(text.contains(words), "{words:?} is missing in {text:?}");
    }
    assert!(page.sees("probe.root().querySelector('a[href=\"https://doi.org/10.1038/s41571-024-00939-2\"]')"));
    assert!(page.sees("probe.part('badge-citations')"));
    assert!(page.sees("probe.part('share-button')"));
    page.run("probe.element().layout = 'badges'");
    page.until("!probe.root().firstElementChild.innerText.includes('Dual HER2')");
}
