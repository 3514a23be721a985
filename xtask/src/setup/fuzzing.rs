//! What builds fuzz targets, and only that.

use std::process::Command;

use anyhow::{Context, Result};

use super::apt;
use crate::command::{find, run};
use crate::project::Project;
use crate::step::step;

/// The version that the chore is known to work with.
const CARGO_FUZZ: &str = "0.13.2";

/// cargo-fuzz, and the compiler for C++ that its libFuzzer is built with.
pub fn fuzzing(project: &Project) -> Result<()> {
    if find(&["c++", "g++", "clang++"]).is_none() && apt::available() {
        step("Install a compiler for C++", |step| {
            apt::install(&["g++"], step)
        })?;
    }
    if find(&["cargo-fuzz"]).is_some() {
        return Ok(());
    }
    step("Build cargo-fuzz", |step| {
        run(
            Command::new("cargo")
                .args(["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ])
                // Flags that are meant for this project's code.
                .env_remove("RUSTFLAGS")
                .current_dir(&project.root),
            step,
        )
        .map(drop)
        .with_context(|| {
            format!("try by hand: cargo install cargo-fuzz --locked --version {CARGO_FUZZ}")
        })
    })
}
