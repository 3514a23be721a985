use hayagriva::citationberg::json::Item;
use wasm_bindgen::prelude::*;

use crate::share::{self, ReferenceStyle};

/// A reference in a style, with the words of a language: with inline markup, and as plain text. Takes a CSL-JSON item.
/// What cannot be formatted is an `Error`.
#[wasm_bindgen]
pub fn reference(item: JsValue, style: &str, language: &str) -> Result<Vec<String>, JsValue> {
    let item: Item = serde_wasm_bindgen::from_value(item)?;
    let style = ReferenceStyle::ALL
        .into_iter()
        .find(|it| it.name() == style)
        .ok_or_else(|| js_sys::Error::new("the style is not known"))?;
    let reference = share::reference(&item, style, language)
        .ok_or_else(|| js_sys::Error::new("the record has nothing for a reference"))?;
    Ok(vec![reference.html, reference.text])
}
