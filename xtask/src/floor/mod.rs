//! The oldest browsers that the widget runs in, and what of the shipped files they lack.

mod data;
mod scripts;
mod styles;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use self::data::Data;
use crate::build::{self, Flavour};
use crate::command::run;
use crate::fingerprint::files;
use crate::project::Project;
use crate::step::Step;

/// As it is checked in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Their versions by their names.
    browsers: BTreeMap<String, String>,
    /// What scripts may use that is newer, and what happens without it.
    scripts: BTreeMap<String, String>,
    /// The same for styles.
    styles: BTreeMap<String, String>,
}

/// Something newer than the floor, by what the lists of what may be used call it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Newer {
    name: String,
    lacking: String,
}

impl Floor {
    /// From the file that says what it is.
    pub fn read(project: &Project) -> Result<Self> {
        let path = project.root.join("xtask/browser-floor.toml");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", project.short(&path)))?;
        toml::from_str(&text).with_context(|| format!("{} is not understood", project.short(&path)))
    }

    /// As esbuild takes it.
    pub fn target(&self) -> String {
        let browsers: Vec<String> = self
            .browsers
            .iter()
            .map(|(name, version)| format!("{name}{version}"))
            .collect();
        format!("--target={}", browsers.join(","))
    }
}

/// Fails where a shipped file uses what is newer than the floor.
pub fn check(project: &Project, step: &Step) -> Result<()> {
    let floor = Floor::read(project)?;
    let data = project.tools().join("node_modules/web-features/data.json");
    let text = fs::read_to_string(&data)
        .with_context(|| format!("{} cannot be read", project.short(&data)))?;
    let data = Data::read(&text, &floor.browsers)?;
    let mut faults = Vec::new();
    names(
        &shipped_scripts(project)?,
        &floor.scripts,
        |text| scripts::newer(text, &data),
        &mut faults,
    )?;
    let styles = ["styles.css", "panels.css", "page.css"]
        .map(|name| project.staging().join("www").join(name));
    names(
        &styles,
        &floor.styles,
        |text| styles::newer(text, &data),
        &mut faults,
    )?;
    for script in shipped_scripts(project)? {
        if is_lowered(project, &floor, &script, step)? {
            faults.push(format!("{} has newer syntax", script.display()));
        }
    }
    ensure!(
        faults.is_empty(),
        "newer than the oldest browsers of xtask/browser-floor.toml:\n{}",
        faults.join("\n")
    );
    for flavour in Flavour::ALL.into_iter().filter(|it| it.is_for_pages()) {
        build::validate(project, &project.site().join(flavour.wasm()), step)?;
    }
    Ok(())
}

/// Holds what is found in files against what may be used, and both ways.
fn names(
    paths: &[PathBuf],
    allowed: &BTreeMap<String, String>,
    newer: impl Fn(&str) -> BTreeSet<Newer>,
    faults: &mut Vec<String>,
) -> Result<()> {
    let mut used = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        for Newer { name, lacking } in newer(&text) {
            if !allowed.contains_key(&name) {
                faults.push(format!("{}: {name}, of {lacking}", path.display()));
            }
            used.insert(name);
        }
    }
    faults.extend(
        allowed
            .keys()
            .filter(|name| !used.contains(*name))
            .map(|name| format!("{name} may be used, and nothing does")),
    );
    Ok(())
}

/// The widget's, without the demo's.
fn shipped_scripts(project: &Project) -> Result<Vec<PathBuf>> {
    let mut scripts: Vec<PathBuf> = build::WIDGET
        .iter()
        .filter(|name| is_script(Path::new(name)))
        .map(|name| project.site().join(name))
        .collect();
    scripts.extend(files(&project.site().join("languages"))?);
    Ok(scripts)
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "js")
}

/// Whether esbuild writes the script otherwise for the floor than for the newest browsers.
fn is_lowered(project: &Project, floor: &Floor, script: &Path, step: &Step) -> Result<bool> {
    let written = |target: &str| {
        let mut esbuild = project.tool("esbuild");
        esbuild.arg(script).args([target, "--log-level=error"]);
        run(&mut esbuild, step)
    };
    Ok(written(&floor.target())? != written("--target=esnext")?)
}

#[cfg(test)]
mod tests {
    use super::Floor;

    #[test]
    fn the_floor_is_what_esbuild_takes() {
        let floor: Floor =
            toml::from_str("[browsers]\nsafari = \"16.4\"\nchrome = \"111\"\n[scripts]\n[styles]")
                .expect("a floor");
        assert_eq!(floor.target(), "--target=chrome111,safari16.4");
    }
}
