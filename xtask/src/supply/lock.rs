//! The checksums in a `Cargo.lock`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// What the registry has handed out, by name and version.
#[derive(Default)]
pub struct Lock(BTreeMap<(String, String), String>);

impl Lock {
    pub fn of(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        Self::read(&text).with_context(|| format!("{} is not understood", path.display()))
    }

    /// The standard library's, which lies above its sources, of which some are here.
    pub fn of_std<'path>(mut sources: impl Iterator<Item = &'path Path>) -> Result<Self> {
        let lock = sources.find_map(|source| {
            let library = source.ancestors().find(|it| it.ends_with("library"))?;
            Some(library.join("Cargo.lock"))
        });
        lock.map_or_else(|| Ok(Self::default()), |lock| Self::of(&lock))
    }

    pub fn read(text: &str) -> Result<Self> {
        #[derive(Deserialize)]
        struct Lock {
            #[serde(default)]
            package: Vec<Package>,
        }
        #[derive(Deserialize)]
        struct Package {
            name: String,
            version: String,
            checksum: Option<String>,
        }

        let Lock { package } = toml::from_str(text)?;
        let checksums = package
            .into_iter()
            .filter_map(|it| Some(((it.name, it.version), it.checksum?)));
        Ok(Self(checksums.collect()))
    }

    pub fn checksum(&self, name: &str, version: &str) -> Option<&str> {
        let key = (name.to_owned(), version.to_owned());
        self.0.get(&key).map(String::as_str)
    }

    /// The version of a crate that is there once.
    pub fn version(&self, name: &str) -> Option<&str> {
        let mut versions = self.0.keys().filter(|(it, _)| it == name);
        versions.next().map(|(_, version)| version.as_str())
    }
}
