//! An application of one page, and a reader who stays.

use serde_json::{Value, json};

use super::residents::{self, RESIDENTS};
use crate::endurance;
use crate::holdings::{COUNTED, Holdings};
use crate::page::{Page, SCRIPT};
use crate::server::{Answer, Origin};

/// How much of its time it lives without a break.
const AT_ONCE: u32 = 60;

/// After so many minutes in which everything has been seen, so many more leave nothing.
pub fn of_minutes(page: &Page<'_>, first: u32, then: u32, learned: f64) {
    residents::answer_for_all(page);
    page.stage.answer_by("openalex/works", |asked| {
        let plain = asked.query.replace("%2F", "/").replace("%7C", "|");
        let numbers = plain.split("10.5555/").skip(1).filter_map(|it| it.split(['|', '&']).next()?.parse().ok());
        Answer::json(json!({ "results": numbers.map(work).collect::<Vec<_>>() }).to_string())
    });
    let scripts = format!(r#"<script src="pages/application.js"></script>{COUNTED}{SCRIPT}"#);
    let clock = r#"<script src="pages/clock.js"></script>"#;
    page.lay_page("page.html", &format!(r#"{clock}<script src="pages/held.js"></script>{scripts}"#), &format!("{RESIDENTS}<main></main>"));
    page.visit("page.html");
    // Of what other tests have left in the browser's history Chromium keeps all, and of a page that nobody has touched what there is
    // room for: going back would leave the page.
    let reset = page.browser.devtools("Page.resetNavigationHistory", json!({}));
    reset.expect("Chromium forgets");
    residents::move_in(page);
    live(page, first);
    let before = Holdings::of(page);
    live(page, then);
    let after = Holdings::of(page);
    before.are_back_in(&after, learned);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    let counts: Value = page.value("application.counts");
    endurance::survived_by(page, vec![format!("after {first} minutes, and {then} more: {}", before.became(&after))], vec![counts.to_string()]);
}

fn live(page: &Page<'_>, minutes: u32) {
    let endpoint = json!(page.stage.address(Origin::Host, "{source}"));
    for minute in 0..minutes {
        page.run(&format!("await application.live({AT_ONCE}, {endpoint})"));
        assert_eq!(page.value::<Vec<String>>("application.wrong"), [""; 0], "in minute {minute}");
        if minute % 5 == 0 {
            page.print();
        }
    }
    page.run("await application.rest()");
}

/// As `OpenAlex` answers.
fn work(number: u32) -> Value {
    json!({ "id": format!("https://openalex.org/W{number}"), "doi": format!("https://doi.org/10.5555/{number}"),
        "title": format!("Study {number}"), "cited_by_count": number, "authorships": [], "publication_date": "2021-03-04" })
}
