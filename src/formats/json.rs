use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value, whichever way it came: every dialect reads this one tree.
///
/// Filled through serde: by `serde_json` from text, by `serde-wasm-bindgen` from what the browser parsed.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number. A JavaScript value may hold one that is not finite.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, with its entries in order. Of entries with the same key the last counts.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The entry of an object; `None` where there is none, and where this is no object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        entries
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }
}

/// Up to here, every whole number has a number of its own in JavaScript (2^53).
#[cfg(feature = "dialects")]
const EXACT: f64 = 9_007_199_254_740_992.0;

#[cfg(feature = "dialects")]
impl serde::Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            // Without a fraction, as people write it; whoever reads JSON takes both for the same.
            #[expect(clippy::cast_possible_truncation, reason = "within the bound")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() <= EXACT => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

/// How deep a record may be nested. No dialect comes near; without a bound, a JavaScript object that contains
/// itself would end the wasm instance.
pub(super) const DEEPEST: u8 = 64;

/// How much of a list is read natively: all of it, for `serde_json` wants to come to its end.
#[cfg(not(target_arch = "wasm32"))]
const LONGEST: usize = usize::MAX;

/// How much of a list is read in the browser: as much as dialects take of it, and so much more that they see that there was more.
#[cfg(all(feature = "full", target_arch = "wasm32"))]
const LONGEST: usize = super::node::LONGEST_LIST + 1;

/// How much of a list is read for a row or a card, which are not to wait for thousands of authors that they do not show.
#[cfg(all(not(feature = "full"), target_arch = "wasm32"))]
const LONGEST: usize = 500;

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree { room: DEEPEST }.deserialize(deserializer)
    }
}

/// Fills a tree that may be so many levels deep.
#[derive(Clone, Copy)]
struct Tree {
    room: u8,
}

impl Tree {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.room.checked_sub(1) {
            Some(room) => Ok(Self { room }),
            None => Err(E::custom("nested too deeply")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    // The size hints are the source's word, so no room is set aside on it.

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let item = self.deeper()?;
        let mut array = Vec::new();
        while array.len() < LONGEST
            && let Some(value) = items.next_element_seed(item)?
        {
            array.push(value);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let value = self.deeper()?;
        let mut object = Vec::new();
        while let Some(key) = entries.next_key()? {
            object.push((key, entries.next_value_seed(value)?));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Json};

    fn json(text: &str) -> Json {
        serde_json::from_str(text).expect(text)
    }

    #[test]
    fn holds_every_kind_of_value_in_order() {
        assert_eq!(
            json(r#"{"b": [null, true, -1, 2.5, "x"], "a": {}}"#),
            Json::Object(vec![
                (
                    "b".into(),
                    Json::Array(vec![
                        Json::Null,
                        Json::Bool(true),
                        Json::Number(-1.0),
                        Json::Number(2.5),
                        Json::String("x".into()),
                    ])
                ),
                ("a".into(), Json::Object(vec![])),
            ])
        );
    }

    #[test]
    fn the_last_of_two_equal_keys_counts() {
        assert_eq!(
            json(r#"{"a": 1, "a": 2}"#).get("a"),
            Some(&Json::Number(2.0))
        );
        assert_eq!(json(r#"{"a": 1}"#).get("b"), None);
        assert_eq!(json("[]").get("a"), None);
    }

    #[test]
    fn refuses_what_is_nested_too_deeply() {
        let nested = |depth: u8| {
            let depth = usize::from(depth);
            serde_json::from_str::<Json>(&["[".repeat(depth), "]".repeat(depth)].concat())
        };
        assert!(nested(DEEPEST).is_ok());
        let error = nested(DEEPEST + 1)
            .expect_err("one level too many")
            .to_string();
        assert!(error.starts_with("nested too deeply"), "{error}");
    }
}
