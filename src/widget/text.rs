//! Pieces of text that several views share.

use yew::prelude::*;

use crate::language::{Argument, DateWidth, Language, Message};
use crate::publication::{PartialDate, RichText, Style, WebAddress};

/// Numbers from here on are written short on a badge; the exact one is in the details.
const COMPACT_FROM: f64 = 1_000_000.0;

/// A number as a badge shows it.
pub fn figure(language: &Language, value: f64) -> String {
    let conventions = language.conventions();
    if value < COMPACT_FROM {
        conventions.number(value)
    } else {
        conventions.compact(value)
    }
}

/// What is there, joined with middle dots.
pub fn joined<const N: usize>(pieces: [Option<String>; N]) -> String {
    let present: Vec<String> = pieces
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty())
        .collect();
    present.join(" · ")
}

/// A date as a badge shows it.
pub fn short_date(language: &Language, date: Option<PartialDate>) -> Option<String> {
    date.map(|date| language.conventions().date(date, DateWidth::Short))
}

/// A date in a table, where it is said when there is none.
pub fn long_date(language: &Language, date: Option<PartialDate>) -> String {
    date.map_or_else(
        || language.word(Message::DateUnknown),
        |date| language.conventions().date(date, DateWidth::Long),
    )
}

/// Text that is a link where there is an address.
pub fn linked(text: impl Into<AttrValue>, url: Option<&WebAddress>) -> Html {
    let text = text.into();
    match url {
        Some(url) => html! { <a href={url.as_str().to_owned()}><bdi>{text}</bdi></a> },
        None => html! { <bdi>{text}</bdi> },
    }
}

/// A title with its few inline styles.
pub fn rich(text: &RichText) -> Html {
    text.runs()
        .iter()
        .map(|run| {
            let text = run.text.clone();
            match run.style {
                Style::Plain => html! { {text} },
                Style::Italic => html! { <i>{text}</i> },
                Style::Bold => html! { <b>{text}</b> },
                Style::Sub => html! { <sub>{text}</sub> },
                Style::Sup => html! { <sup>{text}</sup> },
            }
        })
        .collect()
}

/// The rank of a venue in its category: `2nd of 322`.
pub fn ordinal_rank(language: &Language, rank: crate::publication::Rank) -> String {
    let arguments = [
        ("rank", Argument::Number(f64::from(rank.rank()))),
        ("of", Argument::Number(f64::from(rank.of()))),
    ];
    language.say(Message::RankOf, &arguments)
}
