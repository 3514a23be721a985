//! Files of the widget that are missing, broken, late or refused, each with three widgets in the page and one that comes later,
//! when the server is sound again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::endurance::{SHOWN, three};
use crate::page::{Page, SCRIPT};
use crate::server::{Answer, starved};

const PROGRAM: &str = "publication-metrics.wasm";
const WHOLE: &str = "publication-metrics-full.wasm";
const WHOLE_SCRIPT: &str = "publication-metrics-full.js";
const UNAVAILABLE: [&str; 3] = ["fallback: wasm-unavailable"; 3];
fn shipped(page: &Page<'_>, file: &str) -> Vec<u8> {
    fs::read(page.stage.site().join(file)).expect("the site has it")
}

/// As the server has it when it is sound.
fn sound(page: &Page<'_>, file: &str) -> Answer {
    let is_script = Path::new(file).extension().is_some_and(|it| it == "js");
    let kind = if is_script { "text/javascript" } else { "application/wasm" };
    Answer::new(kind, shipped(page, file))
}

/// Whatever the server says in place of a file: the widgets show their fallback, one message names the file, and who comes
/// when it is there again is shown.
fn is_replaced(page: &Page<'_>, file: &str, attributes: &str, answer: Answer, message: &str) {
    page.stage.lay(&format!("site/{file}"), answer);
    page.open_held(SCRIPT, &three(attributes));
    page.comes_to(&UNAVAILABLE, &[message]);
    page.stage.lay(&format!("site/{file}"), sound(page, file));
    page.ends_well_with(attributes, "44");
}

/// 404.
pub fn wasm_is_missing(page: &Page<'_>) {
    is_replaced(page, PROGRAM, "", Answer::status(404), "answered 404");
}

/// 500.
pub fn wasm_fails(page: &Page<'_>) {
    is_replaced(page, PROGRAM, "", Answer::status(500), "answered 500");
}

/// The connection breaks off in the middle.
pub fn wasm_breaks_off(page: &Page<'_>) {
    let half = shipped(page, PROGRAM).drain(..20_000).collect::<Vec<u8>>();
    is_replaced(page, PROGRAM, "", Answer::new("application/wasm", half).cut_short(), PROGRAM);
}

/// A byte of it is another.
pub fn wasm_is_corrupt(page: &Page<'_>) {
    let mut corrupt = shipped(page, PROGRAM);
    let middle = corrupt.len() / 2;
    corrupt[middle] ^= 0x55;
    is_replaced(page, PROGRAM, "", Answer::new("application/wasm", corrupt), "is not the program of this script");
}

/// Nothing is in it.
pub fn wasm_is_empty(page: &Page<'_>) {
    is_replaced(page, PROGRAM, "", Answer::new("application/wasm", []), "is not the program of this script");
}

