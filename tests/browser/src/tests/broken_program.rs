//! A program that stops, wherever it stops.

use crate::endurance::{FAULTY, three};
use crate::page::Page;

const STOPPED: &str = "The widget stopped on this record";
const BEGAN_ANEW: &str = "The widgets of this page stopped, and began anew";

/// Opens three widgets on the program that stops where this function of a place, and of how often it was reached, is true.
fn open(page: &Page<'_>, attributes: &str, stops: &str) {
    let faults = format!("<script>{{ const reached = {{}}; window.stops = {stops}; window.faultAt = (place) => stops(place, reached[place] = (reached[place] ?? 0) + 1); }}</script>");
    page.open_held(&format!("{faults}{FAULTY}"), &three(attributes));
}

fn sound(page: &Page<'_>) {
    page.run("window.stops = () => false");
}

/// Once: readers see nothing of it.
fn stops_once(page: &Page<'_>, attributes: &str, place: &str, nth: u32) {
    open(page, attributes, &format!("(place, nth) => place === '{place}' && nth === {nth}"));
    page.comes_to(&["11", "22", "33"], &[BEGAN_ANEW]);
    page.ends_well_with(attributes, "44");
}

/// Always: each has its fallback, and is told of once for all. What then comes finds a sound program.
fn stops_always(page: &Page<'_>, attributes: &str, place: &str) {
    open(page, attributes, &format!("(place) => place === '{place}'"));
    page.comes_to(&["fallback: trap"; 3], &[STOPPED]);
    sound(page);
    page.ends_well_with(attributes, "44");
}

/// While a record is read.
pub fn stops_once_in_reading(page: &Page<'_>) {
    stops_once(page, "", "read", 2);
}

/// While a record is read, for ever.
pub fn stops_in_reading(page: &Page<'_>) {
    stops_always(page, "", "read");
}

/// While a widget is mounted.
pub fn stops_once_in_mounting(page: &Page<'_>) {
    stops_once(page, "", "mount", 2);
}

/// While a widget is mounted, for ever.
pub fn stops_in_mounting(page: &Page<'_>) {
    stops_always(page, "", "mount");
}

/// While a view is made.
pub fn stops_once_in_rendering(page: &Page<'_>) {
    stops_once(page, "", "render", 3);
}

/// While a view is made, for ever.
pub fn stops_in_rendering(page: &Page<'_>) {
    stops_always(page, "", "render");
}

/// After a render.
pub fn stops_once_in_an_effect(page: &Page<'_>) {
    stops_once(page, "", "effect", 1);
}

/// After a render, for ever.
pub fn stops_in_an_effect(page: &Page<'_>) {
    stops_always(page, "", "effect");
}

/// The same in the program of whole pages.
pub fn of_whole_pages_stops_once_in_mounting(page: &Page<'_>) {
    stops_once(page, "layout=full", "mount", 2);
}

/// The same in the program of whole pages.
pub fn of_whole_pages_stops_in_rendering(page: &Page<'_>) {
    stops_always(page, "layout=full", "render");
}

/// The same in the program of whole pages.
pub fn of_whole_pages_stops_in_an_effect(page: &Page<'_>) {
    stops_always(page, "layout=full", "effect");
}

/// While what is shown changes: once, with three widgets that are there already.
pub fn stops_in_an_update(page: &Page<'_>) {
    open(page, "", "(place, nth) => place === 'update' && nth === 1");
    page.comes_to(&["11", "22", "33"], &[]);
    page.run("for (const it of probe.widgets()) it.lang = 'es'");
    page.until("probe.widgets().every((_, n) => probe.part('badge-citations', n)?.innerText.includes('citas'))");
    page.comes_to(&["11", "22", "33"], &[BEGAN_ANEW]);
    page.ends_well("44");
}

/// While one is taken away: the others are there again.
pub fn stops_in_an_unmount(page: &Page<'_>) {
    open(page, "", "(place, nth) => place === 'unmount' && nth === 1");
    page.comes_to(&["11", "22", "33"], &[]);
    page.run("window.before = probe.part('badge-citations', 2); probe.element(1).remove()");
    page.until("probe.part('badge-citations', 1) && probe.part('badge-citations', 1) !== before");
    page.comes_to(&["11", "33"], &[BEGAN_ANEW]);
    page.ends_well("44");
}

/// While a reader opens a panel of a row: the row is there again, and opens at the next press.
pub fn stops_in_an_event(page: &Page<'_>) {
    open(page, "", "(place, nth) => place === 'event' && nth === 1");
    page.comes_to(&["11", "22", "33"], &[]);
    page.run("probe.toggle('badge-citations', 1).click()");
    page.until("probe.expanded('badge-citations', 1)");
    page.run("probe.toggle('badge-citations', 1).click()");
    page.comes_to(&["11", "22", "33"], &[BEGAN_ANEW]);
    page.run("probe.toggle('badge-citations', 1).click()");
    page.until("probe.expanded('badge-citations', 1)");
    page.ends_well("44");
}

/// While what a reader has asked for arrives: the share panel's icons.
pub fn stops_when_an_answer_comes(page: &Page<'_>) {
    open(page, "", "(place, nth) => place === 'answer' && nth === 1");
    page.comes_to(&["11", "22", "33"], &[]);
    page.run("probe.toggle('share-button', 0).click()");
    page.until("probe.seen.warnings.length && probe.outcomes()?.join() === '11,22,33'");
    page.comes_to(&["11", "22", "33"], &[BEGAN_ANEW]);
    page.run("probe.toggle('share-button', 1).click()");
    page.until("probe.part('share-panel', 1)?.querySelector('svg path')");
    page.comes_to(&["11", "22", "33"], &[BEGAN_ANEW]);
    page.ends_well("44");
}

/// Again and again, by itself, some time after each render: the widgets give up, and say so once.
pub fn that_stops_again_and_again_is_given_up(page: &Page<'_>) {
    open(page, "layout=full", "() => false");
    page.comes_to(&["11", "22", "33"], &[]);
    page.run("window.stops = (place) => place === 'event'");
    for _ in 0..20 {
        page.run("probe.toggle('share-button', 0)?.click()");
        page.until("probe.outcomes().every((it) => it === 'fallback: trap') || ['11', '22', '33'].every((it, n) => it === probe.outcomes()[n])");
    }
    page.comes_to(&["fallback: trap"; 3], &[BEGAN_ANEW, "stopped again and again"]);
    page.has_survived();
    page.is_left_by_all();
}
