//! Pictures of the pages, for people to look at.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Consumer;
use super::visit::until;
use crate::browser::Browser;
use crate::server::{Origin, Server};

const PATIENCE: Duration = Duration::from_secs(20);

/// How wide a window is, in pixels.
const WIDTHS: [(&str, u32); 2] = [("wide", 1000), ("narrow", 360)];

/// Takes pictures of a consumer's whole page.
pub fn take(browser: &Browser, consumer: &Consumer, out: &Path) -> Result<()> {
    pictures(browser, &consumer.server.root(), &consumer.name, out)
}

/// The same of the guide for plain pages, which is a page itself.
pub fn of_the_guide(browser: &Browser, server: &Server, out: &Path) -> Result<()> {
    let stage = server.stage();
    let address = stage.address(Origin::Host, "examples/html/index.html");
    pictures(browser, &address, "guide-html", out)
}

fn pictures(browser: &Browser, address: &str, name: &str, out: &Path) -> Result<()> {
    let light = json!([{ "name": "prefers-color-scheme", "value": "light" }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": light }))?;
    for (view, width) in WIDTHS {
        window(browser, width, 1000)?;
        browser.open(address)?;
        // Nothing waits for a reader to come by.
        browser.run("for (const widget of document.querySelectorAll('publication-metrics')) widget.setAttribute('loading', 'eager')")?;
        let settled = "[...document.querySelectorAll('publication-metrics')].every(({ state }) => /ready|empty|error/.test(state))";
        ensure!(
            until(browser, settled, PATIENCE)?,
            "the page does not come to rest"
        );
        let height = browser.run("return document.documentElement.scrollHeight")?;
        window(
            browser,
            width,
            height.as_u64().context("a page without height")?,
        )?;
        // What has changed with the window's height is drawn.
        thread::sleep(Duration::from_millis(300));
        let file = out.join(format!("{name}-{view}.png"));
        fs::write(&file, browser.screenshot()?)
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
    Ok(())
}

fn window(browser: &Browser, width: u32, height: u64) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", metrics)
        .map(drop)
}
