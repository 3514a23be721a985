//! Work starts near the viewport.

use crate::page::{HER2, Page};

const WASM: &str = "site/publication-metrics.wasm";

/// Nothing is asked for until the reader scrolls near.
pub fn below_the_fold_waits(page: &Page<'_>) {
    page.open(&format!(r#"<div style="height: 4000px"></div>{HER2}"#));
    page.until("customElements.get('publication-metrics')");
    page.settle();
    assert_eq!(page.value::<String>("probe.element().state"), "idle");
    assert_eq!(page.requests(WASM), 0);
    assert_eq!(page.requests("records/her2-review.json"), 0);
    page.run("probe.element().scrollIntoView()");
    page.until_ready();
    assert_eq!(page.requests(WASM), 1);
    assert_eq!(page.requests("records/her2-review.json"), 1);
}

/// Wherever it stands.
pub fn eager_does_not_wait(page: &Page<'_>) {
    let eager = HER2.replace("src=", r#"loading="eager" src="#);
    page.open(&format!(r#"<div style="height: 4000px"></div>{eager}"#));
    page.until_ready();
    assert!(page.is("probe.element().getBoundingClientRect().top > innerHeight + 1000"));
}
