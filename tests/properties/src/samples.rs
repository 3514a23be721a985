//! Records that are in the repository, and the keys that the dialects look for: both are found in the sources, so that a new
//! dialect is attacked without a word here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, iter};

use publication_metrics::formats::{Dialect, Json, read_any};
use serde_json::Value;

/// A record of the repository.
pub struct Sample {
    /// The record.
    pub record: Value,
    /// The dialects in which it is read.
    pub dialects: Vec<&'static Dialect>,
}

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The records in the tests of the dialects, and those in files.
pub fn samples() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let files = ["www/her2-review.json", "tests/fixtures/full-record.json"];
        let files = files.map(|name| read(&root().join(name)));
        let texts: Vec<String> = sources()
            .iter()
            .flat_map(|it| raw_strings(it).into_iter().chain(macros(it)))
            .collect();
        texts
            .iter()
            .chain(&files)
            .filter_map(|text| sample(text))
            .collect()
    })
}

/// A text as a sample, where it is a record.
pub fn sample(text: &str) -> Option<Sample> {
    let record: Value = serde_json::from_str(text).ok()?;
    let json: Json = serde_json::from_str(text).ok()?;
    // What counts alone is no publication, and an answer all the same.
    let dialects = match read_any(&json, None) {
        Ok(reading) => reading.dialects,
        Err(_) => with_title(&record)?,
    };
    Some(Sample { record, dialects })
}

/// The dialects of a record that has to be completed.
fn with_title(record: &Value) -> Option<Vec<&'static Dialect>> {
    let both = serde_json::json!({ "records": [{ "title": "T" }, record] });
    let reading = read_any(&json(&both), None).ok()?;
    (reading.dialects.len() > 1).then(|| reading.dialects[1..].to_vec())
}

/// A value as the crate's own.
pub fn json(value: &Value) -> Json {
    serde_json::from_str(&value.to_string()).expect("a value that is not too deep")
}

/// What the dialects call the things that they read.
pub fn keys() -> &'static [String] {
    static KEYS: OnceLock<Vec<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let is_key = |it: &&str| {
            let fits = |it: char| it.is_ascii_alphanumeric() || "_-:@$./".contains(it);
            (1..=40).contains(&it.len()) && it.chars().all(fits)
        };
        let sources = sources();
        let strings = sources.iter().flat_map(|it| it.split('"'));
        let keys: BTreeSet<&str> = strings.filter(is_key).collect();
        let others = ["__proto__", "constructor", "toString", ""];
        keys.into_iter().chain(others).map(str::to_owned).collect()
    })
}

/// The sources of the dialects.
fn sources() -> Vec<String> {
    let folder = root().join("src/formats");
    let inner = entries(&folder).into_iter().filter(|it| it.is_dir());
    let mut files: Vec<PathBuf> = iter::once(folder.clone())
        .chain(inner)
        .flat_map(|it| entries(&it))
        .filter(|it| it.is_file())
        .collect();
    files.sort();
    files.iter().map(|it| read(it)).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|it| panic!("{}: {it}", folder.display()));
    entries.flatten().map(|it| it.path()).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

/// What stands between `r#"` and `"#`.
fn raw_strings(source: &str) -> Vec<String> {
    let after = source.split("r#\"").skip(1);
    after
        .filter_map(|it| Some(it.split_once("\"#")?.0.to_owned()))
        .collect()
}

/// What stands between the brackets of each `json!(…)`; it is JSON where it names no variable.
fn macros(source: &str) -> Vec<String> {
    let after = source.split("json!(").skip(1);
    after
        .filter_map(balanced)
        .map(without_last_commas)
        .collect()
}

/// The text up to the bracket that closes what was open before it.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            b'(' if !is_quoted => depth += 1,
            b')' if !is_quoted && depth == 0 => return text.get(..at),
            b')' if !is_quoted => depth -= 1,
            _ => {}
        }
    }
    None
}

/// JSON has no comma after the last entry, which Rust allows.
fn without_last_commas(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for end in ["}", "]"] {
        text = text
            .replace(&format!(", {end}"), end)
            .replace(&format!(",{end}"), end);
    }
    text
}
