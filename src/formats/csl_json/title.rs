//! Titles, as Crossref, DataCite and those who copy from them have them.

use super::{reference, says_nothing};
use crate::formats::node::Node;
use crate::formats::terms::scripts;
use crate::publication::{RichText, entity, lower};

/// The first title of a list that says something, or the one title, and a subtitle after it where the title does not have
/// it already.
pub(in crate::formats) fn with_subtitle(titles: &Node, subtitles: &Node) -> Option<RichText> {
    let title = first(titles)?;
    Some(match first(subtitles) {
        Some(subtitle) => joined(title, &subtitle),
        None => title,
    })
}

fn first(list: &Node) -> Option<RichText> {
    let mut found = None;
    list.each(&mut |entry| {
        if found.is_none() {
            found = title(entry);
        }
    });
    found
}

/// A title, without the line breaks that programs put around its markup, and with the scripts of TeX as markup.
pub(in crate::formats) fn title(entry: &Node) -> Option<RichText> {
    let text = entity::decode(entry.string()?);
    let title = RichText::parse(&unpadded(&reference::decoded(&scripts(&text))));
    let is_title = !title.is_empty() && !says_nothing(title.plain().trim());
    is_title.then_some(title)
}

/// Title and subtitle as they are cited: after a colon, unless the title ends as a sentence does.
pub(in crate::formats) fn joined(title: RichText, subtitle: &RichText) -> RichText {
    let (plain, other) = (title.plain(), subtitle.plain());
    if lower(&plain).contains(&lower(&other)) {
        return title;
    }
    let ends = plain.ends_with(['.', '?', '!', ':', '…', '？', '！']);
    let between = if ends { " " } else { ": " };
    RichText::parse(&[&title.markup(), between, &subtitle.markup()].concat())
}

/// On one line, without the space that stands in the way where markup was set on lines of its own: `(⏎ <i>a</i>⏎ )`.
fn unpadded(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.split('\n').map(str::trim).filter(|it| !it.is_empty()) {
        let opens = line.ends_with(['(', '[']) && part.starts_with('<');
        let closes = line.ends_with('>') && part.starts_with([')', ']', ',', '.', ';', ':']);
        if !(line.is_empty() || opens || closes) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_around_markup_goes() {
        for (text, expected) in [
            (
                "Clams (\n    <i>T. maxima</i>\n    ) rest",
                "Clams (<i>T. maxima</i>) rest",
            ),
            ("<i>Women</i>\n   .", "<i>Women</i>."),
            (
                "\n  Measurement of\n  \n  in\n  oscillation",
                "Measurement of in oscillation",
            ),
            ("Of\n <i>a</i>\n and (b)\n (c)", "Of <i>a</i> and (b) (c)"),
        ] {
            assert_eq!(unpadded(text), expected);
        }
    }

    #[test]
    fn a_subtitle_follows_once() {
        for (title, subtitle, expected) in [
            ("Heat", "A <i>survey</i>", "Heat: A <i>survey</i>"),
            ("Heat?", "A survey", "Heat? A survey"),
            ("Heat: a survey", "A survey", "Heat: a survey"),
        ] {
            let joined = joined(RichText::parse(title), &RichText::parse(subtitle));
            assert_eq!(joined.markup(), expected);
        }
    }
}
