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
}

/// A host that asks for nothing, for rendering to HTML.
pub struct NoHost;

impl Host for NoHost {
    fn rendered(&self, _empty: bool) {}
}
