//! All that must hold before anything is merged.

mod tally;

use std::env;
use std::process::{Command, ExitCode};

use anyhow::Result;

pub use self::tally::Tally;
use crate::bench;
use crate::build::{self, Flavour};
use crate::command::run;
use crate::failure;
use crate::floor;
use crate::package;
use crate::project::Project;
use crate::setup::{self, Engine};
use crate::size;
use crate::step::{Step, step};
use crate::supply;
use crate::toolchain::{Toolchain, WASM, Way};

/// What the tests can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only this browser engine; may be given again.
    #[arg(long = "engine", value_enum, value_name = "NAME")]
    engines: Vec<Engine>,
}

/// Goes through all checks, also after a failure, and prints what failed and how many did.
pub fn test(project: &Project, way: Way, arguments: Arguments) -> ExitCode {
    let mut tally = Tally::default();
    let mut check = |result: Result<()>| tally.add(counted(result));
    check(setup::lints(project).and_then(|()| formatting(project)));
    check(lints(project));
    check(wasm_lints(project, way));
    check(setup::tools(project).and_then(|()| types(project)));
    check(crate::types::check(project));
    tally.add(native_tests(project));
    tally.add(spark_tests(project));
    let built = build::build(project, way);
    let is_built = built.is_ok();
    tally.add(counted(built));
    tally.add(supply::allowed(project));
    if is_built {
        tally.add(supply::built(project));
        tally.add(counted(step("Size", |_| size::check(project))));
        tally.add(counted(step("Oldest browsers", |step| {
            floor::check(project, step)
        })));
        // The pages of those who use the package are opened in Chromium alone.
        let is_packaged =
            arguments.engines.is_empty() || arguments.engines.contains(&Engine::Chromium);
        tally.add(counted(build::yew_page(project, way)));
        tally.add(counted(build::faulty(project, way)));
        tally.add(browser_tests(project, arguments.engines));
        if is_packaged {
            tally.add(counted(bench::starts(project)));
            tally.add(packaging(project));
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// One check, and what it has to say when it failed.
fn counted<T>(result: Result<T>) -> Tally {
    let tally = Tally::of_one(&result);
    report(result);
    tally
}

fn report<T>(result: Result<T>) {
    if let Err(error) = result {
        eprintln!("{}\n", failure::in_words(&error));
    }
}

fn formatting(project: &Project) -> Result<()> {
    step("Formatting", |step| {
        run(project.cargo().args(["fmt", "--all", "--check"]), step).map(drop)
    })
}

fn lints(project: &Project) -> Result<()> {
    step("Lints", |step| {
        clippy(
            project,
            &["--workspace", "--all-targets", "--all-features"],
            step,
        )
    })
}

fn wasm_lints(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    step("Lints for wasm", |step| {
        if matches!(toolchain, Toolchain::Debian { .. }) {
            step.note("left out, since Debian's compiler for wasm comes without clippy");
            return Ok(());
        }
        let crate_only = ["--package", "publication-metrics", "--lib"];
        for flavour in Flavour::ALL {
            let of_flavour = ["--no-default-features", "--features", flavour.features()];
            let what = [&crate_only[..], &["--target", WASM], &of_flavour].concat();
            clippy(project, &what, step)?;
        }
        clippy(project, &["--package", "yew-page", "--target", WASM], step)
    })
}

fn clippy(project: &Project, what: &[&str], step: &Step) -> Result<()> {
    let mut clippy = project.cargo();
    clippy
        .arg("clippy")
        .args(what)
        .args(["--", "-D", "warnings"]);
    run(&mut clippy, step).map(drop)
}

fn types(project: &Project) -> Result<()> {
    step("Types of the scripts", |step| {
        let mut tsc = project.tool("tsc");
        tsc.arg("--project")
            .arg(project.www().join("tsconfig.json"));
        run(&mut tsc, step).map(drop)
    })
}

fn native_tests(project: &Project) -> Tally {
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--all-features", "--no-fail-fast"]);
    tests("Native tests", |step| run(&mut cargo, step))
}

/// The example on the program as the native tests have built it.
fn spark_tests(project: &Project) -> Tally {
    let python = match setup::spark(project) {
        Ok(python) => python,
        Err(error) => return counted::<()>(Err(error)),
    };
    tests("Tests with Spark", |step| {
        let mut cargo = project.cargo();
        cargo.args(["build", "--bin", "publication-metrics"]);
        run(&mut cargo, step)?;
        let folders = env::var_os("PATH").unwrap_or_default();
        let folders = [project.target.join("debug")]
            .into_iter()
            .chain(env::split_paths(&folders));
        let mut tests = Command::new(python);
        tests
            .arg(project.spark_example().join("test_snapshot.py"))
            .env("PATH", env::join_paths(folders)?)
            // Sources stay as they are.
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .current_dir(&project.target);
        run(&mut tests, step)
    })
}

/// Runs the engines that can be had at the same time; one that cannot is a failure.
fn browser_tests(project: &Project, engines: Vec<Engine>) -> Tally {
    let engines = if engines.is_empty() {
        Engine::ALL.to_vec()
    } else {
        engines
    };
    let mut tally = Tally::default();
    let mut ready = Vec::new();
    for engine in engines {
        match setup::browsers(project, &[engine]) {
            Ok(()) => ready.push(engine),
            Err(error) => tally.add(counted::<()>(Err(error))),
        }
    }
    if !ready.is_empty() {
        let mut cargo = project.cargo();
        cargo.args(["run", "--quiet", "--package", "browser-tests", "--"]);
        for engine in ready {
            cargo.args(["--engine", engine.name()]);
        }
        tally.add(tests("Browser tests", |step| run(&mut cargo, step)));
    }
    tally
}

/// The package as its users have it. What keeps the checks from being made is one that failed.
fn packaging(project: &Project) -> Tally {
    package::checked(project, &package::Arguments::default())
        .unwrap_or_else(|error| counted::<()>(Err(error)))
}

/// A run of tests, each of which counts.
fn tests(title: &str, run: impl FnOnce(&Step) -> Result<String>) -> Tally {
    let mut tally = Tally::default();
    let result = step(title, |step| {
        let result = run(step);
        tally = Tally::of_tests(&result);
        step.note(format!("{} passed, {} failed", tally.passed, tally.failed));
        result
    });
    report(result);
    tally
}
