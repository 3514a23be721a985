//! What the widget is measured beside: the same badges by hand, and peers as they are published.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::command::run;
use crate::fingerprint::{Fingerprint, refresh};
use crate::folder::{copy, fresh};
use crate::project::Project;
use crate::setup;
use crate::step::{Step, step};

/// All but the one in wasm.
pub const NAMES: [&str; 7] = [
    "vanilla",
    "lit",
    "preact",
    "react",
    "data-metrics-badge",
    "shareon",
    "shariff",
];

/// Those by hand: their sources, and whose JSX it is.
const HAND: [(&str, Option<&str>); 4] = [
    ("vanilla.js", None),
    ("lit.js", None),
    ("preact.jsx", Some("preact")),
    ("react.jsx", Some("react")),
];

/// What peers have published for a page, in `node_modules`.
const PUBLISHED: [&str; 9] = [
    "vue/dist/vue.min.js",
    "data-metrics-badge/dist/data-metrics-badge.min.js",
    "shareon/dist/shareon.iife.js",
    "shareon/dist/shareon.min.css",
    "shariff/dist/shariff.complete.js",
    "shariff/dist/shariff.complete.css",
    "shariff/dist/fa-brands-400.woff2",
    "shariff/dist/fa-regular-400.woff2",
    "shariff/dist/fa-solid-900.woff2",
];

/// Where they are served from.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("contenders")
}

/// Installs and bundles them, in the versions of their lock. The site is built by then: its styles are theirs as well.
pub fn build(project: &Project) -> Result<()> {
    setup::contenders(project)?;
    let folder = folder(project);
    let sources = project.contenders();
    let fingerprint = Fingerprint::of_code(project, "xtask/src/bench")?
        .of(&sources.join("hand"))?
        .of(&sources.join("package-lock.json"))?
        .of(&project.tools().join("package-lock.json"))?
        .of(&project.www())?;
    let outputs: Vec<PathBuf> = HAND
        .iter()
        .map(|(source, _)| folder.join(source).with_extension("js"))
        .collect();
    step("Bundle what is measured beside", |step| {
        let stamp = folder.with_extension("stamp");
        let done = refresh(&stamp, &fingerprint, &outputs, || {
            fresh(&folder)?;
            for (source, jsx) in HAND {
                bundle(project, source, jsx, step)?;
            }
            for path in PUBLISHED {
                let from = sources.join("node_modules").join(path);
                copy(&from, &folder.join(from.file_name().unwrap_or_default()))?;
            }
            Ok(())
        })?;
        if !done {
            step.note("up to date");
        }
        Ok(())
    })
}

/// As the site's own scripts are bundled, with their styles.
pub fn bundle(project: &Project, source: &str, jsx: Option<&str>, step: &Step) -> Result<()> {
    let styles = project.staging().join("www/styles.css");
    let bound = project.target.join("leptos-rows/leptos_rows.js");
    let output = folder(project).join(source).with_extension("js");
    let mut esbuild = project.tool("esbuild");
    esbuild
        .arg(project.contenders().join("hand").join(source))
        .args([
            "--log-level=warning",
            "--bundle",
            "--minify",
            "--charset=utf8",
        ])
        .args(["--format=esm", "--target=es2022", "--loader:.css=text"])
        .args([
            "--jsx=automatic",
            r#"--define:process.env.NODE_ENV="production""#,
        ])
        .arg(alias("styles.css", &styles))
        .arg(alias("leptos-rows", &bound))
        .arg(format!("--outfile={}", output.display()));
    if let Some(jsx) = jsx {
        esbuild.arg(format!("--jsx-import-source={jsx}"));
    }
    run(&mut esbuild, step).map(drop)
}

fn alias(name: &str, path: &Path) -> String {
    format!("--alias:{name}={}", path.display())
}
