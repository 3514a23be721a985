//! Where a publication can be shared, and the address that does it.
//!
//! A share address is a plain link: nothing is asked of a network before a reader follows it.

mod cut;
#[cfg(feature = "full")]
mod export;
#[cfg(feature = "exports")]
mod qr_code;
#[cfg(feature = "references")]
mod reference;
mod subject;
mod target;

pub use cut::cut;
#[cfg(feature = "full")]
pub use export::{Export, coins, file_stem};
#[cfg(feature = "exports")]
pub use qr_code::QrCode;
#[cfg(feature = "references")]
pub use reference::{Reference, ReferenceStyle, reference};
pub use subject::Subject;
pub use target::Target;
