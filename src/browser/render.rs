//! The element as HTML, for servers that run JavaScript.

use js_sys::{Error, JSON};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::reading::{dialect, not_a_publication, tree};
use crate::formats::{self, Json, Warning};
use crate::indicators::Conflict;
use crate::language::{self, Language};
use crate::render::{self, Element};
use crate::widget::{Attributes, Settings};

#[wasm_bindgen]
extern "C" {
    /// The element's attributes as they were given, and what is wanted of it.
    #[wasm_bindgen(typescript_type = "Rendering")]
    pub type Rendering;
    #[wasm_bindgen(method, getter)]
    fn layout(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn badges(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn share(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn sections(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    fn heading_level(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = hideEmpty)]
    fn hide_empty(this: &Rendering) -> bool;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Rendering) -> String;
    #[wasm_bindgen(method, getter)]
    fn theme(this: &Rendering) -> String;
    #[wasm_bindgen(method, getter)]
    fn loading(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn nonce(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn src(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn format(this: &Rendering) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn fragment(this: &Rendering) -> bool;
}

/// A record as HTML.
#[wasm_bindgen]
pub struct Rendered {
    html: String,
    warnings: Vec<String>,
}

#[wasm_bindgen]
impl Rendered {
    /// The element, or what is in its shadow root where a fragment was asked for.
    #[wasm_bindgen(getter)]
    pub fn html(&self) -> String {
        self.html.clone()
    }

    /// What could not be understood: of the record, each with its place there, and of the attributes.
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> Vec<String> {
        self.warnings.clone()
    }
}

/// Takes in the messages of a language, a line each.
#[wasm_bindgen]
pub fn learn(tag: String, messages: &str) {
    language::learn(tag, messages);
}

/// Writes a record, which is JSON in any dialect, as HTML. What is no publication is an `Error` with the code
/// `not-a-publication`.
#[wasm_bindgen]
pub fn render(record: &str, wanted: &Rendering) -> Result<Rendered, JsValue> {
    let format = wanted.format();
    let named = dialect(format.as_deref().unwrap_or_default())?;
    let original = tree(JSON::parse(record)?)?;
    let read =
        formats::read_any(&original, named).map_err(|error| not_a_publication(&error.message))?;
    let own = if read.is_own(&original) {
        // What of it could not be read is shown as such, by the script too.
        record.to_owned()
    } else {
        text(&formats::write(&read.publication))?
    };
    let conflicts = Conflict::of(&read.publication);
    let conflicts = conflicts.iter().map(Conflict::text);
    let mut warnings: Vec<_> = read
        .warnings
        .iter()
        .map(Warning::text)
        .chain(conflicts)
        .collect();
    let reading = read.shown(&original);
    let [layout, badges, share] = [wanted.layout(), wanted.badges(), wanted.share()];
    let [sections, heading_level] = [wanted.sections(), wanted.heading_level()];
    let attributes = Attributes {
        layout: layout.as_deref(),
        badges: badges.as_deref(),
        share: share.as_deref(),
        hide_empty: wanted.hide_empty(),
        sections: sections.as_deref(),
        heading_level: heading_level.as_deref(),
    };
    let settings = Settings::read(&attributes, &mut |message| warnings.push(message));
    let lang = wanted.lang();
    let widget = render::widget(reading, settings, Language::of(&lang))
        .ok_or_else(|| Error::new("a view waits for something"))?;
    let html = if wanted.fragment() {
        widget
    } else {
        let [loading, nonce, src] = [wanted.loading(), wanted.nonce(), wanted.src()];
        let element = Element {
            attributes,
            lang: &lang,
            theme: &wanted.theme(),
            loading: loading.as_deref(),
            nonce: nonce.as_deref(),
            src: src.as_deref(),
            format: format.as_deref(),
        };
        element.html(&widget, &own)
    };
    Ok(Rendered { html, warnings })
}

/// A record as JSON text.
fn text(record: &Json) -> Result<String, JsValue> {
    let value = record.serialize(&Serializer::json_compatible())?;
    Ok(JSON::stringify(&value)?.into())
}
