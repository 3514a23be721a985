//! Texts with markup, as titles and as abstracts.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| properties::markup::holds(text));
