use wasm_bindgen::prelude::*;

use crate::publication::Publication;
use crate::share::{Export, QrCode, Subject, file_stem};

/// A publication that can be taken away as a file.
#[wasm_bindgen]
pub struct Exports(Publication);

#[wasm_bindgen]
impl Exports {
    /// Reads it from parsed JSON. What is no publication is an `Error` with the code `not-a-publication`.
    #[wasm_bindgen(constructor)]
    pub fn new(value: JsValue) -> Result<Exports, JsValue> {
        Ok(Self(super::reading::read(value)?.publication))
    }

    /// The name of a file of it, without its extension.
    #[wasm_bindgen(js_name = fileStem)]
    pub fn file_stem(&self) -> String {
        file_stem(&self.0)
    }

    /// The text of a file: `bibtex`, `ris` or `csl-json`, its extension and its media type. Nothing for another name.
    pub fn file(&self, name: &str) -> Option<Vec<String>> {
        let export = Export::ALL.into_iter().find(|it| it.name() == name)?;
        let of_kind = [export.extension(), export.media_type()];
        Some(
            [export.write(&self.0)]
                .into_iter()
                .chain(of_kind.map(str::to_owned))
                .collect(),
        )
    }

    /// The QR code of what is shared: how many modules its side has, quiet zone included, and the path that draws the
    /// dark ones. Nothing where there is no link, or one that is too long for a code.
    pub fn qr(&self) -> Option<Vec<String>> {
        let code = QrCode::of(&Subject::of(&self.0)?.link)?;
        Some(vec![code.size().to_string(), code.path()])
    }
}
