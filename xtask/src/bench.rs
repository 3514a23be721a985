//! Runs the benchmarks.

use anyhow::{Context, Result, ensure};

use crate::project::Project;

/// What is handed on to the benchmarks.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only the benchmarks whose names contain this, and whatever else they understand.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    benchmarks: Vec<String>,
}

/// Runs them in the foreground: their numbers are what is asked for.
pub fn bench(project: &Project, arguments: &Arguments) -> Result<()> {
    let status = project
        .cargo()
        .args([
            "bench",
            "--package",
            "publication-metrics",
            "--benches",
            "--",
        ])
        .args(&arguments.benchmarks)
        .status()
        .context("cargo could not be started")?;
    ensure!(status.success(), "cargo bench failed ({status})");
    Ok(())
}
