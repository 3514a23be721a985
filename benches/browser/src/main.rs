//! Measures what `<publication-metrics>` costs a page, beside its peers, in one run and in turn.
//!
//! `cargo xtask bench` builds what it needs and runs it. What counts are the ratios within one run.

mod command_line;
mod contender;
mod goals;
mod machine;
mod markup;
mod measure;
mod page;
mod plot;
mod profile;
mod report;
mod results;
mod sample;
mod server;
mod table;
mod window;

use std::process::ExitCode;

use anyhow::{Context, Result};
use browser_tests::engine::Engine;
use browser_tests::process;
use clap::Parser;
use tokio::runtime::Runtime;

use crate::command_line::CommandLine;
use crate::contender::Contender;
use crate::measure::{Bench, LAZY};
use crate::results::Results;
use crate::server::Server;
use crate::window::Window;

/// So many visits, and browsers have kept what they keep.
const VISITS: usize = 3;
/// With more elements than this, a few rounds tell enough.
const MANY: usize = 1_000;
/// How many rounds those are.
const FEW_ROUNDS: usize = 3;

fn main() -> ExitCode {
    match run(&CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &CommandLine) -> Result<()> {
    let runtime = Runtime::new().context("no asynchronous runtime")?;
    runtime.block_on(async { process::stop_all_on_interrupt() });
    let server = Server::start(
        arguments.site.clone(),
        arguments.built.clone(),
        runtime.handle(),
    )?;
    let engine = Engine::Chromium.prepare()?;
    let bench = Bench {
        window: Window::open(&engine, runtime.handle(), &server)?,
        server: &server,
    };
    if let Some(contender) = arguments.profile {
        for count in arguments.counts() {
            println!(
                "{}",
                profile::of(&bench.window, contender, *count, arguments.lazy)?
            );
        }
        return Ok(());
    }
    let contenders = arguments.contenders();
    markup::check(&bench.window, &contenders)?;
    let results = measure(&bench, &contenders, arguments)?;
    println!("{}", table::all(&results, &contenders));
    println!("{}", goals::table(&results));
    if !arguments.quick {
        let rounds = arguments.rounds();
        report::write(&results, &contenders, rounds, &bench.window, &arguments.out)?;
    }
    Ok(())
}

/// Everything of everyone, in each round once. Who begins changes from round to round, so that nobody always follows the same one.
fn measure(
    bench: &Bench<'_>,
    contenders: &[Contender],
    arguments: &CommandLine,
) -> Result<Results> {
    let mut results = Results::default();
    for contender in contenders {
        bench
            .warm_up(*contender, if arguments.quick { 1 } else { VISITS })
            .with_context(|| format!("{} does not show", contender.name()))?;
    }
    let rounds = arguments.rounds();
    for round in 0..rounds {
        let mut order = contenders.to_vec();
        order.rotate_left(round % contenders.len());
        eprintln!("Round {} of {rounds}", round + 1);
        for &contender in &order {
            bench.first(contender, &mut results)?;
            if contender.module().is_some() {
                bench.evaluation(contender, &mut results)?;
            }
        }
        for &count in arguments.counts() {
            eprintln!("  {count} elements");
            for &contender in &order {
                if count <= MANY || (round < FEW_ROUNDS && contender.is_for_thousands()) {
                    bench.many(contender, count, &mut results)?;
                }
            }
        }
        for &contender in order.iter().filter(|it| it.has_our_markup()) {
            let count = if arguments.quick { 50 } else { LAZY };
            bench.lazy(contender, count, &mut results)?;
        }
        bench.layouts(if arguments.quick { 5 } else { 100 }, &mut results)?;
        bench.authors(&mut results)?;
    }
    Ok(results)
}
