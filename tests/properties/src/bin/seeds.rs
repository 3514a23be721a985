//! Writes what fuzzing begins with: `seeds FOLDER RECORDS`, a folder below the first for each target, and a dictionary.
//!
//! Records are cut down before: a fuzzer changes a small one many times in the time that it takes to read a large one.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use properties::hostile::TEXTS;
use properties::samples::{Sample, keys, sample, samples};
use publication_metrics::formats::Dialect;
use publication_metrics::publication::Doi;
use serde_json::Value;

/// The targets that any record is a seed of.
const OF_RECORDS: [&str; 5] = ["exports", "html", "narrative", "share", "value_tree"];

/// How much is kept of a list, in entries, and of a text, in characters.
const KEPT: (usize, usize) = (3, 200);

/// A text that is longer is no seed, and neither is one more than so many of a kind.
const LONGEST: usize = 400;
const MOST: usize = 2000;

fn main() -> io::Result<()> {
    let folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [to, records] = &folders[..] else {
        return Err(io::Error::other("seeds FOLDER RECORDS"));
    };
    let found = records_in(records);
    if found.is_empty() {
        println!(
            "without records of the world: there are none in {}",
            records.display()
        );
    } else {
        println!("{} records of the world", found.len());
    }
    let mut seeds = Seeds::new(to)?;
    for record in samples().iter().chain(&found) {
        seeds.record(record)?;
    }
    for mut list in lists_in(records) {
        seeds.texts_of(&mut list, usize::MAX);
    }
    seeds.texts()?;
    fs::write(to.join("dictionary"), dictionary())
}

/// The records of files, in folders of their dialects.
fn records_in(folder: &Path) -> Vec<Sample> {
    let mut files: Vec<PathBuf> = entries(folder).iter().flat_map(|it| entries(it)).collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| sample(&fs::read_to_string(file).ok()?))
        .collect()
}

/// What is JSON and no record, such as a list of DOIs as they are written.
fn lists_in(folder: &Path) -> Vec<Value> {
    let files = entries(folder)
        .into_iter()
        .flat_map(|it| entries(&it))
        .filter_map(|file| fs::read_to_string(file).ok());
    files
        .filter(|text| sample(text).is_none())
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| it.path()).collect()
}

struct Seeds<'a> {
    folder: &'a Path,
    count: usize,
    /// What texts the records have.
    texts: BTreeSet<String>,
}

impl<'a> Seeds<'a> {
    fn new(folder: &'a Path) -> io::Result<Self> {
        let of_dialects = Dialect::ALL.iter().map(|it| of_dialect(it));
        let targets = OF_RECORDS.iter().chain(&["doi", "markup"]);
        for target in targets.map(ToString::to_string).chain(of_dialects) {
            fs::create_dir_all(folder.join(target))?;
        }
        Ok(Self {
            folder,
            count: 0,
            texts: BTreeSet::new(),
        })
    }

    fn record(&mut self, sample: &Sample) -> io::Result<()> {
        let mut record = sample.record.clone();
        self.texts_of(&mut record, KEPT.0);
        let text = record.to_string();
        let of_dialects = sample.dialects.iter().map(|it| of_dialect(it));
        let targets: BTreeSet<String> = of_dialects.chain(OF_RECORDS.map(str::to_owned)).collect();
        for target in targets {
            self.write(&target, &text)?;
        }
        Ok(())
    }

    /// Takes the texts of a value, which is cut down to so many entries of each list.
    fn texts_of(&mut self, value: &mut Value, entries_kept: usize) {
        match value {
            Value::String(text) => {
                if text.len() <= LONGEST {
                    self.texts.insert(text.clone());
                }
                if let Some((end, _)) = text.char_indices().nth(KEPT.1) {
                    text.truncate(end);
                }
            }
            Value::Array(items) => {
                items.truncate(entries_kept);
                for item in items {
                    self.texts_of(item, entries_kept);
                }
            }
            Value::Object(entries) => {
                for entry in entries.values_mut() {
                    self.texts_of(entry, entries_kept);
                }
            }
            _ => {}
        }
    }

    fn texts(&mut self) -> io::Result<()> {
        let texts = std::mem::take(&mut self.texts);
        let dois = texts
            .iter()
            .filter(|it| Doi::parse(it).is_some())
            .take(MOST);
        let marked = texts
            .iter()
            .filter(|it| it.contains(['<', '&', '$']))
            .take(MOST);
        let hostile: Vec<String> = TEXTS.iter().map(ToString::to_string).collect();
        for text in dois.chain(&hostile) {
            self.write("doi", text)?;
        }
        for text in marked.chain(&hostile) {
            self.write("markup", text)?;
        }
        Ok(())
    }

    fn write(&mut self, target: &str, text: &str) -> io::Result<()> {
        self.count += 1;
        fs::write(self.folder.join(target).join(self.count.to_string()), text)
    }
}

/// The target of a dialect.
fn of_dialect(dialect: &Dialect) -> String {
    ["dialect-", dialect.name()].concat()
}

/// The keys that dialects look for and the texts that mean something, as libFuzzer reads them.
fn dictionary() -> String {
    let keys = keys().iter().map(|it| format!("\"{it}\":"));
    let texts = TEXTS.iter().map(ToString::to_string);
    let mut dictionary = String::new();
    for word in keys.chain(texts).filter(|it| !it.is_empty()) {
        dictionary.push('"');
        for byte in word.bytes() {
            match byte {
                b'"' | b'\\' | 0..=31 | 127.. => {
                    // A string takes all that is written.
                    let _ = write!(dictionary, "\\x{byte:02X}");
                }
                _ => dictionary.push(char::from(byte)),
            }
        }
        dictionary.push_str("\"\n");
    }
    dictionary
}
