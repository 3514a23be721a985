//! Marked-up text keeps its letters, and has no styles but those on the short list.

use publication_metrics::publication::{RichText, Style, blocks};

use crate::short_list;

/// Holds a text to what is made of it as a title and as an abstract.
pub fn holds(text: &str) {
    let rich = RichText::parse(text);
    check(&rich);
    let written = rich.markup();
    assert_eq!(
        RichText::parse(&written),
        rich,
        "{written:?} reads as something else"
    );
    let (shown, plain) = (letters(&rich.plain()), letters(text));
    if text.contains(['<', '&']) {
        assert!(
            text.contains('&') || is_within(&shown, &plain),
            "{shown:?} is not all in {plain:?}"
        );
    } else {
        assert_eq!(shown, plain, "letters are lost");
    }
    for block in blocks(text) {
        for words in block.texts() {
            assert!(!words.is_empty(), "a block without words");
            check(words);
        }
    }
}

/// Elements of formulas are balanced, texts have no letters that hide, and neighbours differ.
fn check(rich: &RichText) {
    let mut open = Vec::new();
    for run in rich.runs() {
        match run.style {
            Style::Begin(name) => {
                assert!(short_list::OF_FORMULAS.contains(&name), "<{name}>");
                assert_eq!(open.is_empty(), name == "math", "<{name}>");
                open.push(name);
            }
            Style::End => assert!(open.pop().is_some(), "more ends than begins"),
            _ => {
                assert!(!run.text.is_empty(), "a run without text");
                assert!(open.is_empty() || run.style == Style::Plain, "{run:?}");
            }
        }
        assert!(!run.text.chars().any(is_hidden), "{run:?}");
    }
    assert_eq!(open, [""; 0], "never closed");
    let alike = rich
        .runs()
        .windows(2)
        .find(|it| it[0].style == it[1].style && !it[0].text.is_empty());
    assert_eq!(alike, None);
}

fn is_hidden(letter: char) -> bool {
    letter.is_control() || short_list::is_steering(letter)
}

fn letters(text: &str) -> Vec<char> {
    text.chars()
        .filter(|it| !it.is_whitespace() && !is_hidden(*it))
        .collect()
}

/// Whether a text is what is left of another.
fn is_within(part: &[char], whole: &[char]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|letter| rest.any(|it| it == letter))
}
