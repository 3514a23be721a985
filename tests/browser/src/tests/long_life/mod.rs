//! A page that lives for long: nothing is left of what has been on it.

mod cycles;
mod hour;
mod residents;
mod traps;

use crate::holdings::LEARNED_LATER;
use crate::page::Page;

/// Many elements come and go.
pub fn elements_come_and_go(page: &Page<'_>) {
    cycles::so_many(page, 300, 300, LEARNED_LATER);
}

/// The same, when the engine has learned all of it: it compiles anew what is called often until some twenty thousand have been
/// there, and ten thousand more are counted.
pub fn ten_thousand_elements_come_and_go(page: &Page<'_>) {
    cycles::so_many(page, 20_000, 10_000, 0.0);
}

/// Records stop the program.
pub fn traps_leave_nothing(page: &Page<'_>) {
    traps::so_many(page, 20, 40, LEARNED_LATER);
}

/// The same, so often that a hundred bytes of each would be seen. V8 keeps some forty of each instance of a module.
pub fn thousands_of_traps_leave_nothing(page: &Page<'_>) {
    traps::so_many(page, 1000, 3000, LEARNED_LATER);
}

/// A reader goes from list to list.
pub fn a_reader_stays_for_minutes(page: &Page<'_>) {
    hour::of_minutes(page, 5, 5, LEARNED_LATER);
}

/// The same, and does not tire: hours until the engine has learned all of it, for what an application does once in a while is
/// compiled anew late, and an hour that is counted.
pub fn a_reader_stays_for_an_hour(page: &Page<'_>) {
    hour::of_minutes(page, 240, 60, 0.0);
}
