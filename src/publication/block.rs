use super::markup::{RichText, Tag};
use super::mentions;

/// A block of a longer text, such as an abstract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of what follows.
    Heading(RichText),
    /// A paragraph.
    Paragraph(RichText),
    /// A list of items.
    List {
        /// The items.
        items: Vec<RichText>,
        /// Whether they are numbered.
        is_ordered: bool,
    },
}

impl Block {
    /// Its texts: one, or those of a list's items.
    pub fn texts(&self) -> &[RichText] {
        match self {
            Self::Heading(text) | Self::Paragraph(text) => std::slice::from_ref(text),
            Self::List { items, .. } => items,
        }
    }
}

/// What the text that follows a tag is part of.
#[derive(Clone, Copy)]
enum Kind {
    Heading,
    Paragraph,
    Item,
}

/// Reads a text with the block markup of HTML or JATS. A line break ends a paragraph in a text without such markup;
/// beside it, and in a formula, it only folds the lines of the record. A first heading that
/// only says “Abstract” is left out, for every abstract has one from whoever shows it.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut kind, mut block, mut rest) = (Kind::Paragraph, String::new(), text);
    let has_lines = !has_markup(text);
    // Whether the list that an item would begin is numbered; `None` within a list.
    let mut next_list = Some(false);
    while let Some(at) = rest.find(['<', '\n']) {
        let Some((before, after)) = rest.split_at_checked(at) else {
            break;
        };
        block.push_str(before);
        let mut characters = after.chars();
        let is_break = characters.next() == Some('\n');
        let is_line_break = is_break && has_lines;
        let inside = characters.as_str();
        let tag = if is_break { None } else { Tag::read(inside) };
        let next =
            tag.and_then(|(tag, tail)| Some((kind_of(&tag.name)?, tag.closing, tag.name, tail)));
        match next {
            Some((Kind::Paragraph, false, _, tail))
                if matches!(kind, Kind::Item) && block.trim().is_empty() =>
            {
                // The items of JATS are made of paragraphs.
                rest = tail;
            }
            Some((after_tag, is_closing, name, tail)) => {
                add(&mut blocks, kind, &mut block, &mut next_list);
                next_list = list_of(&name, inside).or(next_list);
                kind = if is_closing {
                    Kind::Paragraph
                } else {
                    after_tag
                };
                rest = tail;
            }
            None if is_line_break => {
                add(&mut blocks, kind, &mut block, &mut next_list);
                rest = inside;
            }
            None => {
                // A tag of a style, or what only looks like one, is the matter of the block's own text.
                block.push(if is_break { '\n' } else { '<' });
                rest = inside;
            }
        }
    }
    block.push_str(rest);
    add(&mut blocks, kind, &mut block, &mut next_list);
    blocks
}

/// Whether a text has its paragraphs, or formulas, marked.
fn has_markup(text: &str) -> bool {
    ["/p>", ":p>", "math>"].iter().any(|it| mentions(text, it))
}

/// Where a tag begins a list: whether it is a numbered one, which JATS says in `list-type`.
fn list_of(name: &str, tag: &str) -> Option<bool> {
    match name {
        "ol" => Some(true),
        "ul" => Some(false),
        "list" => {
            let (tag, _) = tag.split_once('>')?;
            let is = |kind: &&str| {
                let said = |quote: &&str| mentions(tag, &["list-type=", quote, kind].concat());
                ["\"", "'"].iter().any(said)
            };
            Some(["order", "alpha", "roman"].iter().any(is))
        }
        _ => None,
    }
}

/// What the tags of blocks begin; `None` for the tags of styles and those that are not known.
fn kind_of(name: &str) -> Option<Kind> {
    match name {
        "title" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading),
        "p" | "div" | "sec" | "abstract" | "br" | "break" | "ul" | "ol" | "list" => {
            Some(Kind::Paragraph)
        }
        "li" | "list-item" => Some(Kind::Item),
        _ => None,
    }
}

fn add(blocks: &mut Vec<Block>, kind: Kind, text: &mut String, next_list: &mut Option<bool>) {
    let words = RichText::parse(&std::mem::take(text));
    if words.is_empty() {
        return;
    }
    let begins = match kind {
        Kind::Item => next_list.take(),
        _ => None,
    };
    match (kind, blocks.last_mut()) {
        (Kind::Heading, None) if words.plain().eq_ignore_ascii_case("abstract") => {}
        (Kind::Heading, _) => blocks.push(Block::Heading(words)),
        (Kind::Paragraph, _) => blocks.push(Block::Paragraph(words)),
        (Kind::Item, Some(Block::List { items, .. })) if begins.is_none() => items.push(words),
        (Kind::Item, _) => blocks.push(Block::List {
            items: vec![words],
            is_ordered: begins.unwrap_or(false),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let block = |block: &Block| match block {
            Block::Heading(words) => format!("# {}", words.plain()),
            Block::Paragraph(words) => words.plain(),
            Block::List { items, is_ordered } => items
                .iter()
                .map(|item| format!("{} {}", if *is_ordered { '#' } else { '-' }, item.plain()))
                .collect::<Vec<_>>()
                .join(" "),
        };
        blocks(text).iter().map(block).collect()
    }

    #[test]
    fn plain_text_has_a_paragraph_for_each_line() {
        assert_eq!(read("One. p < 0.05\n\nTwo."), ["One. p < 0.05", "Two."]);
        assert_eq!(read(""), [""; 0]);
    }

    #[test]
    fn jats_and_html_have_headings_paragraphs_and_lists() {
        assert_eq!(
            read(
                "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>The <jats:italic>HER2</jats:italic> gene.</jats:p></jats:sec>"
            ),
            ["# Background", "The HER2 gene."]
        );
        assert_eq!(
            read("<p>We found:</p><ul><li>one</li><li>two</li></ul>Then<br/>this."),
            ["We found:", "- one - two", "Then", "this."]
        );
    }

    #[test]
    fn lists_are_numbered_or_not_and_their_items_may_have_paragraphs() {
        assert_eq!(
            read(
                "<list id=\"roman\" list-type='order'>\n <list-item>\n<p>one</p>\n</list-item>\n<list-item><p>two\nlines</p></list-item></list><ul><li>a</li></ul><ol><li>b</li></ol><p>end</p>"
            ),
            ["# one # two lines", "- a", "# b", "end"]
        );
    }

    #[test]
    fn lines_of_marked_text_are_the_records() {
        assert_eq!(
            read("<jats:p>One\ntwo.</jats:p>\n<jats:p>Three.</jats:p>"),
            ["One two.", "Three."]
        );
        assert_eq!(read("at <math>\n<mi>x</mi>\n</math>"), ["at x"]);
        assert_eq!(read("One<br/>\ntwo\nthree"), ["One", "two", "three"]);
    }

    #[test]
    fn styles_stay_with_their_block() {
        assert_eq!(
            blocks("H<sub>2</sub>O"),
            [Block::Paragraph(RichText::parse("H<sub>2</sub>O"))]
        );
    }
}
