//! What can be fuzzed.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Folders;

/// Stands before the name of a dialect in a target's.
const OF_DIALECT: &str = "dialect-";

/// Texts are short: one longer than any field that holds a DOI tells nothing new.
const LONGEST_TEXT: u32 = 4096;

/// Enough for a record in any dialect, cut down.
const LONGEST_RECORD: u32 = 16_384;

/// A program, for one dialect where it is for all.
pub struct Target {
    /// As on the command line.
    pub name: String,
    program: PathBuf,
    dialect: Option<String>,
}

impl Target {
    /// Those that are asked for; all where none is.
    pub fn chosen(folders: &Folders, names: &[String]) -> Result<Vec<Self>> {
        let all = Self::all(folders)?;
        let unknown = |name: &&String| all.iter().all(|it| it.name != **name);
        if let Some(name) = names.iter().find(unknown) {
            let known: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
            bail!("no target is named {name}; there are {}", known.join(", "));
        }
        let is_chosen = |it: &Self| names.is_empty() || names.contains(&it.name);
        Ok(all.into_iter().filter(is_chosen).collect())
    }

    /// Whatever there are seeds for.
    fn all(folders: &Folders) -> Result<Vec<Self>> {
        let entries = fs::read_dir(&folders.seeds).context("the seeds cannot be read")?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.context("the seeds cannot be read")?;
            if entry.path().is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        let target = |name: String| {
            let dialect = name.strip_prefix(OF_DIALECT).map(str::to_owned);
            let program = dialect.as_ref().map_or(name.as_str(), |_| "dialect");
            Ok(Self {
                program: built(folders, program)?,
                dialect,
                name,
            })
        };
        names.into_iter().map(target).collect()
    }

    /// The command that fuzzes it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        if let Some(dialect) = &self.dialect {
            command.env("DIALECT", dialect);
        }
        command
    }

    /// The longest input that is worth trying, in bytes.
    pub fn longest(&self) -> u32 {
        match self.name.as_str() {
            "doi" | "markup" => LONGEST_TEXT,
            _ => LONGEST_RECORD,
        }
    }
}

/// Where cargo puts a program, in a folder that has the name of this machine's kind.
fn built(folders: &Folders, program: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(&folders.build).context("what was built cannot be read")?;
    entries
        .flatten()
        .map(|it| it.path().join("release").join(program))
        .find(|it| it.is_file())
        .with_context(|| format!("there are seeds for {program}, and no such program in fuzz"))
}
