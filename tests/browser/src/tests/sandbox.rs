//! Frames that may run scripts and nothing else: of an origin that nobody else has, without storage, clipboard and windows.

use serde_json::json;

use crate::page::{HER2, Page, SCRIPT, eventually};
use crate::server::{Answer, Origin};

const CLASSIC: &str = r#"<script async src="site/embed.js"></script>"#;

fn open(page: &Page<'_>, head: &str, body: &str) {
    page.lay_page("frame.html", head, body);
    page.open_frame(r#"<iframe sandbox="allow-scripts" src="frame.html" width="900" height="800"></iframe>"#);
    assert_eq!(page.value::<String>("window.origin"), "null");
}

/// Shows, speaks the frame's language, opens its panels; the link is copied, or selected for the reader to copy.
#[track_caller]
fn assert_works(page: &Page<'_>) {
    page.until_ready();
    assert!(page.text("badge-citations").starts_with("6 citas"), "{}", page.text("badge-citations"));
    page.click("probe.toggle('badge-quartile')");
    page.until("probe.visible(probe.panel('badge-quartile'))");
    page.click("probe.toggle('share-button')");
    page.until("probe.visible(probe.part('share-panel').querySelector('svg path'))");
    page.click("probe.part('share-panel').querySelector('[data-share=copy]')");
    page.until("probe.part('share-panel').querySelector('[role=status], [aria-live]')?.textContent.trim()");
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// By either tag, where the server allows every page to read its files.
pub fn of_scripts_alone_is_enough(page: &Page<'_>) {
    page.stage.allow_all_origins();
    for script in [SCRIPT, CLASSIC] {
        open(page, script, &HER2.replace("src=", r#"lang="es" src="#));
        assert_works(page);
    }
}

/// In a document that has no address of its own.
pub fn of_a_document_without_address_is_enough(page: &Page<'_>) {
    page.stage.allow_all_origins();
    let inner = Page::html_of(SCRIPT, &HER2.replace("src=", r#"lang="es" src="#)).replace('&', "&amp;").replace('"', "&quot;");
    page.open_frame(&format!(r#"<iframe sandbox="allow-scripts" srcdoc="{inner}" width="900" height="800"></iframe>"#));
    assert_works(page);
}

/// Links of the share panel open nothing, for the frame may not; the widget and its page are as before.
pub fn without_popups_opens_no_window(page: &Page<'_>) {
    page.stage.allow_all_origins();
    open(page, SCRIPT, HER2);
    page.until_ready();
    page.click("probe.toggle('share-button')");
    let link = "probe.part('share-panel').querySelector('[data-share=bluesky]')";
    page.until(&format!("probe.visible({link})"));
    let windows = page.windows();
    page.click(link);
    page.until("probe.fired('metrics-share')");
    page.settle();
    assert_eq!(page.windows(), windows);
    assert!(page.is("probe.element().state === 'ready' && location.pathname.endsWith('frame.html')"));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// What may not be remembered is asked for again, whatever kind of memory the page wants.
pub fn remembers_nothing_and_goes_on(page: &Page<'_>) {
    page.stage.allow_all_origins();
    let work = json!({ "results": [{ "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/1", "display_name": "On moss", "cited_by_count": 8, "authorships": [] }] });
    page.stage.lay("openalex/works", Answer::json(work.to_string()));
    let endpoint = page.stage.address(Origin::Host, "{source}");
    for (asked, cache) in ["session", "persistent"].iter().enumerate() {
        open(page, SCRIPT, &format!(r#"<publication-metrics doi="10.1000/1" cache="{cache}" endpoint="{endpoint}">fallback</publication-metrics>"#));
        page.until_ready();
        assert!(page.text("badge-citations").starts_with('8'));
        eventually(|| page.requests("openalex/works") == asked + 1, "the service was asked");
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
        assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    }
}

/// The frame is another origin even to the server that it is from: who allows nobody is told so, once.
pub fn needs_cors_of_its_own_server(page: &Page<'_>) {
    open(page, CLASSIC, &HER2.repeat(2));
    page.until("probe.codes().length === 2");
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains("site/embed.js") && it.contains("CORS")), "{warnings:?}");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["wasm-unavailable"; 2]);
    assert!(page.is("probe.widgets().every((it) => it.innerText === 'fallback' && probe.visible(it))"));
}
