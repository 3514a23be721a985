//! Widgets that come and go leave nothing.

use serde_json::json;

use crate::page::{HER2, Page};

/// Mounts, opens, closes and removes so many widgets.
fn cycles(page: &Page<'_>, number: u32) {
    page.run(&format!(
        "for (let n = 0; n < {number}; n++) {{
            const widget = document.createElement('publication-metrics');
            widget.loading = 'eager';
            widget.publication = {{ title: 'Cycle', doi: '10.5555/c', citations: [{{ source: 'Scopus', count: n }}] }};
            document.body.append(widget);
            await widget.ready;
            widget.shadowRoot.querySelector('[part~=share-button]').click();
            await new Promise((resolve) => setTimeout(resolve));
            widget.remove();
            await new Promise((resolve) => setTimeout(resolve));
        }}
        probe.seen.events.length = 0;"
    ));
}

/// Listeners and nodes of the page, after everything unreachable is gone.
fn count(page: &Page<'_>) -> (f64, f64) {
    let devtools = |command| page.browser.devtools(command, json!({})).expect("Chromium counts");
    for _ in 0..3 {
        devtools("HeapProfiler.collectGarbage");
    }
    let counters = devtools("Memory.getDOMCounters");
    let number = |name: &str| counters[name].as_f64().expect("a number");
    (number("jsEventListeners"), number("nodes"))
}

/// No listener and no node more after a hundred than after ten.
pub fn nothing_over_a_hundred_mounts(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    cycles(page, 10);
    let (listeners, nodes) = count(page);
    cycles(page, 100);
    let (listeners_after, nodes_after) = count(page);
    // One widget has some forty nodes: a leak would be thousands.
    assert!(listeners_after <= listeners + 5.0, "{listeners} listeners became {listeners_after}");
    assert!(nodes_after <= nodes + 50.0, "{nodes} nodes became {nodes_after}");
}
