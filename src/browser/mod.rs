//! The faces towards JavaScript, one for each wasm: the widget in an element, exports, references.
//!
//! They know JSON and what it is turned into, and decide nothing.

#[cfg(feature = "element")]
mod element;
#[cfg(feature = "exports")]
mod exports;
#[cfg(any(feature = "element", feature = "exports"))]
mod reading;
#[cfg(feature = "references")]
mod references;
