//! Copying the link and opening the system's share sheet.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlInputElement, Navigator, ShareData};

use super::share_panel::Copied;
use crate::share::Subject;

/// Copies the link by the first way that works: the Clipboard API (refused without a secure context or
/// permission), the old copy command on the selected field, else it stays selected for the reader to copy.
pub async fn copy(link: String, field: Option<HtmlInputElement>) -> Copied {
    let Some(window) = web_sys::window() else {
        return Copied::Selected;
    };
    let clipboard = window.navigator().clipboard();
    if !AsRef::<JsValue>::as_ref(&clipboard).is_undefined()
        && JsFuture::from(clipboard.write_text(&link)).await.is_ok()
    {
        return Copied::Done;
    }
    if let Some(field) = field {
        // Focus first: a selection in a field without it is not what the copy command takes.
        let _ = field.focus();
        field.select();
    }
    let document = window
        .document()
        .map(JsCast::unchecked_into::<HtmlDocument>);
    match document.map(|document| document.exec_command("copy")) {
        Some(Ok(true)) => Copied::Done,
        _ => Copied::Selected,
    }
}

/// Whether there is a share sheet.
pub fn has_system_share() -> bool {
    web_sys::window().is_some_and(|window| {
        Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or(false)
    })
}

/// Opens the share sheet. A reader who closes it again has changed their mind, which is no error.
pub fn system_share(navigator: &Navigator, subject: &Subject) {
    let data = ShareData::new();
    data.set_title(&subject.title);
    data.set_url(&subject.link);
    let shared = JsFuture::from(navigator.share_with_data(&data));
    wasm_bindgen_futures::spawn_local(async {
        let _ = shared.await;
    });
}
