//! Pages with `<base>`: the page's own addresses follow it, and the widget's files are beside its script all the same.

use crate::page::{Page, SCRIPT};
use crate::server::{Answer, Origin};

/// Where `<base>` leads: records and words are there, and nothing of the widget.
const BASE: &str = "deep/down/";

fn open(page: &Page<'_>, script: &str, body: &str) {
    for (path, text) in [
        ("record.json", r#"{ "title": "On moss", "doi": "10.1000/1", "citations": [{ "source": "Scopus", "count": 8 }] }"#),
        ("words.arb", r#"{ "@@locale": "es", "citations": "{count, plural, one {vez citado} other {veces citado}}" }"#),
    ] {
        page.stage.lay(&format!("{BASE}{path}"), Answer::json(text));
    }
    let base = page.stage.address(Origin::Host, BASE);
    let script = script.replace("site/", &page.stage.address(Origin::Host, "site/"));
    page.open_with(&format!(r#"<base href="{base}">{script}"#), body);
}

/// What was asked for below the address of `<base>`.
fn asked_below(page: &Page<'_>) -> Vec<String> {
    let mut asked: Vec<_> = page.stage.log(Origin::Host).into_iter().filter_map(|path| path.strip_prefix(BASE).map(str::to_owned)).collect();
    asked.sort();
    asked
}

/// By either tag: `src` is relative to the base as that of an image, and so is `messages`; program, language and icons are not.
pub fn is_that_of_records_alone(page: &Page<'_>) {
    for script in [SCRIPT, r#"<script async src="site/embed.js"></script>"#] {
        open(page, script, r#"<publication-metrics src="record.json" lang="es">fallback</publication-metrics>"#);
        page.until_ready();
        assert!(page.text("badge-citations").starts_with("8 citas"), "{}", page.text("badge-citations"));
        page.run("probe.toggle('share-button').click()");
        page.until("probe.part('share-panel').querySelector('svg path')");
        assert_eq!(asked_below(page).last().map(String::as_str), Some("record.json"));
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    }
    assert_eq!(asked_below(page), ["record.json"; 2]);
}

/// Also what whole pages, other dialects and the page's own words take.
pub fn leaves_parts_beside_the_script(page: &Page<'_>) {
    let work = r#"{ "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/1", "display_name": "On moss", "cited_by_count": 8, "authorships": [] }"#;
    page.stage.lay(&format!("{BASE}work.json"), Answer::json(work));
    open(page, SCRIPT, r#"<publication-metrics src="work.json" layout="full" lang="es" messages="words.arb">fallback</publication-metrics>"#);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with("8 veces citado"), "{}", page.text("badge-citations"));
    page.run("probe.root().querySelector('[data-cite=bibtex]').click()");
    page.until("probe.root().querySelector('.cited')?.textContent.includes('On moss')");
    assert_eq!(asked_below(page), ["words.arb", "work.json"]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    // A link within the widget would lead to the base.
    assert_eq!(page.value::<Vec<String>>("[...probe.root().querySelectorAll('[href^=\"#\"], [fill*=\"url(\"]')].map((it) => it.outerHTML)"), [""; 0]);
}

/// The markup of vendors is upgraded, and its records are the page's.
pub fn is_that_of_upgraded_badges(page: &Page<'_>) {
    let script = r#"<script async src="site/embed.js" data-replace="altmetric" data-src="record.json?{doi}" data-loading="eager"></script>"#;
    open(page, script, r#"<div class="altmetric-embed" data-doi="10.1000/1"></div>"#);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('8'));
    assert_eq!(asked_below(page), ["record.json"]);
}
