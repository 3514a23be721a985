//! The pages of the consumers, opened in Chromium by the browser tests.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::consumer::Consumer;
use super::held::Held;
use crate::command::run;
use crate::project::Project;
use crate::step::Step;

/// Opens them, and adds what held. Of each check that did not, it says why.
pub fn open(
    project: &Project,
    folder: &Path,
    shots: Option<&Path>,
    consumers: &[&Consumer],
    held: &mut [Held],
    step: &Step,
) -> Result<()> {
    let mut cargo = project.cargo();
    cargo
        .args(["run", "--quiet", "--package", "browser-tests", "--"])
        .args(["consumers", "--projects"])
        .arg(folder);
    for consumer in consumers {
        cargo.args(["--consumer", &consumer.name]);
    }
    if let Some(shots) = shots {
        cargo.arg("--shots").arg(shots);
    }
    let answer = run(&mut cargo, step).inspect_err(|_| {
        // Nobody knows.
        for held in &mut *held {
            held.add("page", false);
        }
    })?;
    let answer: BTreeMap<String, Vec<(String, Option<String>)>> =
        serde_json::from_str(&answer).context("what held of the pages is not understood")?;
    let mut failures = Vec::new();
    for (consumer, held) in consumers.iter().zip(held) {
        let checks = answer.get(&consumer.name);
        if checks.is_none_or(Vec::is_empty) {
            held.add("page", false);
            failures.push(format!("{}: its page was not opened", consumer.name));
        }
        for (check, reason) in checks.into_iter().flatten() {
            held.add(check, reason.is_none());
            if let Some(reason) = reason {
                failures.push(format!("{}, {check}: {reason}", consumer.name));
            }
        }
    }
    ensure!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
