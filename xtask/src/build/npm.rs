//! `dist/npm`: the package, ready for `npm pack`.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::site::PARTS;
use super::wasm::Flavour;
use super::{languages, scripts};
use crate::fingerprint::{Fingerprint, refresh};
use crate::folder::{copy, fresh, write};
use crate::project::Project;
use crate::step::{Step, step};
use crate::supply;

/// What the package has from the site: the script tag's files, for content delivery networks.
const FROM_SITE: [&str; 10] = [
    "publication-metrics.js",
    "publication-metrics.wasm",
    "publication-metrics-full.wasm",
    "publication-metrics-dialects.wasm",
    "publication-metrics-exports.wasm",
    "publication-metrics-references.wasm",
    "share-icons.js",
    "embed.js",
    "publication.schema.json",
    supply::NOTICES,
];

/// What it has as it is written: `index.js` and `inline.js` import `element.js`, and all are entries.
const FROM_WWW: [&str; 17] = [
    "index.js",
    "index.d.ts",
    "publication.d.ts",
    "metrics-error.d.ts",
    "render.d.ts",
    "replace.d.ts",
    "custom-elements.json",
    "inline.js",
    "inline.d.ts",
    "inline/lazily.js",
    "inline/sources.js",
    "inline/references.d.ts",
    "inline/references.js",
    "frameworks/react.d.ts",
    "frameworks/solid.d.ts",
    "frameworks/svelte.d.ts",
    "frameworks/vue.d.ts",
];

/// What every package is expected to carry.
const DOCUMENTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Fills the folder anew if anything of it changed.
pub fn assemble(project: &Project) -> Result<()> {
    let npm = project.npm();
    let mut fingerprint = Fingerprint::new()?
        .of(&project.www())?
        .of(&project.site())?
        .of(&project.root.join("Cargo.toml"))?
        .of(&project.staging().join("www"))?;
    for document in documents(project) {
        fingerprint = fingerprint.of(&project.root.join(document))?;
    }
    let render = Flavour::Render.wasm();
    fingerprint = fingerprint
        .of(&supply::staged_bill(project))?
        .of(&project.staging().join(render))?;
    let outputs = [
        "package.json",
        "element.js",
        "render.js",
        render,
        supply::BILL,
    ]
    .map(|it| npm.join(it));
    step("Assemble dist/npm", |step| {
        if !refresh(&npm.with_extension("stamp"), &fingerprint, &outputs, || {
            fill(project, step)
        })? {
            step.note("up to date");
        }
        Ok(())
    })
}

fn fill(project: &Project, step: &Step) -> Result<()> {
    let npm = project.npm();
    fresh(&npm)?;
    write(&npm.join("package.json"), manifest(project)?)?;
    scripts::bundle_module(project, "element.js", &npm.join("element.js"), step)?;
    scripts::bundle_for_servers(project, "render.js", &npm.join("render.js"), step)?;
    let render = Flavour::Render.wasm();
    copy(&project.staging().join(render), &npm.join(render))?;
    for name in FROM_WWW {
        copy(&project.www().join(name), &npm.join(name))?;
    }
    for name in FROM_SITE {
        copy(&project.site().join(name), &npm.join(name))?;
    }
    // Not those of the site, which are held to the wasm beside them: bundlers put it elsewhere, and do not all know what a hash is.
    for (entry, name) in PARTS {
        scripts::bundle_part(project, entry, &npm.join(name), step)?;
    }
    for flavour in Flavour::ALL.into_iter().filter(|it| it.is_for_pages()) {
        let to = npm
            .join("inline")
            .join(format!("{}-wasm.js", flavour.name()));
        scripts::inline_wasm(project, flavour, &to, step)?;
    }
    languages::assemble(project, &npm.join("languages"), step)?;
    copy(&supply::staged_bill(project), &npm.join(supply::BILL))?;
    for name in documents(project) {
        copy(&project.root.join(name), &npm.join(name))?;
    }
    Ok(())
}

fn documents(project: &Project) -> impl Iterator<Item = &'static str> {
    let root = project.root.clone();
    DOCUMENTS
        .into_iter()
        .filter(move |name| root.join(name).exists())
}

/// The manifest with the crate's version.
fn manifest(project: &Project) -> Result<String> {
    let path = project.www().join("package.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut manifest: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))?;
    ensure!(
        manifest["name"] == "publication-metrics",
        "{} names the package {}, the crate is publication-metrics",
        project.short(&path),
        manifest["name"]
    );
    manifest["version"] = Value::String(project.version.clone());
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}
