//! Chromium by chromedriver.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::json;

use super::{Place, Recipe, capabilities, program};

/// Where it looks for the time, updates, an account, and the start page of Debian's search engine.
pub const OWN_DOMAINS: &[&str] = &["google.com", "googleapis.com", "gvt1.com", "duckduckgo.com"];

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
        let mut arguments = vec![
            "--headless=new".to_owned(),
            // Containers and root have no namespaces to build the sandbox from; the
            // pages are ours.
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            // What the browser itself would like to ask of its maker.
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints"
                .to_owned(),
            // Several windows work at once, and none of them is in front.
            "--disable-renderer-backgrounding".to_owned(),
            "--disable-background-timer-throttling".to_owned(),
            // An hour that is gone through in minutes goes to more addresses than a browser lets a page in that time.
            "--disable-ipc-flooding-protection".to_owned(),
            "--window-size=1200,900".to_owned(),
            format!("--user-data-dir={}", place.scratch.display()),
        ];
        arguments.extend(place.arguments.iter().map(ToString::to_string));
        Recipe {
            driver: self.driver.clone(),
            arguments: vec![format!("--port={}", place.port).into()],
            environment: Vec::new(),
            capabilities: capabilities(json!({
                "proxy": place.proxy_capability(),
                "goog:chromeOptions": {
                    "binary": self.browser,
                    "prefs": { "download.default_directory": place.downloads() },
                    "args": arguments,
                },
            })),
        }
    }
}
