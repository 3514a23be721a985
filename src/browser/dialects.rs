use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::reading::{dialect, not_a_publication, tree};
use crate::formats::{self, Warning};
use crate::publication::PartialDate;

/// A record in our own dialect, made of one in another dialect, or of several.
#[wasm_bindgen]
pub struct Translation {
    record: JsValue,
    warnings: Vec<String>,
}

#[wasm_bindgen]
impl Translation {
    /// The record, as `JSON.parse` would make it.
    #[wasm_bindgen(getter)]
    pub fn record(&self) -> JsValue {
        self.record.clone()
    }

    /// What of the original could not be read, each with its place there.
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> Vec<String> {
        self.warnings.clone()
    }
}

/// Translates what `JSON.parse` made, from the dialect that is named, or from the one that it is found to be in. What is
/// no publication, and a name that no dialect has, is an `Error` with the code `not-a-publication`. `retrieved` is the day
/// on which the service gave it, which is then that of all numbers without a date; empty where nobody knows.
#[wasm_bindgen]
pub fn translate(value: JsValue, format: &str, retrieved: &str) -> Result<Translation, JsValue> {
    let named = dialect(format)?;
    let original = tree(value.clone())?;
    let mut reading =
        formats::read_any(&original, named).map_err(|error| not_a_publication(&error.message))?;
    if reading.is_own(&original) {
        // Whoever shows it reads it anyway, and then knows what of it could not be read.
        return Ok(Translation {
            record: value,
            warnings: Vec::new(),
        });
    }
    let publication = &mut reading.publication;
    publication.as_of = publication.as_of.or(PartialDate::parse(retrieved));
    let record = formats::write(&reading.publication);
    Ok(Translation {
        record: record
            .serialize(&Serializer::json_compatible())
            .map_err(JsValue::from)?,
        warnings: reading.warnings.iter().map(Warning::text).collect(),
    })
}
