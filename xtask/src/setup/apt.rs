//! Debian's packages.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::step::Step;

/// Whether this is Debian, and we may install.
pub fn available() -> bool {
    is_debian() && is_root()
}

/// The command that installs these packages, for a person to type.
pub fn in_words(packages: &[&str]) -> String {
    format!(
        "apt-get update && apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Installs these packages, of which some may be there.
pub fn install(packages: &[&str], step: &Step) -> Result<()> {
    step.news("apt-get update");
    run(apt_get().arg("update"), step).context("the list of packages could not be had")?;
    run(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
        step,
    )
    .map(drop)
    .with_context(|| format!("install by hand: {}", in_words(packages)))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .args(["--quiet=2", "-o", "DPkg::Lock::Timeout=120"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|l| l == "ID=debian"))
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