/// It comes when the page has long been there.
pub fn wasm_is_slow(page: &Page<'_>) {
    page.stage.lay(&format!("site/{PROGRAM}"), sound(page, PROGRAM).after(Duration::from_secs(2)));
    page.open_held(SCRIPT, &three(""));
    page.until("probe.widgets().every(({ state }) => state === 'loading')");
    assert!(page.is("probe.widgets().every((it) => probe.visible(it.querySelector('.fallback')))"), "they wait with their fallback");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// Of a type that is not its own.
pub fn wasm_has_another_type(page: &Page<'_>) {
    page.stage.lay(&format!("site/{PROGRAM}"), Answer::new("text/plain", shipped(page, PROGRAM)));
    page.open_held(SCRIPT, &three(""));
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// The policy of the page allows none; nor will it for those that come later.
pub fn wasm_is_forbidden(page: &Page<'_>) {
    page.stage.set_policy("default-src 'self'; script-src 'self'; style-src 'self'");
    page.open_held(SCRIPT, &three(""));
    page.comes_to(&["fallback: blocked-by-policy"; 3], &["wasm-unsafe-eval"]);
    page.ends_well("fallback: blocked-by-policy");
}

/// The browser has no memory for it; then it has.
pub fn wasm_finds_no_memory(page: &Page<'_>) {
    let none = "<script>{ const { instantiate } = WebAssembly; window.full = true; WebAssembly.instantiate = async (...given) => { if (full) throw new RangeError('could not allocate memory'); return instantiate(...given); }; }</script>";
    page.open_held(&format!("{none}{SCRIPT}"), &three(""));
    page.comes_to(&UNAVAILABLE, &["could not allocate memory"]);
    page.run("window.full = false");
    page.ends_well("44");
}

/// The memory that it has is used up by a record: that one has its fallback, the others are there again.
pub fn wasm_runs_out_of_memory(page: &Page<'_>) {
    let wasm = starved(&shipped(page, PROGRAM)).expect("the shipped wasm can be changed");
    page.stage.lay(&format!("site/{PROGRAM}"), Answer::new("application/wasm", wasm));
    page.stage.unseal("publication-metrics.js");
    page.open_held(SCRIPT, &three(""));
    page.comes_to(&SHOWN, &[]);
    page.run("probe.element(1).publication = { title: 'x'.repeat(900_000), citations: [{ source: 'Scopus', count: 2 }] }");
    page.until("probe.outcomes()?.[1] === 'fallback: trap'");
    page.comes_to(&["11", "fallback: trap", "33"], &["The widget stopped on this record"]);
    page.ends_well("44");
}

/// There is no WebAssembly.
pub fn webassembly_is_off(page: &Page<'_>) {
    page.open_held(&format!("<script>window.kept = WebAssembly; delete window.WebAssembly</script>{SCRIPT}"), &three(""));
    page.comes_to(&["fallback: unsupported"; 3], &["no WebAssembly"]);
    page.run("window.WebAssembly = kept");
    page.ends_well("44");
}

/// What whole pages have beside: 404.
pub fn script_of_whole_pages_is_missing(page: &Page<'_>) {
    page.stage.lay(&format!("site/{WHOLE_SCRIPT}"), Answer::status(404));
    page.open_held(SCRIPT, &three("layout=full"));
    page.comes_to(&UNAVAILABLE, &[WHOLE_SCRIPT]);
    // Browsers keep in mind that a module could not be had. Rows do not need it.
    page.ends_well("44");
}

/// Only a part of it.
pub fn script_of_whole_pages_is_cut(page: &Page<'_>) {
    let mut half = shipped(page, WHOLE_SCRIPT);
    half.truncate(half.len() / 2);
    page.stage.lay(&format!("site/{WHOLE_SCRIPT}"), Answer::new("text/javascript", half));
    page.open_held(SCRIPT, &three("layout=full"));
    page.comes_to(&UNAVAILABLE, &[WHOLE_SCRIPT]);
    page.ends_well("44");
}

/// The program of whole pages.
pub fn wasm_of_whole_pages_is_missing(page: &Page<'_>) {
    is_replaced(page, WHOLE, "layout=full", Answer::status(404), "answered 404");
}

/// The program of whole pages, whose glue is of another build: its imports are not there.
pub fn wasm_of_whole_pages_is_of_another_build(page: &Page<'_>) {
    let other = shipped(page, "publication-metrics-exports.wasm");
    page.stage.unseal("publication-metrics.js");
    is_replaced(page, WHOLE, "layout=full", Answer::new("application/wasm", other), "is not the program of this script");
}

/// The languages: English is spoken.
pub fn language_is_missing(page: &Page<'_>) {
    page.stage.lay("site/languages/es.js", Answer::status(404));
    page.open_held(SCRIPT, &three("lang=es"));
    page.comes_to(&SHOWN, &["es.js"]);
    page.ends_well("44");
}

/// The program for records in other dialects; those in our own do not need it.
pub fn dialects_are_missing(page: &Page<'_>) {
    for (file, is_module) in [("publication-metrics-dialects.js", true), ("publication-metrics-dialects.wasm", false)] {
        page.stage.lay(&format!("site/{file}"), Answer::status(404));
        let foreign = r#"<publication-metrics loading="eager"><span class="fallback">Foreign</span><script type="application/json">{"display_name":"On moss","cited_by_count":17,"id":"https://openalex.org/W1","authorships":[]}</script></publication-metrics>"#;
        page.open_held(SCRIPT, &format!("{}{foreign}", three("")));
        page.comes_to(&["11", "22", "33", "fallback: wasm-unavailable"], &[file]);
        page.stage.lay(&format!("site/{file}"), sound(page, file));
        // Browsers keep in mind that a module could not be had, and ask again for anything else.
        if !is_module {
            page.run(&format!("document.body.insertAdjacentHTML('beforeend', {})", json!(foreign)));
            page.comes_to(&["11", "22", "33", "fallback: wasm-unavailable", "17"], &[file]);
        }
        page.ends_well("44");
    }
}
