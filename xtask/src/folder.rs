//! Folders that the build fills.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Makes the folder, empty: what is no longer built is not to stay.
pub fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

/// Copies a file, and makes the folders that it needs.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::copy(from, to)
        .map(drop)
        .with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}

/// Writes a file.
pub fn write(to: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(to, content).with_context(|| format!("{} cannot be written", to.display()))
}
