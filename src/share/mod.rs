//! Where a publication can be shared, and the address that does it.
//!
//! A share address is a plain link: nothing is asked of a network before a reader follows it.

mod cut;
mod subject;
mod target;

pub use cut::cut;
pub use subject::Subject;
pub use target::Target;
