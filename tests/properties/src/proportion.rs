//! Output is no more than so many times the input. Counted, not timed: a machine may be slow.

/// What one byte of a record may cost: an empty entry of a list (`0,`) has a warning of a line, and an author of one letter
/// a line of HTML with all its elements.
const TIMES: usize = 200;

/// What a record costs that says next to nothing: the sections of a page, with the buttons and icons of its panels.
const BASE: usize = 200_000;

/// Holds what is made of a record to its length.
pub fn of_text(what: &str, from: usize, made: usize) {
    assert!(
        made <= BASE + TIMES * from,
        "{what} has {made} bytes, from {from}"
    );
}
