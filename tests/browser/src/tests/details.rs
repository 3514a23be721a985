//! What stands behind each badge's number.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::{HER2, Page};

const BADGES: [&str; 3] = ["badge-citations", "badge-altmetric", "badge-quartile"];

/// Enter and Space open and close, Escape closes; the focus stays with the badge.
pub fn open_by_keyboard(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    for badge in BADGES {
        let (expanded, focused) =
            (format!("probe.expanded('{badge}')"), format!("probe.focused() === probe.toggle('{badge}')"));
        assert!(page.is(&format!("probe.toggle('{badge}').localName === 'button'")));
        page.tab_until(&focused);
        assert!(!page.is(&expanded));
        for (open, close) in [(Key::Enter, Key::Enter), (Key::Space, Key::Space), (Key::Enter, Key::Escape)] {
            page.press(open);
            page.until(&expanded);
            assert!(page.sees(&format!("probe.panel('{badge}')")), "{badge} shows its details");
            page.press(close);
            page.until(&format!("!{expanded}"));
            assert!(!page.sees(&format!("probe.panel('{badge}')")), "{badge} hides its details");
            assert!(page.is(&focused), "the focus is on {badge}");
        }
    }
}

/// A click opens, another closes.
pub fn open_by_pointer(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    for badge in BADGES {
        page.click(&format!("probe.toggle('{badge}')"));
        page.until(&format!("probe.expanded('{badge}') && probe.visible(probe.panel('{badge}'))"));
        page.click(&format!("probe.toggle('{badge}')"));
        page.until(&format!("!probe.expanded('{badge}')"));
    }
}

/// With count, date and what is counted.
pub fn list_every_source(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('badge-altmetric').click()");
    page.until("probe.visible(probe.panel('badge-altmetric'))");
    let details: String = page.value("probe.panel('badge-altmetric').innerText");
    for words in ["41.4", "Mendeley", "31", "Facebook", "3", "X ", "72", "PlumX", "30 Jun 2025"] {
        assert!(details.contains(words), "{words:?} is missing in {details:?}");
    }
    page.run("probe.toggle('badge-citations').click()");
    page.until("probe.visible(probe.panel('badge-citations'))");
    let details: String = page.value("probe.panel('badge-citations').innerText");
    for words in ["Scopus", "6", "30 June 2025"] {
        assert!(details.contains(words), "{words:?} is missing in {details:?}");
    }
}

/// Rank of size, percentile, that the quartile is derived, and that the edition is not the year's.
pub fn say_where_the_venue_stands(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('badge-quartile').click()");
    page.until("probe.visible(probe.panel('badge-quartile'))");
    let details: String = page.value("probe.panel('badge-quartile').innerText");
    for words in ["2 of 322", "99.5", "Q1", "derived", "2024", "2023", "Oncology"] {
        assert!(details.contains(words), "{words:?} is missing in {details:?}");
    }
}

/// An address that is no web address becomes no link.
pub fn link_only_to_the_web(page: &Page<'_>) {
    let record = json!({
        "title": "On links",
        "citations": [
            { "source": "Scopus", "count": 3, "url": "https://www.scopus.com/a?b=1" },
            { "source": "Elsewhere", "count": 4, "url": "javascript:window.broken = 1" },
        ],
    });
    page.open_record("", &record);
    page.until_ready();
    page.run("probe.toggle('badge-citations').click()");
    page.until("probe.visible(probe.panel('badge-citations'))");
    let links: Vec<String> =
        page.value("[...probe.panel('badge-citations').querySelectorAll('a')].map((a) => a.href)");
    assert_eq!(links, ["https://www.scopus.com/a?b=1"]);
}
