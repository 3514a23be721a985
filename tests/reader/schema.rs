//! The published schema says the same as the reader.

use std::{collections::BTreeSet, env, fs, sync::LazyLock};

use jsonschema::Validator;
use publication_metrics::{formats::read_str, publication};
use serde_json::{Value, json};

use crate::{file, path};

const PATH: &str = "publication.schema.json";

/// The schema as published; written anew first where `UPDATE` is set.
static PUBLISHED: LazyLock<Value> = LazyLock::new(|| {
    if env::var_os("UPDATE").is_some() {
        let text = serde_json::to_string_pretty(&publication::schema()).expect("a schema") + "\n";
        fs::write(path(PATH), text).expect("the schema can be written");
    }
    serde_json::from_str(&file(PATH)).expect("the schema is JSON")
});

fn validator() -> Validator {
    jsonschema::draft202012::new(&PUBLISHED).expect("the schema is one")
}

fn full_record() -> Value {
    serde_json::from_str(&file("tests/fixtures/full-record.json")).expect("the fixture is JSON")
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let is_current = *PUBLISHED == *publication::schema().as_value();
    assert!(
        is_current,
        "{PATH} is out of date: UPDATE=1 cargo test --test reader"
    );
}

#[test]
fn the_demo_record_is_valid() {
    let record = serde_json::from_str(&file("www/her2-review.json")).expect("JSON");
    assert!(validator().validate(&record).is_ok());
}

#[test]
fn a_record_needs_a_title_or_a_doi() {
    let validator = validator();
    assert!(validator.is_valid(&json!({ "title": "A" })));
    assert!(validator.is_valid(&json!({ "doi": "10.1234/foo", "colour": "puce" })));
    assert!(!validator.is_valid(&json!({ "url": "https://example.org/" })));
    assert!(
        !validator.is_valid(&json!({ "title": "A", "rankings": [{ "agency": "JCR", "rank": 2 }] }))
    );
}

#[test]
fn the_full_record_is_valid_and_has_every_property_of_the_schema() {
    let record = full_record();
    if let Err(error) = validator().validate(&record) {
        panic!("{}: {error}", error.instance_path());
    }
    let mut described = BTreeSet::new();
    properties(&PUBLISHED, &PUBLISHED, "", &mut described);
    let mut written = BTreeSet::new();
    keys(&record, "", &mut written);
    assert_eq!(written, described);
}

#[test]
fn schema_and_reader_refuse_the_same_values() {
    let validator = validator();
    let record = full_record();
    let mut leaves = Vec::new();
    leaves_of(&record, &mut String::new(), &mut String::new(), &mut leaves);
    assert!(leaves.len() > 40, "only {} leaves", leaves.len());
    for (pointer, path) in leaves {
        let mut wrong = record.clone();
        let leaf = wrong.pointer_mut(&pointer).expect("a leaf of the record");
        *leaf = match leaf {
            Value::String(_) => json!({ "wrong": true }),
            _ => json!("six"),
        };
        assert!(
            !validator.is_valid(&wrong),
            "the schema accepts a wrong {path}"
        );
        let reading =
            read_str(&wrong.to_string()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let paths: Vec<_> = reading
            .warnings
            .iter()
            .map(|warning| &*warning.path)
            .collect();
        assert_eq!(paths, [&*path]);
    }
}

/// Every property that a schema describes, list items by the name of their list.
fn properties(root: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let definition = name
            .strip_prefix('#')
            .and_then(|pointer| root.pointer(pointer));
        properties(root, definition.expect(name), path, found);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        properties(root, choice, path, found);
    }
    if let Some(items) = schema.get("items") {
        properties(root, items, path, found);
    }
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        properties(root, property, &path, found);
        found.insert(path);
    }
}

/// Every key that a record has, list items by the name of their list.
fn keys(record: &Value, path: &str, found: &mut BTreeSet<String>) {
    for item in record.as_array().into_iter().flatten() {
        keys(item, path, found);
    }
    for (key, value) in record.as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        keys(value, &path, found);
        found.insert(path);
    }
}

/// Every value that is neither list nor object: as a JSON pointer, and as warnings write its path.
fn leaves_of(
    value: &Value,
    pointer: &mut String,
    path: &mut String,
    found: &mut Vec<(String, String)>,
) {
    let (pointer_end, path_end) = (pointer.len(), path.len());
    let mut visit = |key: &str, segment: String, value: &Value| {
        pointer.push('/');
        pointer.push_str(key);
        path.push_str(&segment);
        leaves_of(value, pointer, path, found);
        pointer.truncate(pointer_end);
        path.truncate(path_end);
    };
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(&index.to_string(), format!("[{index}]"), item);
            }
        }
        Value::Object(entries) => {
            let dot = if path_end == 0 { "" } else { "." };
            for (key, value) in entries {
                visit(key, format!("{dot}{key}"), value);
            }
        }
        _ => found.push((pointer.clone(), path.clone())),
    }
}
