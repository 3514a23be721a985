//! What a page may load at most, as it is checked in.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The ways to use the widget, by their names.
pub type Budget = BTreeMap<String, Use>;

/// One way to use the widget.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Use {
    /// What a page loads for it, of `dist/site`.
    pub files: Vec<String>,
    /// The most that all of them together may have, in bytes after brotli.
    pub brotli: usize,
}

/// From TOML: a table for each use.
pub fn read(text: &str) -> Result<Budget, toml::de::Error> {
    toml::from_str(text)
}
