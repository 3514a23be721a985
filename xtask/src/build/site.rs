//! `dist/site`: the demo, static files that any server can serve under any path.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::wasm::Flavour;
use super::{languages, scripts, share_icons};
use crate::fingerprint::{Fingerprint, files, refresh};
use crate::folder::{copy, copy_all, fresh, write};
use crate::integrity;
use crate::project::Project;
use crate::step::{Step, step};
use crate::supply;

/// What the demo page needs beside the widget, in `www`.
const DEMO: [&str; 4] = ["demo.js", "demo.css", "demo", "her2-review.json"];

/// What a page loads of the widget, beside `languages`.
pub const WIDGET: [&str; 13] = [
    "publication-metrics.js",
    "publication-metrics.wasm",
    "publication-metrics-full.js",
    "publication-metrics-full.wasm",
    "publication-metrics-cite.js",
    "publication-metrics-dialects.js",
    "publication-metrics-dialects.wasm",
    "publication-metrics-words.js",
    "publication-metrics-replace.js",
    "publication-metrics-exports.wasm",
    "publication-metrics-references.wasm",
    "share-icons.js",
    "embed.js",
];

/// What is fetched when it is needed: the entries, and their names.
pub const PARTS: [(&str, &str); 5] = [
    ("full.js", "publication-metrics-full.js"),
    ("cite.js", "publication-metrics-cite.js"),
    ("dialects.js", "publication-metrics-dialects.js"),
    ("words.js", "publication-metrics-words.js"),
    ("replace.js", "publication-metrics-replace.js"),
];

/// Fills the folder anew if anything of it changed.
pub fn assemble(project: &Project) -> Result<()> {
    let site = project.site();
    let mut fingerprint = Fingerprint::new()?
        .of(&project.www())?
        .of(&project.root.join("index.html"))?
        .of(&languages::folder(project))?
        .of(&languages::supplements(project))?
        .of(&project.root.join("publication.schema.json"))?
        .of(&project.tools().join("package-lock.json"))?
        .of(&project.root.join("xtask/browser-floor.toml"))?
        .of(&project.root.join("Cargo.toml"))?
        .of(&supply::staged_notices(project))?;
    for flavour in Flavour::ALL {
        for made in [flavour.glue(), flavour.wasm()] {
            fingerprint = fingerprint.of(&project.staging().join(made))?;
        }
    }
    let mut outputs: Vec<_> = WIDGET.map(|file| site.join(file)).into();
    outputs.push(site.join("index.html"));
    step("Assemble dist/site", |step| {
        if !refresh(
            &site.with_extension("stamp"),
            &fingerprint,
            &outputs,
            || fill(project, step),
        )? {
            step.note("up to date");
        }
        Ok(())
    })
}

/// The widget's files with their names, as a page loads them.
pub fn widget(project: &Project) -> Result<Vec<(String, Vec<u8>)>> {
    let site = project.site();
    let mut content = Vec::new();
    for name in WIDGET {
        content.push((
            name.to_owned(),
            fs::read(site.join(name)).with_context(|| format!("{name} cannot be read"))?,
        ));
    }
    for file in files(&site.join("languages"))? {
        let relative = file
            .strip_prefix(&site)?
            .to_string_lossy()
            .replace('\\', "/");
        content.push((relative, fs::read(&file)?));
    }
    Ok(content)
}

/// What a page embeds that keeps to this very build.
pub fn script_tag(project: &Project) -> Result<String> {
    let content = widget(project)?;
    let folder = integrity::name(&project.version, &content);
    let (script, bytes) = content.first().context("the widget has no script")?;
    Ok(format!(
        r#"<script type="module" src="{folder}/{script}" integrity="{}" crossorigin="anonymous"></script>"#,
        integrity::of(bytes)
    ))
}

/// Writes the hashes of the widget's files, and the files once more in a folder whose name no others have: who loads them from there may
/// keep them for ever.
fn seal(project: &Project) -> Result<()> {
    let site = project.site();
    let content = widget(project)?;
    let name = integrity::name(&project.version, &content);
    for (path, _) in &content {
        copy(&site.join(path), &site.join(&name).join(path))?;
    }
    // Whoever takes the folder takes along whose work is in it.
    copy(
        &site.join(supply::NOTICES),
        &site.join(&name).join(supply::NOTICES),
    )?;
    write(
        &site.join("integrity.json"),
        integrity::manifest(&project.version, &name, &content)?,
    )
}

/// What only scripts that stay beside their wasm may have.
fn finish(project: &Project, script: &Path, step: &Step) -> Result<()> {
    scripts::shrink(project, script, step)?;
    scripts::hold_to_wasm(project, script)
}

fn fill(project: &Project, step: &Step) -> Result<()> {
    let site = project.site();
    fresh(&site)?;
    scripts::stage(project, step)?;
    let script = "publication-metrics.js";
    scripts::bundle_module(project, script, &site.join(script), step)?;
    finish(project, &site.join(script), step)?;
    for (entry, name) in PARTS {
        scripts::bundle_part(project, entry, &site.join(name), step)?;
        finish(project, &site.join(name), step)?;
    }
    scripts::bundle_classic(project, "embed.js", &site.join("embed.js"), step)?;
    write(&site.join("share-icons.js"), share_icons::module(project)?)?;
    languages::assemble(project, &site.join("languages"), step)?;
    for flavour in Flavour::ALL.into_iter().filter(|it| it.is_for_pages()) {
        let wasm = flavour.wasm();
        copy(&project.staging().join(wasm), &site.join(wasm))?;
    }
    copy(
        &supply::staged_notices(project),
        &site.join(supply::NOTICES),
    )?;
    for name in ["index.html", "publication.schema.json"] {
        copy(&project.root.join(name), &site.join(name))?;
    }
    for name in DEMO {
        copy_all(&project.www().join(name), &site.join(name), |_| true)?;
    }
    seal(project)
}
