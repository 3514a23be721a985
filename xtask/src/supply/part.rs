//! What the package is put together from.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// A crate, a package or data of others that is in what we ship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    /// None where nobody numbers it.
    pub version: Option<String>,
    /// As other programs name it, as in `pkg:cargo/serde@1.0.229`; ours where there is no such name.
    pub id: String,
    pub kind: Kind,
    /// An expression of SPDX.
    pub licence: String,
    /// Whom the rights are with, where no file of it says so.
    pub authors: Vec<String>,
    /// Where its licences lie.
    pub folders: Vec<PathBuf>,
    pub hash: Option<Hash>,
    /// What it is in, as in `publication-metrics.wasm`.
    pub files: BTreeSet<String>,
    /// The ids of what it is made with.
    pub needs: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Code,
    Data,
}

/// The hash of what a registry hands out, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hash {
    Sha256(String),
    Sha512(String),
}

impl Part {
    /// Its name with its version.
    pub fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.name),
            None => self.name.clone(),
        }
    }
}
