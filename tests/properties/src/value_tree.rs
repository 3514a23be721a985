//! The value tree holds what JSON says, and reads back as it was written.

use publication_metrics::formats::Json;
use serde_json::Value;

use crate::record::tree;

/// How deep a record may be nested.
const DEEPEST: usize = 64;

/// Holds the tree of any bytes to what serde's own says of them.
pub fn holds(text: &[u8]) {
    let value = serde_json::from_slice::<Value>(text).ok();
    let Some(json) = tree(text) else {
        // Only depth is refused that JSON allows.
        assert!(
            value.is_none_or(|it| depth(&it) > DEEPEST),
            "refuses what is JSON"
        );
        return;
    };
    let written = serde_json::to_string(&json).expect("a tree is JSON");
    assert_eq!(
        tree(written.as_bytes()).as_ref(),
        Some(&json),
        "{written} reads as something else"
    );
    let value = value.expect("serde reads what the tree reads");
    assert!(depth(&value) <= DEEPEST, "takes what is nested too deeply");
    agree(&json, &value);
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// Of equal keys the last counts, in both.
fn agree(json: &Json, value: &Value) {
    match (json, value) {
        (Json::Null, Value::Null) => {}
        (Json::Bool(one), Value::Bool(other)) => assert_eq!(one, other),
        (Json::Number(one), Value::Number(other)) => {
            assert!(one.is_finite());
            assert_eq!(Some(*one), other.as_f64());
        }
        (Json::String(one), Value::String(other)) => assert_eq!(one, other),
        (Json::Array(ones), Value::Array(others)) => {
            assert_eq!(ones.len(), others.len());
            ones.iter()
                .zip(others)
                .for_each(|(one, other)| agree(one, other));
        }
        (Json::Object(entries), Value::Object(others)) => {
            assert!(entries.iter().all(|(key, _)| others.contains_key(key)));
            for (key, other) in others {
                agree(json.get(key).expect("the key"), other);
            }
        }
        _ => panic!("{json:?} for {value}"),
    }
}
