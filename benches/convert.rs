//! The command line on a stream of 100,000 `OpenAlex` works, beside jq, which takes the same fields out of it.
//!
//! `cargo xtask bench` runs it. What counts are the ratios within one run; how much memory a run took is read from
//! `/proc`, where there is one.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const RECORDS: usize = 100_000;

/// What of our own dialect such a work has, as jq would take it.
const FILTER: &str = "{ type, title: (.display_name // .title), doi, published: .publication_date, \
    venue: { title: .primary_location.source.display_name, volume: .biblio.volume, issue: .biblio.issue }, \
    authors: [(.authorships // [])[] | { name: .author.display_name, orcid: .author.orcid, corresponding: .is_corresponding }], \
    affiliations: [(.authorships // [])[].institutions[]? | { name: .display_name, country: .country_code, ror: .ror }] | unique, \
    abstract: ((.abstract_inverted_index // {}) | [to_entries[] | .key as $word | .value[] | [., $word]] | sort | map(.[1]) | join(\" \")), \
    keywords: [(.keywords // [])[].display_name], openAccess: .open_access.oa_status, retracted: .is_retracted, \
    citations: [{ source: \"OpenAlex\", count: .cited_by_count }] }";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut filters = arguments
        .iter()
        .filter(|it| !it.starts_with('-'))
        .peekable();
    let is_meant = filters.peek().is_none() || filters.any(|it| "convert".contains(it.as_str()));
    // `cargo test --benches` runs what it finds, and asks for no numbers.
    if !is_meant || arguments.iter().any(|it| it == "--test") {
        return;
    }
    let stream = stream();
    let size = fs::metadata(&stream).map_or(0, |it| it.len());
    println!(
        "convert: {RECORDS} works of OpenAlex, {} MB",
        size / 1_000_000
    );
    let mut ours = Command::new(env!("CARGO_BIN_EXE_publication-metrics"));
    let ours = measure(
        "publication-metrics convert",
        ours.arg("convert").arg(&stream),
    );
    let jq = measure(
        "jq -c",
        Command::new("jq").arg("-c").arg(FILTER).arg(&stream),
    );
    match (ours, jq) {
        (Some(ours), Some(jq)) => println!(
            "{:.1} times as fast as jq",
            jq.as_secs_f64() / ours.as_secs_f64()
        ),
        (_, None) => println!("there is no jq here to compare with"),
        (None, _) => {}
    }
}

/// The shared works over and over, each time with another identifier; made-up ones where they are not at hand.
fn stream() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openalex.ndjson");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/records/openalex");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let mut works: Vec<Value> = texts
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect();
    if works.is_empty() {
        works.push(json!({ "display_name": "A", "cited_by_count": 1, "authorships": [] }));
    }
    let mut file = BufWriter::new(File::create(&path).expect("a file"));
    for number in 0..RECORDS {
        let at = number % works.len();
        let work = &mut works[at];
        work["id"] = json!(format!("https://openalex.org/W{number}"));
        work["doi"] = json!(format!("https://doi.org/10.5555/bench.{number}"));
        writeln!(file, "{work}").expect("room on the disk");
    }
    file.flush().expect("room on the disk");
    path
}

/// Runs a command, and says how long it took and how much memory it had at most.
fn measure(name: &str, command: &mut Command) -> Option<Duration> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().ok()?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory(child.id()));
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => std::thread::sleep(Duration::from_millis(5)),
            Err(_) => return None,
        }
    };
    let took = begun.elapsed();
    let rate = RECORDS as f64 / took.as_secs_f64();
    println!(
        "{name}: {:.2} s, {rate:.0} records/s, {} MB at most ({status})",
        took.as_secs_f64(),
        peak / 1000
    );
    status.success().then_some(took)
}

/// The most memory that a process has had so far, in kB.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|it| it.split_whitespace().next());
    number.and_then(|it| it.parse().ok()).unwrap_or_default()
}
