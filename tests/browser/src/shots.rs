//! Pictures of the demo, for people to look at.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Server;

/// How high a picture is, in pixels.
const HEIGHT: u32 = 1000;

/// One way to look at the demo.
struct View {
    name: &'static str,
    width: u32,
    scheme: &'static str,
    direction: &'static str,
    /// The part of the first widget that is clicked on; then there is one picture, of that.
    open: Option<&'static str>,
}

const LIGHT: View = View {
    name: "light",
    width: 1200,
    scheme: "light",
    direction: "ltr",
    open: None,
};

const VIEWS: [View; 8] = [
    LIGHT,
    View {
        name: "dark",
        scheme: "dark",
        ..LIGHT
    },
    View {
        name: "narrow",
        width: 320,
        ..LIGHT
    },
    View {
        name: "right-to-left",
        direction: "rtl",
        ..LIGHT
    },
    View {
        name: "share-panel",
        open: Some("share-button"),
        ..LIGHT
    },
    View {
        name: "share-panel-narrow",
        width: 320,
        open: Some("share-button"),
        ..LIGHT
    },
    View {
        name: "altmetric-details-dark",
        scheme: "dark",
        open: Some("badge-altmetric"),
        ..LIGHT
    },
    View {
        name: "quartile-details",
        open: Some("badge-quartile"),
        ..LIGHT
    },
];

/// Takes pictures of the demo in each view.
pub fn take(browser: &Browser, server: &Server, out: &Path) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    for view in VIEWS {
        for (number, picture) in pictures(browser, server, &view)?.into_iter().enumerate() {
            let file = out.join(format!("{}-{}.png", view.name, number + 1));
            fs::write(&file, picture)
                .with_context(|| format!("{} cannot be written", file.display()))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// Opens the demo, and takes a picture of each screenful or of what was opened.
fn pictures(browser: &Browser, server: &Server, view: &View) -> Result<Vec<Vec<u8>>> {
    let features = json!([{ "name": "prefers-color-scheme", "value": view.scheme }]);
    browser.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "features": features }),
    )?;
    let metrics =
        json!({ "width": view.width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", metrics)?;
    browser.open(&server.root())?;
    browser.run(&format!(
        "document.documentElement.dir = '{}'",
        view.direction
    ))?;
    if let Some(part) = view.open {
        await_so(
            browser,
            "document.querySelector('publication-metrics').state === 'ready'",
        )?;
        browser.run(&format!(
            "const widget = document.querySelector('publication-metrics');
            widget.scrollIntoView();
            widget.shadowRoot.querySelector('[part~={part}]').click();"
        ))?;
        // The icons arrive, and the panel has appeared.
        thread::sleep(Duration::from_millis(500));
        return Ok(vec![browser.screenshot()?]);
    }
    // The list of a hundred at the end of the page looks the same all the way down.
    let list = browser.run("return document.getElementById('list').getBoundingClientRect().top")?;
    let end = list.as_f64().context("the demo has no list")?;
    let mut pictures = Vec::new();
    let mut top = 0;
    while f64::from(top) < end {
        browser.run(&format!("scrollTo({{ top: {top}, behavior: 'instant' }})"))?;
        await_so(
            browser,
            "[...document.querySelectorAll('publication-metrics')].filter((widget) => { const { top, bottom } = widget.getBoundingClientRect(); return bottom > 0 && top < innerHeight; }).every(({ state }) => state !== 'idle' && state !== 'loading')",
        )?;
        pictures.push(browser.screenshot()?);
        top += HEIGHT;
    }
    Ok(pictures)
}

fn await_so(browser: &Browser, expression: &str) -> Result<()> {
    for _ in 0..100 {
        let so = browser.run(&format!("return !!({expression})"))?;
        if so == Value::Bool(true) {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(50));
    }
    bail!("the demo does not become so: {expression}")
}
