//! Runs targets, several at once.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::Folders;
use super::outcome::Outcome;
use super::target::Target;
use crate::step::Step;

/// No input may take longer: the largest are a few kilobytes.
const SECONDS_EACH: u32 = 3;

/// Nor may it take more memory, in megabytes, than this with all that the program has learned.
const MEMORY: u32 = 512;

/// Runs each target for a time, in turns of so many at once, and gives back what became of each, in order.
pub fn all(
    targets: &[Target],
    folders: &Folders,
    time: Duration,
    at_once: usize,
    step: &Step,
) -> Vec<Outcome> {
    let waiting: Mutex<VecDeque<usize>> = Mutex::new((0..targets.len()).collect());
    let next = || {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.pop_front().map(|index| (index, waiting.len()))
    };
    let work = || {
        let report = step.reporter();
        let mut done = Vec::new();
        while let Some((index, left)) = next() {
            let target = &targets[index];
            let say = |line: &str| report(&format!("{}, {left} to come: {line}", target.name));
            let mut outcome = Outcome::default();
            if let Err(error) = one(target, folders, time, &mut outcome, &say) {
                outcome.failure = Some(format!("{error:#}"));
            }
            done.push((index, outcome));
        }
        done
    };
    let mut done: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
        let joined = workers.into_iter().map(|it| it.join().unwrap_or_default());
        joined.flatten().collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}

fn one(
    target: &Target,
    folders: &Folders,
    time: Duration,
    outcome: &mut Outcome,
    say: &dyn Fn(&str),
) -> Result<()> {
    let [corpus, findings] = [&folders.corpus, &folders.findings].map(|it| it.join(&target.name));
    for folder in [&corpus, &findings, &folders.logs] {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let before = files(&findings);
    let mut command = target.command();
    command
        .arg(format!("-max_total_time={}", time.as_secs().max(1)))
        .arg(format!("-timeout={SECONDS_EACH}"))
        .arg(format!("-rss_limit_mb={MEMORY}"))
        .arg(format!("-max_len={}", target.longest()))
        .arg(format!(
            "-dict={}",
            folders.seeds.join("dictionary").display()
        ))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg("-print_final_stats=1")
        // What is learned goes to the first; those that failed before come first of all others.
        .args([&corpus, &findings, &folders.seeds.join(&target.name)])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("it could not be started")?;
    let mut log = File::create(folders.logs.join(&target.name)).context("no log can be written")?;
    let mut why = Vec::new();
    if let Some(stream) = child.stderr.take() {
        let mut lines = BufReader::new(stream).split(b'\n');
        while let Some(line) = lines.next().transpose().context("it broke off")? {
            let line = String::from_utf8_lossy(&line);
            writeln!(log, "{line}").context("no log can be written")?;
            outcome.hear(&line);
            if line.starts_with('#') {
                say(&line);
            }
            // A panic says where, and on the next line what; libFuzzer says that it took too long or too much.
            if line.contains("panicked at") || line.starts_with("==") || why.len() == 1 {
                why.push(line.into_owned());
            }
        }
    }
    let status = child.wait().context("it was lost sight of")?;
    if status.success() {
        return Ok(());
    }
    // One that failed before fails again under the name that it has.
    let named = fs::read_to_string(folders.logs.join(&target.name)).unwrap_or_default();
    let input = named
        .lines()
        .find_map(|line| line.split_once("Test unit written to "))
        .map(|(_, path)| PathBuf::from(path.trim()))
        .or_else(|| files(&findings).into_iter().find(|it| !before.contains(it)));
    match input {
        Some(input) => outcome.finding = Some((input, why.join("\n"))),
        None => outcome.failure = Some(format!("it ended with {status}: {}", why.join("\n"))),
    }
    Ok(())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| it.path()).collect()
}
