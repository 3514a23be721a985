//! One file for each command, and what they share: where records come from, and how faults are told.

mod badge;
mod check;
mod convert;
mod each;
mod fetch;
mod filter;
mod input;
mod ordered;
mod render;
mod service;

use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use publication_metrics::formats::Dialect;

/// What is said of a view that cannot be written at once, as none of ours should be.
const WAITS: &str = "the view waits for something, which is a fault of this program";

/// Publication records of any dialect: what is understood of them, and the same in our own dialect.
#[derive(Parser)]
#[command(version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Badge(badge::Badge),
    Check(check::Check),
    Convert(convert::Convert),
    Fetch(fetch::Fetch),
    Render(render::Render),
}

impl Cli {
    /// Runs the command. The exit code is 0 where every record was usable, 1 where one was not, and 2 where the command
    /// itself failed.
    pub fn run(self) -> ExitCode {
        let outcome = match self.command {
            Command::Badge(badge) => badge.run(),
            Command::Check(check) => check.run(),
            Command::Convert(convert) => convert.run(),
            Command::Fetch(fetch) => fetch.run(),
            Command::Render(render) => render.run(),
        };
        match outcome {
            Ok(Outcome::AllUsable) => ExitCode::SUCCESS,
            Ok(Outcome::SomeUnusable) => ExitCode::from(1),
            // Whoever reads the output has seen enough of it.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                fault("publication-metrics", error);
                ExitCode::from(2)
            }
        }
    }
}

/// What became of the records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    AllUsable,
    SomeUnusable,
}

/// Tells of a fault, with its place.
fn fault(place: impl Display, message: impl Display) {
    eprintln!("{place}: {message}");
}

/// The dialect that was named on the command line.
fn dialect(name: &str) -> Result<&'static Dialect, String> {
    Dialect::named(name).ok_or_else(|| {
        format!(
            "unknown. Known: {}",
            Dialect::ALL.map(Dialect::name).join(", ")
        )
    })
}

/// An error of a file with its name.
fn of_file(name: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{name}: {error}"))
}
