//! What panels and whole pages ask of the element.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget};

use super::element::{Shell, ShellHost};
use crate::share::Target;
use crate::widget::{Icon, Icons, Panel, PanelHost};

#[wasm_bindgen]
extern "C" {
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
    #[wasm_bindgen(method, getter)]
    fn opening(this: &Shell) -> Option<String>;
    #[wasm_bindgen(method)]
    fn cite(this: &Shell, wanted: &str, language: &str, arrived: JsValue);
    #[wasm_bindgen(method, js_name = copyCited)]
    fn copy_cited(this: &Shell, shown: &Element, copied: JsValue);
    #[wasm_bindgen(method, js_name = saveCited)]
    fn save_cited(this: &Shell);
    #[wasm_bindgen(method, getter)]
    fn page(this: &Shell) -> EventTarget;
    #[wasm_bindgen(method)]
    fn announce(this: &Shell, context: &str);
}

impl PanelHost for ShellHost {
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

    fn opening(&self) -> Option<Panel> {
        Panel::named(&self.0.opening()?)
    }

    fn cite(&self, wanted: &str, language: &str, arrived: Box<dyn FnOnce(Option<String>)>) {
        let arrived = once(Box::new(move |shown| arrived(shown.as_string())));
        self.0.cite(wanted, language, arrived);
    }

    fn copy_cited(&self, shown: &Element, copied: Box<dyn FnOnce(bool)>) {
        let copied = once(Box::new(move |is_done| copied(is_done.is_truthy())));
        self.0.copy_cited(shown, copied);
    }

    fn save_cited(&self) {
        self.0.save_cited();
    }

    fn page(&self) -> Option<EventTarget> {
        Some(self.0.page())
    }

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
    let icon = |name: &str| {
        let drawing = Reflect::get(icons, &name.into())
            .ok()?
            .dyn_into::<Array>()
            .ok()?;
        let (view_box, path) = (drawing.get(0).as_string()?, drawing.get(1).as_string()?);
        Some((name.to_owned(), Icon { view_box, path }))
    };
    let mut known: Vec<_> = Target::ALL
        .iter()
        .filter_map(|it| icon(it.name()))
        .collect();
    known.extend(icon("copied"));
    Icons(known.into())
}
