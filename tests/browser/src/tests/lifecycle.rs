//! Elements that are moved, removed, brought back and cloned.

use std::time::Duration;

use crate::page::{HER2, Page};
use crate::server::Answer;

const RECORD: &str = "records/her2-review.json";

fn open(page: &Page<'_>) {
    page.open(&format!(r#"{HER2}<div id="there"></div>"#));
    page.until_ready();
}

/// The same widget, with what the reader had opened; nothing is asked for again.
pub fn move_keeps_the_widget(page: &Page<'_>) {
    open(page);
    page.run("probe.toggle('badge-quartile').click()");
    page.until("probe.expanded('badge-quartile')");
    page.run("window.badge = probe.part('badge-quartile'); document.getElementById('there').append(probe.element())");
    page.settle();
    assert!(page.is("window.badge === probe.part('badge-quartile') && window.badge.isConnected"));
    assert!(page.is("probe.expanded('badge-quartile')"));
    assert_eq!(page.value::<String>("probe.element().state"), "ready");
    assert_eq!(page.requests(RECORD), 1);
    assert_eq!(page.value::<usize>("probe.fired('metrics-load')"), 1);
    page.run("probe.toggle('badge-quartile').click()");
    page.until("!probe.expanded('badge-quartile')");
}

/// What it rendered is gone, and its listeners do nothing.
pub fn removal_stops_it(page: &Page<'_>) {
    open(page);
    page.run("window.kept = probe.element(); kept.remove()");
    page.until("!kept.shadowRoot.querySelector('[part~=badge]')");
    page.run("document.body.click()");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// The record is still there.
pub fn return_needs_no_request(page: &Page<'_>) {
    open(page);
    page.run("window.kept = probe.element(); kept.remove()");
    page.until("!kept.shadowRoot.querySelector('[part~=badge]')");
    page.run("document.getElementById('there').append(kept)");
    page.until_ready();
    page.until("probe.visible(probe.part('badge-citations'))");
    assert!(page.text("badge-citations").starts_with('6'));
    assert_eq!(page.requests(RECORD), 1);
    page.run("probe.toggle('badge-citations').click()");
    page.until("probe.expanded('badge-citations')");
}

/// Frameworks put a page together in templates, whose documents take no styles.
pub fn a_template_on_the_way_leaves_no_trace(page: &Page<'_>) {
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics layout="full""#));
    page.until_ready();
    let sheets = "probe.root().adoptedStyleSheets.length";
    let whole: usize = page.value(sheets);
    page.run("document.createElement('template').content.append(window.kept = probe.element()); document.body.append(kept)");
    page.settle();
    assert_eq!(page.value::<usize>(sheets), whole);
    assert!(page.is("kept.state === 'ready' && probe.visible(probe.part('badge-citations'))"));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// With attributes and fallback, as any element.
pub fn clone_is_a_widget(page: &Page<'_>) {
    open(page);
    page.run("document.getElementById('there').append(probe.element().cloneNode(true))");
    page.until("probe.widgets().length === 2 && probe.visible(probe.part('badge-quartile', 1))");
    assert!(page.is("probe.text('badge-citations', 0) === probe.text('badge-citations', 1)"));
    page.run("probe.toggle('badge-citations', 1).click()");
    page.until("probe.expanded('badge-citations', 1)");
    assert!(!page.is("probe.expanded('badge-citations', 0)"), "they are two");
}

/// Away before its record came: no error, no event, no request too many.
pub fn early_removal_is_quiet(page: &Page<'_>) {
    let record = r#"{ "title": "Slow", "citations": [{ "source": "Scopus", "count": 4 }] }"#;
    page.stage.lay("slow.json", Answer::json(record).after(Duration::from_millis(1500)));
    page.open(r#"<publication-metrics src="slow.json">fallback</publication-metrics>"#);
    page.until("probe.element().state === 'loading'");
    page.run("window.kept = probe.element(); kept.remove()");
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<usize>("probe.seen.events.length"), 0);
    assert!(page.is("kept.state !== 'error' && kept.state !== 'loading'"));
    page.run("document.body.append(kept)");
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('4'));
}

/// The program is given back a second after the last widget has gone. A widget that comes meanwhile, and is kept waiting until that
/// has happened, shows its records by one program all the same.
pub fn outlives_the_program_of_those_before(page: &Page<'_>) {
    // The pause between two stretches of work, in which the page's other tasks have their turn, takes long here.
    let slow = "<script>
        window.MessageChannel = class { constructor() { this.port1 = {}; this.port2 = { postMessage: (it) => setTimeout(() => this.port1.onmessage({ data: it }), 900) }; } };
        const made = (count) => Object.assign(document.createElement('publication-metrics'), { publication: { title: 'On moss', citations: [{ source: 'Scopus', count }] } });
        function show(count) { const it = made(count); it.setAttribute('loading', 'eager'); document.body.append(window.it = it); return it.ready; }
        function change(count) { it.publication = made(count).publication; }
        async function succeed() { await show(1); it.remove(); setTimeout(() => show(2), 500); }
    </script>";
    page.open(slow);
    page.run("succeed()");
    page.until("probe.widgets()[0]?.state === 'ready' && probe.text('badge-citations').startsWith('2')");
    page.run("change(3)");
    page.until("probe.text('badge-citations').startsWith('3')");
    assert_eq!(page.requests("site/publication-metrics.wasm"), 1);
}

/// Who asks for the promise only after the element has left the page has that of the last render.
pub fn removal_keeps_the_promise(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("window.kept = probe.element(); kept.remove()");
    page.until("kept.state === 'idle'");
    page.run("kept.ready.then((it) => (window.told = it === kept))");
    page.until("window.told");
}
