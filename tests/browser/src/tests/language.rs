//! The language of the widget's words. English is written with British or American dates.

use crate::page::{HER2, Page};
use crate::server::{Answer, Origin};

/// Its own, the nearest ancestor's, then the page's; a tag that is none is passed over.
pub fn is_the_nearest_ancestors(page: &Page<'_>) {
    let widget = r#"<publication-metrics src="records/her2-review.json"></publication-metrics>"#;
    let american = widget.replace("src=", r#"lang="en-US" src="#);
    page.open(&format!(
        r#"{widget}<div lang="en-US">{widget}</div><div lang="en-GB">{american}</div><div lang="en-US"><div lang="no_such tag">{widget}</div></div>"#
    ));
    page.until_ready();
    for (widget, date) in [(0, "30 Jun 2025"), (1, "Jun 30, 2025"), (2, "Jun 30, 2025"), (3, "Jun 30, 2025")] {
        let text: String = page.value(&format!("probe.text('badge-citations', {widget})"));
        assert!(text.contains(date), "widget {widget} says {text:?}, without {date:?}");
    }
    assert!(page.is("probe.part('label').closest('[lang]').lang.startsWith('en')"), "words name their language");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// When it changes, and the element's own.
pub fn follows_the_page(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json"></publication-metrics>"#);
    page.until_ready();
    page.run("document.documentElement.lang = 'en-US'");
    page.until("probe.text('badge-citations').includes('Jun 30')");
    page.run("probe.element().lang = 'en-GB'");
    page.until("probe.text('badge-citations').includes('30 Jun')");
}

/// Fetched once, when a page asks for it; and nothing of the others.
pub fn is_fetched_when_it_is_spoken(page: &Page<'_>) {
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics lang="es-MX""#).repeat(3));
    page.until_ready();
    assert!(page.text("badge-citations").contains("citas"), "{}", page.text("badge-citations"));
    assert!(page.is("probe.root().querySelector('[lang=es]')"));
    let asked: Vec<String> =
        page.stage.log(Origin::Host).into_iter().filter(|path| path.contains("languages/")).collect();
    assert_eq!(asked, ["site/languages/es.js"]);
}

/// At once, in the whole widget, and back.
pub fn can_be_switched(page: &Page<'_>) {
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics layout="full""#));
    page.until_ready();
    let says = |words: &str| page.until(&format!("probe.part('section-leadership').textContent.includes('{words}')"));
    says("Spain");
    for (tag, words) in [("es", "España"), ("de", "Spanien"), ("ar", "إسبانيا"), ("en", "Spain"), ("pt-BR", "Espanha")] {
        page.run(&format!("probe.element().lang = '{tag}'"));
        says(words);
    }
    assert_eq!(page.requests("records/her2-review.json"), 1);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Where the words of a language cannot be had, English is spoken, and whoever keeps the page is told once.
pub fn that_is_missing_is_english(page: &Page<'_>) {
    page.stage.lay("site/languages/es.js", Answer::status(404));
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics lang="es""#).repeat(2));
    page.until_ready();
    assert!(page.text("badge-citations").contains("citations"));
    assert!(page.is("probe.root().querySelector('[lang=en]')"));
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("languages/es.js"), "{warnings:?}");
}
