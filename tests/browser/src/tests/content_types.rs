//! Servers that send files as something else than what they are.

use std::fs;

use crate::page::{HER2, Page, SCRIPT};
use crate::server::Answer;

fn lay_as(page: &Page<'_>, file: &str, content_type: &str) {
    let body = fs::read(page.stage.site().join(file)).expect("the site is complete");
    page.stage.lay(&format!("site/{file}"), Answer::new(content_type, body));
}

/// A program is known by its bytes, whatever the server takes it for.
pub fn of_the_wasm_do_not_matter(page: &Page<'_>) {
    for content_type in ["application/octet-stream", "text/plain; charset=utf-8", "text/html", "application/wasm; charset=utf-8"] {
        for file in ["publication-metrics.wasm", "publication-metrics-full.wasm"] {
            lay_as(page, file, content_type);
        }
        page.open(&[HER2, &HER2.replace("src=", r#"layout="full" src="#)].concat());
        page.until_ready();
        assert!(page.text("badge-citations").starts_with('6'), "{content_type}");
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0], "{content_type}");
    }
}

/// Nor that of a record or of words.
pub fn of_records_do_not_matter(page: &Page<'_>) {
    let record = r#"{ "title": "On moss", "citations": [{ "source": "Scopus", "count": 8 }] }"#;
    for content_type in ["text/html", "text/plain", "application/octet-stream", "image/png"] {
        page.stage.lay("record.data", Answer::new(content_type, record));
        page.open(r#"<publication-metrics src="record.data">fallback</publication-metrics>"#);
        page.until_ready();
        assert!(page.text("badge-citations").starts_with('8'), "{content_type}");
    }
}

/// Browsers run no module that is sent as something else: the small script says so once, and tells each element.
pub fn of_modules_are_said_to_be_wrong(page: &Page<'_>) {
    for file in ["publication-metrics.js", "publication-metrics-replace.js"] {
        lay_as(page, file, "text/plain");
    }
    let script = r#"<script async src="site/embed.js" data-replace="altmetric"></script>"#;
    page.open_with(script, &HER2.repeat(3));
    assert_eq!(page.error_code(), "wasm-unavailable");
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains("site/embed.js") && it.contains("as JavaScript")), "{warnings:?}");
    assert_eq!(page.value::<Vec<u32>>("probe.seen.events.map(({ type, widget }) => type === 'metrics-error' ? widget : -1)"), [0, 1, 2]);
    assert_eq!(page.value::<String>("document.body.innerText.trim()"), "fallback fallback fallback".replace(' ', ""));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// By the tag of the module alone, nobody is there to say anything but the browser; what is inside the element stays.
pub fn of_the_module_keep_the_fallback(page: &Page<'_>) {
    lay_as(page, "publication-metrics.js", "text/plain");
    page.open_with(SCRIPT, HER2);
    page.settle();
    assert!(page.is("!customElements.get('publication-metrics')"));
    assert_eq!(page.value::<String>("document.body.innerText.trim()"), "fallback");
}

/// A part that comes later: the widget shows what it has, and says once what is missing.
pub fn of_later_parts_cost_only_these(page: &Page<'_>) {
    for file in ["languages/es.js", "publication-metrics-full.js"] {
        lay_as(page, file, "text/plain");
    }
    let widgets = [HER2.replace("src=", r#"lang="es" src="#).repeat(2), HER2.replace("src=", r#"layout="full" loading="eager" src="#).repeat(2)].concat();
    page.open(&widgets);
    page.until("probe.widgets().map(({ state }) => state).join() === 'ready,ready,error,error'");
    assert!(page.text("badge-citations").starts_with("6 citations"));
    page.settle();
    let mut warnings: Vec<String> = page.value("probe.seen.warnings");
    warnings.sort();
    assert!(matches!(&warnings[..], [one, other] if one.contains("languages/es.js") && other.contains("publication-metrics-full.js")), "{warnings:?}");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["wasm-unavailable"; 2]);
}

/// The icons of the share panel: every entry has its name beside.
pub fn of_icons_cost_only_these(page: &Page<'_>) {
    lay_as(page, "share-icons.js", "text/plain");
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('share-button').click()");
    page.until("probe.visible(probe.part('share-panel').querySelector('a[href]'))");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}
