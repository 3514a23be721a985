//! What the project is made of: whether it may be, whether anything is known against it, and what of it is shipped.

mod audit;
mod deny;

use std::process::ExitCode;

use anyhow::{Result, ensure};

use crate::failure;
use crate::project::Project;
use crate::setup;
use crate::step::{Step, step};
use crate::test::Tally;

/// What the chore is told.
#[derive(clap::Args, Clone, Copy, Default)]
pub struct Arguments {
    /// Fails where those who know of advisories do not answer, instead of saying so.
    #[arg(long)]
    answered: bool,
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

/// All checks, and how they went.
pub fn supply(project: &Project, arguments: Arguments) -> ExitCode {
    let Tally { passed, failed } = check(project, arguments);
    println!("{passed} passed, {failed} failed");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// All checks that are quick, each of which counts.
pub fn check(project: &Project, arguments: Arguments) -> Tally {
    let mut tally = Tally::default();
    let mut check = |result: Result<()>| {
        tally.add(Tally::of_one(&result));
        if let Err(error) = result {
            eprintln!("{}\n", failure::in_words(&error));
        }
    };
    match setup::deny(project) {
        Ok(program) => {
            check(step("Licences, sources and versions of crates", |step| {
                deny::check(project, &program, step)
            }));
            check(step("Advisories on crates", |step| {
                tell(deny::advisories(project, &program, step)?, arguments, step)
            }));
        }
        Err(error) => check(Err(error)),
    }
    check(step("Advisories on npm's packages", |step| {
        tell(audit::check(project, step)?, arguments, step)
    }));
    tally
}

fn tell(answer: Answer, arguments: Arguments, step: &Step) -> Result<()> {
    match answer {
        Answer::NothingKnown => {}
        Answer::Borne(number) => step.note(format!("{number} that the rules bear")),
        Answer::NotAsked(why) => {
            ensure!(!arguments.answered, "advisories were not checked: {why}");
            step.note(format!("NOT CHECKED, since {why}"));
        }
    }
    Ok(())
}
