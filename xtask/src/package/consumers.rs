//! The projects of `tests/packaging`, each of which uses the package in the way of one tool: they install it, check its types,
//! build a page, and have it opened in a browser.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};
use serde_json::Value;

use super::npm;
use crate::command::{Failed, run};
use crate::failure;
use crate::project::Project;
use crate::setup::{self, Engine};
use crate::step::{Step, step};
use crate::test::Tally;

/// What a project leaves behind, which is not to be taken for its own.
const MADE: [&str; 7] = [
    ".angular",
    ".astro",
    ".next",
    ".parcel-cache",
    "dist",
    "node_modules",
    "out",
];

/// The checks of a project before its page is opened: what its manifest names so is run.
const SCRIPTS: [&str; 2] = ["check", "build"];

/// What is checked of a page, as the browser tests name it, and over the table's columns.
const HOLDS: [(&str, &str); 3] = [
    ("badges_show", "badges"),
    ("an_event_arrives", "event"),
    ("a_property_set_before_the_upgrade_holds", "property"),
];

/// What held of a project, by the check's name.
type Held = BTreeMap<String, bool>;

/// Tries the tarball in every project, and prints a table of what held in each.
pub fn tried(project: &Project, tarball: &Path) -> Result<Tally> {
    let folder = project.target.join("packaging");
    step("Install it beside every tool", |step| {
        lay(&project.root.join("tests/packaging"), &folder)?;
        install(project, &folder, tarball, step)
    })?;
    setup::browsers(project, &[Engine::Chromium])?;
    let mut table: BTreeMap<String, Held> =
        step("Build a page with each", |step| built(&folder, step))?;
    let opened = step("Open the pages in Chromium", |step| {
        opened(project, &folder, &mut table, step)
    });
    if let Err(error) = opened {
        eprintln!("{}\n", failure::in_words(&error));
    }
    print(&table);
    let held = table.values().flat_map(BTreeMap::values);
    Ok(held.fold(Tally::default(), |mut tally, held| {
        tally.add(Tally {
            passed: usize::from(*held),
            failed: usize::from(!held),
        });
        tally
    }))
}

/// Copies the projects to where they may leave what they make, and keeps what was installed there.
fn lay(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            keep_installed(&path)?;
        } else if path.is_file() {
            fs::remove_file(&path)?;
        }
    }
    copy(from, to)
}

fn keep_installed(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            fs::remove_file(&path)?;
        } else if !path.ends_with("node_modules") {
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            if !MADE.iter().any(|made| *made == name) {
                copy(&path, &to.join(name))?;
            }
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// The tools in the versions of the lock, unless they are there, and the tarball.
fn install(project: &Project, folder: &Path, tarball: &Path, step: &Step) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json")).context("tests/packaging has no lock")?;
    // Written last, so that all is there when it is.
    let installed = folder.join("node_modules/installed.json");
    if !fs::read(&installed).is_ok_and(|installed| installed == lock) {
        run(
            npm().args(["ci", "--ignore-scripts"]).current_dir(folder),
            step,
        )
        .with_context(|| {
            format!(
                "try by hand: npm ci --ignore-scripts --prefix {}",
                project.short(folder)
            )
        })?;
        fs::write(&installed, &lock)?;
    }
    // Of the same version as the one before, it would be taken for it.
    let package = folder.join("node_modules/publication-metrics");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    let mut npm = npm();
    npm.args([
        "install",
        "--no-save",
        "--ignore-scripts",
        "--prefer-offline",
    ])
    .arg(tarball)
    .current_dir(folder);
    run(&mut npm, step).map(drop)
}

/// Runs the scripts of all projects, some at a time.
fn built(folder: &Path, step: &Step) -> Result<BTreeMap<String, Held>> {
    let mut projects = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Ok(manifest) = fs::read(path.join("package.json")) {
            let manifest: Value = serde_json::from_slice(&manifest)?;
            projects.push((path, manifest));
        }
    }
    projects.sort_by(|one, other| one.0.cmp(&other.0));
    let (waiting, table) = (
        Mutex::new(projects.into_iter()),
        Mutex::new(BTreeMap::new()),
    );
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = || waiting.lock().ok()?.next();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((path, manifest)) = next() {
                    let name = path
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned();
                    step.news(&name);
                    let held = scripts(&path, &manifest, step);
                    if let Ok(mut table) = table.lock() {
                        table.insert(name, held);
                    }
                }
            });
        }
    });
    Ok(table.into_inner().unwrap_or_default())
}

fn scripts(path: &PathBuf, manifest: &Value, step: &Step) -> Held {
    let mut held = Held::new();
    for script in SCRIPTS {
        if manifest["scripts"][script].is_null() {
            continue;
        }
        let mut npm = npm();
        npm.args(["run", "--silent", script])
            .current_dir(path)
            .env("CI", "true")
            .envs([
                ("NEXT_TELEMETRY_DISABLED", "1"),
                ("ASTRO_TELEMETRY_DISABLED", "1"),
                ("NG_CLI_ANALYTICS", "false"),
            ]);
        let result = run(&mut npm, step);
        held.insert(script.to_owned(), result.is_ok());
        if let Err(error) = result {
            eprintln!("{}: {}\n", path.display(), failure::in_words(&error));
        }
    }
    held
}

fn opened(
    project: &Project,
    folder: &Path,
    table: &mut BTreeMap<String, Held>,
    step: &Step,
) -> Result<()> {
    let mut cargo = project.cargo();
    cargo
        .args([
            "run",
            "--quiet",
            "--package",
            "browser-tests",
            "--",
            "consumers",
            "--projects",
        ])
        .arg(folder);
    let result = run(&mut cargo, step);
    let output = match &result {
        Ok(output) => output,
        Err(error) => error
            .downcast_ref::<Failed>()
            .map_or("", |failed| &failed.output),
    };
    for (name, held) in table.iter_mut() {
        for (what, _) in HOLDS {
            let test = format!("test {name}::{what} ");
            let line = output.lines().find(|line| line.starts_with(&test));
            held.insert(
                what.to_owned(),
                line.is_some_and(|line| line.ends_with(" ok")),
            );
        }
    }
    result.map(drop)
}

fn print(table: &BTreeMap<String, Held>) {
    let columns: Vec<(&str, &str)> = SCRIPTS
        .into_iter()
        .zip(["types", "build"])
        .chain(HOLDS)
        .collect();
    print!("{:<12}", "");
    for (_, title) in &columns {
        print!(" {title:<8}");
    }
    println!();
    for (name, held) in table {
        print!("{name:<12}");
        for (check, _) in &columns {
            let mark = match held.get(*check) {
                Some(true) => "✓",
                Some(false) => "✗",
                None => "",
            };
            print!(" {mark:<8}");
        }
        println!();
    }
}
