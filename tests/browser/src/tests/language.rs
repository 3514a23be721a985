//! The language of the widget's words. English is written with British or American dates.

use crate::page::Page;

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
