//! The pages that users of the package have built, each by its own way.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use libtest_mimic::{Failed, Trial};
use serde_json::Value;
use tokio::runtime::Handle;

use crate::browser::Browser;
use crate::pool::Pool;
use crate::server::Server;

/// How long a page may take to show what it should.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is to hold on each page, and the expression that is then true.
const HOLDS: [(&str, &str); 3] = [
    (
        "badges_show",
        "shown('bound').includes('6 citations') && document.getElementById('bound').state === 'ready'",
    ),
    (
        "an_event_arrives",
        "document.body.dataset.loaded === 'Moss'",
    ),
    (
        "a_property_set_before_the_upgrade_holds",
        "shown('early').includes('7 citations')",
    ),
];

/// Three for each project that says where its page is.
pub fn trials(projects: &Path, pool: &Arc<Pool>, runtime: &Handle) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(projects)
        .with_context(|| format!("{} cannot be read", projects.display()))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    for folder in folders {
        let Ok(manifest) = fs::read(folder.join("package.json")) else {
            continue;
        };
        let manifest: Value = serde_json::from_slice(&manifest)?;
        let Some(site) = manifest["site"].as_str() else {
            continue;
        };
        let server = runtime.block_on(Server::start(folder.join(site)))?;
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (what, holds) in HOLDS {
            let (pool, server) = (Arc::clone(pool), Arc::clone(&server));
            trials.push(Trial::test(format!("{name}::{what}"), move || {
                let outcome = pool.with_browser(|browser| held(browser, &server.root(), holds));
                outcome
                    .and_then(|held| held)
                    .map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
    }
    Ok(trials)
}

fn held(browser: &Browser, address: &str, holds: &str) -> Result<()> {
    browser.open(address)?;
    let script = format!(
        "const shown = (id) => document.getElementById(id)?.shadowRoot?.textContent.replace(/\\s+/g, ' ') ?? '';
         return {holds}"
    );
    let start = Instant::now();
    while browser.run(&script)? != Value::Bool(true) {
        if start.elapsed() > PATIENCE {
            let page = browser.run("return document.documentElement.outerHTML.slice(0, 4000)")?;
            anyhow::bail!("still not so: {holds}\n{page}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
