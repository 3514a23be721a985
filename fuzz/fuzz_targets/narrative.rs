//! The sentences of a whole page, in every language.
#![no_main]

fuzz::of_json!(properties::narrative::holds);
