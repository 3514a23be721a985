//! The npm package as a tarball, used as its users will before anyone else does.

mod consumer;
mod consumers;
mod held;
mod installation;
mod pages;
mod scripts;
mod table;
mod tarball;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::build;
use crate::command::run;
use crate::failure;
use crate::project::Project;
use crate::step::{Step, step};
use crate::test::Tally;
use crate::toolchain::Way;

/// What the chore can be told.
#[derive(clap::Args, Default)]
pub struct Arguments {
    /// Only this project of tests/packaging; may be given again.
    #[arg(long = "consumer", value_name = "NAME")]
    consumers: Vec<String>,
    /// Takes pictures of the pages as well, wide and narrow, and puts them into this folder.
    #[arg(long, value_name = "FOLDER")]
    shots: Option<PathBuf>,
}

/// The chore: ends with how many checks passed.
pub fn package(project: &Project, way: Way, arguments: &Arguments) -> Result<ExitCode> {
    build::build(project, way)?;
    let tally = checked(project, arguments)?;
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Packs what was built into `dist`, and tries it.
pub fn checked(project: &Project, arguments: &Arguments) -> Result<Tally> {
    let tarball = step("Pack", |step| tarball::pack(project, step))?;
    tarball.print();
    tried(project, &tarball, arguments)
}

/// Every check of the tarball, also after one that failed.
fn tried(project: &Project, tarball: &tarball::Tarball, arguments: &Arguments) -> Result<Tally> {
    let manifest = tarball::manifest(project)?;
    let mut tally = Tally::default();
    for result in [
        tarball::check(project, tarball, &manifest),
        in_node(project, tarball, &manifest),
    ] {
        tally.add(Tally::of_one(&result));
        if let Err(error) = result {
            eprintln!("{}\n", failure::in_words(&error));
        }
    }
    let tried = consumers::tried(project, &tarball.path(project), arguments);
    tally.add(tried.unwrap_or_else(|error| {
        eprintln!("{}\n", failure::in_words(&error));
        Tally::of_one::<()>(&Err(error))
    }));
    Ok(tally)
}

/// Imports every module in Node.js, and renders by it.
fn in_node(project: &Project, tarball: &tarball::Tarball, manifest: &Value) -> Result<()> {
    let consumer = tempfile::tempdir().context("no temporary folder")?;
    step("Install it", |step| {
        install(&tarball.path(project), consumer.path(), step)
    })?;
    step("Import it in Node.js", |step| {
        import(manifest, consumer.path(), step)
    })?;
    step("Render by it as the command line does", |step| {
        render(project, consumer.path(), step)
    })
}

fn install(tarball: &Path, consumer: &Path, step: &Step) -> Result<()> {
    let manifest = json!({ "private": true, "type": "module" });
    fs::write(consumer.join("package.json"), manifest.to_string())?;
    run(
        npm()
            .args(["install", "--offline", "--ignore-scripts", "--no-audit"])
            .arg(tarball)
            .current_dir(consumer),
        step,
    )
    .map(drop)
}

/// Servers that render pages import what the pages import: it must not throw without a document.
fn import(manifest: &Value, consumer: &Path, step: &Step) -> Result<()> {
    const IMPORT_ALL: &str = "for (const name of process.argv.slice(1)) await import(name)";
    let scripts = manifest["exports"]
        .as_object()
        .context("the manifest has no exports")?
        .iter()
        .filter(|(_, target)| {
            target["default"]
                .as_str()
                .is_some_and(|path| Path::new(path).extension() == Some("js".as_ref()))
        })
        .map(|(name, _)| format!("publication-metrics{}", name.trim_start_matches('.')));
    run(
        Command::new("node")
            .args(["--input-type=module", "--eval", IMPORT_ALL])
            .args(scripts)
            .current_dir(consumer),
        step,
    )
    .map(drop)
}

/// What servers write with the package is what the command line writes.
fn render(project: &Project, consumer: &Path, step: &Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--bin", "publication-metrics"]);
    run(&mut cargo, step)?;
    let program = format!("publication-metrics{}", std::env::consts::EXE_SUFFIX);
    run(
        Command::new("node")
            .arg(project.root.join("tests/packaging/render.mjs"))
            .arg(project.target.join("debug").join(program))
            .arg(project.www().join("her2-review.json"))
            .current_dir(consumer),
        step,
    )
    .map(drop)
}

/// npm, wherever this is.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
