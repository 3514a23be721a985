//! One visit to a page, on which all is checked.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};

use super::checks::{ALL, COMPLAINTS, Check, PRERENDERED, WATCH, WORDS};
use super::{Consumer, Held};
use crate::browser::Browser;

/// How long a page may take to show what it should, and how long where it has failed before.
const PATIENCE: Duration = Duration::from_secs(20);
const IMPATIENCE: Duration = Duration::from_secs(2);

/// Goes through all checks.
pub fn visit(browser: &Browser, consumer: &Consumer, held: &mut Held) -> Result<()> {
    let watch = json!({ "source": WATCH });
    let watching = browser.devtools("Page.addScriptToEvaluateOnNewDocument", watch)?;
    browser.open(&consumer.server.root())?;
    let more = consumer.manifest.prerendered.then_some(&PRERENDERED);
    let mut patience = PATIENCE;
    for check in more.into_iter().chain(&ALL) {
        let outcome = checked(browser, check, patience)?;
        if !outcome.is_null() {
            patience = IMPATIENCE;
        }
        held.push((check.name, outcome));
    }
    let complaints = browser.run(COMPLAINTS)?;
    let elsewhere = browser.asked_elsewhere();
    let is_quiet = complaints.as_array().is_some_and(Vec::is_empty) && elsewhere.is_empty();
    let reason = format!("it complains of {complaints}, and asked {elsewhere:?}");
    let outcome = if is_quiet { Value::Null } else { reason.into() };
    held.push(("quiet", outcome));
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", watching)?;
    Ok(())
}

/// Null where it holds, and otherwise why it does not.
fn checked(browser: &Browser, check: &Check, patience: Duration) -> Result<Value> {
    let Check { deed, holds, .. } = check;
    // Where there is nothing to do it with, the wait tells what is missing.
    let done = browser.run(&format!(
        "{WORDS} try {{ {deed} }} catch (error) {{ return String(error) }}"
    ))?;
    if until(browser, holds, patience)? {
        return Ok(Value::Null);
    }
    let page = browser.run(
        "return [...document.querySelectorAll('publication-metrics')].map((widget) => `${widget.parentNode.id} ${widget.cloneNode().outerHTML} ${widget.error ?? ''} ${widget.shadowRoot?.querySelector('.widget')?.textContent.slice(0, 200)}`).join('\\n')",
    )?;
    let said = browser.run(COMPLAINTS)?;
    Ok(format!(
        "still not so: {holds}\n{}{}\n{said}",
        done.as_str().unwrap_or_default(),
        page.as_str().unwrap_or_default()
    )
    .into())
}

/// Waits until an expression is true, and tells whether it became so.
pub fn until(browser: &Browser, holds: &str, patience: Duration) -> Result<bool> {
    let script = format!("{WORDS} return !!({holds})");
    let start = Instant::now();
    while browser.run(&script)? != Value::Bool(true) {
        if start.elapsed() > patience {
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(true)
}
