//! The JSON Schema of the project's own dialect, from the model's types.

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::RecursiveTransform,
};
use serde_json::{Value, json};

use super::{Doi, PartialDate, Publication, Rank, RichText, WebAddress};

/// The JSON Schema (2020-12) of a publication, which `publication.schema.json` holds.
///
/// It describes what to write. The reader accepts more, such as numbers written as strings.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(simplify));
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Publication>();
    schema.insert(
        "anyOf".into(),
        json!([{ "required": ["title"] }, { "required": ["doi"] }]),
    );
    schema
}

/// Lists and flags may be left out, and the sizes of Rust's numbers are no business of a record's.
fn simplify(schema: &mut Schema) {
    let may_be_left_out = |property: &Value| {
        matches!(
            property.get("type").and_then(Value::as_str),
            Some("array" | "boolean")
        )
    };
    let properties = schema.get("properties").cloned().unwrap_or_default();
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| {
            let property = name.as_str().and_then(|name| properties.get(name));
            !property.is_some_and(may_be_left_out)
        });
        if required.is_empty() {
            schema.remove("required");
        }
    }
    let is_rusts = |format: &Value| {
        matches!(
            format.as_str(),
            Some("double" | "uint" | "uint16" | "uint32" | "uint64")
        )
    };
    if schema.get("format").is_some_and(is_rusts) {
        schema.remove("format");
    }
}

/// Records may say `true` and `false` instead of the words.
pub(super) fn or_a_flag(schema: &mut Schema) {
    if let Some(Value::Array(words)) = schema.get_mut("oneOf") {
        words.push(json!({ "type": "boolean" }));
    }
}

/// Implements [`JsonSchema`] for types that are one string in a record.
macro_rules! string_schema {
    ($($type:ident: $schema:tt)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

string_schema! {
    RichText: { "type": "string" }
    Doi: {
        "type": "string",
        "pattern": "10\\.[0-9]+(\\.[0-9]+)*(/|%).",
        "examples": ["10.1038/s41571-024-00939-2"]
    }
    PartialDate: {
        "type": "string",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "examples": ["2024", "2024-09", "2024-09-13"]
    }
    WebAddress: {
        "type": "string",
        "format": "uri",
        "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"
    }
}

impl JsonSchema for Rank {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rank".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": {
                "rank": {
                    "description": "The venue's place in the category, 1 being the best; at most `of`.",
                    "type": "integer",
                    "minimum": 1
                },
                "of": {
                    "description": "How many venues the category has.",
                    "type": "integer",
                    "minimum": 1
                }
            },
            "required": ["rank", "of"],
            "dependentRequired": { "rank": ["of"], "of": ["rank"] }
        })
    }
}
