use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::{Json, json::DEEPEST};

impl Json {
    /// The tree of a JavaScript value as `JSON.parse` gives it; `undefined`, functions and symbols are null.
    ///
    /// `None` for a value that is nested too deeply, such as one that contains itself.
    ///
    /// By hand rather than through serde-wasm-bindgen, which is 3.2 kB more of compressed wasm: its errors alone
    /// bring in Rust's formatting.
    pub fn from_js(value: &JsValue) -> Option<Self> {
        tree(value, DEEPEST)
    }
}

fn tree(value: &JsValue, room: u8) -> Option<Json> {
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Json::String(text));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Bool(flag));
    }
    if !value.is_object() {
        return Some(Json::Null);
    }
    let room = room.checked_sub(1)?;
    if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>();
        return (0..items.length())
            .map(|index| tree(&items.get(index), room))
            .collect::<Option<_>>()
            .map(Json::Array);
    }
    let entries = Object::entries(value.unchecked_ref());
    (0..entries.length())
        .map(|index| {
            let entry: Array = entries.get(index).unchecked_into();
            Some((entry.get(0).as_string()?, tree(&entry.get(1), room)?))
        })
        .collect::<Option<_>>()
        .map(Json::Object)
}
