//! The npm package as a tarball, tried before anyone else does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::build;
use crate::command::run;
use crate::project::Project;
use crate::step::{Step, step};
use crate::toolchain::Way;

/// What a package is expected to carry, beside what its manifest names.
const EXPECTED: [&str; 5] = [
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "share-icons.js",
];

/// A tarball, as npm tells of it.
#[derive(Deserialize)]
struct Tarball {
    filename: String,
    size: usize,
    files: Vec<Packed>,
}

#[derive(Deserialize)]
struct Packed {
    path: String,
    size: usize,
}

/// Builds the package, packs it into `dist`, and uses it as its users will.
pub fn package(project: &Project, way: Way) -> Result<()> {
    build::build(project, way)?;
    let tarball = step("Pack", |step| pack(project, step))?;
    for file in &tarball.files {
        println!("{:>10}  {}", file.size, file.path);
    }
    println!("{:>10}  dist/{}", tarball.size, tarball.filename);

    let manifest: Value = serde_json::from_slice(&fs::read(project.npm().join("package.json"))?)?;
    step("Every file that is promised", |_| {
        complete(&tarball, &manifest)
    })?;
    let consumer = tempfile::tempdir().context("no temporary folder")?;
    step("Install it", |step| {
        install(
            &project.root.join("dist").join(&tarball.filename),
            consumer.path(),
            step,
        )
    })?;
    step("Import it in Node.js", |step| {
        import(&manifest, consumer.path(), step)
    })?;
    step("Bundle it with esbuild", |step| {
        bundle(project, consumer.path(), step)
    })
}

fn pack(project: &Project, step: &Step) -> Result<Tarball> {
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
        .filter(|path| tarball.files.iter().all(|file| file.path != *path))
        .collect();
    ensure!(
        missing.is_empty(),
        "the package lacks {}",
        missing.join(", ")
    );
    Ok(())
}

/// All paths in a manifest's `exports`, whatever the conditions.
fn paths<'manifest>(exports: &'manifest Value, found: &mut Vec<&'manifest str>) {
    match exports {
        Value::String(path) => found.push(path),
        Value::Object(conditions) => conditions.values().for_each(|value| paths(value, found)),
        _ => {}
    }
}

fn install(tarball: &Path, consumer: &Path, step: &Step) -> Result<()> {
    let manifest = json!({ "private": true, "type": "module" });
    fs::write(consumer.join("package.json"), manifest.to_string())?;
    run(
        npm()
            .args(["install", "--offline", "--ignore-scripts", "--no-audit"])
            .arg(tarball)
            .current_dir(consumer),
        step,
    )
    .map(drop)
}

/// Servers that render pages import what the pages import: it must not throw without a document.
fn import(manifest: &Value, consumer: &Path, step: &Step) -> Result<()> {
    const IMPORT_ALL: &str = "for (const name of process.argv.slice(1)) await import(name)";
    let scripts = manifest["exports"]
        .as_object()
        .context("the manifest has no exports")?
        .iter()
        .filter(|(_, target)| {
            target["default"]
                .as_str()
                .is_some_and(|path| Path::new(path).extension() == Some("js".as_ref()))
        })
        .map(|(name, _)| format!("publication-metrics{}", name.trim_start_matches('.')));
    run(
        Command::new("node")
            .args(["--input-type=module", "--eval", IMPORT_ALL])
            .args(scripts)
            .current_dir(consumer),
        step,
    )
    .map(drop)
}

fn bundle(project: &Project, consumer: &Path, step: &Step) -> Result<()> {
    let page: PathBuf = consumer.join("page.js");
    fs::write(&page, "import \"publication-metrics\";\n")?;
    let bundled = run(
        project
            .tool("esbuild")
            .args(["--bundle", "--format=esm", "--log-level=warning"])
            .arg(&page),
        step,
    )?;
    ensure!(
        bundled.contains("customElements"),
        "the bundle does not define the element: is `sideEffects` right?"
    );
    Ok(())
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
