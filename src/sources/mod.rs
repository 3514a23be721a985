//! Who answers for a DOI: what to ask them, which record of an answer is of which DOI, and when to ask again.
//!
//! No I/O: whoever has a network, the browser or the command line, asks.

mod retry;
mod source;

pub use retry::wait;
pub use source::{Request, Source};
