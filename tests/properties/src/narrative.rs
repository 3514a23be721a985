//! Sentences are whole in every language: no argument is left out, nothing is empty, and every turn of direction ends.

use markup5ever_rcdom::{Handle, NodeData};
use publication_metrics::formats::Reading;
use publication_metrics::widget::Layout;

use crate::html::{self, parsed};
use crate::look::{LANGUAGES, Look};
use crate::record;

/// Holds the whole page of a record to its sentences, in the language that falls to it.
pub fn holds(text: &[u8]) {
    in_languages(text, &[Look::of(text).language]);
}

/// Holds the whole page of a record to its sentences, in every language.
pub fn holds_in_all(text: &[u8]) {
    in_languages(text, &LANGUAGES);
}

fn in_languages(text: &[u8], languages: &[&'static str]) {
    let Ok(text) = str::from_utf8(text) else {
        return;
    };
    // A brace in what is shown is then a catalogue's: an argument that no one gave. Braces of the record's own structure
    // stand outside of its strings.
    let Some(mut value) = serde_json::from_str(text).ok() else {
        return;
    };
    without_braces(&mut value);
    let Some(reading) = record::reading(value.to_string().as_bytes()) else {
        return;
    };
    for language in languages {
        check(&reading, language);
    }
}

/// Holds a record without braces to its sentences in a language.
pub fn check(reading: &Reading, language: &'static str) {
    let look = Look {
        layout: Layout::Full,
        layout_name: "full",
        theme: "auto",
        language,
        open: None,
        heading_level: 2,
    };
    let page = html::of(reading.clone(), &look);
    sentences(&parsed(&page).document);
}

fn without_braces(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = harmless(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_braces),
        serde_json::Value::Object(entries) => {
            let all = std::mem::take(entries);
            entries.extend(all.into_iter().map(|(key, mut value)| {
                without_braces(&mut value);
                (harmless(&key), value)
            }));
        }
        _ => {}
    }
}

/// Text without what a sentence should not show; keys can be words, as in the index of an abstract.
fn harmless(text: &str) -> String {
    // Also as references, which are decoded.
    let text = text.replace(['{', '}', '&'], "·");
    // And what is no number is none of the record's.
    if text.matches('N').count() > 1 {
        return text.replace('N', "n");
    }
    text
}

/// Elements that say something, or should not be there.
const SAYING: &[&str] = &[
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "button", "summary", "bdi", "a", "dt", "dd",
    "th",
];

fn sentences(node: &Handle) {
    match &node.data {
        NodeData::Text { contents } => {
            let text = contents.borrow();
            assert!(!text.contains(['{', '}']), "an argument is left: {text}");
            assert!(!text.contains("NaN"), "no number: {text}");
            isolates(&text);
        }
        NodeData::Element { name, attrs, .. } => {
            let text = html::text(node);
            let name = &*name.local;
            let is_status = attrs
                .borrow()
                .iter()
                .any(|it| &*it.name.local == "role" && &*it.value == "status");
            if SAYING.contains(&name) && !is_status {
                let says = text.chars().any(|it| !it.is_whitespace() && !is_mark(it));
                assert!(says || has_drawing(node), "<{name}> says nothing: {text:?}");
            }
            for attribute in attrs.borrow().iter() {
                if &*attribute.name.local == "aria-label" {
                    assert!(!attribute.value.trim().is_empty(), "a label without words");
                    assert!(!attribute.value.contains(['{', '}']), "{}", attribute.value);
                    isolates(&attribute.value);
                }
            }
        }
        _ => {}
    }
    node.children.borrow().iter().for_each(sentences);
}

fn has_drawing(node: &Handle) -> bool {
    node.children.borrow().iter().any(|it| match &it.data {
        NodeData::Element { name, .. } => &*name.local == "svg" || has_drawing(it),
        _ => false,
    })
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Each isolate begins and ends in the same text, and is not so deep in others that browsers stop to heed it (UAX #9, BD2).
pub(crate) fn isolates(text: &str) {
    const DEEPEST: usize = 125;
    let mut open = 0;
    for letter in text.chars() {
        match letter {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => open = usize::checked_sub(open, 1).expect("an isolate that began"),
            _ => {}
        }
        assert!(open <= DEEPEST, "isolates too deep in others");
    }
    assert_eq!(open, 0, "an isolate that does not end: {text}");
}
