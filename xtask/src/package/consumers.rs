//! The projects of `tests/packaging`, each of which uses the package in the way of one tool: they install it, check their types,
//! build a page, and have it opened in a browser.

use std::path::{Path, absolute};

use anyhow::{Result, ensure};

use super::Arguments;
use super::consumer::{self, Consumer};
use super::held::{Held, Known};
use super::{installation, pages, scripts, table};
use crate::failure;
use crate::project::Project;
use crate::setup::{self, Engine};
use crate::step::step;
use crate::test::Tally;

/// Tries the tarball in every project, and prints a table of what held in each.
pub fn tried(project: &Project, tarball: &Path, arguments: &Arguments) -> Result<Tally> {
    let folder = project.target.join("packaging");
    let consumers = wanted(project, arguments)?;
    let mut known = Known::read(project, tarball, &folder)?;
    let mut rows: Vec<(&Consumer, Held)> = Vec::new();
    let mut waiting: Vec<&Consumer> = Vec::new();
    for consumer in &consumers {
        match known.of(consumer)? {
            Some(held) if arguments.shots.is_none() => rows.push((consumer, held)),
            _ => waiting.push(consumer),
        }
    }
    if waiting.is_empty() {
        step("Use it with every tool", |step| {
            step.note("up to date");
            Ok(())
        })?;
    } else {
        let held = used(project, tarball, arguments, &folder, &waiting)?;
        for (consumer, held) in waiting.into_iter().zip(held) {
            known.keep(consumer, &held)?;
            rows.push((consumer, held));
        }
        known.write()?;
        rows.sort_by_key(|(consumer, _)| &consumer.name);
    }
    table::print(&rows);
    let mut tally = Tally::default();
    for (_, held) in &rows {
        tally.add(held.tally());
    }
    Ok(tally)
}

fn wanted(project: &Project, arguments: &Arguments) -> Result<Vec<Consumer>> {
    let mut consumers = consumer::all(&project.root.join("tests/packaging"))?;
    for name in &arguments.consumers {
        ensure!(
            consumers.iter().any(|consumer| consumer.name == *name),
            "tests/packaging has no {name}"
        );
    }
    if !arguments.consumers.is_empty() {
        consumers.retain(|consumer| arguments.consumers.contains(&consumer.name));
    }
    Ok(consumers)
}

/// What holds of these consumers, in their order.
fn used(
    project: &Project,
    tarball: &Path,
    arguments: &Arguments,
    folder: &Path,
    consumers: &[&Consumer],
) -> Result<Vec<Held>> {
    step("Install it beside every tool", |step| {
        installation::lay(project, folder)?;
        installation::install(project, folder, tarball, step)
    })?;
    setup::browsers(project, &[Engine::Chromium])?;
    let mut held = step("Build a page with each", |step| {
        Ok(scripts::run_all(consumers, folder, step))
    })?;
    let shots = arguments.shots.as_ref().map(absolute).transpose()?;
    let opened = step("Open the pages in Chromium", |step| {
        pages::open(
            project,
            folder,
            shots.as_deref(),
            consumers,
            &mut held,
            step,
        )
    });
    if let Err(error) = opened {
        eprintln!("{}\n", failure::in_words(&error));
    }
    Ok(held)
}
