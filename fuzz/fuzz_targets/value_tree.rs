//! The value tree, from any bytes.
#![no_main]

fuzz::of_json!(properties::value_tree::holds);
