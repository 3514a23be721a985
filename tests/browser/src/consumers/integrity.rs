//! A script with another byte than the page's import map says is refused, and what does not need it goes on.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::visit::until;
use super::{Consumer, Held};
use crate::browser::Browser;
use crate::server::{Answer, Origin};

const PATIENCE: Duration = Duration::from_secs(10);

/// Scripts, and what tells that each was refused: the one that the page imports, and some that are imported later.
const ALTERED: [(&str, &str); 4] = [
    (
        "package/element.js",
        "at('bound').matches(':not(:defined)') && document.readyState === 'complete'",
    ),
    (
        "package/languages/es.js",
        "at('spanish').state === 'ready' && shown('spanish').includes('6 citations')",
    ),
    (
        "package/publication-metrics-dialects.js",
        "at('foreign').state === 'error' && at('bound').state === 'ready'",
    ),
    (
        "package/publication-metrics-full.js",
        "at('whole').state === 'error' && at('bound').state === 'ready'",
    ),
];

/// Opens the page with each of them altered, and once with none.
pub fn check(browser: &Browser, consumer: &Consumer, held: &mut Held) {
    let mut reason = Value::Null;
    for (path, refused) in ALTERED {
        if let Err(error) = altered(browser, consumer, path, refused) {
            reason = format!("{path}: {error:#}").into();
        }
    }
    held.push(("integrity", reason));
}

fn altered(browser: &Browser, consumer: &Consumer, path: &str, refused: &str) -> Result<()> {
    let stage = consumer.server.stage();
    let page = stage.address(Origin::Host, "site/index.html");
    let mut script = std::fs::read(stage.site().join(path)).context("it is not there")?;
    // Which changes nothing but the hash.
    script.push(b'\n');
    stage.lay(
        &format!("site/{path}"),
        Answer::new("text/javascript", script),
    );
    browser.open(&page)?;
    let scroll = "for (const id of ['foreign', 'spanish', 'whole']) document.getElementById(id).setAttribute('loading', 'eager')";
    browser.run(scroll)?;
    ensure!(
        until(browser, refused, PATIENCE)?,
        "it was not refused: {refused}"
    );
    let asked = stage.requests(Origin::Host, &format!("site/{path}"));
    ensure!(asked > 0, "it was not asked for");
    Ok(())
}
