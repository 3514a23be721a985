//! What a record is shared by: addresses, and the QR code of its link.
#![no_main]

fuzz::of_json!(properties::share::holds);
