use js_sys::Reflect;
use wasm_bindgen::JsValue;

#[cfg(feature = "dialects")]
use crate::formats::Dialect;
use crate::formats::Json;
#[cfg(any(feature = "element", feature = "exports"))]
use crate::formats::{self, Reading};

/// Reads a publication from what `JSON.parse` made. What is no publication is an `Error` with the code
/// `not-a-publication`.
#[cfg(any(feature = "element", feature = "exports"))]
pub fn read(value: JsValue) -> Result<Reading, JsValue> {
    formats::read(&tree(value)?).map_err(|error| not_a_publication(&error.message))
}

/// What `JSON.parse` made, as the tree that dialects read.
pub fn tree(value: JsValue) -> Result<Json, JsValue> {
    // Of what `JSON.parse` makes, the tree takes everything but too many levels.
    serde_wasm_bindgen::from_value(value).map_err(|_| not_a_publication("nested too deeply"))
}

/// An `Error` with that code.
pub fn not_a_publication(message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // A fresh error is extensible, so this cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &"not-a-publication".into());
    error.into()
}

/// The dialect of a name; none where the name is empty, and the dialect is to be recognised.
#[cfg(feature = "dialects")]
pub fn dialect(format: &str) -> Result<Option<&'static Dialect>, JsValue> {
    let name = format.trim();
    if name.is_empty() {
        return Ok(None);
    }
    Dialect::named(name).map(Some).ok_or_else(|| {
        let known = Dialect::ALL.map(Dialect::name).join(", ");
        not_a_publication(&["format=\"", name, "\" is unknown. Known: ", &known].concat())
    })
}
