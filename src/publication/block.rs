use super::markup::{RichText, Tag};

/// A block of a longer text, such as an abstract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of what follows.
    Heading(RichText),
    /// A paragraph.
    Paragraph(RichText),
    /// A list of items.
    List(Vec<RichText>),
}

impl Block {
    /// Its texts: one, or those of a list's items.
    pub fn texts(&self) -> &[RichText] {
        match self {
            Self::Heading(text) | Self::Paragraph(text) => std::slice::from_ref(text),
            Self::List(items) => items,
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

/// Reads a text with the block markup of HTML or JATS; a line break ends a paragraph as well. A first heading that
/// only says “Abstract” is left out, for every abstract has one from whoever shows it.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut kind, mut block, mut rest) = (Kind::Paragraph, String::new(), text);
    while let Some(at) = rest.find(['<', '\n']) {
        let Some((before, after)) = rest.split_at_checked(at) else {
            break;
        };
        block.push_str(before);
        let mut characters = after.chars();
        let is_line_break = characters.next() == Some('\n');
        let inside = characters.as_str();
        let tag = if is_line_break {
            None
        } else {
            Tag::read(inside)
        };
        let next = tag.and_then(|(tag, tail)| Some((kind_of(&tag.name)?, tag.closing, tail)));
        match next {
            Some((after_tag, is_closing, tail)) => {
                add(&mut blocks, kind, &mut block);
                kind = if is_closing {
                    Kind::Paragraph
                } else {
                    after_tag
                };
                rest = tail;
            }
            None if is_line_break => {
                add(&mut blocks, kind, &mut block);
                rest = inside;
            }
            None => {
                // A tag of a style, or what only looks like one, is the matter of the block's own text.
                block.push('<');
                rest = inside;
            }
        }
    }
    block.push_str(rest);
    add(&mut blocks, kind, &mut block);
    blocks
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

fn add(blocks: &mut Vec<Block>, kind: Kind, text: &mut String) {
    let words = RichText::parse(&std::mem::take(text));
    if words.is_empty() {
        return;
    }
    match (kind, blocks.last_mut()) {
        (Kind::Heading, None) if words.plain().eq_ignore_ascii_case("abstract") => {}
        (Kind::Heading, _) => blocks.push(Block::Heading(words)),
        (Kind::Paragraph, _) => blocks.push(Block::Paragraph(words)),
        (Kind::Item, Some(Block::List(items))) => items.push(words),
        (Kind::Item, _) => blocks.push(Block::List(vec![words])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let block = |block: &Block| match block {
            Block::Heading(words) => format!("# {}", words.plain()),
            Block::Paragraph(words) => words.plain(),
            Block::List(items) => items
                .iter()
                .map(|item| format!("- {}", item.plain()))
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
    fn styles_stay_with_their_block() {
        assert_eq!(
            blocks("H<sub>2</sub>O"),
            [Block::Paragraph(RichText::parse("H<sub>2</sub>O"))]
        );
    }
}
