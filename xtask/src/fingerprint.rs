//! Whether a step has anything to do.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::project::Project;

/// A hash of all that a step's outputs depend on, the step's own code among it.
#[derive(Clone)]
pub struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Of the program that takes the step.
    pub fn new() -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        let program = std::env::current_exe().context("this program has no path")?;
        let metadata = fs::metadata(&program).context("this program has no file")?;
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        (metadata.len(), modified).hash(&mut hasher);
        Ok(Self(hasher))
    }

    /// Of a folder of this program's sources, which takes the step, and of the libraries that it may use: a change elsewhere in the
    /// program leaves what takes minutes to make.
    pub fn of_code(project: &Project, folder: &str) -> Result<Self> {
        Self(DefaultHasher::new())
            .of(&project.root.join(folder))?
            .of(&project.root.join("Cargo.lock"))
    }

    /// And of the content of a file, or of all files of a folder and of their names.
    pub fn of(mut self, path: &Path) -> Result<Self> {
        for file in files(path)? {
            let content =
                fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            (file, content).hash(&mut self.0);
        }
        Ok(self)
    }

    /// And of a text.
    pub fn of_text(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// As it is written down.
    pub fn in_words(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

/// Makes `outputs` anew unless they are there and were made from the same, as the file `stamp` beside
/// them says. The answer is whether there was something to do.
pub fn refresh(
    stamp: &Path,
    fingerprint: &Fingerprint,
    outputs: &[PathBuf],
    make: impl FnOnce() -> Result<()>,
) -> Result<bool> {
    let wanted = fingerprint.in_words();
    let known = fs::read_to_string(stamp).is_ok_and(|known| known == wanted);
    if known && outputs.iter().all(|output| output.exists()) {
        return Ok(false);
    }
    // A step that fails half way is not to be taken for done.
    if stamp.exists() {
        fs::remove_file(stamp).with_context(|| format!("{} cannot be removed", stamp.display()))?;
    }
    make()?;
    fs::write(stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))?;
    Ok(true)
}

/// The file itself, or all files of the folder, sorted.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = fs::read_dir(path)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("{} cannot be read", path.display()))?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(self::files(&entry)?);
    }
    Ok(files)
}
