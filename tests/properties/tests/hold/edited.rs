//! Records of which one text is written with a space more, where something begins or ends.

use properties::dialect;
use properties::samples::samples;
use serde_json::Value;

/// The places of the texts in a record that are short enough to be taken apart by a reader, as JSON pointers.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    const MOST: usize = 60;
    match value {
        Value::String(text) if text.len() <= MOST => found.push(place.to_owned()),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{place}/{at}"), found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(entry, &format!("{place}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// The texts with a space between a letter or a digit and what is none, or between a small letter and a capital.
fn spaced(text: &str) -> Vec<String> {
    let pairs = text.char_indices().zip(text.chars().skip(1));
    let meet = |one: char, other: char| {
        one.is_alphanumeric() != other.is_alphanumeric()
            || one.is_lowercase() && other.is_uppercase()
    };
    pairs
        .filter(|((_, one), other)| meet(*one, *other))
        .map(|((at, one), _)| {
            let (before, after) = text.split_at(at + one.len_utf8());
            [before, " ", after].concat()
        })
        .collect()
}

#[test]
fn a_space_in_any_place_converts() {
    const MOST: usize = 800;
    for sample in samples() {
        if sample.record.to_string().len() > MOST {
            continue;
        }
        let mut found = Vec::new();
        places(&sample.record, "", &mut found);
        for place in found {
            let mut record = sample.record.clone();
            let text = record.pointer_mut(&place).expect("a place in the record");
            for spaced in spaced(text.as_str().unwrap_or_default()) {
                *record.pointer_mut(&place).expect("the same place") = Value::String(spaced);
                dialect::converts(record.to_string().as_bytes(), None);
            }
        }
    }
}
