//! A dialect, which `DIALECT` names: one program for all of them, which is run for each with a corpus of its own.
#![no_main]

use std::sync::LazyLock;

use properties::dialect;

static DIALECT: LazyLock<dialect::Named> = LazyLock::new(|| {
    let name = std::env::var("DIALECT").expect("DIALECT names the dialect");
    dialect::named(&name)
});

fuzz::of_json!(|text: &[u8]| dialect::holds(text, *DIALECT));
