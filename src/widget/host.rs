use std::rc::Rc;

use web_sys::Element;

/// What the widget asks of the page that it is on.
pub trait Host {
    /// A render is in the page. `empty`: none of the chosen badges has data.
    fn rendered(&self, empty: bool);
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
    /// Asks for a widget that can cite in place of this one, its share panel open.
    #[cfg(not(feature = "full"))]
    fn start_citing(&self, failed: Box<dyn FnOnce()>);
    /// Whether the widget is to begin with its share panel open and what it takes to cite in it: a reader has asked for
    /// that of one that could not.
    #[cfg(feature = "full")]
    fn is_citing(&self) -> bool;
    /// Asks for a reference, an export or the QR code, which is fetched when first asked for. `None`: it cannot be had.
    #[cfg(feature = "full")]
    fn cite(&self, wanted: &str, language: &str, arrived: Box<dyn FnOnce(Option<String>)>);
    /// Copies what arrived last and is shown in an element. `false`: the browser refuses; the text is selected.
    #[cfg(feature = "full")]
    fn copy_cited(&self, shown: &Element, copied: Box<dyn FnOnce(bool)>);
    /// Gives the reader what arrived last as a file.
    #[cfg(feature = "full")]
    fn save_cited(&self);
    /// Tells reference managers of the record by its `ContextObject`; of none by an empty one.
    #[cfg(feature = "full")]
    fn announce(&self, context: &str);
}

/// A host that asks for nothing, for rendering to HTML.
pub struct NoHost;

impl Host for NoHost {
    fn rendered(&self, _empty: bool) {}
    fn share(&self, _target: &str, _url: &str) -> bool {
        false
    }
    fn icons(&self, _arrived: Box<dyn FnOnce(Icons)>) {}
    fn has_system_share(&self) -> bool {
        false
    }
    fn share_with_system(&self, _title: &str, _url: &str) {}
    fn copy(&self, _text: &str, _field: &Element, _copied: Box<dyn FnOnce(bool)>) {}
    #[cfg(not(feature = "full"))]
    fn start_citing(&self, _failed: Box<dyn FnOnce()>) {}
    #[cfg(feature = "full")]
    fn is_citing(&self) -> bool {
        false
    }
    #[cfg(feature = "full")]
    fn cite(&self, _wanted: &str, _language: &str, _arrived: Box<dyn FnOnce(Option<String>)>) {}
    #[cfg(feature = "full")]
    fn copy_cited(&self, _shown: &Element, _copied: Box<dyn FnOnce(bool)>) {}
    #[cfg(feature = "full")]
    fn save_cited(&self) {}
    #[cfg(feature = "full")]
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
