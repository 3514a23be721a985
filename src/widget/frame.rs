//! What is around everything that the widget shows.

use super::card;
use super::nodes::Nodes;
use super::props::WidgetProps;
use super::settings::Layout;
use crate::language::Message;

/// Begins the element that everything is in.
pub fn begin(class: &'static str, out: &mut Nodes) {
    out.fixed(class);
    out.given(out.language.tag().to_owned());
    out.draw("<div class='*' lang='*'>");
}

/// What stands above the badges: that the publication has been retracted, unless that is told elsewhere, and a card's own.
pub fn above(props: &WidgetProps, is_told: bool, out: &mut Nodes) {
    let publication = props.record.publication();
    if publication.retracted == Some(true) && !is_told {
        out.word(Message::Retracted);
        out.draw("<p class='retracted'>*</p>");
    }
    if props.settings.layout == Layout::Card {
        card::head(publication, out);
    }
}
