//! The pages that users of the package have built, each by its own way.

mod checks;
mod integrity;
mod shots;
mod visit;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::runtime::Handle;

use crate::pool::Pool;
use crate::server::Server;

/// What can be told of the consumers.
#[derive(clap::Args)]
pub struct Arguments {
    /// The directory that holds a project for each of them.
    #[arg(long, value_name = "DIR")]
    projects: PathBuf,
    /// Only this one; may be given again.
    #[arg(long = "consumer", value_name = "NAME")]
    names: Vec<String>,
    /// Takes pictures of the pages as well, and puts them into this directory.
    #[arg(long, value_name = "DIR")]
    shots: Option<PathBuf>,
}

/// What a project says of its page.
#[derive(Deserialize)]
struct Manifest {
    /// The folder that is served.
    site: Option<String>,
    /// Whether a server has written some of its elements.
    #[serde(default)]
    prerendered: bool,
    /// Whether it holds the scripts to their hashes.
    #[serde(default)]
    integrity: bool,
}

/// One page under test.
struct Consumer {
    name: String,
    manifest: Manifest,
    server: Arc<Server>,
}

/// What held of a page: the checks, and why one did not.
type Held = Vec<(&'static str, Value)>;

/// Opens the pages, some of them side by side, and prints what held of each as JSON: the checks in their order, and of one that did not hold, why. Their names go to the standard error as they
/// are opened.
pub fn open(arguments: &Arguments, site: &Path, pool: &Pool, runtime: &Handle) -> Result<()> {
    if let Some(out) = &arguments.shots {
        fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
        let server = runtime.block_on(Server::start(site.to_owned()))?;
        pool.with_browser(|browser| shots::of_the_guide(browser, &server, out))??;
    }
    let consumers = consumers(arguments, runtime)?;
    let (waiting, held) = (Mutex::new(consumers.iter()), Mutex::new(Map::new()));
    let next = || waiting.lock().ok()?.next();
    thread::scope(|scope| {
        for _ in 0..super::BROWSERS {
            scope.spawn(|| {
                while let Some(consumer) = next() {
                    eprintln!("{}", consumer.name);
                    let of_page = visited(consumer, pool, arguments.shots.as_deref());
                    let mut held = held.lock().expect("no panic while held");
                    held.insert(consumer.name.clone(), json!(of_page));
                }
            });
        }
    });
    let held = held.into_inner().expect("no panic while held");
    println!("{}", Value::Object(held));
    Ok(())
}

fn visited(consumer: &Consumer, pool: &Pool, shots: Option<&Path>) -> Held {
    let mut held = Held::new();
    let outcome = pool.with_browser(|browser| {
        visit::visit(browser, consumer, &mut held)?;
        if consumer.manifest.integrity {
            integrity::check(browser, consumer, &mut held);
        }
        match shots {
            Some(out) => shots::take(browser, consumer, out),
            None => Ok(()),
        }
    });
    if let Err(error) = outcome.and_then(|outcome| outcome) {
        held.push(("page", format!("{error:#}").into()));
    }
    held
}

fn consumers(arguments: &Arguments, runtime: &Handle) -> Result<Vec<Consumer>> {
    let projects = &arguments.projects;
    let mut folders: Vec<_> = fs::read_dir(projects)
        .with_context(|| format!("{} cannot be read", projects.display()))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    let mut consumers = Vec::new();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let Ok(manifest) = fs::read(folder.join("package.json")) else {
            continue;
        };
        let manifest: Manifest = serde_json::from_slice(&manifest)
            .with_context(|| format!("the manifest of {name} is not understood"))?;
        let is_wanted = arguments.names.is_empty() || arguments.names.iter().any(|it| *it == name);
        if let Some(site) = manifest.site.as_ref().filter(|_| is_wanted) {
            consumers.push(Consumer {
                name: name.clone().into_owned(),
                server: runtime.block_on(Server::start(folder.join(site)))?,
                manifest,
            });
        }
    }
    Ok(consumers)
}
