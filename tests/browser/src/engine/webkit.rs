//! WebKitGTK's MiniBrowser by WebKitWebDriver.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::json;

use super::display::Display;
use super::{Place, Recipe, capabilities, program};

pub struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

impl Programs {
    pub fn find() -> Result<Self> {
        Ok(Self {
            browser: mini_browser()?,
            driver: program::find(&["WebKitWebDriver"])?,
        })
    }

    pub fn recipe(&self, place: &Place<'_>, display: &Display) -> Recipe {
        Recipe {
            driver: self.driver.clone(),
            arguments: vec![format!("--port={}", place.port).into()],
            environment: vec![
                ("DISPLAY", display.name().into()),
                ("GDK_BACKEND", "x11".into()),
                // There is no graphics card behind the display.
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".into()),
                ("XDG_DATA_HOME", place.scratch.join("data").into()),
                ("XDG_CACHE_HOME", place.scratch.join("cache").into()),
                ("XDG_CONFIG_HOME", place.scratch.join("config").into()),
                // Where it saves files, as long as no configuration names another place.
                ("HOME", place.downloads().into()),
            ],
            capabilities: capabilities(json!({
                "webkitgtk:browserOptions": {
                    "binary": self.browser,
                    "args": [
                        "--automation",
                        // The driver accepts a proxy as a capability, and sets none.
                        format!("--proxy=http://{}", place.proxy),
                        "--ignore-host=127.0.0.1",
                    ],
                },
            })),
        }
    }
}

/// The MiniBrowser lies beside WebKit's own helpers, in `/usr/lib/TRIPLE/webkit2gtk-4.1/` on
/// Debian and in `/usr/libexec/` elsewhere.
fn mini_browser() -> Result<PathBuf> {
    let libraries = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    libraries
        .chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")])
        .flat_map(|directory| {
            ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]
                .map(|version| directory.join(version).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
        .ok_or_else(|| program::missing("WebKitGTK's MiniBrowser"))
}
