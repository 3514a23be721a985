//! What is around everything that the widget shows.

use super::nodes::Nodes;
use crate::language::Message;

/// Begins the element that everything is in.
pub fn begin(class: &'static str, out: &mut Nodes) {
    out.fixed(class);
    out.given(out.language.tag().to_owned());
    out.draw("<div class='*' lang='*'>");
}

/// What stands above all else of a publication that has been retracted.
pub fn retraction(out: &mut Nodes) {
    out.word(Message::Retracted);
    out.draw("<p class='retracted'>*</p>");
}
