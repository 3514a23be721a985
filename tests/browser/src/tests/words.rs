//! The page's own words in place of the catalogues'.

use serde_json::json;

use crate::page::{HER2, Page};
use crate::server::{Answer, Origin};

const SET: &str = "customElements.get('publication-metrics').setMessages";

fn in_language(language: &str, attributes: &str) -> String {
    HER2.replace("<publication-metrics", &format!(r#"<publication-metrics lang="{language}" {attributes}"#))
}

fn warnings(page: &Page<'_>) -> Vec<String> {
    page.value("probe.seen.warnings")
}

/// By a call, before and after the widget shows, in English, which the program has, and in the whole page as well.
pub fn are_set_by_a_call(page: &Page<'_>) {
    page.open(&[in_language("en", ""), in_language("en", r#"layout="full""#)].concat());
    page.until_ready();
    assert!(page.text("badge-citations").contains("citations"));
    page.run(&format!(
        "{SET}('en', {{ citations: '{{count, plural, one {{time cited}} other {{<b>times</b> cited}}}}', 'page-keywords': 'Subjects' }})"
    ));
    page.until("[0, 1].every((n) => probe.text('badge-citations', n).includes('<b>times</b> cited'))");
    page.until("probe.part('section-keywords', 1).textContent.startsWith('Subjects')");
    assert!(page.is("!probe.part('badge-citations').querySelector('b')"), "words are text");
    page.run(&format!("{SET}('en', {{ 'page-keywords': 'Topics' }})"));
    page.until("probe.part('section-keywords', 1).textContent.startsWith('Topics')");
    assert!(page.text("badge-citations").contains("times"), "what was said before still holds");
    assert_eq!(warnings(page), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// By a file, of which only what differs is needed.
pub fn are_read_from_a_file(page: &Page<'_>) {
    let file = json!({ "@@locale": "es", "citations": "{count, plural, one {mención} other {menciones}}", "@citations": {} });
    page.stage.lay("words.arb", Answer::json(file.to_string()));
    page.open(&[in_language("es", r#"messages="words.arb""#), in_language("es", r#"messages="words.arb""#)].concat());
    page.until_ready();
    page.until("[0, 1].every((n) => probe.text('badge-citations', n).includes('menciones'))");
    assert!(page.text("badge-quartile").contains("2023"));
    assert_eq!(page.requests("words.arb"), 1);
    page.run("probe.element().lang = 'en'");
    page.until("probe.text('badge-citations').includes('citations')");
    assert_eq!(warnings(page), [""; 0]);
}

/// For a language that has no catalogue, English fills in; for a region, its language does.
pub fn are_for_any_language_and_region(page: &Page<'_>) {
    page.open(&[in_language("nl", ""), in_language("es-MX", ""), in_language("es-ES", "")].concat());
    page.until_ready();
    page.run(&format!("{SET}('nl', {{ citations: 'keer geciteerd', share: 'Delen' }}); {SET}('es-MX', {{ share: 'Comparte' }})"));
    page.until("probe.text('badge-citations', 0).includes('keer geciteerd')");
    page.until("probe.text('share-button', 1) === 'Comparte'");
    let words: Vec<String> = page.value(
        "[probe.text('share-button', 0), probe.text('badge-altmetric', 0).replace(/^\\S+ /, ''), probe.text('badge-citations', 1), probe.text('share-button', 2)]",
    );
    assert_eq!(words[0], "Delen");
    assert!(words[1].starts_with("attention score"), "{words:?}");
    assert!(words[1].contains("30 jun 2025"), "dates are Dutch: {words:?}");
    assert!(words[2].contains("citas"), "{words:?}");
    assert_eq!(words[3], "Compartir");
}

/// What is not understood is left as it was, and whoever keeps the page is told where the fault is.
pub fn are_held_against_the_catalogue(page: &Page<'_>) {
    page.open(&in_language("en", ""));
    page.until_ready();
    page.run(&format!(
        "{SET}('en', {{ share: 'Pass on', citatons: 'x', quartile: 'a {{brace', 'no-quartile': '{{agency}}', citations: '{{count, plural, one {{x}}}}', copy: 7 }})"
    ));
    page.until("probe.text('share-button') === 'Pass on'");
    assert!(page.text("badge-citations").contains("citations"));
    let warnings = warnings(page);
    for (key, fault) in [
        ("citatons", "no such message"),
        ("quartile", "expected"),
        ("no-quartile", "no argument agency"),
        ("citations", "no case other"),
        ("copy", "no text"),
    ] {
        let is_told = |it: &&String| it.contains(&format!("\"{key}\"")) && it.contains(fault);
        assert!(warnings.iter().any(|it| is_told(&it)), "{key} is not in {warnings:#?}");
    }
}

/// A file that cannot be had costs a warning; and without words of its own a page asks for nothing.
pub fn that_are_missing_are_the_catalogues(page: &Page<'_>) {
    page.open(&in_language("es", r#"messages="missing.arb""#));
    page.until_ready();
    assert!(page.text("badge-citations").contains("citas"));
    let warnings = warnings(page);
    assert!(warnings.iter().any(|it| it.contains("missing.arb") && it.contains("404")), "{warnings:?}");
    page.open(&in_language("es", ""));
    page.until_ready();
    let log = page.stage.log(Origin::Host);
    assert_eq!(log.iter().filter(|path| path.contains("words.js")).count(), 1, "{log:?}");
    assert!(!log.iter().any(|path| path.contains("keys.js")), "{log:?}");
}
