//! A record in any dialect says the same once it is written in our own.

use publication_metrics::formats::{Dialect, Reading, read, read_any, write};

use crate::look::Look;
use crate::record::tree;
use crate::{html, proportion};

/// A dialect, for whoever does not know the crate.
pub type Named = &'static Dialect;

/// The dialect with that name, which there is.
pub fn named(name: &str) -> Named {
    Dialect::named(name).unwrap_or_else(|| panic!("no dialect is named {name}"))
}

/// Reads the text in a dialect, and whether or not it is taken for that by itself.
pub fn holds(text: &[u8], dialect: &'static Dialect) {
    converts(text, Some(dialect));
    converts(text, None);
}

/// Holds a record to its conversion, in a dialect that is named or recognised.
pub fn converts(text: &[u8], named: Option<&'static Dialect>) {
    let Some(record) = tree(text) else { return };
    let Ok(first) = read_any(&record, named) else {
        return;
    };
    let written = write(&first.publication);
    let again = read(&written).unwrap_or_else(|it| panic!("what is written has no reading: {it}"));
    assert_eq!(again.warnings, [], "what is written is not understood");
    assert_eq!(
        again.publication, first.publication,
        "what is written says something else"
    );
    let by_text = serde_json::to_string(&written).expect("JSON");
    assert_eq!(
        tree(by_text.as_bytes()).as_ref(),
        Some(&written),
        "its text says something else"
    );
    proportion::of_text("a converted record", text.len(), by_text.len());
    let warned: usize = first.warnings.iter().map(|it| it.text().len()).sum();
    proportion::of_text("the warnings of a record", text.len(), warned);

    // What of our own dialect is unreadable is shown as such, and is lost on conversion.
    if first.is_own(&record) && !first.warnings.is_empty() {
        return;
    }
    let look = Look::of(text);
    let shown = |reading: Reading| html::of(reading, &look);
    assert_eq!(
        shown(again),
        shown(first.shown(&record)),
        "what is converted looks different"
    );
}
