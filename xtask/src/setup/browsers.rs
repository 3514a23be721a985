//! The three browser engines with their drivers, and fonts for what they show.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::apt;
use crate::command::{find, run};
use crate::project::Project;
use crate::step::step;

/// The version that the tests are known to work with.
const GECKODRIVER: &str = "0.37.1";

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium's Blink.
    Chromium,
    /// Firefox's Gecko.
    Firefox,
    /// `WebKitGTK`.
    Webkit,
}

impl Engine {
    /// The engines that the widget is held to.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Chromium => &[
                Need {
                    programs: &["chromium", "chromium-browser", "google-chrome"],
                    package: "chromium",
                },
                Need {
                    programs: &["chromedriver"],
                    package: "chromium-driver",
                },
            ],
            Self::Firefox => &[Need {
                programs: &["firefox", "firefox-esr"],
                package: "firefox-esr",
            }],
            Self::Webkit => &[
                Need {
                    programs: &["WebKitWebDriver"],
                    package: "webkit2gtk-driver",
                },
                Need {
                    programs: &["Xvfb"],
                    package: "xvfb",
                },
            ],
        }
    }

    /// What a person can do elsewhere than on Debian.
    fn elsewhere(self) -> &'static str {
        match self {
            Self::Chromium => {
                "Fedora: dnf install chromium chromedriver; Ubuntu: snap install chromium; macOS: brew install --cask chromium chromedriver"
            }
            Self::Firefox => {
                "Fedora: dnf install firefox; Ubuntu: snap install firefox; macOS: brew install --cask firefox"
            }
            Self::Webkit => {
                "Fedora: dnf install webkitgtk6.0 xorg-x11-server-Xvfb; Ubuntu: apt-get install webkit2gtk-driver xvfb; no WebKitGTK on macOS"
            }
        }
    }
}

/// A program, by any of its names, and the package that has it on Debian.
struct Need {
    programs: &'static [&'static str],
    package: &'static str,
}

/// Fonts for Latin, Arabic and most other scripts, and for emoji: without them, pages measure and
/// look as nobody will see them.
const FONTS: [(&str, &str); 2] = [
    ("/usr/share/fonts/truetype/noto", "fonts-noto-core"),
    (
        "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
        "fonts-noto-color-emoji",
    ),
];

/// Installs what these engines need to be driven.
pub fn browsers(project: &Project, engines: &[Engine]) -> Result<()> {
    let missing: Vec<&Need> = engines
        .iter()
        .flat_map(|engine| engine.needs())
        .filter(|need| find(need.programs).is_none())
        .collect();
    if apt::available() {
        let fonts = FONTS
            .iter()
            .filter(|(file, _)| !Path::new(file).exists())
            .map(|(_, package)| *package);
        let packages: Vec<&str> = missing
            .iter()
            .map(|need| need.package)
            .chain(fonts)
            .collect();
        if !packages.is_empty() {
            step("Install browsers and fonts", |step| {
                apt::install(&packages, step)
            })?;
        }
    } else if !missing.is_empty() {
        let programs: Vec<&str> = missing.iter().map(|need| need.programs[0]).collect();
        let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
        let elsewhere: Vec<String> = engines
            .iter()
            .filter(|engine| {
                engine
                    .needs()
                    .iter()
                    .any(|need| find(need.programs).is_none())
            })
            .map(|engine| format!("{}: {}", engine.name(), engine.elsewhere()))
            .collect();
        bail!(
            "{} not found. As root on Debian: {}\n{}",
            programs.join(", "),
            apt::in_words(&packages),
            elsewhere.join("\n")
        );
    }
    if engines.contains(&Engine::Firefox) && find(&["geckodriver"]).is_none() {
        step("Build geckodriver", |step| {
            run(
                Command::new("cargo")
                    .args(["install", "geckodriver", "--version", GECKODRIVER])
                    // Flags that are meant for this project's code.
                    .env_remove("RUSTFLAGS")
                    .current_dir(&project.root),
                step,
            )
            .map(drop)
            .with_context(|| {
                format!("try by hand: cargo install geckodriver --version {GECKODRIVER}")
            })
        })?;
    }
    Ok(())
}
