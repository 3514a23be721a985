//! Records in the dialects of others.

use serde_json::{Value, json};

use crate::page::Page;
use crate::server::Answer;

const SCRIPT: &str = "site/publication-metrics-dialects.js";
const PROGRAM: &str = "site/publication-metrics-dialects.wasm";

/// A work as `OpenAlex` gives it, in its list of results.
fn of_openalex() -> Value {
    json!({ "meta": { "count": 1 }, "results": [{
        "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/moss", "title": "On moss",
        "display_name": "On moss", "publication_date": "2021-03-04", "type": "article", "cited_by_count": 17,
        "authorships": [{ "author": { "display_name": "Ada Fern", "orcid": null }, "institutions": [] }],
        "open_access": { "is_oa": true, "oa_status": "gold" }, "updated_date": "2025-01-01"
    }] })
}

/// An answer of Altmetric about the same.
fn of_altmetric() -> Value {
    json!({ "altmetric_id": 1, "doi": "10.1000/moss", "score": 9.75, "cited_by_posts_count": 3,
        "last_updated": 1_735_689_600, "readers": { "mendeley": "12" } })
}

fn own() -> Value {
    json!({ "title": "On moss", "doi": "10.1000/moss",
        "rankings": [{ "agency": "WoS (JCR)", "year": 2021, "category": "Mosses", "rank": 2, "of": 40 }] })
}

fn requests(page: &Page<'_>) -> [usize; 2] {
    [SCRIPT, PROGRAM].map(|path| page.requests(path))
}

/// Recognised by its shape, with the wrapper of the answer around it; the page is told of what it gave.
pub fn are_recognised(page: &Page<'_>) {
    page.open_record("layout=card", &of_openalex());
    page.until_ready();
    assert!(page.text("badge-citations").starts_with("17"), "{}", page.text("badge-citations"));
    assert!(page.text("badge-citations").contains("OpenAlex"));
    let text: String = page.value("probe.root().textContent");
    assert!(text.contains("4 March 2021"), "{text}");
    assert!(page.is("probe.seen.events.find(({ type }) => type === 'metrics-load').detail.publication.results[0].cited_by_count === 17"));
    assert_eq!(requests(page), [1, 1]);
}

/// What is surely our own costs nothing of it, and neither does what is said to be.
pub fn cost_nothing_to_our_own(page: &Page<'_>) {
    page.open_record("", &own());
    page.until_ready();
    let mut with_more = own();
    with_more["shelf"] = json!("B 12");
    page.open_record("format=native", &with_more);
    page.until_ready();
    assert_eq!(requests(page), [0, 0]);
    // An unknown field is ignored, and what cannot be read is still known to be there.
    with_more["citations"] = json!("many");
    page.open_record("", &with_more);
    page.until_ready();
    assert_eq!(requests(page), [1, 1]);
    assert!(page.text("badge-citations").contains('!'), "{}", page.text("badge-citations"));
    assert!(page.text("badge-quartile").starts_with("Q1"));
}

/// An `OpenAlex` work, an Altmetric answer and the portal's own ranking, handed over as they are.
pub fn are_merged(page: &Page<'_>) {
    page.open("<publication-metrics>fallback</publication-metrics>");
    page.until("probe.element().state === 'idle'");
    page.run(&format!("probe.element().publication = {}", json!([of_openalex(), of_altmetric(), own()])));
    page.until_ready();
    for (badge, starts, contains) in [
        ("badge-citations", "17", "OpenAlex"),
        ("badge-altmetric", "9.75", "1 Jan 2025"),
        ("badge-quartile", "Q1", "Mosses"),
    ] {
        let text = page.text(badge);
        assert!(text.starts_with(starts) && text.contains(contains), "{badge}: {text}");
    }
}

/// By the attribute `format`, where a record could be in another.
pub fn can_be_named(page: &Page<'_>) {
    page.open_record("format=altmetric", &json!({ "doi": "10.1000/moss", "score": 4.5 }));
    page.until_ready();
    assert!(page.text("badge-altmetric").starts_with("4.5"));
    page.run("probe.element().format = 'native'");
    page.until("probe.part('badge-altmetric')?.textContent.includes('4.5') === false");
    page.run("probe.element().format = 'marc'");
    assert_eq!(page.error_code(), "not-a-publication");
    let message: String = page.value("probe.element().error.message");
    assert!(message.contains("marc") && message.contains("openalex"), "{message}");
}

/// What none recognises is told with what the nearest lack, and what the parts of a page need with how to get it.
pub fn that_are_unknown_keep_the_fallback(page: &Page<'_>) {
    page.open_record("", &json!({ "count_of_pages": 3, "creators": [] }));
    assert_eq!(page.error_code(), "not-a-publication");
    let message: String = page.value("probe.element().error.message");
    assert!(message.contains("DataCite") && message.contains("\"doi\""), "{message}");
    assert!(page.is("probe.element().innerText.includes('fallback')"));

    page.stage.lay(SCRIPT, Answer::status(404));
    page.open_record("", &of_openalex());
    assert_eq!(page.error_code(), "wasm-unavailable");
    let message: String = page.value("probe.element().error.message");
    assert!(message.contains("publication-metrics-dialects.js"), "{message}");
}

/// All that a whole page does, it does with them.
pub fn fill_a_whole_page(page: &Page<'_>) {
    page.open_record("layout=full", &of_openalex());
    page.until_ready();
    let text: String = page.value("probe.root().textContent");
    for words in ["On moss", "Ada Fern", "Gold open access", "OpenAlex"] {
        assert!(text.contains(words), "{words} not in {text}");
    }
}
