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

/// What a reader only flies past is neither asked for nor rendered; where they stay, it is.
pub fn what_flies_past_waits(page: &Page<'_>) {
    // The wait for who stays is the test's to end, so that a slow machine changes nothing.
    let clock = "<script>
        window.stays = new Map();
        const later = window.setTimeout;
        const never = window.clearTimeout;
        window.setTimeout = (work, delay, ...given) => {
            if (delay !== 50) return later(work, delay, ...given);
            const number = later(() => {}, 1e9);
            stays.set(number, work);
            return number;
        };
        window.clearTimeout = (number) => (stays.delete(number), never(number));
        window.end = () => stays.forEach((work, number) => (stays.delete(number), work()));
    </script>";
    page.open(&format!(
        r#"{clock}<div style="height: 4000px"></div>{HER2}<div style="height: 4000px"></div>"#
    ));
    page.until("probe.element().state === 'idle'");
    page.settle();
    page.run("probe.element().scrollIntoView()");
    page.until("stays.size === 1");
    page.run("scrollTo(0, 1e6)");
    page.until("stays.size === 0");
    page.run("end()");
    page.settle();
    assert_eq!(page.value::<String>("probe.element().state"), "idle");
    assert_eq!(page.requests("records/her2-review.json"), 0);
    page.run("probe.element().scrollIntoView()");
    page.until("stays.size === 1");
    page.run("end()");
    page.until_ready();
    assert_eq!(page.requests("records/her2-review.json"), 1);
}
