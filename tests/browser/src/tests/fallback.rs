//! The children of the element stay where the widget cannot be.

use std::time::Duration;

use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Origin};

/// The fallback is what the reader sees.
#[track_caller]
fn assert_fallback(page: &Page<'_>) {
    let text: String = page.value("document.body.innerText.trim()");
    assert_eq!(text, "fallback");
    assert!(page.is("!probe.part('badge')"), "no badge is left");
    assert!(page.is(
        "(({ width, height }) => width > 0 && height > 0)((() => { const range = document.createRange(); range.selectNodeContents(probe.element()); return range.getBoundingClientRect(); })())"
    ), "the fallback has room");
}

/// Opens a page whose record is answered like this, and gives the error's code and message.
fn fail(page: &Page<'_>, answer: Answer) -> (String, String) {
    page.stage.lay("record.json", answer);
    page.open(r#"<publication-metrics src="record.json">fallback</publication-metrics>"#);
    page.until("probe.codes().length");
    page.settle();
    assert_fallback(page);
    assert_eq!(page.value::<usize>("probe.codes().length"), 1, "one error is told once");
    assert_eq!(page.value::<String>("probe.element().state"), "error");
    let (code, message): (String, String) =
        page.value("(({ code, message }) => [code, message])(probe.element().error)");
    assert!(page.is("probe.element().ready.then(() => false, (error) => error === probe.element().error)"));
    assert!(
        page.is(&format!("probe.seen.events.some(({{ detail }}) => detail?.message === {message:?})")),
        "the event says the same"
    );
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0], "nothing is thrown at the page");
    (code, message)
}

/// The script is not there at all.
pub fn stays_without_the_script(page: &Page<'_>) {
    page.open_with(r#"<script type="module" src="gone.js"></script>"#, HER2);
    assert_eq!(page.value::<String>("probe.element().innerText"), "fallback");
    assert!(page.sees("probe.element()"));
}

/// Until the first successful render.
pub fn stays_until_the_record_is_there(page: &Page<'_>) {
    let record = r#"{ "title": "Late", "citations": [{ "source": "Scopus", "count": 4 }] }"#;
    page.stage.lay("late.json", Answer::json(record).after(Duration::from_millis(600)));
    page.open(r#"<publication-metrics src="late.json">fallback</publication-metrics>"#);
    page.until("probe.element().state === 'loading'");
    assert_fallback(page);
    page.until_ready();
    assert!(!page.value::<String>("document.body.innerText").contains("fallback"));
}

/// An element that was given nothing yet.
pub fn stays_without_a_record(page: &Page<'_>) {
    page.open("<publication-metrics>fallback</publication-metrics>");
    page.until("customElements.get('publication-metrics')");
    page.settle();
    assert_fallback(page);
    assert_eq!(page.value::<String>("probe.element().state"), "idle");
    assert_eq!(page.value::<usize>("probe.seen.events.length"), 0);
}

/// With the place where the text ends.
pub fn stays_for_truncated_json(page: &Page<'_>) {
    let (code, message) = fail(page, Answer::json("{ \"title\": \"Cut\",\n  \"citations\": [{ \"sou"));
    assert_eq!(code, "not-json");
    assert!(message.contains("record.json"), "{message}");
    if page.engine != crate::engine::Engine::WebKit {
        assert!(message.contains("line 2"), "{message}");
    }
}

/// With the status.
pub fn stays_for_a_missing_record(page: &Page<'_>) {
    let (code, message) = fail(page, Answer::status(404));
    assert_eq!(code, "http-404");
    assert!(message.contains("record.json"), "{message}");
}

/// As servers of single-page applications answer every address.
pub fn stays_for_a_page_in_place_of_a_record(page: &Page<'_>) {
    let (code, _) = fail(page, Answer::html("<!doctype html><title>Start</title>"));
    assert_eq!(code, "wrong-type");
}

/// Which is no answer of a server where it is inside the element.
pub fn stays_for_markup_in_place_of_a_record_inside(page: &Page<'_>) {
    page.open(r#"<publication-metrics>fallback<script type="application/json"><p>Moss</p></script></publication-metrics>"#);
    assert_eq!(page.error_code(), "not-json");
    assert_fallback(page);
    let told: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&told[..], [one] if one.contains("The JSON inside the element is not valid JSON")), "{told:?}");
}

/// JSON of something else.
pub fn stays_for_what_is_no_publication(page: &Page<'_>) {
    let (code, message) = fail(page, Answer::json(r#"{ "temperature": 21 }"#));
    assert_eq!(code, "not-a-publication");
    assert!(message.contains("title") && message.contains("doi"), "{message}");
}

/// Another origin that does not allow this page to read its answer.
pub fn stays_for_a_refused_record(page: &Page<'_>) {
    let address = page.stage.address(Origin::Neighbour, "records/her2-review.json");
    page.open(&format!(r#"<publication-metrics src="{address}">fallback</publication-metrics>"#));
    assert_eq!(page.error_code(), "network");
    assert_fallback(page);
}

/// After an error, by `reload()`; and the error is forgotten.
pub fn goes_when_the_record_comes(page: &Page<'_>) {
    fail(page, Answer::status(503));
    let record = r#"{ "title": "Back", "citations": [{ "source": "Scopus", "count": 4 }] }"#;
    page.stage.lay("record.json", Answer::json(record));
    page.run("probe.element().reload()");
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('4'));
    assert!(page.is("probe.element().error === null"));
}

/// Such as Safari 16.3, which has all but constructed styles.
pub fn stays_in_an_older_browser(page: &Page<'_>) {
    page.open_with(
        &format!(r#"<script>window.CSSStyleSheet = function () {{ throw new TypeError("Illegal constructor"); }};</script>{SCRIPT}"#),
        HER2,
    );
    page.until("customElements.get('publication-metrics')");
    page.settle();
    assert!(page.is("!probe.element().shadowRoot && probe.element().innerText.includes('fallback')"));
    assert!(page.sees("probe.element()"));
}
