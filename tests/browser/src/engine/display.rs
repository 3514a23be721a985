//! A display that nobody sees, for a browser that cannot do without one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::program;
use crate::process::Process;

/// A running Xvfb.
pub struct Display {
    name: String,
    _server: Process,
}

impl Display {
    /// Starts Xvfb on a display number that it finds free.
    pub fn start() -> Result<Self> {
        let xvfb = program::find(&["Xvfb"])?;
        let mut server = Process::start(
            Command::new(xvfb)
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1280x1024x24",
                    "-nolisten",
                    "tcp",
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let output = server.child().stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output)
            .read_line(&mut number)
            .context("Xvfb did not name its display")?;
        ensure!(
            !number.trim().is_empty(),
            "Xvfb stopped before it named its display"
        );
        Ok(Self {
            name: format!(":{}", number.trim()),
            _server: server,
        })
    }

    /// For the environment variable `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}
