//! Runs the benchmarks: native ones, and those in a browser beside peers.

mod contenders;
mod leptos;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build;
use crate::command::run;
use crate::project::Project;
use crate::setup::{self, Engine};
use crate::step::step;
use crate::toolchain::Way;

/// What is handed on to the benchmarks.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only the native ones.
    #[arg(long, conflicts_with = "browser")]
    native: bool,
    /// Only those in a browser.
    #[arg(long)]
    browser: bool,
    /// Measures this built site, such as that of another branch, and builds none.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// For the native ones, the benchmarks whose names contain this, and whatever else they understand; with --browser, what those in
    /// a browser understand, such as `--rounds 3`, `--only lit preact` or `--profile ours`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    benchmarks: Vec<String>,
}

/// Runs them in the foreground: their numbers are what is asked for.
pub fn bench(project: &Project, way: Way, arguments: &Arguments) -> Result<()> {
    let names = &arguments.benchmarks;
    if !arguments.browser {
        native(project, names)?;
    }
    // Who names native ones means just these.
    if arguments.browser || (!arguments.native && names.is_empty()) {
        match &arguments.site {
            Some(_) => setup::tools(project)?,
            None => build::build(project, way)?,
        }
        let site = arguments.site.clone().unwrap_or_else(|| project.site());
        setup::browsers(project, &[Engine::Chromium])?;
        contenders::build(project)?;
        leptos::build(project, way)?;
        foreground(in_browser(project, &site).args(names))?;
    }
    Ok(())
}

/// Sees to it that those in a browser start and end, with few elements and without the contender that takes minutes to compile. The site is
/// built by then.
pub fn starts(project: &Project) -> Result<()> {
    setup::browsers(project, &[Engine::Chromium])?;
    contenders::build(project)?;
    step("Benchmarks in a browser", |step| {
        let mut command = in_browser(project, &project.site());
        command.args(["--quick", "--only"]).args(contenders::NAMES);
        run(&mut command, step).map(drop)
    })
}

fn native(project: &Project, names: &[String]) -> Result<()> {
    let mut cargo = project.cargo();
    cargo
        .args([
            "bench",
            "--package",
            "publication-metrics",
            "--benches",
            "--",
        ])
        .args(names);
    foreground(&mut cargo)
}

fn in_browser(project: &Project, site: &Path) -> Command {
    let mut cargo = project.cargo();
    cargo
        .args(["run", "--quiet", "--package", "browser-benches", "--"])
        .arg("--site")
        .arg(site)
        .arg("--contenders")
        .arg(contenders::folder(project));
    cargo
}

fn foreground(command: &mut Command) -> Result<()> {
    let status = command.status().context("cargo could not be started")?;
    ensure!(status.success(), "the benchmarks failed ({status})");
    Ok(())
}
