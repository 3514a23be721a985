//! The badges of a record.

use serde_json::json;

use crate::page::{HER2, Page};

const BADGES: [&str; 3] = ["badge-citations", "badge-altmetric", "badge-quartile"];

/// Each with its value, whose it is, and as of when.
pub fn show_the_her2_record(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    for (badge, value, words) in [
        ("badge-citations", "6", ["Scopus", "30 Jun", "2025"]),
        ("badge-altmetric", "41.4", ["Altmetric", "30 Jun", "2025"]),
        ("badge-quartile", "Q1", ["JCR", "2023", "Oncology"]),
    ] {
        assert!(page.sees(&format!("probe.part('{badge}')")), "{badge} is visible");
        let shown: String =
            page.value(&format!("probe.part('{badge}').querySelector('[part~=value]').innerText"));
        assert_eq!(shown.trim(), value, "{badge}");
        let text = page.text(badge);
        for word in words {
            assert!(text.contains(word), "{badge} says {text:?}, without {word:?}");
        }
        for part in ["label", "note"] {
            assert!(
                page.sees(&format!("probe.part('{badge}').querySelector('[part~={part}]')")),
                "{badge} has a {part}"
            );
        }
    }
    assert_eq!(page.value::<usize>("probe.parts('badge').length"), 3);
    assert!(!page.sees("probe.root().querySelector('slot')"), "the fallback has gone");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// The attribute's order is the reader's.
pub fn stand_in_the_order_asked_for(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json" badges="quartile citations altmetric"></publication-metrics>"#);
    page.until_ready();
    let order = "probe.parts('badge').map((badge) => badge.getAttribute('part').split(' ').find((part) => part.startsWith('badge-')))";
    assert_eq!(
        page.value::<Vec<String>>(order),
        ["badge-quartile", "badge-citations", "badge-altmetric"]
    );
    page.run("probe.element().badges = 'altmetric citations'");
    page.until("probe.parts('badge').length === 2");
    assert_eq!(page.value::<Vec<String>>(order), ["badge-altmetric", "badge-citations"]);
}

/// One badge alone.
pub fn are_those_asked_for(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json" badges="altmetric"></publication-metrics>"#);
    page.until_ready();
    assert_eq!(page.text("badge"), page.text("badge-altmetric"));
    assert_eq!(page.value::<usize>("probe.parts('badge').length"), 1);
}

/// In a row, whatever each of them says.
pub fn have_equal_heights(page: &Page<'_>) {
    let record = json!({
        "title": "On heights",
        "citations": [{ "source": "Scopus", "count": 3, "asOf": "2025-06-30" }],
        "rankings": [{ "agency": "WoS (JCR)", "year": 2023, "category": "Health Care Sciences & Services and a Very Long Further Name", "rank": 3, "of": 120 }],
    });
    page.open_record("", &record);
    page.until_ready();
    let boxes: Vec<(f64, f64)> = page.value(
        "['badge-citations', 'badge-altmetric', 'badge-quartile'].map((name) => { const { top, height } = probe.part(name).getBoundingClientRect(); return [top, height]; })",
    );
    for ((top, height), badge) in boxes.iter().zip(BADGES) {
        let neighbour = boxes.iter().find(|(other, _)| (other - top).abs() < 1.0);
        let expected = neighbour.map_or(0.0, |(_, height)| *height);
        assert!((height - expected).abs() < 1.0, "{badge} is {height} high beside {expected}");
    }
}

/// What a record holds is text.
pub fn leave_markup_out(page: &Page<'_>) {
    let record = json!({
        "title": "<img src=x onerror=\"window.broken = 1\"> and <i>in vitro</i>",
        "doi": "10.5555/markup",
        "citations": [{ "source": "<script>window.broken = 1</script>Scopus", "count": 3 }],
        "rankings": [{ "agency": "JCR", "category": "<b onclick=\"broken()\">Oncology</b>", "quartile": "Q2" }],
    });
    page.open_record(r#"layout="card""#, &record);
    page.until_ready();
    page.settle();
    assert!(!page.is("'broken' in window"), "markup of a record has run");
    assert!(!page.is("probe.root().querySelector('img, script, [onclick], [onerror]')"));
}

/// Also where only a notice says so, of which badges show nothing else.
pub fn tell_of_a_retraction(page: &Page<'_>) {
    let notice = |kind: &str| json!({ "title": "On moss", "notices": [{ "kind": "correction" }, { "kind": kind }] });
    for (kind, is_retracted) in [("retraction", true), ("addendum", false)] {
        page.open_record("", &notice(kind));
        page.until("probe.element().state === 'empty'");
        assert_eq!(page.is("Boolean(probe.root().querySelector('.retracted'))"), is_retracted, "{kind}");
    }
}
