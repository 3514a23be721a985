//! What is packed, and whether it is complete.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::npm;
use crate::command::run;
use crate::project::Project;
use crate::step::{Step, step};
use crate::supply;

/// What a package is expected to carry, beside what its manifest names.
const EXPECTED: [&str; 7] = [
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    supply::NOTICES,
    supply::BILL,
    "share-icons.js",
];

/// A tarball, as npm tells of it.
#[derive(Deserialize)]
pub struct Tarball {
    filename: String,
    size: usize,
    files: Vec<Packed>,
}

#[derive(Deserialize)]
struct Packed {
    path: String,
    size: usize,
}

impl Tarball {
    /// Where it lies.
    pub fn path(&self, project: &Project) -> PathBuf {
        project.root.join("dist").join(&self.filename)
    }

    /// Prints what is in it, in bytes.
    pub fn print(&self) {
        for file in &self.files {
            println!("{:>10}  {}", file.size, file.path);
        }
        println!("{:>10}  dist/{}", self.size, self.filename);
    }
}

/// The manifest of the package.
pub fn manifest(project: &Project) -> Result<Value> {
    let text =
        fs::read(project.npm().join("package.json")).context("the package has no manifest")?;
    serde_json::from_slice(&text).context("the package's manifest is no JSON")
}

/// Fails where a file is missing, or where a bundler, Node.js or TypeScript would not find what is promised.
pub fn check(project: &Project, tarball: &Tarball, manifest: &Value) -> Result<()> {
    step("Every file that is promised", |_| {
        complete(tarball, manifest)
    })?;
    step("publint", |step| {
        run(
            project
                .tool("publint")
                .arg("--strict")
                .arg(tarball.path(project)),
            step,
        )
        .map(drop)
    })?;
    step("Are the types wrong?", |step| {
        let modules = manifest["exports"]
            .as_object()
            .context("the manifest has no exports")?;
        let typed = modules
            .iter()
            .filter(|(_, target)| target["types"].is_string())
            .map(|(name, _)| name.as_str());
        let mut attw = project.tool("attw");
        attw.arg(tarball.path(project))
            .args(["--profile", "esm-only", "--no-emoji", "--entrypoints"])
            .args(typed);
        run(&mut attw, step).map(drop)
    })
}

/// Packs the package into `dist`.
pub fn pack(project: &Project, step: &Step) -> Result<Tarball> {
    let answer = run(
        npm()
            .args(["pack", "--json", "--ignore-scripts", "--pack-destination"])
            .arg(project.root.join("dist"))
            .current_dir(project.npm()),
        step,
    )?;
    let answer: Value = serde_json::from_str(&answer).context("npm pack is not understood")?;
    // A list of tarballs, or in npm 11 and later an object of them by their packages' names.
    let tarball = match &answer {
        Value::Array(tarballs) => tarballs.first(),
        Value::Object(tarballs) => tarballs.values().next(),
        _ => None,
    };
    let tarball = tarball.context("npm pack made no tarball")?;
    serde_json::from_value(tarball.clone()).context("npm pack is not understood")
}

/// Fails where a file is missing that the manifest or everybody expects.
fn complete(tarball: &Tarball, manifest: &Value) -> Result<()> {
    let fields = ["main", "types", "unpkg", "jsdelivr", "customElements"];
    let mut promised: Vec<&str> = fields
        .iter()
        .filter_map(|field| manifest[field].as_str())
        .chain(EXPECTED)
        .collect();
    paths(&manifest["exports"], &mut promised);
    let missing: Vec<&str> = promised
        .into_iter()
        .map(|path| path.trim_start_matches("./"))
        .filter(|path| !tarball.files.iter().any(|file| is_of(&file.path, path)))
        .collect();
    ensure!(
        missing.is_empty(),
        "the package lacks {}",
        missing.join(", ")
    );
    Ok(())
}

/// Whether a file is one of a path, in which a star stands for any name.
fn is_of(file: &str, path: &str) -> bool {
    path.split_once('*').map_or(file == path, |(start, end)| {
        file.starts_with(start) && file.ends_with(end)
    })
}

/// All paths in a manifest's `exports`, whatever the conditions.
fn paths<'manifest>(exports: &'manifest Value, found: &mut Vec<&'manifest str>) {
    match exports {
        Value::String(path) => found.push(path),
        Value::Object(conditions) => conditions.values().for_each(|value| paths(value, found)),
        _ => {}
    }
}
