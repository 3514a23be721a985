//! The ways to put the widget on a page.

use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Origin};

/// For templates that allow no modules.
pub fn classic_script(page: &Page<'_>) {
    page.open_with(r#"<script async src="site/embed.js"></script>"#, HER2);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('6'));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// From two addresses: the first definition stays, and nothing breaks.
pub fn two_copies_of_the_script(page: &Page<'_>) {
    let other = SCRIPT.replace(".js", ".js?again");
    page.open_with(&[SCRIPT, &other].concat(), &HER2.repeat(2));
    page.until_ready();
    page.settle();
    assert!(page.text("badge-citations").starts_with('6'));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.requests("site/publication-metrics.wasm"), 1);
}

/// Such as a CDN, which allows every page to read its files; and the record is still the page's own.
pub fn script_of_another_origin(page: &Page<'_>) {
    for (file, kind) in [
        ("publication-metrics.js", "text/javascript"),
        ("publication-metrics.wasm", "application/wasm"),
        ("publication-metrics-full.js", "text/javascript"),
        ("publication-metrics-full.wasm", "application/wasm"),
        ("share-icons.js", "text/javascript"),
        ("embed.js", "text/javascript"),
    ] {
        let body = std::fs::read(page.stage.site().join(file)).expect("the site is complete");
        let answer = Answer::new(kind, body).with_header("access-control-allow-origin", "*");
        page.stage.lay(&format!("cdn/{file}"), answer);
    }
    let embed = page.stage.address(Origin::Neighbour, "cdn/embed.js");
    page.open_with(&format!(r#"<script async src="{embed}"></script>"#), HER2);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('6'));
    page.run("probe.toggle('share-button').click()");
    page.until("probe.part('share-panel').querySelector('svg path')");
    let mut asked = page.stage.log(Origin::Neighbour);
    asked.sort();
    assert_eq!(
        asked,
        [
            "cdn/embed.js",
            "cdn/publication-metrics-full.js",
            "cdn/publication-metrics-full.wasm",
            "cdn/publication-metrics.js",
            "cdn/publication-metrics.wasm",
            "cdn/share-icons.js"
        ]
    );
}

/// The page of the guide for pages of one's own, as it is.
pub fn guide_for_plain_pages(page: &Page<'_>) {
    page.visit("examples/html/index.html");
    page.until("['file', 'inline', 'missing'].every((id) => /ready|error/.test(document.getElementById(id).state))");
    let states: Vec<String> = page.value("['file', 'inline', 'missing'].map((id) => document.getElementById(id).state)");
    assert_eq!(states, ["ready", "ready", "error"]);
    for id in ["file", "inline"] {
        let badge: String = page.value(&format!("document.getElementById('{id}').shadowRoot.querySelector('[part~=badge-citations]').innerText"));
        assert!(badge.trim().starts_with('6') && badge.contains("Scopus"), "{id}: {badge}");
    }
    assert!(page.is("document.querySelector('#missing a').checkVisibility()"));
    assert_eq!(page.value::<String>("document.getElementById('said').textContent"), "missing: http-404");
    // One network is left out by a listener.
    page.run("document.getElementById('file').shadowRoot.querySelector('[part~=share-button] [aria-expanded], [part~=share-button][aria-expanded]').click()");
    let link = "document.getElementById('file').shadowRoot.querySelector('[data-share=x]')";
    page.until(link);
    let windows = page.windows();
    page.run(&format!("{link}.click()"));
    page.settle();
    assert_eq!(page.windows(), windows);
}

/// The version of this workspace, as Cargo.toml has it.
pub fn names_its_version(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    assert_eq!(page.value::<String>("customElements.get('publication-metrics').version"), env!("CARGO_PKG_VERSION"));
}

/// The demo as a server's whole content.
pub fn site_at_the_root(page: &Page<'_>) {
    page.browser.open(&page.root).expect("the demo opens");
    assert_demo(page);
}

/// The demo somewhere below.
pub fn site_below_a_path(page: &Page<'_>) {
    page.visit("site/");
    assert_demo(page);
    let elsewhere: Vec<_> =
        page.stage.log(Origin::Host).into_iter().filter(|path| !path.starts_with("site/")).collect();
    assert_eq!(elsewhere, [""; 0], "every file is asked for beside the page");
}

/// The first widget of the demo is the HER2 review.
fn assert_demo(page: &Page<'_>) {
    page.until("document.querySelector('publication-metrics')?.state === 'ready'");
    // WebKit has no words of a widget before the frame in which it is laid out.
    page.until(
        "/^6[^]*Scopus/.test(document.querySelector('publication-metrics').shadowRoot.querySelector('[part~=badge-citations]').innerText.trim())",
    );
    page.settle();
    let failed: Vec<String> = page.value(
        "performance.getEntriesByType('resource').filter(({ responseStatus }) => responseStatus >= 400).map(({ name }) => name)",
    );
    assert_eq!(failed, [""; 0]);
}
