//! `dist/site`: the demo, static files that any server can serve under any path.

use anyhow::{Context, Result};

use super::flavour::Flavour;
use super::folder::{copy, fresh, write};
use super::{languages, scripts, share_icons};
use crate::fingerprint::{Fingerprint, files, refresh};
use crate::project::Project;
use crate::step::{Step, step};

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
        .of(&project.root.join("xtask/browser-floor.toml"))?;
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

fn fill(project: &Project, step: &Step) -> Result<()> {
    let site = project.site();
    fresh(&site)?;
    scripts::stage(project, step)?;
    let script = "publication-metrics.js";
    scripts::bundle_module(project, script, &site.join(script), step)?;
    for (entry, name) in [
        ("full.js", "publication-metrics-full.js"),
        ("cite.js", "publication-metrics-cite.js"),
        ("dialects.js", "publication-metrics-dialects.js"),
        ("words.js", "publication-metrics-words.js"),
        ("replace.js", "publication-metrics-replace.js"),
    ] {
        scripts::bundle_part(project, entry, &site.join(name), step)?;
    }
    scripts::bundle_classic(project, "embed.js", &site.join("embed.js"), step)?;
    write(&site.join("share-icons.js"), share_icons::module(project)?)?;
    languages::assemble(project, &site.join("languages"), step)?;
    for flavour in Flavour::ALL.into_iter().filter(|it| it.is_for_pages()) {
        let wasm = flavour.wasm();
        copy(&project.staging().join(wasm), &site.join(wasm))?;
    }
    for name in ["index.html", "publication.schema.json"] {
        copy(&project.root.join(name), &site.join(name))?;
    }
    for name in DEMO {
        for file in files(&project.www().join(name))? {
            let relative = file
                .strip_prefix(project.www())
                .context("a file of its folder")?;
            copy(&file, &site.join(relative))?;
        }
    }
    Ok(())
}
