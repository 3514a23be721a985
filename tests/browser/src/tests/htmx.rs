//! Pages of which htmx swaps parts, and which it restores from text.

use crate::page::{HER2, Page, SCRIPT};
use crate::server::Answer;

const INLINE: &str = r#"<publication-metrics id="it"><script type="application/json">{ "title": "On moss", "doi": "10.1000/1", "citations": [{ "source": "Scopus", "count": 8 }] }</script></publication-metrics>"#;

fn open(page: &Page<'_>, head: &str, controls: &str) {
    page.lay_library("pages/htmx.js", "htmx.org/dist/htmx.min.js");
    page.open_with(
        &[r#"<script src="pages/htmx.js"></script>"#, head].concat(),
        &format!(r#"{controls}<main id="list">{}</main>"#, HER2.replace("src=", r#"id="it" src="#)),
    );
    page.until_ready();
    page.run("window.isTheSame = true");
}

fn assert_quiet(page: &Page<'_>) {
    assert!(page.is("window.isTheSame"));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}

/// In every way to put a part in the place of another.
pub fn swaps_widgets_in(page: &Page<'_>) {
    let controls: String = ["innerHTML", "outerHTML", "beforeend"]
        .map(|swap| format!(r##"<button id="{swap}" hx-get="part.html" hx-target="#list" hx-swap="{swap}">{swap}</button>"##))
        .concat();
    page.stage.lay("part.html", Answer::html(format!(r#"<div id="list">{INLINE}</div>"#)));
    for (swap, left) in [("innerHTML", 1), ("outerHTML", 1), ("beforeend", 2)] {
        open(page, SCRIPT, &controls);
        page.run(&format!("document.getElementById('{swap}').click()"));
        page.until(&format!("probe.widgets().length === {left} && probe.text('badge-citations', {left} - 1)?.startsWith('8')"));
        page.settle();
        page.until_ready();
        assert_eq!(page.value::<usize>("probe.widgets().length"), left, "{swap}");
        page.click(&format!("probe.toggle('share-button', {left} - 1)"));
        page.until(&format!("probe.visible(probe.part('share-panel', {left} - 1).querySelector('svg path'))"));
        assert_quiet(page);
    }
}

/// And the page before is there again as text: elements without what was in their shadow roots.
pub fn restores_widgets_from_its_history(page: &Page<'_>) {
    let control = r##"<button id="go" hx-get="part.html" hx-target="#list" hx-push-url="next.html">go</button>"##;
    page.stage.lay("part.html", Answer::html(INLINE));
    open(page, SCRIPT, control);
    for _ in 0..2 {
        page.run("document.getElementById('go').click()");
        page.until("location.pathname.endsWith('/next.html') && probe.text('badge-citations')?.startsWith('8')");
        page.settle();
        page.run("history.back()");
        page.until("location.pathname.endsWith('/page.html') && probe.text('badge-citations')?.startsWith('6')");
        page.run("history.forward()");
        page.until("location.pathname.endsWith('/next.html') && probe.text('badge-citations')?.startsWith('8')");
        page.run("history.back()");
        page.until("location.pathname.endsWith('/page.html') && probe.text('badge-citations')?.startsWith('6')");
        assert_eq!(page.value::<usize>("probe.widgets().length"), 1);
    }
    page.click("probe.toggle('badge-quartile')");
    page.until("probe.visible(probe.panel('badge-quartile'))");
    assert_quiet(page);
}

/// Markup of vendors that is swapped in is upgraded, and stays so in a page that is restored.
pub fn has_swapped_badges_upgraded(page: &Page<'_>) {
    let record = r#"{ "title": "On moss", "citations": [{ "source": "Scopus", "count": 8 }] }"#;
    page.stage.lay("record.json", Answer::json(record));
    page.stage.lay("part.html", Answer::html(r#"<div class="altmetric-embed" data-doi="10.1000/1"></div>"#));
    let script = r#"<script async src="site/embed.js" data-replace="altmetric" data-src="record.json?{doi}"></script>"#;
    open(page, script, r##"<button id="go" hx-get="part.html" hx-target="#list" hx-push-url="next.html">go</button>"##);
    page.run("document.getElementById('go').click()");
    page.until("location.pathname.endsWith('/next.html') && probe.text('badge-citations')?.startsWith('8')");
    page.settle();
    page.run("history.back()");
    page.until("probe.text('badge-citations')?.startsWith('6')");
    page.run("history.forward()");
    page.until("probe.text('badge-citations')?.startsWith('8')");
    assert_eq!(page.value::<usize>("probe.widgets().length"), 1);
    assert!(page.is("probe.element().parentElement.matches('.altmetric-embed')"));
    assert_quiet(page);
}
