//! Pieces of text that several views share.

use super::nodes::Nodes;
use crate::language::{DateWidth, Language, Message};
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
pub fn rich(words: &RichText, out: &mut Nodes) {
    out.draw("<>");
    for run in words.runs() {
        let template = match run.style {
            #[cfg(feature = "full")]
            Style::Begin(name) => {
                out.fixed(name);
                out.draw("<*>");
                continue;
            }
            #[cfg(feature = "full")]
            Style::End => {
                out.draw("</*>");
                continue;
            }
            Style::Plain => "*",
            Style::Italic => "<i>*</i>",
            Style::Bold => "<b>*</b>",
            Style::Sub => "<sub>*</sub>",
            Style::Sup => "<sup>*</sup>",
            #[cfg(feature = "full")]
            Style::Tex => "*",
            #[cfg(feature = "full")]
            Style::SmallCaps => "<span class='small-caps'>*</span>",
            #[cfg(feature = "full")]
            Style::Underline => "<u>*</u>",
        };
        out.given(run.text.clone());
        out.draw(template);
    }
    out.draw("</>");
}

/// The rank of a venue in its category, as `message` puts it: `2nd of 322`, `2 of 322`.
pub fn rank(language: &Language, message: Message, rank: Rank) -> String {
    language
        .phrase(message)
        .number("rank", rank.rank().into())
        .number("of", rank.of().into())
        .say()
}
