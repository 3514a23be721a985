//! Runs the fuzz targets, and prints what they executed, how far they came, and what they found.

mod outcome;
mod table;
mod target;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use self::target::Target;
use crate::command::{find, run};
use crate::folder;
use crate::project::Project;
use crate::setup;
use crate::step::step;

/// What fuzzing can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// For how long, all targets together.
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
    /// Only this target, such as `doi` or `dialect-openalex`; may be given again.
    #[arg(long = "target", value_name = "NAME")]
    targets: Vec<String>,
}

/// Where fuzzing keeps things: never in the project, for they are of records that are not the project's.
struct Folders {
    /// What cargo-fuzz builds.
    build: PathBuf,
    /// What targets begin with, made anew each time.
    seeds: PathBuf,
    /// What targets have learned.
    corpus: PathBuf,
    /// Inputs that broke a promise. They are tried first the next time.
    findings: PathBuf,
    /// What the targets said.
    logs: PathBuf,
}

impl Folders {
    fn of(project: &Project) -> Self {
        let all = project.target.join("fuzz");
        Self {
            build: all.join("build"),
            seeds: all.join("seeds"),
            corpus: all.join("corpus"),
            findings: all.join("findings"),
            logs: all.join("logs"),
        }
    }
}

/// Shares the minutes among the targets, as many of which run at once as there are processors.
pub fn fuzz(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    setup::fuzzing(project)?;
    let folders = Folders::of(project);
    seeds(project, &folders)?;
    build(project, &folders)?;
    let targets = Target::chosen(&folders, &arguments.targets)?;
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let time = Duration::from_secs(60 * u64::from(arguments.minutes)) * u32::try_from(at_once)?
        / u32::try_from(targets.len())?;
    let outcomes = step("Fuzz", |step| {
        Ok(work::all(&targets, &folders, time, at_once, step))
    })?;
    table::print(project, &targets, &outcomes);
    let failed = outcomes.iter().filter(|it| !it.passed()).count();
    println!("{} passed, {failed} failed", outcomes.len() - failed);
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Cuts down the records of the world, where they are at hand, and those of the tests.
fn seeds(project: &Project, folders: &Folders) -> Result<()> {
    folder::fresh(&folders.seeds)?;
    step("Seeds", |step| {
        let mut cargo = project.cargo();
        cargo
            .args([
                "run",
                "--quiet",
                "--package",
                "properties",
                "--bin",
                "seeds",
                "--",
            ])
            .arg(&folders.seeds)
            .arg(project.root.join("../shared/records"));
        let said = run(&mut cargo, step)?;
        step.note(said.trim());
        Ok(())
    })
}

/// Builds the targets with the toolchain that runs this chore.
fn build(project: &Project, folders: &Folders) -> Result<()> {
    step("Build the fuzz targets", |step| {
        let program =
            find(&["cargo-fuzz"]).context("cargo-fuzz was installed, and is not found")?;
        let mut cargo_fuzz = std::process::Command::new(program);
        cargo_fuzz
            .arg("build")
            // The crate has no unsafe code: the address sanitizer would watch over others', at half the speed.
            .args(["--sanitizer", "none"])
            .arg("--target-dir")
            .arg(&folders.build)
            // What cargo-fuzz asks of the compiler is for nightly ones. A stable one gives it as well.
            .env("RUSTC_BOOTSTRAP", "1")
            .current_dir(project.root.join("fuzz"));
        run(&mut cargo_fuzz, step).map(drop)
    })?;
    ensure!(
        folders.build.is_dir(),
        "cargo-fuzz built nothing in {}",
        folders.build.display()
    );
    Ok(())
}
