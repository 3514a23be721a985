//! Records of the world in every dialect, where they are at hand: what is understood of each, for review.

mod golden;
mod round_trip;
mod summary;

use std::path::{Path, PathBuf};
use std::{env, fs};

use publication_metrics::formats::Json;

/// A file with a record, or with several of one publication.
struct Record {
    /// The folder, which is named after the dialect.
    folder: String,
    /// The file's name.
    file: String,
    json: Json,
}

impl Record {
    fn name(&self) -> String {
        format!("{}/{}", self.folder, self.file)
    }
}

/// What has no record in it.
const NO_RECORDS: [&str; 1] = ["doi-strings"];

/// Every record, in the order of their names. None where they are not at hand, which is said.
fn records() -> Vec<Record> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/records");
    let mut records = Vec::new();
    for folder in entries(&root) {
        let name = name_of(&folder);
        if !folder.is_dir() || NO_RECORDS.contains(&&*name) {
            continue;
        }
        for file in entries(&folder) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let json = serde_json::from_str(&text);
            records.push(Record {
                folder: name.clone(),
                file: name_of(&file),
                json: json.unwrap_or_else(|error| panic!("{}: {error}", file.display())),
            });
        }
    }
    if records.is_empty() {
        println!("there are no records in {}", root.display());
    }
    records
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
