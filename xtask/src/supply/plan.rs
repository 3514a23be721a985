//! The crates of a wasm, as cargo plans to build them: exactly those that are linked into it, with the standard library's own.
//!
//! Macros and build scripts run on the machine that builds, and are in no wasm. `cargo metadata` would not do: it knows nothing of
//! the standard library, and takes the features of all members of the workspace together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::lock::Lock;
use super::part::{Hash, Kind, Part};

/// The only form of the plan that cargo has written so far. It is not promised to stay.
const VERSION: u32 = 1;

/// The standard library's name for other programs, without its version.
const STD: &str = "pkg:github/rust-lang/rust";

#[derive(Deserialize)]
struct Plan {
    version: u32,
    units: Vec<Unit>,
    roots: Vec<usize>,
}

#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    target: Target,
    /// None where it is built for the machine that builds.
    platform: Option<String>,
    mode: String,
    #[serde(default)]
    is_std: bool,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Target {
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Dependency {
    index: usize,
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

/// The part of a manifest that is read, as the registry has it: nothing in it is inherited.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
}

/// What a wasm is made of.
pub struct Crates {
    /// Every crate, by its id.
    pub parts: BTreeMap<String, Part>,
    /// The ids of those that are used by ours.
    pub direct: BTreeSet<String>,
}

/// Reads the plan of a wasm, which ends up in `file`. The compiler is of the version `rust`.
pub fn read(plan: &str, file: &str, rust: &str, ours: &Lock) -> Result<Crates> {
    let plan: Plan = serde_json::from_str(plan).context("cargo's plan is not understood")?;
    ensure!(
        plan.version == VERSION,
        "cargo's plan is of version {}, and {VERSION} is understood: see xtask/src/supply/plan.rs",
        plan.version
    );
    let root = *plan.roots.first().context("cargo plans nothing")?;
    let linked = linked(&plan, root)?;
    let reader = Reader {
        plan: &plan,
        rust,
        ours,
        std: Lock::of_std(std_sources(&plan))?,
    };
    let mut crates = Crates {
        parts: BTreeMap::new(),
        direct: BTreeSet::new(),
    };
    let mut ids = BTreeMap::new();
    for &at in linked.iter().filter(|at| **at != root) {
        let part = reader.part(at, file)?;
        ids.insert(at, part.id.clone());
        crates.parts.entry(part.id.clone()).or_insert(part);
    }
    for at in linked {
        let needs = plan.units[at].dependencies.iter();
        let needs = needs.filter_map(|it| ids.get(&it.index)).cloned();
        match ids.get(&at).and_then(|id| crates.parts.get_mut(id)) {
            Some(part) => {
                part.needs.extend(needs);
                // Of the standard library many crates are one part.
                part.needs.remove(&part.id);
            }
            None => crates.direct.extend(needs),
        }
    }
    Ok(crates)
}

/// Sources of the standard library's own crates.
fn std_sources(plan: &Plan) -> impl Iterator<Item = &Path> {
    let own = |it: &&Unit| it.is_std && it.pkg_id.starts_with("path+");
    plan.units
        .iter()
        .filter(own)
        .map(|it| it.target.src_path.as_path())
}

/// What is linked: the root and what it needs on its own platform.
fn linked(plan: &Plan, root: usize) -> Result<BTreeSet<usize>> {
    let mut linked = BTreeSet::new();
    let mut waiting = vec![root];
    while let Some(at) = waiting.pop() {
        let unit = plan.units.get(at).context("cargo's plan has a gap")?;
        if unit.platform.is_some() && unit.mode == "build" && linked.insert(at) {
            waiting.extend(unit.dependencies.iter().map(|it| it.index));
        }
    }
    Ok(linked)
}

struct Reader<'plan> {
    plan: &'plan Plan,
    rust: &'plan str,
    ours: &'plan Lock,
    std: Lock,
}

impl Reader<'_> {
    fn part(&self, at: usize, file: &str) -> Result<Part> {
        let unit = &self.plan.units[at];
        let manifest = manifest(&unit.target.src_path)?;
        let folder = manifest.parent().unwrap_or(Path::new("")).to_owned();
        let is_builtins = folder.ends_with("compiler-builtins");
        let files = BTreeSet::from([file.to_owned()]);
        if unit.is_std && unit.pkg_id.starts_with("path+") && !is_builtins {
            let library = folder.parent().unwrap_or(&folder);
            return Ok(Part {
                files,
                // What has been taken into the library from repositories of their own.
                folders: there(
                    ["backtrace", "stdarch", "portable-simd"].map(|it| library.join(it)),
                ),
                ..std(self.rust)
            });
        }
        let text = fs::read_to_string(&manifest)
            .with_context(|| format!("{} cannot be read", manifest.display()))?;
        let Manifest { package } = toml::from_str(&text)
            .with_context(|| format!("{} is not understood", manifest.display()))?;
        let lock = if unit.is_std { &self.std } else { self.ours };
        let hash = lock.checksum(&package.name, &package.version);
        ensure!(
            hash.is_some() || unit.pkg_id.starts_with("path+"),
            "no lock has a checksum of {} {}",
            package.name,
            package.version
        );
        let mut folders = vec![folder];
        if is_builtins {
            let above = folders[0].parent().map(Path::to_owned);
            folders.extend(
                above
                    .into_iter()
                    .flat_map(|it| there([it.join("libm"), it])),
            );
        }
        Ok(Part {
            id: format!("pkg:cargo/{}@{}", package.name, package.version),
            kind: Kind::Code,
            licence: package
                .license
                .with_context(|| format!("{} names no licence", package.name))?,
            authors: package.authors,
            folders,
            hash: hash.map(|it| Hash::Sha256(it.to_owned())),
            files,
            needs: BTreeSet::new(),
            name: package.name,
            version: Some(package.version),
        })
    }
}

