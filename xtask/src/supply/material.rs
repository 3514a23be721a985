//! What is shipped of others beside crates: drawings, data, and what tools have written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::lock::Lock;
use super::part::{Hash, Kind, Part};
use crate::project::Project;

/// Licences of data and drawings that code may not have.
pub const FOR_DATA: [&str; 2] = ["CC0-1.0", "CC-BY-SA-3.0"];

const ICONS: &str = "share-icons.js";
const REFERENCES: &str = "publication-metrics-references.wasm";

/// Everything, of which that in a wasm comes with a crate.
pub fn all(project: &Project, lock: &Lock, crates: &[Part]) -> Result<Vec<Part>> {
    Ok(vec![
        package(project, "bootstrap-icons")?,
        package(project, "simple-icons")?,
        styles(crates)?,
        cldr(),
        glue(lock, crates)?,
    ])
}

/// A package of npm's whose drawings are in the share panel.
fn package(project: &Project, name: &str) -> Result<Part> {
    let lock = project.tools().join("package-lock.json");
    let read = |path: &Path| -> Result<Value> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
    };
    let locked = &read(&lock)?["packages"][format!("node_modules/{name}")];
    let text = |key: &str| {
        let value = locked[key].as_str().map(str::to_owned);
        value.with_context(|| format!("the lock of the tools has no {key} of {name}"))
    };
    let version = text("version")?;
    Ok(Part {
        id: format!("pkg:npm/{name}@{version}"),
        kind: Kind::Data,
        licence: text("license")?,
        authors: Vec::new(),
        folders: vec![project.tools().join("node_modules").join(name)],
        hash: Some(sha512(&text("integrity")?)?),
        files: BTreeSet::from([ICONS.to_owned()]),
        needs: BTreeSet::new(),
        name: name.to_owned(),
        version: Some(version),
    })
}

/// The hash in what npm calls integrity.
fn sha512(integrity: &str) -> Result<Hash> {
    let encoded = integrity.strip_prefix("sha512-");
    let encoded = encoded.with_context(|| format!("{integrity} is no sha512"))?;
    let bytes = BASE64_STANDARD.decode(encoded)?;
    Ok(Hash::Sha512(super::hexadecimal(&bytes)))
}

/// The styles and languages of references, which hayagriva carries: as CBOR, and otherwise as they are.
fn styles(crates: &[Part]) -> Result<Part> {
    let hayagriva = named(crates, "hayagriva")?;
    Ok(Part {
        name: "Styles and locales of the Citation Style Language".to_owned(),
        version: None,
        id: "data:citation-style-language".to_owned(),
        kind: Kind::Data,
        licence: "CC-BY-SA-3.0".to_owned(),
        authors: vec![format!(
            "The Citation Style Language project (https://citationstyles.org) and the authors that each style and locale \
             names; turned into CBOR by {}, and otherwise unchanged",
            hayagriva.title()
        )],
        folders: Vec::new(),
        hash: None,
        files: BTreeSet::from([REFERENCES.to_owned()]),
        needs: BTreeSet::new(),
    })
}

/// What a browser may lack of Basque and Galician.
fn cldr() -> Part {
    Part {
        name: "Unicode CLDR, dates and countries of Basque and Galician".to_owned(),
        version: None,
        id: "data:unicode-cldr".to_owned(),
        kind: Kind::Data,
        licence: "Unicode-3.0".to_owned(),
        authors: vec!["Copyright © 1991-2026 Unicode, Inc.".to_owned()],
        folders: Vec::new(),
        hash: None,
        files: ["languages/eu-intl.js", "languages/gl-intl.js"]
            .map(str::to_owned)
            .into(),
        needs: BTreeSet::new(),
    }
}

/// The scripts beside each wasm are what wasm-bindgen writes.
fn glue(lock: &Lock, crates: &[Part]) -> Result<Part> {
    let name = "wasm-bindgen-cli-support";
    let bindgen = named(crates, "wasm-bindgen")?;
    let version = lock.version(name).context("wasm-bindgen is not locked")?;
    let beside = bindgen.folders.first().and_then(|it| it.parent());
    let hash = lock.checksum(name, version).map(str::to_owned);
    Ok(Part {
        name: name.to_owned(),
        version: Some(version.to_owned()),
        id: format!("pkg:cargo/{name}@{version}"),
        folders: beside
            .map(|it| it.join(format!("{name}-{version}")))
            .into_iter()
            .collect(),
        hash: hash.map(Hash::Sha256),
        files: [
            "publication-metrics.js",
            "publication-metrics-full.js",
            "publication-metrics-cite.js",
            "publication-metrics-dialects.js",
            "element.js",
            "render.js",
        ]
        .map(str::to_owned)
        .into(),
        needs: BTreeSet::new(),
        ..bindgen.clone()
    })
}

fn named<'part>(crates: &'part [Part], name: &str) -> Result<&'part Part> {
    let mut named = crates.iter().filter(|it| it.name == name);
    named
        .next()
        .with_context(|| format!("{name} is in no wasm"))
}
