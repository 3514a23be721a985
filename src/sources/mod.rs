//! Who answers for a DOI or another identifier: what to ask them, which record of an answer is of which, and when to ask again.
//!
//! No I/O: whoever has a network, the browser or the command line, asks.

mod identifier;
mod retry;
mod source;

pub use identifier::Identifier;
pub use retry::wait;
pub use source::{Request, Source};
