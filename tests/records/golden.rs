//! The summaries, held against those that were reviewed. A line of a reviewed file that begins with `#` explains the line
//! before it, and stays where it is when the summaries are written anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use crate::records;
use crate::summary::summary;

/// Of each folder, the lines of each record.
type Summaries = BTreeMap<String, Vec<String>>;

#[test]
fn what_is_understood_of_each_record_is_what_was_reviewed() {
    let mut folders: BTreeMap<String, Summaries> = BTreeMap::new();
    for record in records() {
        let lines = summary(&record.json);
        assert!(
            lines.len() > 1 || lines[0].starts_with("unusable: "),
            "{}: nothing was understood",
            record.name()
        );
        folders
            .entry(record.folder)
            .or_default()
            .insert(record.file, lines);
    }
    let mut differences = Vec::new();
    for (folder, found) in &folders {
        let path = path(folder);
        let reviewed = fs::read_to_string(&path).unwrap_or_default();
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, written(found, &reviewed)).expect("the summaries can be written");
            continue;
        }
        let reviewed = read(&reviewed);
        for (file, lines) in found {
            let known = reviewed.get(file).cloned().unwrap_or_default();
            differences.extend(difference(&format!("{folder}/{file}"), lines, &known));
        }
        for file in reviewed.keys().filter(|it| !found.contains_key(*it)) {
            differences.push(format!("{folder}/{file} is gone"));
        }
    }
    assert!(
        differences.is_empty(),
        "{}\n\nUPDATE=1 cargo test --test records writes them anew, for review",
        differences.join("\n")
    );
}

fn path(folder: &str) -> PathBuf {
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/records/golden");
    golden.join(folder).with_extension("txt")
}

fn difference(name: &str, found: &[String], reviewed: &[String]) -> Vec<String> {
    let gone = reviewed
        .iter()
        .filter(|it| !found.contains(it))
        .map(|it| format!("{name}\n  - {it}"));
    let new = found
        .iter()
        .filter(|it| !reviewed.contains(it))
        .map(|it| format!("{name}\n  + {it}"));
    gone.chain(new).collect()
}

/// The lines of each record, without the explanations.
fn read(text: &str) -> Summaries {
    let mut summaries = Summaries::new();
    let mut file = "";
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            file = name;
            summaries.insert(name.to_owned(), Vec::new());
        } else if !line.is_empty() && !line.starts_with('#') {
            summaries
                .entry(file.to_owned())
                .or_default()
                .push(line.to_owned());
        }
    }
    summaries
}

/// The explanations in a reviewed file, by the record and by the key of the line that each explains.
fn explanations(text: &str) -> BTreeMap<(String, String), Vec<String>> {
    let mut explanations: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let (mut file, mut key) = (String::new(), String::new());
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut file);
            key.clear();
        } else if line.starts_with('#') {
            explanations
                .entry((file.clone(), key.clone()))
                .or_default()
                .push(line.to_owned());
        } else if let Some((name, _)) = line.split_once(':') {
            name.clone_into(&mut key);
        }
    }
    explanations
}

fn written(summaries: &Summaries, reviewed: &str) -> String {
    let mut explanations = explanations(reviewed);
    let mut text = String::new();
    for (file, lines) in summaries {
        let _ = writeln!(text, "## {file}");
        for (at, line) in lines.iter().enumerate() {
            let _ = writeln!(text, "{line}");
            let key = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
            let is_last = lines.get(at + 1).is_none_or(|next| key(next) != key(line));
            let explained = is_last.then(|| explanations.remove(&(file.clone(), key(line))));
            for explanation in explained.flatten().into_iter().flatten() {
                let _ = writeln!(text, "{explanation}");
            }
        }
        text.push('\n');
    }
    text
}
