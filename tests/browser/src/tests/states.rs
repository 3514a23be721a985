//! A number, a true zero, no data, an error: never mixed.

use serde_json::{Value, json};

use crate::page::Page;

fn record() -> Value {
    json!({ "title": "On the states of a number", "doi": "10.5555/states" })
}

/// Someone counted, and found none.
pub fn zero_is_a_number_with_its_source(page: &Page<'_>) {
    let mut record = record();
    record["citations"] = json!([{ "source": "Scopus", "count": 0, "asOf": "2025-06-30" }]);
    record["attention"] = json!([{ "provider": "Altmetric", "kind": "score", "value": 0, "asOf": "2025-06-30" }]);
    page.open_record("", &record);
    page.until_ready();
    for (badge, source) in [("badge-citations", "Scopus"), ("badge-altmetric", "Altmetric")] {
        let text = page.text(badge);
        assert!(text.starts_with('0'), "{badge} says {text:?}");
        for word in [source, "30 Jun", "2025"] {
            assert!(text.contains(word), "{badge} says {text:?}, without {word:?}");
        }
    }
}

/// Nobody counted.
pub fn no_data_is_no_zero(page: &Page<'_>) {
    let mut record = record();
    record["citations"] = json!([{ "source": "Scopus", "count": 5 }]);
    page.open_record("", &record);
    page.until_ready();
    for badge in ["badge-altmetric", "badge-quartile"] {
        let text = page.text(badge);
        assert!(!text.contains('0'), "{badge} says {text:?}");
        assert!(text.contains("not recorded"), "{badge} says {text:?}");
        assert!(!page.is(&format!("probe.toggle('{badge}')")), "{badge} opens nothing");
    }
}

/// Someone counted, and the record garbles it.
pub fn unreadable_is_an_error(page: &Page<'_>) {
    let mut record = record();
    record["citations"] = json!([{ "source": "Scopus", "count": "six" }]);
    record["attention"] = json!([{ "provider": "Altmetric", "kind": "score", "value": 3 }]);
    page.open_record("", &record);
    page.until_ready();
    let text = page.text("badge-citations");
    assert!(!text.contains("not recorded") && !text.contains('0'), "it says {text:?}");
    assert!(text.contains("unreadable"), "it says {text:?}");
    assert!(page.text("badge-altmetric").starts_with('3'), "the rest of the record is shown");
}

/// No data takes no room where the page asks for that; a zero does.
pub fn hide_empty_takes_no_room(page: &Page<'_>) {
    let mut record = record();
    record["citations"] = json!([{ "source": "Scopus", "count": 0 }]);
    page.open_record("hide-empty", &record);
    page.until_ready();
    assert!(page.sees("probe.part('badge-citations')"));
    assert!(!page.sees("probe.part('badge-altmetric')"));
    assert!(!page.sees("probe.part('badge-quartile')"));
    page.run("probe.element().hideEmpty = false");
    page.until("probe.visible(probe.part('badge-quartile'))");
}

/// A record without any of the badges' data.
pub fn empty_is_told(page: &Page<'_>) {
    page.open_record("hide-empty", &record());
    page.until("probe.element().state === 'empty'");
    page.until("probe.fired('metrics-empty') === 1");
    assert_eq!(page.value::<usize>("probe.fired('metrics-error')"), 0);
    assert_eq!(page.value::<usize>("probe.parts('badge').length"), 0);
}

/// `:state()` and the attribute beside it, for a page's style sheet.
pub fn are_seen_by_css(page: &Page<'_>) {
    page.open_record("", &json!({ "title": "Seen by CSS", "citations": [{ "source": "Scopus", "count": 1 }] }));
    page.until_ready();
    assert!(page.is("probe.element().matches('[state=ready]')"));
    assert!(page.is("probe.element().matches(':state(ready)')"));
    assert!(!page.is("probe.element().matches(':state(loading)')"));
    page.run("probe.element().publication = 7");
    page.until("probe.element().matches('[state=error]:state(error)')");
    assert!(!page.is("probe.element().matches(':state(ready)')"));
}
