//! The command line: what the widget understands of records, and records of any dialect in our own.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    cli::Cli::parse().run()
}
