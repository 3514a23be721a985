//! Pages that Turbo navigates: it replaces the body, merges the head, and shows copies of the pages that it has left.

use serde_json::json;

use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Origin};

const TURBO: &str = r#"<script src="pages/turbo.js"></script>"#;
const INLINE: &str = r#"<publication-metrics><script type="application/json">{ "title": "On moss", "doi": "10.1000/1", "citations": [{ "source": "Scopus", "count": 8 }] }</script></publication-metrics>"#;
/// The colours of a page by a class of its body.
const COLOURS: &str = "<style>.dark { background: black; color: white }</style>";

/// Lays down two pages that differ in what they show, and opens the first.
fn open(page: &Page<'_>, head: &str, first: &str, second: &str) {
    page.lay_library("pages/turbo.js", "@hotwired/turbo/dist/turbo.es2017-umd.js");
    let head = [TURBO, head].concat();
    page.lay_page("one.html", &head, &format!(r#"<a href="two.html">two</a>{first}"#));
    page.lay_page("two.html", &head, &format!(r#"<a href="one.html">one</a>{second}"#));
    page.visit("one.html");
    page.run("window.isTheSame = true");
    page.until_ready();
}

/// By a link, as a reader does.
fn go(page: &Page<'_>, name: &str) {
    page.run(&format!("document.querySelector('a[href=\"{name}.html\"]').click()"));
    arrive(page, name);
}

fn arrive(page: &Page<'_>, name: &str) {
    // Of a preview the page itself is still to come.
    page.until(&format!("location.pathname.endsWith('/{name}.html') && !document.querySelector('a[href=\"{name}.html\"]') && !document.documentElement.hasAttribute('data-turbo-preview') && !document.documentElement.hasAttribute('aria-busy')"));
    page.until_ready();
    assert!(page.is("window.isTheSame"), "the page was loaded anew");
}

fn assert_quiet(page: &Page<'_>) {
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}

/// Forwards, in previews, and back.
pub fn shows_the_widgets_of_every_page(page: &Page<'_>) {
    for script in [SCRIPT, r#"<script async src="site/embed.js"></script>"#] {
        open(page, script, &[HER2, INLINE].concat(), &[INLINE, HER2, INLINE].concat());
        for _ in 0..3 {
            go(page, "two");
            assert_eq!(page.value::<Vec<String>>("probe.widgets().map((_, at) => probe.text('badge-citations', at)[0])"), ["8", "6", "8"]);
            go(page, "one");
            assert_eq!(page.value::<Vec<String>>("probe.widgets().map((_, at) => probe.text('badge-citations', at)[0])"), ["6", "8"]);
        }
        page.run("history.back()");
        arrive(page, "two");
        assert_eq!(page.value::<usize>("probe.widgets().length"), 3);
        page.click("probe.toggle('share-button')");
        page.until("probe.visible(probe.part('share-panel').querySelector('svg path'))");
        page.run("document.body.click()");
        page.until("!probe.expanded('share-button')");
        assert!(page.is("probe.widgets().every((_, at) => probe.parts('badge-citations', at).length === 1)"));
        assert_quiet(page);
    }
}

/// The watch of the page's colours and language goes with the body.
pub fn leaves_colours_and_language_the_pages_own(page: &Page<'_>) {
    open(page, &[SCRIPT, COLOURS].concat(), INLINE, INLINE);
    go(page, "two");
    page.run("document.body.className = 'dark'");
    page.until("probe.root().querySelector('[data-theme]').dataset.theme === 'dark'");
    page.run("document.documentElement.lang = 'es'");
    page.until("probe.text('badge-citations').startsWith('8 citas')");
}

/// An element that stays goes from body to body with what is open in it.
pub fn keeps_a_permanent_widget(page: &Page<'_>) {
    let permanent = HER2.replace("src=", r#"id="kept" data-turbo-permanent src="#);
    open(page, &[SCRIPT, COLOURS].concat(), &permanent, &permanent);
    page.run("window.kept = probe.element(); probe.toggle('badge-quartile').click()");
    page.until("probe.expanded('badge-quartile')");
    for name in ["two", "one"] {
        // By no click, which would close the panel.
        page.run(&format!("Turbo.visit('{name}.html')"));
        arrive(page, name);
        assert!(page.is("probe.element() === window.kept && probe.widgets().length === 1"));
        assert!(page.is("probe.expanded('badge-quartile')"));
    }
    assert_eq!(page.value::<usize>("probe.fired('metrics-load')"), 1);
    page.run("document.body.className = 'dark'");
    page.until("probe.root().querySelector('[data-theme]').dataset.theme === 'dark'");
    assert_quiet(page);
}

/// A page that is merged into itself, element by element.
pub fn morphs_the_page_around_widgets(page: &Page<'_>) {
    let head = r#"<meta name="turbo-refresh-method" content="morph">"#;
    open(page, &[SCRIPT, head].concat(), &[HER2, INLINE, HER2].concat(), "");
    page.run("window.kept = probe.element(); probe.toggle('badge-quartile').click()");
    page.until("probe.expanded('badge-quartile')");
    let changed = [HER2.replace("src=", r#"lang="es" src="#), INLINE.replace('8', "9"), HER2.into()].concat();
    page.lay_page("one.html", &[TURBO, SCRIPT, head].concat(), &format!(r#"<a href="two.html">two</a>{changed}"#));
    page.run("Turbo.visit(location.href, { action: 'replace' })");
    page.until("probe.text('badge-citations', 1)?.startsWith('9') && probe.text('badge-citations')?.startsWith('6 citas')");
    assert!(page.is("probe.element() === window.kept && probe.expanded('badge-quartile')"));
    assert_eq!(page.value::<Vec<String>>("probe.widgets().map((it) => it.getAttribute('state'))"), ["ready"; 3]);
    assert_quiet(page);
}

/// The markup of vendors is upgraded on every page, once, wherever the tag is.
pub fn has_badges_upgraded_on_every_page(page: &Page<'_>) {
    let works: Vec<_> = (1..=3)
        .map(|it| json!({ "id": "https://openalex.org/W1", "doi": format!("https://doi.org/10.1000/{it}"), "display_name": "On moss", "cited_by_count": it, "authorships": [] }))
        .collect();
    page.stage.lay("openalex/works", Answer::json(json!({ "results": works }).to_string()));
    let endpoint = page.stage.address(Origin::Host, "{source}");
    let script = format!(r#"<script async src="site/embed.js" data-replace="altmetric plumx" data-endpoint="{endpoint}" data-loading="eager"></script>"#);
    let first = r#"<div class="altmetric-embed" data-doi="10.1000/1"></div><a class="plumx-details" href="https://plu.mx/plum/a/?doi=10.1000/2">PlumX</a>"#;
    let second = r#"<div class="altmetric-embed" data-badge-popover="right" data-doi="10.1000/3"></div>"#;
    for (head, body) in [(&*script, ""), ("", &*script)] {
        open(page, head, &[first, body].concat(), &[second, body].concat());
        for _ in 0..3 {
            go(page, "two");
            assert_eq!(page.value::<Vec<String>>("probe.widgets().map((_, at) => probe.text('badge-citations', at)[0])"), ["3"]);
            page.run("history.back()");
            arrive(page, "one");
            assert_eq!(page.value::<Vec<String>>("probe.widgets().map((_, at) => probe.text('badge-citations', at)[0])"), ["1", "2"]);
        }
        // A badge that comes later, be the tag run once or on each page, is one.
        page.run("document.body.insertAdjacentHTML('beforeend', '<p><span class=\"altmetric-embed\" data-doi=\"10.1000/3\"></span></p>')");
        page.until("probe.widgets().length === 3 && probe.text('badge-citations', 2)?.startsWith('3')");
        assert_quiet(page);
    }
}
