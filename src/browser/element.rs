//! Read a record, mount, update and unmount a widget. A record is read once and shared by all that show it.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::formats::Warning;
use crate::indicators::Conflict;
use crate::language::{self, Language};
use crate::share::Target;
use crate::widget::{self, Host, Icon, Icons, Record, Settings, Widget, WidgetProps};

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
    fn share(this: &Shell, target: &str, url: &str) -> bool;
    #[wasm_bindgen(method)]
    fn icons(this: &Shell, arrived: JsValue);
    #[wasm_bindgen(method, getter, js_name = hasSystemShare)]
    fn has_system_share(this: &Shell) -> bool;
    #[wasm_bindgen(method, js_name = shareWithSystem)]
    fn share_with_system(this: &Shell, title: &str, url: &str);
    #[wasm_bindgen(method)]
    fn copy(this: &Shell, text: &str, field: &Element, copied: JsValue);
    #[wasm_bindgen(method)]
    fn complain(this: &Shell, message: &str);
    #[cfg(not(feature = "full"))]
    #[wasm_bindgen(method, js_name = startCiting)]
    fn start_citing(this: &Shell, failed: JsValue);
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, getter, js_name = isCiting)]
    fn is_citing(this: &Shell) -> bool;
    #[cfg(feature = "full")]
    #[wasm_bindgen(method)]
    fn cite(this: &Shell, wanted: &str, language: &str, arrived: JsValue);
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, js_name = copyCited)]
    fn copy_cited(this: &Shell, shown: &Element, copied: JsValue);
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, js_name = saveCited)]
    fn save_cited(this: &Shell);
    #[cfg(feature = "full")]
    #[wasm_bindgen(method)]
    fn announce(this: &Shell, context: &str);
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
    let reading = super::reading::read(value)?;
    let conflicts = Conflict::of(&reading.publication);
    let conflicts = conflicts.iter().map(Conflict::text);
    let warnings = reading
        .warnings
        .iter()
        .map(Warning::text)
        .chain(conflicts)
        .collect();
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
    let host = Rc::new(ShellHost(shell));
    let app =
        Renderer::<Widget>::with_root_and_props(root, props(reading, attributes, &host)).render();
    Mounted { app, host }
}

#[wasm_bindgen]
impl Mounted {
    /// Shows a record, the same or another, with the attributes as they are now.
    pub fn update(&mut self, reading: &Reading, attributes: &Attributes) {
        self.app.update(props(reading, attributes, &self.host));
    }

    /// Takes the widget out of the page and releases all that it held.
    pub fn unmount(self) {
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

struct ShellHost(Shell);

impl Host for ShellHost {
    fn rendered(&self, empty: bool) {
        self.0.rendered(empty);
    }

    fn share(&self, target: &str, url: &str) -> bool {
        Shell::share(&self.0, target, url)
    }

    fn icons(&self, arrived: Box<dyn FnOnce(Icons)>) {
        self.0
            .icons(once(Box::new(move |icons| arrived(icons_of(&icons)))));
    }

    fn has_system_share(&self) -> bool {
        self.0.has_system_share()
    }

    fn share_with_system(&self, title: &str, url: &str) {
        self.0.share_with_system(title, url);
    }

    fn copy(&self, text: &str, field: &Element, copied: Box<dyn FnOnce(bool)>) {
        let copied = once(Box::new(move |is_done| copied(is_done.is_truthy())));
        self.0.copy(text, field, copied);
    }

    #[cfg(not(feature = "full"))]
    fn start_citing(&self, failed: Box<dyn FnOnce()>) {
        self.0.start_citing(once(Box::new(move |_| failed())));
    }

    #[cfg(feature = "full")]
    fn is_citing(&self) -> bool {
        self.0.is_citing()
    }

    #[cfg(feature = "full")]
    fn cite(&self, wanted: &str, language: &str, arrived: Box<dyn FnOnce(Option<String>)>) {
        let arrived = once(Box::new(move |shown| arrived(shown.as_string())));
        self.0.cite(wanted, language, arrived);
    }

    #[cfg(feature = "full")]
    fn copy_cited(&self, shown: &Element, copied: Box<dyn FnOnce(bool)>) {
        let copied = once(Box::new(move |is_done| copied(is_done.is_truthy())));
        self.0.copy_cited(shown, copied);
    }

    #[cfg(feature = "full")]
    fn save_cited(&self) {
        self.0.save_cited();
    }

    #[cfg(feature = "full")]
    fn announce(&self, context: &str) {
        Shell::announce(&self.0, context);
    }
}

/// A function that JavaScript calls once, with the answer.
fn once(answer: Box<dyn FnOnce(JsValue)>) -> JsValue {
    Closure::once_into_js(answer)
}

/// The icons of the targets and of the copy button, from `{ name: [viewBox, path] }`.
fn icons_of(icons: &JsValue) -> Icons {
    let names = Target::ALL.into_iter().map(Target::name).chain(["copied"]);
    let icon = |name: &str| {
        let drawing = Reflect::get(icons, &name.into())
            .ok()?
            .dyn_into::<Array>()
            .ok()?;
        let (view_box, path) = (drawing.get(0).as_string()?, drawing.get(1).as_string()?);
        Some((name.to_owned(), Icon { view_box, path }))
    };
    Icons(names.filter_map(icon).collect())
}
