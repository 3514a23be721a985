//! cargo-deny: licences, sources and versions of crates, and what is known against them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Answer;
use crate::command::{Failed, run};
use crate::project::Project;
use crate::step::Step;

/// What it says where the database of advisories is out of reach.
const OUT_OF_REACH: &str = "failed to fetch advisory database";

/// The fuzzer's own workspace. It is run where the project is tested and handed to nobody, so that its licences are free.
const FUZZER: &str = "fuzz/Cargo.toml";

/// Fails where a crate has a licence or comes from a place that `deny.toml` does not allow, where the widget or the command line has
/// one in two versions without a reason, and where an exception is no longer needed.
pub fn check(project: &Project, program: &Path, step: &Step) -> Result<()> {
    let outdated = ["--deny", "unmatched-skip", "--deny", "unnecessary-skip"];
    run(
        deny(project, program)
            .arg("check")
            .args(outdated)
            .arg("bans"),
        step,
    )
    .context("see deny.toml, and `cargo tree --invert CRATE` for who needs it")?;
    run(
        deny(project, program).args(["--workspace", "check", "licenses", "sources"]),
        step,
    )
    .context("see deny.toml, and `cargo tree --invert CRATE` for who needs it")?;
    run(of_fuzzer(project, program).args(["check", "sources"]), step)
        .map(drop)
        .context("see deny.toml, of what the fuzzer needs")
}

/// Fails where something is known against a crate that `deny.toml` does not accept with a reason.
pub fn advisories(project: &Project, program: &Path, step: &Step) -> Result<Answer> {
    let mut of_workspace = deny(project, program);
    of_workspace.args(["--workspace", "check", "advisories"]);
    let mut of_fuzzer = of_fuzzer(project, program);
    // What is accepted of the others it need not have.
    of_fuzzer.args(["check", "--allow", "advisory-not-detected", "advisories"]);
    for asked in [&mut of_workspace, &mut of_fuzzer] {
        asked
            // Nobody is there to answer.
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_HTTP_LOW_SPEED_LIMIT", "1000")
            .env("GIT_HTTP_LOW_SPEED_TIME", "30");
        let answer = answer(run(asked, step))?;
        if answer != Answer::NothingKnown {
            return Ok(answer);
        }
    }
    Ok(Answer::NothingKnown)
}

fn answer(asked: Result<String>) -> Result<Answer> {
    match asked {
        Ok(_) => Ok(Answer::NothingKnown),
        Err(error) if is_out_of_reach(&error) => Ok(Answer::NotAsked(
            "the database of RustSec is out of reach".to_owned(),
        )),
        Err(error) => Err(error).context(
            "update the crate; where that cannot be, accept it in deny.toml with a reason and a date",
        ),
    }
}

fn is_out_of_reach(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<Failed>()
        .is_some_and(|failed| failed.output.contains(OUT_OF_REACH))
}

fn of_fuzzer(project: &Project, program: &Path) -> Command {
    let mut command = deny(project, program);
    command.args(["--manifest-path", FUZZER, "--config", "deny.toml"]);
    command
}

fn deny(project: &Project, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&project.root);
    command
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Answer, answer};
    use crate::command::run;
    use crate::step::step;

    /// As cargo-deny ends, with this text.
    fn ends(text: &str) -> anyhow::Result<Answer> {
        let script = format!("echo '{text}' >&2; exit 1");
        step("Ask", |step| {
            answer(run(Command::new("sh").args(["-c", &script]), step))
        })
    }

    #[test]
    fn a_database_out_of_reach_is_no_advisory_and_an_advisory_is_a_failure() {
        let unasked = ends("[ERROR] failed to fetch advisory database https://example.org");
        assert!(matches!(unasked, Ok(Answer::NotAsked(_))));
        let known = ends("error[vulnerability]: Anybody can read everything");
        assert!(known.is_err());
        assert!(ends("error: Cargo.lock is not understood").is_err());
    }
}
