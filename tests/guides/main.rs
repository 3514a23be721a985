//! The guides and the examples say of the element only what is so.

mod attributes;
mod paths;
mod security;
mod workflows;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// All texts below some folders and files of the repository, by their paths in it.
fn texts(places: &[&str]) -> Vec<(String, String)> {
    fn collect(path: &Path, found: &mut Vec<PathBuf>) {
        if path.is_dir() {
            let mut entries: Vec<PathBuf> = fs::read_dir(path)
                .expect("the folder can be read")
                .map(|entry| entry.expect("an entry").path())
                .collect();
            entries.sort();
            for entry in entries {
                collect(&entry, found);
            }
        } else {
            found.push(path.to_owned());
        }
    }
    let root = Path::new(ROOT);
    let mut found = Vec::new();
    for place in places {
        collect(&root.join(place), &mut found);
    }
    found
        .into_iter()
        .filter_map(|path| {
            // What is no text is none of ours.
            let text = fs::read_to_string(&path).ok()?;
            let name = path.strip_prefix(root).expect("below the root");
            Some((name.to_string_lossy().replace('\\', "/"), text))
        })
        .collect()
}

/// The pages for people.
fn guides() -> Vec<(String, String)> {
    let mut guides = texts(&["README.md", "SECURITY.md", "docs", "examples"]);
    guides.retain(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "md"));
    guides
}

/// The class, as the manifest of custom elements describes it.
fn class() -> Value {
    let manifest = fs::read_to_string(Path::new(ROOT).join("www/custom-elements.json"));
    let manifest: Value =
        serde_json::from_str(&manifest.expect("the manifest")).expect("the manifest is JSON");
    let mut declarations = manifest["modules"]
        .as_array()
        .expect("modules")
        .iter()
        .flat_map(|module| module["declarations"].as_array().into_iter().flatten());
    declarations
        .find(|it| it["name"] == "PublicationMetrics")
        .expect("the class")
        .clone()
}

/// The names in one of its lists.
fn names(list: &str) -> BTreeSet<String> {
    class()[list]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["name"].as_str().expect("a name").to_owned())
        .collect()
}
