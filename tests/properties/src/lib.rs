//! What holds of every record, hostile ones included, as plain functions that panic where it does not.
//!
//! Property tests (`tests/`) and fuzz targets (`fuzz/` beside the workspace) call the same functions. Whatever is made up
//! for them is made of bytes, by [`Choices`].
#![allow(
    clippy::missing_panics_doc,
    reason = "to panic where something does not hold is what they are for"
)]

mod choices;
pub mod dialect;
pub mod doi;
pub mod exports;
pub mod hostile;
pub mod html;
pub mod look;
pub mod markup;
pub mod narrative;
pub mod proportion;
pub mod qr_code;
#[path = "../../exports/read_back.rs"]
#[allow(
    missing_docs,
    clippy::pedantic,
    reason = "a file of the tests of exports"
)]
pub mod read_back;
pub mod record;
#[cfg(feature = "references")]
pub mod reference;
pub mod samples;
pub mod share;
pub mod short_list;
pub mod standalone_badge;
pub mod value_tree;

pub use choices::Choices;