/// Those that a distribution of the library has kept.
fn there<const N: usize>(folders: [PathBuf; N]) -> Vec<PathBuf> {
    folders.into_iter().filter(|it| it.is_dir()).collect()
}

/// The standard library, without what it needs.
pub fn std(rust: &str) -> Part {
    Part {
        name: "Rust's standard library".to_owned(),
        version: Some(rust.to_owned()),
        id: format!("{STD}@{rust}"),
        kind: Kind::Code,
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: vec!["The Rust Project Contributors".to_owned()],
        folders: Vec::new(),
        hash: None,
        files: BTreeSet::new(),
        needs: BTreeSet::new(),
    }
}

/// The manifest of a crate, by one of its sources.
fn manifest(source: &Path) -> Result<PathBuf> {
    source
        .ancestors()
        .map(|folder| folder.join("Cargo.toml"))
        .find(|manifest| manifest.is_file())
        .with_context(|| format!("{} is of no crate", source.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::read;
    use crate::folder::write;
    use crate::supply::lock::Lock;

    /// Ours needs `a` and a macro; the macro and a build script need `m`.
    const PLAN: &str = r#"{ "version": 1, "roots": [0], "units": [
        { "pkg_id": "path+file:///ours#ours@1.0.0", "target": { "src_path": "ROOT/ours/lib.rs" }, "platform": "wasm32", "mode": "build",
          "dependencies": [{ "index": 1 }, { "index": 2 }, { "index": 4 }] },
        { "pkg_id": "registry+x#a@1.2.3", "target": { "src_path": "ROOT/a/src/lib.rs" }, "platform": "wasm32", "mode": "build",
          "dependencies": [] },
        { "pkg_id": "registry+x#macro@1.0.0", "target": { "src_path": "ROOT/macro/lib.rs" }, "platform": null, "mode": "build",
          "dependencies": [{ "index": 3 }] },
        { "pkg_id": "registry+x#m@1.0.0", "target": { "src_path": "ROOT/m/lib.rs" }, "platform": null, "mode": "build",
          "dependencies": [] },
        { "pkg_id": "path+file:///ours#ours@1.0.0", "target": { "src_path": "ROOT/ours/build.rs" }, "platform": "wasm32", "mode": "run-custom-build",
          "dependencies": [{ "index": 3 }] } ] }"#;

    const LOCK: &str = "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\nchecksum = \"00ff\"\n";

    #[test]
    fn only_what_is_linked_is_shipped() {
        let scratch = tempfile::tempdir().unwrap();
        fs::create_dir_all(scratch.path().join("a/src")).unwrap();
        let manifest = "[package]\nname = \"a\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\nauthors = [\"Ada\"]\n";
        write(&scratch.path().join("a/Cargo.toml"), manifest).unwrap();
        let plan = PLAN.replace("ROOT", &scratch.path().to_string_lossy());
        let lock = Lock::read(LOCK).unwrap();
        let crates = read(&plan, "a.wasm", "1.0.0", &lock).unwrap();
        assert_eq!(
            crates.parts.keys().collect::<Vec<_>>(),
            ["pkg:cargo/a@1.2.3"]
        );
        assert!(crates.direct.contains("pkg:cargo/a@1.2.3"));
        let a = &crates.parts["pkg:cargo/a@1.2.3"];
        assert_eq!(
            (a.licence.as_str(), &a.authors[..]),
            ("MIT", &["Ada".to_owned()][..])
        );

        let other = Lock::read("").unwrap();
        let error = read(&plan, "a.wasm", "1.0.0", &other).err().unwrap();
        assert_eq!(error.to_string(), "no lock has a checksum of a 1.2.3");
    }

    #[test]
    fn a_plan_of_another_form_is_refused() {
        let lock = Lock::read("").unwrap();
        let plan = r#"{ "version": 2, "roots": [], "units": [] }"#;
        assert!(read(plan, "a.wasm", "1.0.0", &lock).is_err());
    }
}
