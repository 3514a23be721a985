//! Files on another origin than the page: what its server has to allow, and who says so where it does not.

use std::fs;

use crate::page::{HER2, Page};
use crate::server::{Answer, Origin};

/// The files of this beginning may be read by every page.
fn allow(page: &Page<'_>, files: &[&str]) {
    for file in files {
        let body = fs::read(page.stage.site().join(file)).expect("the site is complete");
        let kind = if file.ends_with("wasm") { "application/wasm" } else { "text/javascript" };
        let answer = Answer::new(kind, body).with_header("access-control-allow-origin", "*");
        page.stage.lay(&format!("site/{file}"), answer);
    }
}

fn tag(page: &Page<'_>, file: &str) -> String {
    let address = page.stage.address(Origin::Neighbour, &format!("site/{file}"));
    if file == "embed.js" {
        format!(r#"<script async src="{address}"></script>"#)
    } else {
        format!(r#"<script type="module" src="{address}"></script>"#)
    }
}

#[track_caller]
fn assert_said_once(page: &Page<'_>, what: &str, elements: usize) {
    page.until(&format!("probe.codes().length === {elements}"));
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains(what) && it.contains("CORS")), "{warnings:?}");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), vec!["wasm-unavailable"; elements]);
    assert!(page.is("[...document.querySelectorAll('publication-metrics')].every((it) => it.innerText === 'fallback' && probe.visible(it))"));
}

/// With it everything works, whatever is fetched later.
pub fn is_all_it_takes(page: &Page<'_>) {
    page.stage.allow_all_origins();
    let record = page.stage.address(Origin::Neighbour, "records/her2-review.json");
    for file in ["publication-metrics.js", "embed.js"] {
        page.open_with(
            &tag(page, file),
            &format!(r#"<publication-metrics src="{record}" lang="es">fallback</publication-metrics><publication-metrics src="{record}" layout="full" loading="eager">fallback</publication-metrics>"#),
        );
        page.until_ready();
        assert!(page.text("badge-citations").starts_with("6 citas"));
        page.run("probe.toggle('share-button').click()");
        page.until("probe.part('share-panel').querySelector('svg path')");
        page.run("probe.root(1).querySelector('[data-cite=bibtex]').click()");
        page.until("probe.root(1).querySelector('.cited')?.textContent.includes('@article')");
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    }
    assert!(page.stage.log(Origin::Host).iter().all(|path| !path.starts_with("site/")), "nothing is asked of the page's own server");
}

/// The browser keeps a module from the page; the small script is none, and says so.
pub fn missing_for_the_script_is_said_once(page: &Page<'_>) {
    page.open_with(&tag(page, "embed.js"), &HER2.repeat(2));
    assert_said_once(page, "site/embed.js", 2);
}

/// The script is there, and what it fetches is not.
pub fn missing_for_the_wasm_is_said_once(page: &Page<'_>) {
    allow(page, &["publication-metrics.js"]);
    page.open_with(&tag(page, "publication-metrics.js"), &HER2.repeat(2));
    assert_said_once(page, "publication-metrics.wasm", 2);
}

/// The page's own files, and a record that is somebody else's.
pub fn missing_for_a_record_is_said_once(page: &Page<'_>) {
    let record = page.stage.address(Origin::Neighbour, "records/her2-review.json");
    page.open(&format!(r#"<publication-metrics src="{record}">fallback</publication-metrics>"#).repeat(2));
    page.until("probe.codes().length === 2");
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains(&record) && it.contains("CORS")), "{warnings:?}");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["network"; 2]);
}
