//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::consumers;
use crate::engine::Engine;

/// Tests the built site in browsers.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CommandLine {
    /// Only this engine; may be given again.
    #[arg(long = "engine", value_name = "ENGINE")]
    pub engines: Vec<Engine>,
    /// The directory of the built site.
    #[arg(long, value_name = "DIR", global = true, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/site"))]
    pub site: PathBuf,
    /// The parts that take minutes too.
    #[arg(long)]
    pub long: bool,
    /// A file to write what was survived into, as a line of JSON for each fault and engine.
    #[arg(long, value_name = "FILE")]
    pub table: Option<PathBuf>,
    /// What every test harness of cargo's understands.
    #[command(flatten)]
    pub harness: libtest_mimic::Arguments,
    /// Something else than testing.
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// What can be done beside testing.
#[derive(Subcommand)]
pub enum Task {
    /// Takes pictures of the demo in Chromium.
    Shots {
        /// The directory to put them in.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Opens, in Chromium, the pages that users of the package have built.
    Consumers(consumers::Arguments),
}
