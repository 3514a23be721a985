//! The faces towards JavaScript, one for each wasm: the widget in an element, exports, references, dialects, the element as HTML.
//!
//! They know JSON and what it is turned into, and decide nothing.

#[cfg(all(feature = "dialects", not(feature = "render")))]
mod dialects;
#[cfg(feature = "element")]
mod element;
#[cfg(feature = "exports")]
mod exports;
#[cfg(all(feature = "element", feature = "full"))]
mod panel_host;
#[cfg(any(feature = "element", feature = "exports", feature = "dialects"))]
mod reading;
#[cfg(feature = "references")]
mod references;
#[cfg(feature = "render")]
mod render;
#[cfg(all(feature = "dialects", not(feature = "render")))]
mod sources;
