//! Elements that come and go, of every kind.

use super::residents::{self, RESIDENTS};
use crate::endurance;
use crate::holdings::{COUNTED, Holdings};
use crate::page::{Page, SCRIPT};

/// As many as a browser does in the time that a script has.
const AT_ONCE: u32 = 100;

/// After so many that everything is known and compiled, so many more leave nothing.
pub fn so_many(page: &Page<'_>, first: u32, then: u32, learned: f64) {
    residents::answer_for_all(page);
    let scripts = format!(r#"{COUNTED}<script src="pages/cycles.js"></script>{SCRIPT}"#);
    page.open_held(&scripts, &format!("<main></main>{RESIDENTS}"));
    residents::move_in(page);
    cycles(page, 0, first);
    let before = Holdings::of(page);
    cycles(page, first, first + then);
    let after = Holdings::of(page);
    let line = before.became(&after);
    before.are_back_in(&after, learned);
    page.run("for (const it of document.querySelectorAll('.resident')) it.remove()");
    page.until_or_say("held.nothing()", "held.all()");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    let told = page.value("probe.seen.warnings");
    endurance::survived_by(page, vec![format!("after {first} elements, and {then} more: {line}")], told);
}

fn cycles(page: &Page<'_>, from: u32, to: u32) {
    for from in (from..to).step_by(AT_ONCE as usize) {
        page.run(&format!("await cycles({from}, {})", to.min(from + AT_ONCE)));
    }
}
