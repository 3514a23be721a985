#[cfg(not(feature = "full"))]
use web_sys::Node;

#[cfg(feature = "full")]
use super::panel_host::PanelHost;

/// What the widget asks of the page that it is on.
#[cfg(feature = "full")]
pub trait Host: PanelHost {
    /// A render is in the page. `empty`: none of the chosen badges has data.
    fn rendered(&self, empty: bool);
}

/// What the widget asks of the page that it is on.
#[cfg(not(feature = "full"))]
pub trait Host {
    /// A render is in the page. `empty`: none of the chosen badges has data.
    fn rendered(&self, empty: bool);

    /// The node that is drawn of a shape and its texts: the same one each time, with what is in it now.
    fn draw(&self, shape: &str, texts: &str) -> Node;
}

/// A host that asks for nothing, for rendering to HTML.
#[cfg(feature = "full")]
pub struct NoHost;

#[cfg(feature = "full")]
impl Host for NoHost {
    fn rendered(&self, _empty: bool) {}
}
