//! What is around everything that the widget shows.

use yew::virtual_dom::VTag;
use yew::{AttrValue, Html};

use super::element::{build, element, fixed, text, varying};
use crate::language::{Language, Message};

/// The element that everything is in.
pub fn frame(class: &'static str, language: &Language, parts: Vec<Html>) -> VTag {
    let attributes = varying(
        &["class", "lang"],
        vec![
            Some(AttrValue::Static(class)),
            Some(AttrValue::from(language.tag().to_owned())),
        ],
    );
    build("div", attributes, parts)
}

/// What stands above all else of a publication that has been retracted.
pub fn retraction(language: &Language) -> Html {
    let notice = vec![text(language.word(Message::Retracted))];
    element("p", fixed!["class" = "retracted"], notice)
}
