//! A page that is itself a Yew application, with widgets in its view: two programs of the same libraries in one page.

use std::fs;

use crate::page::{Page, SCRIPT};
use crate::server::Answer;

fn open(page: &Page<'_>) {
    let program = std::env::current_exe().expect("this program has a path");
    let folder = program.ancestors().nth(2).expect("cargo's folder").join("yew-page");
    for (file, kind) in [("yew_page.js", "text/javascript"), ("yew_page_bg.wasm", "application/wasm")] {
        let body = fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{file} (cargo xtask build --tests): {error}"));
        page.stage.lay(&format!("yew/{file}"), Answer::new(kind, body));
    }
    let start = r#"import start from "./yew_page.js"; start({ module_or_path: new URL("yew_page_bg.wasm", import.meta.url) });"#;
    page.stage.lay("yew/start.js", Answer::new("text/javascript", start));
    page.open_with(&format!(r#"{SCRIPT}<script type="module" src="yew/start.js"></script>"#), "");
    page.until("probe.widgets().length === 2");
    page.until_ready();
}

fn count(page: &Page<'_>, id: &str) -> u32 {
    page.value(&format!("Number(document.getElementById('{id}').textContent)"))
}

fn assert_quiet(page: &Page<'_>) {
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}

/// Attribute and property follow the application's state, and what the widget has made of its own stays.
pub fn changes_its_widgets(page: &Page<'_>) {
    open(page);
    assert!(page.text("badge-citations").starts_with("6 citations"));
    assert!(page.value::<String>("probe.text('badge-citations', 1)").starts_with('3'));
    page.run("window.badge = probe.part('badge-quartile')");
    page.click("document.getElementById('more')");
    page.until("probe.text('badge-citations', 1).startsWith('4')");
    page.click("document.getElementById('translate')");
    page.until("probe.text('badge-citations').startsWith('6 citas')");
    assert!(page.is("window.badge === probe.part('badge-quartile') && window.badge.isConnected"));
    assert_eq!(count(page, "count"), 4);
    assert_eq!(page.requests("records/her2-review.json"), 1);
    assert_eq!(page.value::<usize>("document.body.children.length"), 1, "nothing of the widget is in the page");
    assert_quiet(page);
}

/// Clicks in any of the widgets, however many, are clicks in what the application has around them.
pub fn hears_clicks_in_its_widgets(page: &Page<'_>) {
    open(page);
    for (clicks, at) in [(1, 0), (2, 1), (3, 0)] {
        page.click(&format!("probe.toggle('share-button', {at})"));
        page.until(&format!("Number(document.getElementById('clicks').textContent) === {clicks}"));
        page.until(&format!("probe.expanded('share-button', {at})"));
    }
    assert!(page.is("probe.expanded('share-button') && !probe.expanded('share-button', 1)"));
    assert_quiet(page);
}

/// With nothing left of them, and new ones work.
pub fn takes_its_widgets_away(page: &Page<'_>) {
    open(page);
    for _ in 0..3 {
        page.run("window.kept = probe.element(); probe.toggle('share-button').click()");
        page.until("probe.expanded('share-button')");
        page.click("document.getElementById('toggle')");
        page.until("!probe.widgets().length && !kept.shadowRoot.querySelector('[part~=badge]')");
        page.click("document.getElementById('toggle')");
        page.until("probe.widgets().length === 2");
        page.until_ready();
        assert!(page.is("probe.element() !== kept"));
    }
    page.click("document.getElementById('more')");
    page.until("probe.text('badge-citations', 1).startsWith('4')");
    assert_quiet(page);
}
