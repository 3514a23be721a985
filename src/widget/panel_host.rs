//! What panels and whole pages ask of the page that they are on.

use std::rc::Rc;

use web_sys::{Element, EventTarget};

use super::host::NoHost;
use super::panel::Panel;

/// What a reader's wishes take that only the page can do.
pub trait PanelHost {
    /// A reader chose to share; `false` where the page prevents it.
    fn share(&self, target: &str, url: &str) -> bool;
    /// Asks for the icons of the share panel, which are fetched when first asked for.
    fn icons(&self, arrived: Box<dyn FnOnce(Icons)>);
    /// Whether the operating system has a share sheet.
    fn has_system_share(&self) -> bool;
    /// Opens that share sheet.
    fn share_with_system(&self, title: &str, url: &str);
    /// Copies a text that stands in a field. `false`: the browser refuses; the text is selected.
    fn copy(&self, text: &str, field: &Element, copied: Box<dyn FnOnce(bool)>);
    /// The panel that the widget is to begin with: a reader has asked for it before it was there.
    fn opening(&self) -> Option<Panel>;
    /// Asks for a reference, an export or the QR code, which is fetched when first asked for. `None`: it cannot be had.
    fn cite(&self, wanted: &str, language: &str, arrived: Box<dyn FnOnce(Option<String>)>);
    /// Copies what arrived last and is shown in an element. `false`: the browser refuses; the text is selected.
    fn copy_cited(&self, shown: &Element, copied: Box<dyn FnOnce(bool)>);
    /// Gives the reader what arrived last as a file.
    fn save_cited(&self);
    /// The document, for who listens to it: what is still listened to when the program stops, it forgets.
    fn page(&self) -> Option<EventTarget>;
    /// Tells reference managers of the record by its `ContextObject`; of none by an empty one.
    fn announce(&self, context: &str);
}

impl PanelHost for NoHost {
    fn share(&self, _target: &str, _url: &str) -> bool {
        false
    }
    fn icons(&self, _arrived: Box<dyn FnOnce(Icons)>) {}
    fn has_system_share(&self) -> bool {
        false
    }
    fn share_with_system(&self, _title: &str, _url: &str) {}
    fn copy(&self, _text: &str, _field: &Element, _copied: Box<dyn FnOnce(bool)>) {}
    fn opening(&self) -> Option<Panel> {
        None
    }
    fn cite(&self, _wanted: &str, _language: &str, _arrived: Box<dyn FnOnce(Option<String>)>) {}
    fn copy_cited(&self, _shown: &Element, _copied: Box<dyn FnOnce(bool)>) {}
    fn save_cited(&self) {}
    fn page(&self) -> Option<EventTarget> {
        None
    }
    fn announce(&self, _context: &str) {}
}

/// Icons by name.
#[derive(Clone, Debug, Default)]
pub struct Icons(pub Rc<[(String, Icon)]>);

/// A drawing in one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// The `viewBox` of the drawing.
    pub view_box: String,
    /// The `d` of its path.
    pub path: String,
}

impl Icons {
    /// The icon of a name.
    pub fn get(&self, name: &str) -> Option<&Icon> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, icon)| icon)
    }
}
