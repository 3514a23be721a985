//! `dist/site`: the demo, static files that any server can serve under any path.

use anyhow::{Context, Result};

use super::folder::{copy, fresh, write};
use super::{scripts, share_icons};
use crate::fingerprint::{Fingerprint, files, refresh};
use crate::project::Project;
use crate::step::{Step, step};

/// What the demo page needs beside the widget, in `www`.
const DEMO: [&str; 4] = ["demo.js", "demo.css", "demo", "her2-review.json"];

/// What a page loads of the widget.
const WIDGET: [&str; 4] = [
    "publication-metrics.js",
    "publication-metrics.wasm",
    "share-icons.js",
    "embed.js",
];

/// Fills the folder anew if anything of it changed.
pub fn assemble(project: &Project) -> Result<()> {
    let site = project.site();
    let fingerprint = Fingerprint::new()?
        .of(&project.www())?
        .of(&project.root.join("index.html"))?
        .of(&project.root.join("publication.schema.json"))?
        .of(&project.staging().join("glue.js"))?
        .of(&project.staging().join("publication-metrics.wasm"))?
        .of(&project.tools().join("package-lock.json"))?;
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
    scripts::bundle_module(
        project,
        "publication-metrics.js",
        &site.join("publication-metrics.js"),
        step,
    )?;
    scripts::bundle_classic(project, "embed.js", &site.join("embed.js"), step)?;
    write(&site.join("share-icons.js"), share_icons::module(project)?)?;
    copy(
        &project.staging().join("publication-metrics.wasm"),
        &site.join("publication-metrics.wasm"),
    )?;
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
