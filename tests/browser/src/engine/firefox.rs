//! Firefox by geckodriver.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::json;

use super::{Place, Recipe, capabilities, program};

pub struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

impl Programs {
    pub fn find() -> Result<Self> {
        Ok(Self {
            browser: program::find(&["firefox-esr", "firefox"])?,
            driver: program::find(&["geckodriver"])?,
        })
    }

    pub fn recipe(&self, place: &Place<'_>) -> Recipe {
        Recipe {
            driver: self.driver.clone(),
            arguments: vec![
                "--port".into(),
                place.port.to_string().into(),
                // Any free port: the default one is taken when two run at once.
                "--websocket-port=0".into(),
                "--profile-root".into(),
                place.scratch.into(),
            ],
            // Lets the driver's preferences for tests switch off the fetching of settings.
            environment: vec![("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1".into())],
            capabilities: capabilities(json!({
                "proxy": place.proxy_capability(),
                "moz:firefoxOptions": {
                    "binary": self.browser,
                    "args": ["-headless", "--width=1200", "--height=900"],
                    "prefs": {
                        // What the browser itself would like to ask of its maker.
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "browser.safebrowsing.update.enabled": false,
                        // The list of downloads would open over the page some time after one of them, be it
                        // another page by then, and take the keys.
                        "browser.download.alwaysOpenPanel": false,
                        "browser.download.folderList": 2,
                        "browser.download.dir": place.downloads(),
                        // Tab stops at links too, whatever the platform's habit.
                        "accessibility.tabfocus": 7,
                    },
                },
            })),
        }
    }
}
