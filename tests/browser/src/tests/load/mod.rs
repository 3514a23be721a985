//! Very many elements at once, on a service that fails now and then.

mod service;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use self::service::Service;
use crate::endurance;
use crate::page::{Page, SCRIPT};
use crate::server::{Answer, Origin};

/// Each comes to what the service has said of it.
pub fn of_hundreds_on_a_service_that_fails(page: &Page<'_>) {
    so_many(page, 400);
}

/// The same with as many as no page has.
pub fn of_ten_thousand_on_a_service_that_fails(page: &Page<'_>) {
    so_many(page, 10_000);
}

fn so_many(page: &Page<'_>, number: usize) {
    let service = Arc::new(Service::default());
    let asked = Arc::clone(&service);
    page.stage.answer_by("openalex/works", move |it| asked.answer(it));
    // What the page itself listens for is not counted.
    let scripts = r#"<script src="pages/many.js"></script><script src="pages/held.js"></script>"#;
    // Without what other tests have with them: it looks at all elements for each.
    let html = format!(r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Many</title>{scripts}{SCRIPT}<body></body></html>"#);
    page.stage.lay("page.html", Answer::html(html));
    page.visit("page.html");
    let endpoint = page.stage.address(Origin::Neighbour, "{source}");
    page.run(&format!("many.open({number}, {})", json!(endpoint)));
    page.until_after("many.ended()", &format!("many.ended() === {number}"));
    page.settle();
    let expected = service.outcomes();
    let outcomes: Vec<String> = page.value("many.outcomes()");
    assert_eq!(outcomes.len(), number);
    let mut kinds = BTreeMap::new();
    for (at, outcome) in (0..).zip(&outcomes) {
        let expected = expected.get(&at).unwrap_or_else(|| panic!("nobody asked for {at}"));
        assert_eq!(outcome, expected, "element {at}");
        let kind = if outcome.parse::<u32>().is_ok() { "its number" } else { outcome };
        *kinds.entry(kind).or_insert(0) += 1;
    }
    assert_eq!(page.value::<Vec<u32>>("many.twice()"), [0; 0], "ended more than once");
    assert_eq!(page.value::<Vec<String>>("many.errors"), [""; 0]);
    let asked = service.was_asked_politely();
    page.run("many.leave()");
    page.until_or_say("held.nothing()", "held.all()");
    let shown = kinds.iter().map(|(kind, count)| format!("{count} × {kind}")).collect();
    endurance::survived_by(page, shown, vec![asked]);
}
