//! Pieces of text that several views share.

use yew::Html;

#[cfg(feature = "full")]
use super::element::{Fixed, fixed};
use super::element::{element, list, text};
use crate::language::{Argument, DateWidth, Language, Message};
use crate::publication::{PartialDate, Rank, RichText, Style};

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

/// A middle dot between two pieces; a line may end with it, and never begins with one.
pub const DOT: &str = "\u{a0}· ";

/// What is there, joined with middle dots, in the language's direction.
pub fn joined(language: &Language, pieces: &[Option<String>]) -> String {
    // A mark of the direction, for none of the pieces gives it.
    let mut joined = String::from(if language.is_rtl() { "\u{200f}" } else { "" });
    let mut dot = "";
    for piece in pieces.iter().flatten() {
        joined.push_str(dot);
        joined.push_str(&language.isolate(piece));
        dot = DOT;
    }
    joined
}

/// A date as a badge shows it.
pub fn short_date(language: &Language, date: Option<PartialDate>) -> Option<String> {
    date.map(|date| language.conventions().date(date, DateWidth::Short))
}

/// Text with its few inline styles and its formulas.
#[cfg(feature = "full")]
pub fn rich(words: &RichText) -> Html {
    // What is open, with what it holds so far; the first is the text itself.
    let mut open = vec![("", Vec::new())];
    for run in words.runs() {
        let words = text(run.text.clone());
        let (tag, class): (_, Fixed) = match run.style {
            Style::Begin(tag) => {
                open.push((tag, Vec::new()));
                continue;
            }
            Style::End => {
                if let Some((tag, content)) = open.pop()
                    && let Some((_, around)) = open.last_mut()
                {
                    around.push(element(tag, &[], content));
                }
                continue;
            }
            Style::Plain | Style::Tex => ("", fixed![]),
            Style::Italic => ("i", fixed![]),
            Style::Bold => ("b", fixed![]),
            Style::Sub => ("sub", fixed![]),
            Style::Sup => ("sup", fixed![]),
            Style::SmallCaps => ("span", fixed!["class" = "small-caps"]),
            Style::Underline => ("u", fixed![]),
        };
        if let Some((_, around)) = open.last_mut() {
            around.push(if tag.is_empty() {
                words
            } else {
                element(tag, class, vec![words])
            });
        }
    }
    list(open.pop().map(|(_, content)| content).unwrap_or_default())
}

/// Text with its few inline styles.
#[cfg(not(feature = "full"))]
pub fn rich(title: &RichText) -> Html {
    let run = |run: &crate::publication::Run| {
        let words = text(run.text.clone());
        let tag = match run.style {
            Style::Plain => return words,
            Style::Italic => "i",
            Style::Bold => "b",
            Style::Sub => "sub",
            Style::Sup => "sup",
        };
        element(tag, &[], vec![words])
    };
    list(title.runs().iter().map(run).collect())
}

/// The rank of a venue in its category, as `message` puts it: `2nd of 322`, `2 of 322`.
pub fn rank(language: &Language, message: Message, rank: Rank) -> String {
    let arguments = [
        ("rank", Argument::Number(f64::from(rank.rank()))),
        ("of", Argument::Number(f64::from(rank.of()))),
    ];
    language.say(message, &arguments)
}
