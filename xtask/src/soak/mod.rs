//! What takes long: everything that can go wrong around a widget, pages that live for long, very many elements, and a build from nothing.

mod survivals;

use std::process::ExitCode;

use anyhow::Result;

use self::survivals::Survivals;
use crate::build;
use crate::command::{Failed, run};
use crate::failure;
use crate::project::Project;
use crate::reproduce;
use crate::setup::{self, Engine};
use crate::step::{Step, step};
use crate::test::Tally;
use crate::toolchain::Way;

/// The files of browser tests in which something goes wrong, or goes on.
const TESTS: [&str; 9] = [
    "broken_program_",
    "broken_files_",
    "altered_page_",
    "surroundings_",
    "hostile_",
    "steps_",
    "trap_",
    "long_life_",
    "load_",
];

/// Those of them in which time counts: each has the machine to itself.
const ALONE: [&str; 3] = ["hostile_", "long_life_", "load_"];

/// What soaking can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only this browser engine; may be given again.
    #[arg(long = "engine", value_enum, value_name = "NAME")]
    engines: Vec<Engine>,
}

/// Goes through all of it, also after a failure. Ends with what was survived, and how much of it.
pub fn soak(project: &Project, way: Way, arguments: &Arguments) -> Result<ExitCode> {
    build::build(project, way)?;
    build::yew_page(project, way)?;
    build::faulty(project, way)?;
    let engines = match &arguments.engines[..] {
        [] => Engine::ALL.to_vec(),
        some => some.to_vec(),
    };
    setup::browsers(project, &engines)?;
    let mut tally = Tally::default();
    let mut survivals = Survivals::default();
    for tests in TESTS {
        tally.add(browsers(project, &engines, tests, &mut survivals));
    }
    tally.add(reproduce::reproduced(project, way));
    println!("{survivals}");
    for fault in survivals.unsaid() {
        println!("{fault}: no test says what was shown");
        tally.failed += 1;
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The tests of one file, the long ones too.
fn browsers(
    project: &Project,
    engines: &[Engine],
    tests: &str,
    survivals: &mut Survivals,
) -> Tally {
    let mut tally = Tally::default();
    let title = format!("Soak: {}", tests.replace('_', " ").trim());
    let result = step(&title, |step| {
        let result = tested(project, engines, tests, survivals, step);
        tally = Tally::of_tests(&result);
        step.note(format!("{} passed, {} failed", tally.passed, tally.failed));
        result
    });
    if let Err(error) = result {
        eprintln!("{}\n", failure::in_words(&error));
    }
    tally
}

fn tested(
    project: &Project,
    engines: &[Engine],
    tests: &str,
    survivals: &mut Survivals,
    step: &Step,
) -> Result<String> {
    let table = tempfile::NamedTempFile::new()?;
    let mut cargo = project.cargo();
    cargo.args(["run", "--quiet", "--package", "browser-tests", "--"]);
    for engine in engines {
        cargo.args(["--engine", engine.name()]);
    }
    cargo
        .args(["--long", "--table"])
        .arg(table.path())
        .arg(tests);
    if ALONE.contains(&tests) {
        cargo.args(["--test-threads", "1"]);
    }
    let result = run(&mut cargo, step);
    // What was survived counts beside what was not.
    survivals.read(table.path())?;
    let output = match &result {
        Ok(output) => output,
        Err(error) => error
            .downcast_ref::<Failed>()
            .map_or("", |failed| &failed.output),
    };
    survivals.add(output);
    result
}
