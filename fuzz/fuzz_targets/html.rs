//! A record as HTML, in one of all ways to show it, and as badges that stand alone.
#![no_main]

use properties::{html, standalone_badge};

fuzz::of_json!(|text: &[u8]| {
    html::holds(text);
    standalone_badge::holds(text);
});
