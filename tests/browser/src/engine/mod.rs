//! The three engines, and how each is started.

mod chromium;
mod display;
mod firefox;
mod program;
mod webkit;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use self::display::Display;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Engine {
    /// Blink, as Debian's Chromium.
    Chromium,
    /// Gecko, as Firefox ESR.
    Firefox,
    /// WebKit, as the MiniBrowser of WebKitGTK.
    #[value(name = "webkit")]
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in the names of tests and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the engine's programs, and starts what its browsers share.
    pub fn prepare(self) -> Result<Prepared> {
        Ok(match self {
            Self::Chromium => Prepared::Chromium(chromium::Programs::find()?),
            Self::Firefox => Prepared::Firefox(firefox::Programs::find()?),
            Self::WebKit => Prepared::WebKit(webkit::Programs::find()?, Display::start()?),
        })
    }
}

/// An engine whose browsers can be started.
pub enum Prepared {
    /// Draws without a display.
    Chromium(chromium::Programs),
    /// Draws without a display.
    Firefox(firefox::Programs),
    /// Draws on a display of ours.
    WebKit(webkit::Programs, Display),
}

impl Prepared {
    /// How to start one browser.
    pub fn recipe(&self, place: &Place<'_>) -> Recipe {
        match self {
            Self::Chromium(programs) => programs.recipe(place),
            Self::Firefox(programs) => programs.recipe(place),
            Self::WebKit(programs, display) => programs.recipe(place, display),
        }
    }

    /// The domains that the browser talks to by itself, whatever page is open.
    pub fn own_domains(&self) -> &'static [&'static str] {
        match self {
            Self::Chromium(_) => chromium::OWN_DOMAINS,
            Self::Firefox(_) | Self::WebKit(..) => &[],
        }
    }
}

/// What is one browser's own.
pub struct Place<'a> {
    /// The port of its driver.
    pub port: u16,
    /// Its directory.
    pub scratch: &'a Path,
    /// Its proxy for all that is not on this machine.
    pub proxy: SocketAddr,
    /// Further arguments, which only Chromium takes.
    pub arguments: &'a [&'a str],
}

impl Place<'_> {
    /// Where it saves what a page gives a reader to keep; not among the files of whoever runs the tests.
    fn downloads(&self) -> PathBuf {
        downloads(self.scratch)
    }

    /// The proxy as a W3C capability.
    fn proxy_capability(&self) -> Value {
        let proxy = self.proxy.to_string();
        json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1"] })
    }
}

/// Where a browser saves files, within its directory.
pub fn downloads(scratch: &Path) -> PathBuf {
    scratch.join("downloads")
}

/// A driver's command line, and what to ask of it.
pub struct Recipe {
    /// The driver.
    pub driver: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// Its environment, beside the inherited one.
    pub environment: Vec<(&'static str, OsString)>,
    /// The W3C capabilities of the session.
    pub capabilities: Capabilities,
}

/// The capabilities of a JSON object.
fn capabilities(object: Value) -> Capabilities {
    match object {
        Value::Object(map) => map,
        other => unreachable!("capabilities are an object, not {other}"),
    }
}
