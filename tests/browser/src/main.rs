//! The public contract of the widget, tested in three browser engines.
//!
//! `cargo run -p browser-tests` tests the site in `dist/site`, `… -- --engine firefox share` a part
//! of it, and `… -- shots --out DIR` takes pictures of the demo for people to look at.

mod command_line;
mod consumers;
mod endurance;
mod holdings;
mod page;
mod pool;
mod privacy;
mod server;
mod shots;
mod tests;
mod trial;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use browser_tests::{browser, engine, process};
use clap::Parser;
use tokio::runtime::Runtime;

use crate::command_line::{CommandLine, Task};
use crate::engine::Engine;
use crate::pool::Pool;
use crate::server::Server;

/// How many browsers of each engine work at once.
const BROWSERS: usize = 2;

fn main() -> ExitCode {
    run(CommandLine::parse()).unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::from(2)
    })
}

fn run(arguments: CommandLine) -> Result<ExitCode> {
    let runtime = Runtime::new().context("no asynchronous runtime")?;
    runtime.block_on(async { process::stop_all_on_interrupt() });
    let site = existing(arguments.site)?;
    if let Some(Task::Consumers(task)) = &arguments.task {
        let chromium = Pool::new(Engine::Chromium, BROWSERS, runtime.handle())?;
        consumers::open(task, &site, &chromium, runtime.handle())?;
        return Ok(ExitCode::SUCCESS);
    }
    let server = runtime.block_on(Server::start(site))?;
    if let Some(Task::Shots { out }) = arguments.task {
        let chromium = Pool::new(Engine::Chromium, 1, runtime.handle())?;
        chromium.with_browser(|browser| shots::take(browser, &server, &out))??;
        return Ok(ExitCode::SUCCESS);
    }
    let mut engines = arguments.engines;
    if engines.is_empty() {
        engines.extend(Engine::ALL);
    }
    let pools = engines
        .into_iter()
        .map(|engine| Pool::new(engine, BROWSERS, runtime.handle()))
        .collect::<Result<Vec<_>>>()?;
    // Neighbours in this list run at the same time, so that the engines take turns.
    let long: &[_] = if arguments.long { tests::LONG } else { &[] };
    let trials = tests::ALL
        .iter()
        .chain(long)
        .flat_map(|behaviour| pools.iter().map(move |pool| (behaviour, pool)))
        .filter(|(behaviour, pool)| behaviour.engines.contains(&pool.engine))
        .map(|(behaviour, pool)| trial::trial(behaviour, pool, &server))
        .collect();
    let mut harness = arguments.harness;
    harness.test_threads.get_or_insert(pools.len() * BROWSERS);
    trial::collect_panics();
    let conclusion = libtest_mimic::run(&harness, trials);
    if let Some(table) = arguments.table {
        write_survivals(&table)?;
    }
    Ok(conclusion.exit_code())
}

fn write_survivals(table: &Path) -> Result<()> {
    let mut lines = String::new();
    for survival in endurance::survived() {
        lines += &serde_json::to_string(&survival)?;
        lines += "\n";
    }
    fs::write(table, lines).with_context(|| format!("{} cannot be written", table.display()))
}

fn existing(site: PathBuf) -> Result<PathBuf> {
    ensure!(
        site.join("publication-metrics.js").is_file(),
        "{} holds no built site. `cargo xtask build` makes it",
        site.display()
    );
    Ok(site)
}
