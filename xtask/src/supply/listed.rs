//! Whether what is shipped lists all that it is made of, by another way than the lists were made: `cargo tree`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{BILL, NOTICES};
use crate::build::Flavour;
use crate::command::run;
use crate::project::Project;
use crate::step::Step;
use crate::toolchain::WASM;

/// Fails where a crate that some wasm needs is missing from a list in `dist`.
pub fn check(project: &Project, step: &Step) -> Result<()> {
    let mut crates = BTreeSet::new();
    for flavour in Flavour::ALL {
        let mut tree = project.cargo();
        tree.args(["tree", "--package", "publication-metrics", "--target", WASM])
            .args(["--no-default-features", "--features", flavour.features()])
            .args(["--edges", "normal,no-proc-macro", "--prefix", "none"])
            .args(["--format", "{p}"]);
        crates.extend(in_tree(&run(&mut tree, step)?));
    }
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", project.short(path)))
    };
    let mut missing = Vec::new();
    for folder in [project.site(), project.npm()] {
        let path = folder.join(NOTICES);
        let listed = read(&path)?;
        for (name, version) in &crates {
            if !listed.contains(&format!("\n{name} {version}\n")) {
                missing.push(format!("{}: {name} {version}", project.short(&path)));
            }
        }
    }
    let path = project.npm().join(BILL);
    let bill: Value = serde_json::from_str(&read(&path)?)
        .with_context(|| format!("{} is no JSON", project.short(&path)))?;
    let listed = in_bill(&bill);
    for (name, version) in &crates {
        if !listed.contains(format!("pkg:cargo/{name}@{version}").as_str()) {
            missing.push(format!("{}: {name} {version}", project.short(&path)));
        }
    }
    ensure!(
        missing.is_empty(),
        "what is shipped does not list all that it is made of:\n{}",
        missing.join("\n")
    );
    step.note(format!("{} crates", crates.len()));
    Ok(())
}

/// Names and versions of what `cargo tree` prints, but for our own, which it prints with its folder.
fn in_tree(printed: &str) -> BTreeSet<(String, String)> {
    let of_line = |line: &str| {
        let (name, rest) = line.trim().split_once(" v")?;
        let version = rest.split(' ').next()?;
        let is_ours = name == "publication-metrics";
        (!is_ours).then(|| (name.to_owned(), version.to_owned()))
    };
    printed.lines().filter_map(of_line).collect()
}

fn in_bill(bill: &Value) -> BTreeSet<&str> {
    let components = bill["components"].as_array().into_iter().flatten();
    components.filter_map(|it| it["purl"].as_str()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{in_bill, in_tree};

    #[test]
    fn crates_are_read_from_a_tree_and_from_a_bill() {
        let printed = "publication-metrics v0.1.0 (/ours)\nserde v1.0.229\nserde v1.0.229 (*)\n\nyew v0.23.0\n";
        let crates = in_tree(printed);
        let names: Vec<_> = crates.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["serde", "yew"]);
        let bill =
            json!({ "components": [{ "purl": "pkg:cargo/serde@1.0.229" }, { "name": "dates" }] });
        assert_eq!(in_bill(&bill).len(), 1);
    }
}
