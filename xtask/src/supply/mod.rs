//! What the project is made of: whether it may be, whether anything is known against it, and what of it is shipped.

mod audit;
mod bill;
mod deny;
mod licences;
mod listed;
mod lock;
mod material;
mod notices;
mod part;
mod plan;
mod shipped;
mod traces;

use std::fmt::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};

pub use self::bill::BILL;
pub use self::notices::NOTICES;
pub use self::shipped::{staged_bill, staged_notices, write_down};
use crate::build;
use crate::failure;
use crate::project::Project;
use crate::setup;
use crate::step::{Step, step};
use crate::test::Tally;
use crate::toolchain::Way;

/// What the chore is told.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only what is known against crates and packages, and fails where nobody answers.
    #[arg(long)]
    advisories: bool,
}

/// What is known against something.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    NothingKnown,
    /// So many advisories, all of which the rules bear.
    Borne(usize),
    /// Nobody could be asked, and why.
    NotAsked(String),
}

/// The chore: ends with how many checks passed.
pub fn supply(project: &Project, way: Way, arguments: &Arguments) -> Result<ExitCode> {
    let mut tally = Tally::default();
    if arguments.advisories {
        tally.add(known(project, Silence::Fails));
    } else {
        build::build(project, way)?;
        tally.add(allowed(project));
        tally.add(built(project));
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Whether all that the project is made of may be in it, and what is known against that where those who know it answer.
pub fn allowed(project: &Project) -> Tally {
    let checked = setup::deny(project).and_then(|program| {
        step("Licences, sources and versions of crates", |step| {
            deny::check(project, &program, step)
        })
    });
    let mut tally = counted(checked);
    tally.add(known(project, Silence::IsTold));
    tally
}

/// Whether `dist` lists all that it is made of, and does not know where it was built.
pub fn built(project: &Project) -> Tally {
    let mut tally = counted(step("What is shipped of others is listed", |step| {
        listed::check(project, step)
    }));
    tally.add(counted(step("No path of this machine in dist", |step| {
        traces::check(project, step)
    })));
    tally
}

/// What it means that nobody answers.
#[derive(Clone, Copy)]
enum Silence {
    /// A step says so, and passes.
    IsTold,
    Fails,
}

fn known(project: &Project, silence: Silence) -> Tally {
    let crates = setup::deny(project).and_then(|program| {
        step("Advisories on crates", |step| {
            tell(deny::advisories(project, &program, step)?, silence, step)
        })
    });
    let mut tally = counted(crates);
    tally.add(counted(step("Advisories on npm's packages", |step| {
        tell(audit::check(project, step)?, silence, step)
    })));
    tally
}

fn tell(answer: Answer, silence: Silence, step: &Step) -> Result<()> {
    match (answer, silence) {
        (Answer::NothingKnown, _) => {}
        (Answer::Borne(number), _) => step.note(format!("{number} that the rules bear")),
        (Answer::NotAsked(why), Silence::IsTold) => step.note(format!("NOT CHECKED, since {why}")),
        (Answer::NotAsked(why), Silence::Fails) => bail!("advisories were not checked: {why}"),
    }
    Ok(())
}

/// One check, and what it has to say when it failed.
fn counted(result: Result<()>) -> Tally {
    let tally = Tally::of_one(&result);
    if let Err(error) = result {
        eprintln!("{}\n", failure::in_words(&error));
    }
    tally
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        // A string takes all that is written.
        let _ = write!(all, "{byte:02x}");
        all
    })
}
