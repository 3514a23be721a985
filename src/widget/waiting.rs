//! What a reader is told who waits for what a button opens.

use super::nodes::Nodes;
use crate::language::Message;

/// How it stands with what the reader waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// It is on its way.
    Preparing,
    /// It could not be had.
    Unavailable,
}

impl Waiting {
    /// By its name; `None` for any other.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "preparing" => Some(Self::Preparing),
            "unavailable" => Some(Self::Unavailable),
            _ => None,
        }
    }
}

/// That in words, which a screen reader says at once: it is the answer to what the reader did.
pub fn view(waiting: Waiting, out: &mut Nodes) {
    out.word(match waiting {
        Waiting::Preparing => Message::Preparing,
        Waiting::Unavailable => Message::Unavailable,
    });
    out.draw("<p class='waiting' role='alert'>*</p>");
}
