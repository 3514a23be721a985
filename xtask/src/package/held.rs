//! What held of a consumer, and whether it is known to hold still.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::consumer::Consumer;
use crate::command::find;
use crate::fingerprint::Fingerprint;
use crate::project::Project;
use crate::test::Tally;

/// Where it is written down, beside the consumers.
pub const HELD: &str = "held.json";

/// The checks of a consumer in their order, and whether each held.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Held {
    /// By the check's name.
    pub checks: Vec<(String, bool)>,
    /// How long its scripts took.
    pub seconds: f64,
}

impl Held {
    /// Adds a check.
    pub fn add(&mut self, check: &str, held: bool) {
        self.checks.push((check.to_owned(), held));
    }

    /// As a count.
    pub fn tally(&self) -> Tally {
        let failed = self.checks.iter().filter(|(_, held)| !held).count();
        Tally {
            passed: self.checks.len() - failed,
            failed,
        }
    }
}

/// What held the last time, by the consumers' names.
pub struct Known {
    file: PathBuf,
    /// Of all that a consumer does not have alone.
    common: Fingerprint,
    held: BTreeMap<String, (String, Held)>,
}

impl Known {
    /// What is known of this tarball, in this folder.
    pub fn read(project: &Project, tarball: &Path, folder: &Path) -> Result<Self> {
        let file = folder.join(HELD);
        let mut common = Fingerprint::new()?.of(tarball)?;
        for shared in [
            "tests/packaging/.npmrc",
            "tests/packaging/package.json",
            "tests/packaging/package-lock.json",
            "tests/packaging/tsconfig.base.json",
            "tests/packaging/shared",
            "tests/browser/src",
            "examples",
            "Cargo.lock",
        ] {
            common = common.of(&project.root.join(shared))?;
        }
        for programs in [
            &["node"][..],
            &["chromium", "chromium-browser", "google-chrome"],
        ] {
            common = common.of_text(&version(programs));
        }
        let held = fs::read(&file)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default();
        Ok(Self { file, common, held })
    }

    /// What held of the consumer, if all did and nothing has changed since. Where nobody looks on, everything is done anew.
    pub fn of(&self, consumer: &Consumer) -> Result<Option<Held>> {
        if env::var_os("CI").is_some() {
            return Ok(None);
        }
        let Some((fingerprint, held)) = self.held.get(&consumer.name) else {
            return Ok(None);
        };
        let is_so = *fingerprint == self.fingerprint(consumer)? && held.tally().failed == 0;
        Ok(is_so.then(|| held.clone()))
    }

    /// Keeps what held for the next time.
    pub fn keep(&mut self, consumer: &Consumer, held: &Held) -> Result<()> {
        let known = (self.fingerprint(consumer)?, held.clone());
        self.held.insert(consumer.name.clone(), known);
        Ok(())
    }

    /// Writes it down.
    pub fn write(&self) -> Result<()> {
        let text = serde_json::to_string(&self.held)?;
        fs::write(&self.file, text)
            .with_context(|| format!("{} cannot be written", self.file.display()))
    }

    fn fingerprint(&self, consumer: &Consumer) -> Result<String> {
        Ok(self.common.clone().of(&consumer.source)?.in_words())
    }
}

/// What a program says that it is; nothing, where there is none.
fn version(names: &[&str]) -> String {
    let output =
        find(names).and_then(|program| Command::new(program).arg("--version").output().ok());
    output.map_or_else(String::new, |output| {
        String::from_utf8_lossy(&output.stdout).into_owned()
    })
}
