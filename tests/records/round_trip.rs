//! Every record, written in our own dialect, is valid and says the same.

use jsonschema::Validator;
use publication_metrics::formats::{read, read_any, write};
use publication_metrics::publication;
use serde_json::Value;

use crate::records;

fn validator() -> Validator {
    let schema = publication::schema();
    jsonschema::draft202012::new(schema.as_value()).expect("the schema is one")
}

#[test]
fn every_record_in_our_own_dialect_is_valid_and_says_the_same() {
    let validator = validator();
    let mut differences = Vec::new();
    for record in records() {
        let Ok(reading) = read_any(&record.json, None) else {
            continue;
        };
        let written = write(&reading.publication);
        let value: Value = serde_json::to_value(&written).expect("JSON");
        if let Err(error) = validator.validate(&value) {
            differences.push(format!("{} is not valid: {error}", record.name()));
        }
        match read(&written) {
            Ok(again) => {
                for warning in again.warnings {
                    differences.push(format!("{}: {warning}", record.name()));
                }
                if again.publication != reading.publication {
                    let (one, other) = (
                        format!("{:#?}", reading.publication),
                        format!("{:#?}", again.publication),
                    );
                    let line = one
                        .lines()
                        .zip(other.lines())
                        .find(|(one, other)| one != other);
                    differences.push(format!("{} says something else: {line:?}", record.name()));
                }
            }
            Err(error) => differences.push(format!("{}: {error}", record.name())),
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
