//! cargo-deny, which holds what the project is made of to `deny.toml`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{find, run};
use crate::project::Project;
use crate::step::step;

/// The version that `deny.toml` is written for.
const CARGO_DENY: &str = "0.20.2";

/// The program, built if need be.
pub fn deny(project: &Project) -> Result<PathBuf> {
    let program = || find(&["cargo-deny"]);
    if let Some(found) = program() {
        return Ok(found);
    }
    step("Build cargo-deny", |step| {
        run(
            Command::new("cargo")
                .args(["install", "cargo-deny", "--locked", "--version", CARGO_DENY])
                // A third of the time to build, and a check of ours is no slower for it.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                // Flags that are meant for this project's code.
                .env_remove("RUSTFLAGS")
                .current_dir(&project.root),
            step,
        )
        .map(drop)
        .with_context(|| {
            format!("try by hand: cargo install cargo-deny --locked --version {CARGO_DENY}")
        })
    })?;
    program().context(
        "cargo-deny is installed and not found: put the folder `bin` of CARGO_HOME on the PATH",
    )
}
