//! Read a record, mount, update and unmount a widget. A record is read once and shared by all that show it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
#[cfg(not(feature = "full"))]
use web_sys::Node;
use yew::{AppHandle, Renderer};

use crate::fault::{self, Place};
use crate::formats::Warning;
use crate::indicators::Conflict;
use crate::language::{self, Language};
use crate::widget::{self, Host, Record, Settings, Widget, WidgetProps};

#[wasm_bindgen]
extern "C" {
    /// Raw values of the element's attributes.
    #[wasm_bindgen(typescript_type = "Settings")]
    pub type Attributes;
    #[wasm_bindgen(method, getter)]
    fn layout(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn badges(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn share(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = hideEmpty)]
    fn hide_empty(this: &Attributes) -> bool;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Attributes) -> String;
    #[cfg(not(feature = "full"))]
    #[wasm_bindgen(method, getter)]
    fn waiting(this: &Attributes) -> Option<String>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, getter)]
    fn sections(this: &Attributes) -> Option<String>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    fn heading_level(this: &Attributes) -> Option<String>;

    /// The element that a widget is mounted in.
    pub type Shell;
    #[wasm_bindgen(method)]
    fn rendered(this: &Shell, empty: bool);
    #[wasm_bindgen(method)]
    fn complain(this: &Shell, message: &str);
    #[cfg(not(feature = "full"))]
    #[wasm_bindgen(method, js_name = drawShape)]
    fn draw_shape(this: &Shell, shape: &str, texts: &str) -> Node;
}

/// A record that was read.
#[wasm_bindgen]
pub struct Reading {
    record: Record,
    warnings: Vec<String>,
}

#[wasm_bindgen]
impl Reading {
    /// What could not be understood, each with its place in the record.
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> Vec<String> {
        self.warnings.clone()
    }
}

/// Reads a publication from parsed JSON. What is no publication is an `Error` with the code
/// `not-a-publication`.
#[wasm_bindgen]
pub fn read(value: JsValue) -> Result<Reading, JsValue> {
    fault::at(Place::Read);
    let reading = super::reading::read(value)?;
    let mut warnings: Vec<String> = reading.warnings.iter().map(Warning::text).collect();
    let conflicts = Conflict::of(&reading.publication);
    warnings.extend(conflicts.iter().map(Conflict::text));
    Ok(Reading {
        record: Record::of(reading),
        warnings,
    })
}

/// Takes in the messages of a language, a line each, for the widgets that are rendered from now on.
#[wasm_bindgen]
pub fn learn(tag: String, messages: &str) {
    language::learn(tag, messages);
}

/// A widget in the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Widget>,
    host: Rc<ShellHost>,
}

/// Mounts a widget in an empty element. The render follows in a microtask, and `rendered` after it.
#[wasm_bindgen]
pub fn mount(root: Element, reading: &Reading, attributes: &Attributes, shell: Shell) -> Mounted {
    fault::at(Place::Mount);
    let host = Rc::new(ShellHost(shell));
    let app =
        Renderer::<Widget>::with_root_and_props(root, props(reading, attributes, &host)).render();
    Mounted { app, host }
}

#[wasm_bindgen]
impl Mounted {
    /// Shows a record, the same or another, with the attributes as they are now.
    pub fn update(&mut self, reading: &Reading, attributes: &Attributes) {
        fault::at(Place::Update);
        self.app.update(props(reading, attributes, &self.host));
    }

    /// Takes the widget out of the page and releases all that it held.
    pub fn unmount(self) {
        fault::at(Place::Unmount);
        self.app.destroy();
    }
}

fn props(reading: &Reading, attributes: &Attributes, host: &Rc<ShellHost>) -> WidgetProps {
    let settings = Settings::read(
        &widget::Attributes {
            layout: attributes.layout().as_deref(),
            badges: attributes.badges().as_deref(),
            share: Attributes::share(attributes).as_deref(),
            hide_empty: attributes.hide_empty(),
            #[cfg(feature = "full")]
            sections: attributes.sections().as_deref(),
            #[cfg(feature = "full")]
            heading_level: attributes.heading_level().as_deref(),
            #[cfg(not(feature = "full"))]
            waiting: attributes.waiting().as_deref(),
        },
        &mut |message| host.0.complain(&message),
    );
    WidgetProps {
        record: reading.record.clone(),
        settings,
        language: Language::of(&attributes.lang()),
        host: host.clone(),
        open: None,
    }
}

pub(super) struct ShellHost(pub(super) Shell);

impl Host for ShellHost {
    fn rendered(&self, empty: bool) {
        self.0.rendered(empty);
    }

    #[cfg(not(feature = "full"))]
    fn draw(&self, shape: &str, texts: &str) -> Node {
        self.0.draw_shape(shape, texts)
    }
}
