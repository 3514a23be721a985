//! A project that uses the package in the way of one tool.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Map, Value};

/// A project of `tests/packaging`.
pub struct Consumer {
    /// The name of its folder.
    pub name: String,
    /// Where it is written.
    pub source: PathBuf,
    /// What its manifest says of it.
    pub manifest: Manifest,
}

/// What a manifest says that npm does not know, and what npm runs.
#[derive(Deserialize)]
pub struct Manifest {
    /// What npm runs by these names.
    pub scripts: Map<String, Value>,
    /// Why its types are not checked.
    pub untyped: Option<String>,
}

/// All of them, by their names.
pub fn all(folder: &Path) -> Result<Vec<Consumer>> {
    let mut consumers = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?
    {
        let source = entry?.path();
        let Ok(manifest) = fs::read(source.join("package.json")) else {
            continue;
        };
        let name = source.file_name().unwrap_or_default().to_string_lossy();
        consumers.push(Consumer {
            manifest: serde_json::from_slice(&manifest)
                .with_context(|| format!("the manifest of {name} is not understood"))?,
            name: name.into_owned(),
            source,
        });
    }
    consumers.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(consumers)
}
