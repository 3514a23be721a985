//! The browser's back button: a page that is kept whole, and one that is loaded again.

use crate::page::{HER2, Page, SCRIPT};
use crate::server::Answer;

/// Notes how often the page was shown from memory, and who listens to its end, which keeps pages out of it.
const WATCH: &str = r#"<script>
    window.restored = 0;
    window.farewells = [];
    addEventListener("pageshow", ({ persisted }) => { if (persisted) restored++; });
    const { addEventListener: add } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (/^(before)?unload$/.test(type)) farewells.push(type);
        return add.call(this, type, ...rest);
    };
</script>"#;

/// A page that browsers may keep, and another one to go to.
fn open(page: &Page<'_>) {
    let html = Page::html_of(&[WATCH, SCRIPT].concat(), &[HER2, &HER2.replace("src=", r#"layout="full" src="#)].concat());
    page.told.borrow_mut().push_str(WATCH);
    page.stage.lay("kept.html", Answer::html(html).with_header("cache-control", "max-age=600"));
    page.stage.lay("next.html", Answer::html("<!doctype html><title>Next</title><p>Next").with_header("cache-control", "max-age=600"));
    page.visit("kept.html");
    page.until_ready();
}

/// With what was open in it, listeners and all.
pub fn brings_the_widgets_back(page: &Page<'_>) {
    open(page);
    page.run("probe.root(1).querySelector('[data-cite=bibtex]').click()");
    page.until("probe.root(1).querySelector('.cited')?.textContent.includes('@article')");
    page.run("probe.toggle('share-button').click()");
    page.until("probe.part('share-panel').querySelector('svg path')");
    assert_eq!(page.value::<Vec<String>>("farewells"), [""; 0]);
    for round in 1..=2 {
        page.visit("next.html");
        page.until("document.title === 'Next'");
        page.back();
        page.until("window.probe");
        page.until_ready();
        let why = page.value::<serde_json::Value>("performance.getEntriesByType('navigation')[0]?.notRestoredReasons ?? null");
        assert_eq!(page.value::<u32>("restored"), round, "the page was loaded anew: {why}");
        assert_eq!(page.value::<usize>("probe.fired('metrics-load')"), 2);
    }
    assert!(page.is("probe.expanded('share-button')"), "what was open is open");
    page.click("probe.part('share-panel').querySelector('input')");
    page.run("document.body.click()");
    page.until("!probe.expanded('share-button')");
    page.click("probe.toggle('badge-quartile')");
    page.until("probe.visible(probe.panel('badge-quartile'))");
    page.run("document.body.style.cssText = 'background: black; color: white'");
    page.until("probe.root().querySelector('[data-theme]').dataset.theme === 'dark'");
    page.run("document.documentElement.lang = 'es'");
    page.until("probe.text('badge-citations').startsWith('6 citas')");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}
