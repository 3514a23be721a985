//! What is shipped of others, written down for people and for programs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::bill::{BILL, bill};
use super::licences::Allowed;
use super::lock::Lock;
use super::notices::{NOTICES, notices};
use super::part::Part;
use super::{material, plan};
use crate::build::{self, Flavour};
use crate::command::run;
use crate::fingerprint::{Fingerprint, refresh};
use crate::folder::write;
use crate::project::Project;
use crate::step::{Step, step};
use crate::toolchain::Toolchain;

/// All parts, in order, and the ids of those that ours needs itself.
pub struct Shipped {
    pub parts: Vec<Part>,
    direct: Vec<String>,
}

/// The list of licences on its way to `dist`.
pub fn staged_notices(project: &Project) -> PathBuf {
    project.staging().join(NOTICES)
}

/// The bill of materials, likewise.
pub fn staged_bill(project: &Project) -> PathBuf {
    project.staging().join(BILL)
}

/// Writes both anew if what is shipped has changed.
pub fn write_down(project: &Project, toolchain: &Toolchain) -> Result<()> {
    let mut fingerprint = Fingerprint::of_code(project, "xtask/src/supply")?
        .of_text(&toolchain.identity()?)
        .of(&project.tools().join("package-lock.json"))?;
    for source in ["Cargo.toml", "deny.toml"] {
        fingerprint = fingerprint.of(&project.root.join(source))?;
    }
    for flavour in Flavour::ALL {
        fingerprint = fingerprint.of_text(flavour.features());
    }
    let outputs = [staged_notices(project), staged_bill(project)];
    step("List what is shipped of others", |step| {
        let stamp = outputs[0].with_extension("stamp");
        let is_done = refresh(&stamp, &fingerprint, &outputs, || {
            let shipped = Shipped::of(project, toolchain, step)?;
            let Shipped { parts, direct } = shipped;
            write(&outputs[0], notices(&parts, &Allowed::of(project)?)?)?;
            write(&outputs[1], bill(&project.version, &parts, direct)?)?;
            step.note(format!("{} parts", parts.len()));
            Ok(())
        })?;
        if !is_done {
            step.note("up to date");
        }
        Ok(())
    })
}

impl Shipped {
    pub fn of(project: &Project, toolchain: &Toolchain, step: &Step) -> Result<Self> {
        let lock = Lock::of(&project.root.join("Cargo.lock"))?;
        let rust = toolchain.release()?;
        let mut parts: BTreeMap<String, Part> = BTreeMap::new();
        let mut direct = BTreeSet::new();
        for flavour in Flavour::ALL {
            step.news(flavour.words());
            let mut plan = build::rustc(project, toolchain, flavour);
            plan.args(["-Zunstable-options", "--unit-graph"])
                .env("RUSTC_BOOTSTRAP", "1");
            let plan = run(&mut plan, step).context("cargo does not say what it would build")?;
            let mut crates = plan::read(&plan, flavour.wasm(), &rust, &lock)?;
            if !toolchain.has_sources() {
                let mut std = plan::std(&rust);
                std.files.insert(flavour.wasm().to_owned());
                crates.direct.insert(std.id.clone());
                crates.parts.insert(std.id.clone(), std);
            }
            for (id, part) in crates.parts {
                match parts.get_mut(&id) {
                    Some(known) => {
                        known.files.extend(part.files);
                        known.needs.extend(part.needs);
                    }
                    None => drop(parts.insert(id, part)),
                }
            }
            direct.extend(crates.direct);
        }
        let crates: Vec<Part> = parts.into_values().collect();
        let material = material::all(project, &lock, &crates)?;
        direct.extend(material.iter().map(|it| it.id.clone()));
        let mut parts = [crates, material].concat();
        parts.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
        Ok(Self {
            parts,
            direct: direct.into_iter().collect(),
        })
    }
}
