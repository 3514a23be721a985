//! The compiler for wasm and the lints.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::command::run;
use crate::project::Project;
use crate::step::{Step, step};
use crate::toolchain::{Toolchain, WASM, Way};

/// A recent compiler with its cargo, the sources of its standard library, and the linker of the LLVM
/// that it is built with.
const DEBIAN: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "lld-22",
    "gcc",
    "libc6-dev",
];

/// A toolchain that can make wasm, installed if need be.
pub fn wasm(project: &Project, way: Way) -> Result<Toolchain> {
    if let Some(found) = Toolchain::find(way)?
        && found.has_sources()
    {
        return Ok(found);
    }
    step("Install the compiler for wasm", |step| {
        install(project, way, step)
    })
}

fn install(project: &Project, way: Way, step: &Step) -> Result<Toolchain> {
    let mut why = None;
    if way != Way::Debian {
        why = from_rustup(project, step).err();
        if let Some(found) = Toolchain::find(Way::Rustup)? {
            if !found.has_sources() {
                step.note(
                    "without rust-src, so that the wasm will be a quarter larger; \
                     `rustup component add rust-src` would get it",
                );
            }
            return Ok(found);
        }
    }
    if way != Way::Rustup && apt::available() {
        apt::install(DEBIAN, step)?;
        if let Some(found) = Toolchain::find(Way::Debian)? {
            step.note("from Debian's packages");
            return Ok(found);
        }
    }
    let hint = format!(
        "the compiler cannot make wasm. Install it by\n    rustup target add {WASM} && rustup component add rust-src\n\
         or, as root on Debian, by\n    {}",
        apt::in_words(DEBIAN)
    );
    match why {
        Some(why) => Err(why).context(hint),
        None => bail!(hint),
    }
}

fn from_rustup(project: &Project, step: &Step) -> Result<()> {
    let rustup = |arguments: &[&str]| {
        run(
            Command::new("rustup")
                .args(arguments)
                .current_dir(&project.root),
            step,
        )
    };
    rustup(&["target", "add", WASM])?;
    rustup(&["component", "add", "rust-src"])?;
    Ok(())
}

/// rustfmt and clippy, which a minimal installation lacks.
pub fn lints(project: &Project) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let there = project
            .cargo()
            .args([subcommand, "--version"])
            .output()
            .is_ok_and(|answer| answer.status.success());
        if there {
            continue;
        }
        step(&format!("Install {component}"), |step| {
            run(
                Command::new("rustup")
                    .args(["component", "add", component])
                    .current_dir(&project.root),
                step,
            )
            .map(drop)
            .with_context(|| format!("install {component} with your Rust toolchain"))
        })?;
    }
    Ok(())
}
