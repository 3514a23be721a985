//! A browser's window, and what can be read of the page in it.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use browser_tests::browser::Browser;
use browser_tests::engine::Prepared;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::page::Page;
use crate::server::Server;

/// Ten thousand elements of the slowest contender.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open window.
pub struct Window<'server> {
    browser: Browser,
    server: &'server Server,
    /// Each cold visit is to a site that the browser has never seen.
    sites: Cell<u32>,
    /// What the page is, for messages.
    opened: RefCell<String>,
}

/// What a page's own observers have seen so far.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seen {
    /// The sum of the layout shifts' scores.
    pub shift: f64,
    /// The longest task of more than 50 ms, in ms; 0 without any.
    pub longest: f64,
}

/// What the main thread has spent since the page was opened, in ms.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    /// On tasks of any kind.
    pub tasks: f64,
    /// Of them on computing styles and on layout.
    pub layout: f64,
}

/// What a page holds, in bytes, after what is unreachable is gone.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// By the heap of JavaScript.
    pub heap: f64,
    /// By the engine's own objects, such as nodes.
    pub dom: f64,
    /// By memories of wasm.
    pub wasm: f64,
}

impl Held {
    /// JavaScript's heap and the wasm's memory: what a program takes for itself.
    pub fn by_program(self) -> f64 {
        self.heap + self.wasm
    }
}

impl<'server> Window<'server> {
    /// Starts a browser.
    pub fn open(engine: &Prepared, runtime: &Handle, server: &'server Server) -> Result<Self> {
        // A page is over when it is left, and what is measured is not rounded.
        let arguments = [
            "--disable-back-forward-cache",
            "--enable-precise-memory-info",
        ];
        let browser = Browser::start_with(engine, runtime, &arguments, PATIENCE)?;
        let window = Self {
            browser,
            server,
            sites: Cell::new(0),
            opened: RefCell::default(),
        };
        window.devtools("Performance.enable", json!({}))?;
        Ok(window)
    }

    /// Opens a page of the site that all warm visits are to.
    pub fn visit(&self, page: &Page) -> Result<()> {
        self.go("127.0.0.1", page)
    }

    /// Opens a page of a site of which the browser has nothing: no file, no compiled code, no process.
    pub fn visit_cold(&self, page: &Page) -> Result<()> {
        self.sites.set(self.sites.get() + 1);
        self.go(&format!("site{}.localhost", self.sites.get()), page)
    }

    fn go(&self, host: &str, page: &Page) -> Result<()> {
        let path = self.server.lay(page);
        *self.opened.borrow_mut() = format!("{page:?}");
        let port = self.server.port();
        self.browser
            .open(&format!("http://{host}:{port}{path}"))
            .with_context(|| format!("{page:?} does not open"))
    }

    /// When the elements that the page waits for were shown, in ms from the beginning of the navigation.
    pub fn shown(&self) -> Result<f64> {
        self.ask("return await probe.shown")
    }

    /// What the page's observers have seen.
    pub fn seen(&self) -> Result<Seen> {
        self.ask("return probe.seen()")
    }

    /// Waits until nothing has been done for a while.
    pub fn settle(&self) -> Result<()> {
        self.ask::<bool>(
            "await new Promise((resolve) => setTimeout(resolve, 150));
            await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
            return true",
        )
        .map(drop)
    }

    /// What the main thread has spent on this page.
    pub fn spent(&self) -> Result<Spent> {
        #[derive(Deserialize)]
        struct Metrics {
            metrics: Vec<Metric>,
        }
        #[derive(Deserialize)]
        struct Metric {
            name: String,
            value: f64,
        }
        let answer = self.devtools("Performance.getMetrics", json!({}))?;
        let Metrics { metrics } = serde_json::from_value(answer)?;
        let seconds = |name: &str| {
            let metric = metrics.iter().find(|metric| metric.name == name);
            metric.map_or(0.0, |metric| metric.value) * 1000.0
        };
        Ok(Spent {
            tasks: seconds("TaskDuration"),
            layout: seconds("LayoutDuration") + seconds("RecalcStyleDuration"),
        })
    }

    /// What the page holds.
    pub fn held(&self) -> Result<Held> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Usage {
            used_size: f64,
            #[serde(default)]
            embedder_heap_used_size: f64,
        }
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({}))?;
        }
        let usage: Usage =
            serde_json::from_value(self.devtools("Runtime.getHeapUsage", json!({}))?)?;
        Ok(Held {
            heap: usage.used_size,
            dom: usage.embedder_heap_used_size,
            wasm: self.ask("return probe.wasmMemory()")?,
        })
    }

    /// Runs a function's body in the page.
    pub fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let answer = self
            .browser
            .run(script)
            .with_context(|| format!("{} does not answer `{script}`", self.opened.borrow()))?;
        if answer.is_null() {
            bail!("the page has no answer to `{script}`");
        }
        Ok(serde_json::from_value(answer)?)
    }

    /// Sends a command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.browser.devtools(command, parameters)
    }
}
