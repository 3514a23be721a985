//! Where things lie.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What is built of the widget.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// What is shipped.
    Shipped,
    /// For the browser tests: with faults that a page can ask for.
    Faulty,
}

/// The workspace and the folders that the chores fill.
#[derive(Clone)]
pub struct Project {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Cargo's folder for what it builds, and ours for what is on the way to `dist`.
    pub target: PathBuf,
    /// The version of the crate and of the npm package.
    pub version: String,
    /// What is built.
    pub edition: Edition,
}

impl Project {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and configuration files are heeded.
    pub fn find() -> Result<Self> {
        #[derive(Deserialize)]
        struct Metadata {
            workspace_root: PathBuf,
            target_directory: PathBuf,
            packages: Vec<Package>,
        }
        #[derive(Deserialize)]
        struct Package {
            name: String,
            version: String,
        }

        let answer = Command::new("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .context("cargo could not be started")?;
        ensure!(
            answer.status.success(),
            "cargo metadata failed:\n{}",
            String::from_utf8_lossy(&answer.stderr)
        );
        let metadata: Metadata =
            serde_json::from_slice(&answer.stdout).context("cargo metadata is not understood")?;
        let package = metadata
            .packages
            .into_iter()
            .find(|package| package.name == "publication-metrics")
            .context("the workspace has no package publication-metrics")?;
        Ok(Self {
            root: metadata.workspace_root,
            target: metadata.target_directory,
            version: package.version,
            edition: Edition::Shipped,
        })
    }

    /// The same, for a widget with faults that a page can ask for.
    pub fn faulty(&self) -> Self {
        Self {
            edition: Edition::Faulty,
            ..self.clone()
        }
    }

    /// What the browser loads beside the wasm, as written.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// What is between the sources and `dist`.
    pub fn staging(&self) -> PathBuf {
        self.target.join(match self.edition {
            Edition::Shipped => "site",
            Edition::Faulty => "faulty",
        })
    }

    /// The demo: static files for any server.
    pub fn site(&self) -> PathBuf {
        match self.edition {
            Edition::Shipped => self.root.join("dist/site"),
            // Nobody is to ship it by mistake.
            Edition::Faulty => self.target.join("faulty-site"),
        }
    }

    /// The package, ready for `npm pack`.
    pub fn npm(&self) -> PathBuf {
        self.root.join("dist/npm")
    }

    /// The job that runs the command line with Apache Spark.
    pub fn spark_example(&self) -> PathBuf {
        self.root.join("examples/spark")
    }

    /// The folder of the tools that come from npm.
    pub fn tools(&self) -> PathBuf {
        self.root.join("xtask/tools")
    }

    /// What the widget is measured beside.
    pub fn contenders(&self) -> PathBuf {
        self.root.join("benches/browser/contenders")
    }

    /// A command of the tools that come from npm.
    pub fn tool(&self, name: &str) -> Command {
        let name = if cfg!(windows) {
            format!("{name}.cmd")
        } else {
            name.to_owned()
        };
        let mut command = Command::new(self.tools().join("node_modules/.bin").join(name));
        command.current_dir(&self.root);
        command
    }

    /// Cargo in the workspace, with the toolchain that runs this chore.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root);
        command
    }

    /// The path as seen from the workspace, for messages.
    pub fn short<'path>(&self, path: &'path Path) -> std::path::Display<'path> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
