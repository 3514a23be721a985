//! DOIs in texts.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| properties::doi::holds(text));
