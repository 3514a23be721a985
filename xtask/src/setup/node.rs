//! What comes from npm, in the versions of the lock.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{find, run};
use crate::project::Project;
use crate::step::step;

/// Installs the tools unless they are as the lock says.
pub fn tools(project: &Project) -> Result<()> {
    install(project, &project.tools(), "Install the tools from npm")
}

/// Installs what the widget is measured beside, likewise.
pub fn contenders(project: &Project) -> Result<()> {
    install(
        project,
        &project.contenders(),
        "Install what is measured beside from npm",
    )
}

fn install(project: &Project, folder: &Path, title: &str) -> Result<()> {
    let [Some(_), Some(npm)] = [&["node"][..], &["npm", "npm.cmd"]].map(find) else {
        bail!(
            "node and npm were not found. Install Node.js 20 or later with npm, from https://nodejs.org or your system's packages"
        );
    };
    let lock = folder.join("package-lock.json");
    // npm writes it last, so that it is younger than the lock when all is there.
    let installed = folder.join("node_modules/.package-lock.json");
    let time = |file| fs::metadata(file).and_then(|metadata| metadata.modified());
    if time(&installed).is_ok_and(|installed| time(&lock).is_ok_and(|lock| lock <= installed)) {
        return Ok(());
    }
    step(title, |step| {
        run(Command::new(npm).arg("ci").current_dir(folder), step)
            .with_context(|| format!("try by hand: npm ci --prefix {}", project.short(folder)))?;
        let now = fs::File::options().append(true).open(&installed);
        now.and_then(|file| file.set_modified(std::time::SystemTime::now()))
            .context("npm ci left no mark of what it installed")
    })
}
