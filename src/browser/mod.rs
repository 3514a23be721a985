//! The faces towards JavaScript, one for each wasm: the widget in an element, exports, references, dialects.
//!
//! They know JSON and what it is turned into, and decide nothing.

#[cfg(feature = "dialects")]
mod dialects;
#[cfg(feature = "element")]
mod element;
#[cfg(feature = "exports")]
mod exports;
#[cfg(any(feature = "element", feature = "exports", feature = "dialects"))]
mod reading;
#[cfg(feature = "references")]
mod references;
#[cfg(feature = "dialects")]
mod sources;
