//! A bug in the wasm takes nothing from the page.

use std::fs;

use crate::page::{HER2, Page};
use crate::server::{Answer, Call, trapping};

/// Opens a page of this many widgets, whose wasm traps at the nth such call.
fn open_trapping(page: &Page<'_>, call: Call, nth: i32, widgets: usize) {
    lay_trapping(page, "publication-metrics.wasm", call, nth);
    page.open(&HER2.repeat(widgets));
}

fn lay_trapping(page: &Page<'_>, file: &str, call: Call, nth: i32) {
    let shipped = fs::read(page.stage.site().join(file)).expect("the site has its wasm");
    let wasm = trapping(&shipped, call, nth).expect("the shipped wasm can be changed");
    let answer = Answer::new("application/wasm", wasm);
    page.stage.lay(&format!("site/{file}"), answer);
    page.stage.unseal("publication-metrics.js");
}

#[track_caller]
fn assert_survived(page: &Page<'_>) {
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    page.has_survived();
}

/// In every element it hit, each told once.
pub fn on_every_mount_keeps_the_fallback(page: &Page<'_>) {
    open_trapping(page, Call::Mount, 1, 3);
    page.until("probe.codes().length === 3");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["trap"; 3]);
    let text: String = page.value("document.body.innerText");
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["fallback"; 3]);
    assert!(page.is("probe.widgets().every(({ state }) => state === 'error')"));
    let requests = page.requests("site/publication-metrics.wasm");
    assert_eq!(requests, 1, "a new instance needs no new file");
    assert_survived(page);
}

/// The element goes on answering, and can be taken away.
pub fn leaves_the_page_alive(page: &Page<'_>) {
    open_trapping(page, Call::Mount, 1, 1);
    page.until("probe.codes().length === 1");
    page.run("probe.element().publication = { title: 'Once more' }");
    page.until("probe.codes().length === 2");
    page.run("probe.element().remove()");
    page.settle();
    assert_survived(page);
}

/// The element whose record stops an instance is found, and left out.
pub fn on_one_record_spares_the_others(page: &Page<'_>) {
    open_trapping(page, Call::Mount, 2, 2);
    page.until("probe.codes().length === 1");
    page.until("probe.widgets().some(({ state }) => state === 'ready')");
    page.settle();
    let mut states: Vec<String> = page.value("probe.widgets().map(({ state }) => state)");
    states.sort();
    assert_eq!(states, ["error", "ready"]);
    page.run("window.sound = probe.widgets().findIndex(({ state }) => state === 'ready')");
    page.run("probe.toggle('badge-quartile', sound).click()");
    page.until("probe.expanded('badge-quartile', sound)");
    assert_survived(page);
}

/// Later too: one that traps while it changes takes no other with it.
pub fn in_an_update_spares_the_others(page: &Page<'_>) {
    open_trapping(page, Call::Change, 1, 2);
    page.until_ready();
    page.run("window.before = probe.part('badge-citations', 1)");
    page.run("probe.element(0).badges = 'quartile'");
    page.until("probe.part('badge-citations', 1) && probe.part('badge-citations', 1) !== before");
    page.until("probe.element(1).state === 'ready' && probe.visible(probe.part('badge-citations', 1))");
    page.until("probe.codes().length === 1 || probe.parts('badge', 0).length === 1");
    assert_survived(page);
}

/// One that traps while a reader uses it: all of them are there again, on a new instance.
pub fn in_an_event_brings_all_back(page: &Page<'_>) {
    lay_trapping(page, "publication-metrics-full.wasm", Call::Change, 1);
    page.open(&HER2.replace("src=", r#"layout="full" loading="eager" src="#).repeat(2));
    page.until_ready();
    page.run("window.before = probe.part('share-button', 1)");
    page.run("probe.toggle('share-button', 0).click()");
    page.until("probe.part('share-button', 1) && probe.part('share-button', 1) !== before");
    page.until_ready();
    assert!(page.is("probe.widgets().every((_, n) => probe.visible(probe.part('share-button', n)))"));
    assert_eq!(page.value::<usize>("probe.codes().length"), 0, "no record is to blame");
    assert_survived(page);
}
