//! The wasm and its ways to be missing.

use std::fs;

use serde_json::json;

use crate::page::{HER2, Page};
use crate::server::Answer;

const WASM: &str = "site/publication-metrics.wasm";

fn shipped(page: &Page<'_>) -> Vec<u8> {
    shipped_as(page, "publication-metrics.wasm")
}

fn shipped_as(page: &Page<'_>, name: &str) -> Vec<u8> {
    fs::read(page.stage.site().join(name)).expect("the site has its wasm")
}

/// Lays down the same program with a section that says nothing: other bytes, and as good for every engine.
fn alter(page: &Page<'_>, name: &str) {
    let mut wasm = shipped_as(page, name);
    wasm.extend([0, 2, 1, b'x']);
    page.stage.lay(&format!("site/{name}"), Answer::new("application/wasm", wasm));
}

#[track_caller]
fn assert_fallback(page: &Page<'_>, code: &str) {
    assert_eq!(page.error_code(), code);
    page.settle();
    assert_eq!(page.value::<String>("document.body.innerText.trim()"), "fallback");
    assert_eq!(page.value::<String>("probe.element().state"), "error");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Whatever the number of elements.
pub fn is_asked_for_once(page: &Page<'_>) {
    page.open(&HER2.replace("src=", r#"loading="eager" src="#).repeat(50));
    page.until_ready();
    assert_eq!(page.value::<usize>("probe.widgets().length"), 50);
    assert_eq!(page.requests(WASM), 1);
    assert_eq!(page.requests("site/publication-metrics.js"), 1);
    assert!(page.is("probe.widgets().every((_, n) => probe.visible(probe.part('badge-quartile', n)))"));
}

/// 404.
pub fn missing_keeps_the_fallback(page: &Page<'_>) {
    page.stage.lay(WASM, Answer::status(404));
    page.open(HER2);
    assert_fallback(page, "wasm-unavailable");
}

/// An interrupted upload.
pub fn cut_short_keeps_the_fallback(page: &Page<'_>) {
    let mut wasm = shipped(page);
    wasm.truncate(wasm.len() / 2);
    page.stage.lay(WASM, Answer::new("application/wasm", wasm));
    page.open(HER2);
    assert_fallback(page, "wasm-unavailable");
}

/// `script-src` without `'wasm-unsafe-eval'`.
pub fn blocked_by_policy_keeps_the_fallback(page: &Page<'_>) {
    page.stage.set_policy("default-src 'self'; script-src 'self'; style-src 'self'");
    page.open(HER2);
    assert_fallback(page, "blocked-by-policy");
    assert!(page.is("probe.element().error.message.includes('wasm-unsafe-eval')"), "it says what to allow");
}

/// Of a server that does not know wasm.
pub fn of_another_type_works(page: &Page<'_>) {
    page.stage.lay(WASM, Answer::new("application/octet-stream", shipped(page)));
    page.open(HER2);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('6'));
}

/// By whoever needs it next.
pub fn is_tried_again(page: &Page<'_>) {
    page.stage.lay(WASM, Answer::status(503));
    page.open(HER2);
    assert_fallback(page, "wasm-unavailable");
    page.stage.lay(WASM, Answer::new("application/wasm", shipped(page)));
    page.run("probe.element().reload()");
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('6'));
}

/// Other than the script was built with, it is not run; nor is that of the whole page, or of the dialects.
pub fn altered_is_refused(page: &Page<'_>) {
    let foreign = json!({ "display_name": "On moss", "cited_by_count": 17, "id": "https://openalex.org/W1" });
    for (name, attributes, record) in [
        ("publication-metrics.wasm", "", json!({ "title": "On moss" })),
        ("publication-metrics-full.wasm", "layout=full", json!({ "title": "On moss" })),
        ("publication-metrics-dialects.wasm", "", foreign),
    ] {
        alter(page, name);
        page.open_record(attributes, &record);
        assert_fallback(page, "wasm-unavailable");
        let message: String = page.value("probe.element().error.message");
        assert!(message.contains(name) && message.contains("is not the program of this script"), "{message}");
        assert_eq!(page.value::<usize>("probe.seen.warnings.length"), 1);
        page.stage.lay(&format!("site/{name}"), Answer::new("application/wasm", shipped_as(page, name)));
    }
}

/// The hash is what keeps it out.
pub fn altered_runs_where_no_hash_is_known(page: &Page<'_>) {
    alter(page, "publication-metrics.wasm");
    page.stage.unseal("publication-metrics.js");
    page.open(HER2);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('6'));
}

/// The start page of a server in its place is told from another program.
pub fn a_page_in_its_place_is_told(page: &Page<'_>) {
    page.stage.lay(WASM, Answer::html("<!doctype html><title>Start</title>"));
    page.open(HER2);
    assert_fallback(page, "wrong-type");
}
