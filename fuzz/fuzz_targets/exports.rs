//! A record as files for reference managers.
#![no_main]

fuzz::of_json!(properties::exports::holds);
