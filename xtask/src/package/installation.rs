//! The consumers where they may leave what they make, with their tools and the package.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::held::HELD;
use super::npm;
use crate::command::run;
use crate::folder::{copy_all, empty};
use crate::project::Project;
use crate::step::Step;

/// What stays from one run to the next: the tools, and what they know of themselves by what it was made of.
const KEPT: [&str; 4] = ["node_modules", ".cache", HELD, INSTALLED];

/// The lock that the tools are of.
const INSTALLED: &str = "installed.json";

/// What somebody may have made by hand beside the sources, which is not to be taken for them.
const MADE: [&str; 8] = [
    ".angular",
    ".astro",
    ".cache",
    ".next",
    ".parcel-cache",
    "dist",
    "node_modules",
    "out",
];

/// The guides that have a consumer.
const GUIDES: [&str; 3] = ["react", "svelte", "vue"];

/// Lays the consumers and the guides that they follow.
pub fn lay(project: &Project, folder: &Path) -> Result<()> {
    empty(folder, &KEPT)?;
    copy_all(&project.root.join("tests/packaging"), folder, |path| {
        !MADE.iter().any(|made| path.ends_with(made))
    })?;
    for guide in GUIDES {
        let from = project.root.join("examples").join(guide);
        copy_all(&from, &folder.join("examples").join(guide), |_| true)?;
    }
    Ok(())
}

/// The tools in the versions of the lock, unless they are there, and the tarball.
pub fn install(project: &Project, folder: &Path, tarball: &Path, step: &Step) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json")).context("tests/packaging has no lock")?;
    // Written last, so that all is there when it is; beside the tools, for npm takes away what it does not know among them.
    let installed = folder.join(INSTALLED);
    let is_installed = folder.join("node_modules").exists()
        && fs::read(&installed).is_ok_and(|installed| installed == lock);
    if !is_installed {
        // What is broken off half way is not to be taken for done.
        if installed.exists() {
            fs::remove_file(&installed)?;
        }
        step.news("the bundlers and frameworks, some hundred megabytes");
        let mut npm = npm();
        npm.args([
            "ci",
            "--ignore-scripts",
            "--prefer-offline",
            "--loglevel=error",
        ])
        .current_dir(folder);
        run(&mut npm, step).with_context(|| {
            format!(
                "the bundlers and frameworks of tests/packaging are not all there. They come from npm's registry, or from npm's cache \
                 where they have been before: is the network there? Try by hand: npm ci --ignore-scripts --prefix {}",
                project.short(folder)
            )
        })?;
        fs::write(&installed, &lock)?;
    }
    // Of the same version as the one before, it would be taken for it.
    let package = folder.join("node_modules/publication-metrics");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    step.news("the package");
    let mut npm = npm();
    npm.args([
        "install",
        "--no-save",
        "--ignore-scripts",
        "--prefer-offline",
        "--loglevel=error",
    ])
    .arg(tarball)
    .current_dir(folder);
    run(&mut npm, step).map(drop)
}
