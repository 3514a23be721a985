//! Whether anybody who builds these sources gets the same bytes.
//!
//! They are built once more, in another folder, with cargo's home under another name and nothing of an earlier build, and what comes
//! of it is held against `dist`, byte by byte.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use sha2::{Digest, Sha256};

use crate::build;
use crate::command::run;
use crate::failure;
use crate::fingerprint::files;
use crate::folder::copy;
use crate::project::Project;
use crate::step::{Step, step};
use crate::test::Tally;
use crate::toolchain::Way;

/// What is built, and compared.
const BUILT: [&str; 2] = ["dist/site", "dist/npm"];

/// The chore: ends with how many files came out alike.
pub fn reproduce(project: &Project, way: Way) -> Result<ExitCode> {
    build::build(project, way)?;
    let Tally { passed, failed } = reproduced(project, way);
    println!("{passed} passed, {failed} failed");
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Builds anew what `dist` has, elsewhere. Each file counts, and what keeps it from being built is one that failed.
pub fn reproduced(project: &Project, way: Way) -> Tally {
    match again(project, way) {
        Ok(compared) => {
            if !compared.differing.is_empty() {
                println!("{}", compared.table());
            }
            Tally {
                passed: compared.alike,
                failed: compared.differing.len(),
            }
        }
        Err(error) => {
            eprintln!("{}\n", failure::in_words(&error));
            Tally {
                passed: 0,
                failed: 1,
            }
        }
    }
}

fn again(project: &Project, way: Way) -> Result<Compared> {
    let scratch = tempfile::Builder::new()
        .prefix("publication-metrics-built-once-more-")
        .tempdir()
        .context("no temporary folder")?;
    let elsewhere = scratch.path().join("in-a-folder-that-is-called-otherwise");
    step("Copy the sources elsewhere", |step| {
        let count = copy_sources(project, &elsewhere, step)?;
        step.note(format!("{count} files"));
        Ok(())
    })?;
    step("Build them there", |step| {
        let mut cargo = Command::new("cargo");
        let way = way.to_possible_value().context("no such way")?;
        cargo
            .args(["xtask", "build", "--toolchain", way.get_name()])
            .current_dir(&elsewhere)
            .env("CARGO_TARGET_DIR", elsewhere.join("target"));
        if let Some(home) = other_home(scratch.path())? {
            cargo.env("CARGO_HOME", home);
        }
        run(&mut cargo, step)
    })?;
    step("Compare what came of it", |step| {
        let mut compared = Compared::default();
        for folder in BUILT {
            compared.compare(&project.root.join(folder), &elsewhere.join(folder))?;
        }
        step.note(format!(
            "{} of {} files alike",
            compared.alike,
            compared.alike + compared.differing.len()
        ));
        Ok(compared)
    })
}

/// The sources as they are now, committed or not, without what they ignore.
fn copy_sources(project: &Project, to: &Path, step: &Step) -> Result<usize> {
    let mut git = Command::new("git");
    git.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ])
    .current_dir(&project.root);
    let listed = run(&mut git, step).context("git does not say which files are the project's")?;
    let sources: BTreeSet<&str> = listed.split_terminator('\0').collect();
    let there = sources.iter().filter(|it| project.root.join(it).is_file());
    let mut count = 0;
    for source in there {
        copy(&project.root.join(source), &to.join(source))?;
        count += 1;
    }
    ensure!(count > 0, "git knows of no sources");
    Ok(count)
}

/// Cargo's home, which has the sources of crates, under another path. What is in it stays where it is.
#[cfg(unix)]
fn other_home(scratch: &Path) -> Result<Option<PathBuf>> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let Some(home) = home.filter(|it| it.is_dir()) else {
        return Ok(None);
    };
    let other = scratch.join("home-of-cargo");
    std::os::unix::fs::symlink(&home, &other)
        .with_context(|| format!("{} cannot be linked", home.display()))?;
    Ok(Some(other))
}

#[cfg(not(unix))]
fn other_home(_scratch: &Path) -> Result<Option<PathBuf>> {
    Ok(None)
}

/// What came out alike, and what did not.
#[derive(Default)]
struct Compared {
    alike: usize,
    /// Folder and name, with what is here and what is there.
    differing: BTreeMap<String, [Option<Vec<u8>>; 2]>,
}

impl Compared {
    fn compare(&mut self, here: &Path, there: &Path) -> Result<()> {
        let [mine, others] = [here, there].map(read);
        let (mut mine, mut others) = (mine?, others?);
        let names: BTreeSet<String> = mine.keys().chain(others.keys()).cloned().collect();
        let folder = here.file_name().unwrap_or_default().to_string_lossy();
        for name in names {
            let both = [mine.remove(&name), others.remove(&name)];
            if both[0] == both[1] {
                self.alike += 1;
            } else {
                self.differing.insert(format!("{folder}/{name}"), both);
            }
        }
        Ok(())
    }

    /// A row for each file that differs: its sizes, where it differs first, and its hashes.
    fn table(&self) -> String {
        let mut table = format!(
            "{:50}{:>12}{:>12}{:>12}  {:10}{}\n",
            "file", "here", "there", "from byte", "hash here", "hash there"
        );
        for (name, [here, there]) in &self.differing {
            let size = |it: &Option<Vec<u8>>| match it {
                Some(content) => content.len().to_string(),
                None => "missing".to_owned(),
            };
            let first = here.as_ref().zip(there.as_ref()).map(|(here, there)| {
                let alike = here
                    .iter()
                    .zip(there)
                    .take_while(|(one, other)| one == other);
                alike.count().to_string()
            });
            // A string takes all that is written.
            let _ = writeln!(
                table,
                "{name:50}{:>12}{:>12}{:>12}  {:10}{}",
                size(here),
                size(there),
                first.unwrap_or_default(),
                hash(here.as_deref()),
                hash(there.as_deref())
            );
        }
        table
    }
}

fn hash(content: Option<&[u8]>) -> String {
    let Some(content) = content else {
        return String::new();
    };
    let hash = Sha256::digest(content);
    hash.iter().take(4).fold(String::new(), |mut all, byte| {
        // A string takes all that is written.
        let _ = write!(all, "{byte:02x}");
        all
    })
}

/// The files of a folder by their names in it.
fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    files(folder)?
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
            let content =
                fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            Ok((name, content))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Compared;
    use crate::folder::write;

    #[test]
    fn files_are_alike_when_each_byte_is() {
        let scratch = tempfile::tempdir().unwrap();
        let [here, there] = ["here", "there"].map(|it| scratch.path().join(it).join("site"));
        for (folder, letter) in [(&here, "a"), (&there, "b")] {
            fs::create_dir_all(folder.join("languages")).unwrap();
            write(&folder.join("languages/es.js"), "export").unwrap();
            write(&folder.join("embed.js"), format!("12{letter}")).unwrap();
            write(&folder.join(format!("only-{letter}.js")), "1").unwrap();
        }
        let mut compared = Compared::default();
        compared.compare(&here, &there).unwrap();
        assert_eq!(compared.alike, 1);
        let names: Vec<&str> = compared.differing.keys().map(String::as_str).collect();
        assert_eq!(names, ["site/embed.js", "site/only-a.js", "site/only-b.js"]);
        let table = compared.table();
        let row: Vec<&str> = table.lines().nth(1).unwrap().split_whitespace().collect();
        assert_eq!(row[..4], ["site/embed.js", "3", "3", "2"]);
        assert!(table.lines().nth(2).unwrap().contains("missing"));
    }
}
