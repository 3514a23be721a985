//! Every chore of publication-metrics by one name: `cargo xtask CHORE`.

mod bench;
mod build;
mod command;
mod demo;
mod failure;
mod fingerprint;
mod floor;
mod folder;
mod fuzz;
mod integrity;
mod package;
mod project;
mod release;
mod reproduce;
mod setup;
mod size;
mod soak;
mod step;
mod supply;
mod test;
mod toolchain;
mod types;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;
use crate::toolchain::Way;

/// Every chore of publication-metrics by one name.
///
/// Each first does what it needs, and is quick when there is nothing to do.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct CommandLine {
    #[command(subcommand)]
    chore: Chore,
    /// Where the compiler for wasm comes from.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WAY")]
    toolchain: Way,
}

#[derive(Subcommand)]
enum Chore {
    /// Installs what the other chores need, or says what to install.
    Setup,
    /// Builds the demo into dist/site and the npm package into dist/npm.
    Build {
        /// And what the browser tests open beside it.
        #[arg(long)]
        tests: bool,
    },
    /// Builds the demo and serves it on this machine.
    Demo(demo::Arguments),
    /// Checks formatting, lints, types, tests, sizes, the oldest browsers, the example with Spark, the widget in three browser engines, and the npm package.
    Test(test::Arguments),
    /// Prints what a page loads, in bytes, against the budget.
    Size(size::Arguments),
    /// Lets a fuzzer try to break what holds of every record, and prints how far it came.
    Fuzz(fuzz::Arguments),
    /// Has everything go wrong around the widget that can, lets pages live for long and elements be very many, and prints what was survived.
    Soak(soak::Arguments),
    /// Packs the npm package, and uses it with every bundler and framework of tests/packaging.
    Package(package::Arguments),
    /// Checks that a tag names the version, and fills dist/release with the script tag's files, the package and their hashes.
    Release(release::Arguments),
    /// Checks what the project is made of: licences, sources and versions of crates, what is known against them and npm's packages, and whether dist lists what it has of others.
    Supply(supply::Arguments),
    /// Builds once more in another folder, and compares what comes of it with dist, byte by byte.
    Reproduce,
    /// Writes the published types of a record anew, from the schema.
    Types,
    /// Runs the benchmarks: natively, and in a browser beside the same badges by hand and beside peers.
    Bench(bench::Arguments),
}

fn main() -> ExitCode {
    let arguments = CommandLine::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{}", failure::in_words(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: CommandLine) -> anyhow::Result<ExitCode> {
    let project = Project::find()?;
    let way = arguments.toolchain;
    match arguments.chore {
        Chore::Setup => setup::everything(&project, way)?,
        Chore::Build { tests } => {
            build::build(&project, way)?;
            if tests {
                build::yew_page(&project, way)?;
                build::faulty(&project, way)?;
            }
            println!("{}", build::script_tag(&project)?);
        }
        Chore::Demo(arguments) => demo::demo(&project, way, &arguments)?,
        Chore::Test(arguments) => return Ok(test::test(&project, way, arguments)),
        Chore::Size(arguments) => size::size(&project, way, &arguments)?,
        Chore::Fuzz(arguments) => return fuzz::fuzz(&project, &arguments),
        Chore::Soak(arguments) => return soak::soak(&project, way, &arguments),
        Chore::Package(arguments) => return package::package(&project, way, &arguments),
        Chore::Release(arguments) => release::release(&project, way, &arguments)?,
        Chore::Supply(arguments) => return supply::supply(&project, way, &arguments),
        Chore::Reproduce => return reproduce::reproduce(&project, way),
        Chore::Types => types::write(&project)?,
        Chore::Bench(arguments) => bench::bench(&project, way, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}
