//! Folders that the chores fill.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

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

/// Copies what is wanted of a folder, or a file, to the same place below another. A folder that is not wanted is not looked into.
pub fn copy_all(from: &Path, to: &Path, is_wanted: impl Copy + Fn(&Path) -> bool) -> Result<()> {
    if !from.is_dir() {
        return copy(from, to);
    }
    for path in entries(from)? {
        if is_wanted(&path) {
            copy_all(&path, &to.join(name(&path)), is_wanted)?;
        }
    }
    Ok(())
}

/// Makes the folder, with nothing in it but what has one of these names, wherever below it that is.
pub fn empty(folder: &Path, kept: &[&str]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for path in entries(folder)? {
        if kept.iter().any(|kept| name(&path) == *kept) {
            continue;
        }
        if path.is_dir() {
            empty(&path, kept)?;
            // What holds something that is kept stays.
            let _ = fs::remove_dir(&path);
        } else {
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", path.display()))?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .with_context(|| format!("{} cannot be read", folder.display()))
}

fn name(path: &Path) -> &OsStr {
    path.file_name().unwrap_or_default()
}

/// Writes a file.
pub fn write(to: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(to, content).with_context(|| format!("{} cannot be written", to.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{copy_all, empty, write};
    use crate::fingerprint::files;

    #[test]
    fn a_folder_is_laid_beside_what_is_kept() {
        let scratch = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| scratch.path().join(name));
        for folder in ["from/a/made", "to/a/cache", "to/b"] {
            fs::create_dir_all(scratch.path().join(folder)).unwrap();
        }
        for file in [
            "from/a/new",
            "from/a/made/left",
            "to/a/old",
            "to/a/cache/kept",
            "to/b/old",
        ] {
            write(&scratch.path().join(file), file).unwrap();
        }
        empty(&to, &["cache"]).unwrap();
        copy_all(&from, &to, |path| !path.ends_with("made")).unwrap();
        assert!(!to.join("b").exists());
        assert_eq!(
            files(&to).unwrap(),
            ["a/cache/kept", "a/new"].map(|file| to.join(file))
        );
    }
}
