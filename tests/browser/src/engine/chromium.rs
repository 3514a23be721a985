//! Chromium by chromedriver.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::json;

use super::{Place, Recipe, capabilities, program};

/// Where it looks for the time, updates, an account, and the start page of Debian's search engine.
pub const OWN_DOMAINS: &[&str] = &["google.com", "googleapis.com", "duckduckgo.com"];

pub struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

impl Programs {
    pub fn find() -> Result<Self> {
        Ok(Self {
            browser: program::find(&["chromium", "chromium-browser", "google-chrome"])?,
            driver: program::find(&["chromedriver"])?,
        })
    }

    pub fn recipe(&self, place: &Place<'_>) -> Recipe {
        Recipe {
            driver: self.driver.clone(),
            arguments: vec![format!("--port={}", place.port).into()],
            environment: Vec::new(),
            capabilities: capabilities(json!({
                "proxy": place.proxy_capability(),
                "goog:chromeOptions": {
                    "binary": self.browser,
                    "prefs": { "download.default_directory": place.downloads() },
                    "args": [
                        "--headless=new",
                        // Containers and root have no namespaces to build the sandbox from; the
                        // pages are ours.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        // What the browser itself would like to ask of its maker.
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints",
                        // Several windows work at once, and none of them is in front.
                        "--disable-renderer-backgrounding",
                        "--disable-background-timer-throttling",
                        "--window-size=1200,900",
                        format!("--user-data-dir={}", place.scratch.display()),
                    ],
                },
            })),
        }
    }
}
