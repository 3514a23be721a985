//! esbuild: bundles and minifies scripts and styles.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::languages;
use super::wasm::Flavour;
use crate::command::run;
use crate::floor::Floor;
use crate::folder::{copy, copy_all, fresh, write};
use crate::integrity;
use crate::project::Project;
use crate::step::Step;

/// The only form of the wasm's address that bundlers recognise and rewrite.
fn wasm_url(flavour: Flavour) -> String {
    format!(r#"new URL("./{}",import.meta.url)"#, flavour.wasm())
}

/// The sources of the scripts, together with what they import and only the build has: the glue and
/// the styles as they are shipped.
pub fn stage(project: &Project, step: &Step) -> Result<()> {
    let from = project.www();
    let staged = project.staging().join("www");
    fresh(&staged)?;
    let is_script = |path: &Path| path.extension().is_some_and(|extension| extension == "js");
    copy_all(&from, &staged, |path| path.is_dir() || is_script(path))?;
    for flavour in Flavour::ALL {
        let glue = flavour.glue();
        copy(&project.staging().join(glue), &staged.join(glue))?;
    }
    languages::stage(project, &staged)?;
    for styles in ["styles.css", "panels.css", "page.css"] {
        run(
            esbuild(project)
                .arg(from.join(styles))
                .arg("--minify")
                .arg(Floor::read(project)?.target())
                .arg(format!("--outfile={}", staged.join(styles).display())),
            step,
        )?;
    }
    Ok(())
}

/// A module with everything in it but the wasm and what is only fetched when it is needed.
pub fn bundle_module(project: &Project, entry: &str, to: &Path, step: &Step) -> Result<()> {
    let banner = banner(project);
    bundle(project, entry, to, &["--format=esm", &banner], step)?;
    check_addresses(project, to)
}

/// The same for what only another module imports, which has said whose it is.
pub fn bundle_part(project: &Project, entry: &str, to: &Path, step: &Step) -> Result<()> {
    bundle(project, entry, to, &["--format=esm"], step)?;
    check_addresses(project, to)
}

/// A module for servers: whole names in a trace are worth more there than its size.
pub fn bundle_for_servers(project: &Project, entry: &str, to: &Path, step: &Step) -> Result<()> {
    let banner = banner(project);
    let form = ["--format=esm", "--target=node20", &banner];
    bundle_as(project, entry, to, &form, step)?;
    check_addresses(project, to)
}

fn check_addresses(project: &Project, to: &Path) -> Result<()> {
    // What is not minified has a space there.
    let text = fs::read_to_string(to)?.replace(", import.meta", ",import.meta");
    for flavour in Flavour::ALL {
        let url = wasm_url(flavour);
        ensure!(
            text.contains(&url) || !text.contains(flavour.wasm()),
            "{} does not name the wasm in the form that bundlers follow: {url}",
            project.short(to)
        );
    }
    Ok(())
}

/// A script for `<script>` without `type="module"`.
pub fn bundle_classic(project: &Project, entry: &str, to: &Path, step: &Step) -> Result<()> {
    let banner = banner(project);
    bundle(project, entry, to, &["--format=iife", &banner], step)
}

/// The bytes of a wasm as a module.
pub fn inline_wasm(project: &Project, flavour: Flavour, to: &Path, step: &Step) -> Result<()> {
    let entry = project
        .staging()
        .join(format!("{}-wasm.js", flavour.name()));
    fs::write(
        &entry,
        format!("export {{ default }} from \"./{}\";\n", flavour.wasm()),
    )?;
    run(
        esbuild(project)
            .arg(&entry)
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--loader:.wasm=binary",
            ])
            .arg(Floor::read(project)?.target())
            .arg(format!("--outfile={}", to.display())),
        step,
    )
    .map(drop)
}

fn banner(project: &Project) -> String {
    let version = &project.version;
    format!("--banner:js=/*! publication-metrics {version} | MIT OR Apache-2.0 */")
}

/// Makes a script of the site smaller still. What the package has for bundlers is left to theirs: they look for forms that
/// this rewrites.
pub fn shrink(project: &Project, script: &Path, step: &Step) -> Result<()> {
    let mut terser = project.tool("terser");
    terser
        .arg(script)
        .args(["--module", "--ecma", "2022", "--mangle"])
        .args(["--compress", "passes=3", "--comments", "/^!/"])
        .arg("--output")
        .arg(script);
    run(&mut terser, step).map(drop)
}

/// Puts the hash of each wasm behind its address, where the script names it: it then runs no other.
pub fn hold_to_wasm(project: &Project, script: &Path) -> Result<()> {
    let mut text = fs::read_to_string(script)?;
    for flavour in Flavour::ALL {
        let name = flavour.wasm();
        let wasm = fs::read(project.staging().join(name))?;
        let address = format!("{name}#{}", integrity::short(&wasm));
        text = text.replace(&format!("/{name}\""), &format!("/{address}\""));
    }
    write(script, text)
}

/// For browsers.
fn bundle(project: &Project, entry: &str, to: &Path, form: &[&str], step: &Step) -> Result<()> {
    let target = Floor::read(project)?.target();
    let form = [&["--minify", &target], form].concat();
    bundle_as(project, entry, to, &form, step)
}

fn bundle_as(project: &Project, entry: &str, to: &Path, form: &[&str], step: &Step) -> Result<()> {
    run(
        esbuild(project)
            .arg(project.staging().join("www").join(entry))
            .args(["--bundle", "--charset=utf8"])
            .arg(format!("--define:VERSION=\"{}\"", project.version))
            .args(["--loader:.css=text", "--external:./share-icons.js"])
            .args([
                "--external:./publication-metrics-full.js",
                "--external:./publication-metrics-cite.js",
                "--external:./publication-metrics-dialects.js",
                "--external:./publication-metrics-words.js",
                "--external:./languages/*",
            ])
            .args(form)
            .arg(format!("--outfile={}", to.display())),
        step,
    )
    .map(drop)
}

fn esbuild(project: &Project) -> Command {
    let mut command = project.tool("esbuild");
    command.arg("--log-level=warning");
    command
}
