//! What was tried, by whom it was survived, and what came of it, as a table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A line of what the browser tests write.
#[derive(Deserialize)]
struct Survival {
    engine: String,
    fault: String,
    shown: Vec<String>,
    told: Vec<String>,
}

/// What became of one fault.
#[derive(Default)]
struct Row {
    survived: BTreeSet<String>,
    failed: BTreeSet<String>,
    /// What was shown, and by which engines.
    shown: BTreeMap<String, BTreeSet<String>>,
    told: BTreeMap<String, BTreeSet<String>>,
}

/// All of it, by fault.
#[derive(Default)]
pub struct Survivals(BTreeMap<String, Row>);

impl Survivals {
    /// Takes in what the tests have written of what was shown and told.
    pub fn read(&mut self, table: &Path) -> Result<()> {
        for line in fs::read_to_string(table)?.lines() {
            let survival: Survival =
                serde_json::from_str(line).with_context(|| format!("{line} is no survival"))?;
            let row = self.0.entry(survival.fault).or_default();
            let shown = row.shown.entry(survival.shown.join(", ")).or_default();
            shown.insert(survival.engine.clone());
            let told = row.told.entry(survival.told.join(" ")).or_default();
            told.insert(survival.engine);
        }
        Ok(())
    }

    /// What was survived of which nobody has said what was shown.
    pub fn unsaid(&self) -> Vec<String> {
        let is_said = |row: &Row| row.shown.keys().any(|it| !it.is_empty());
        let unsaid = self
            .0
            .iter()
            .filter(|(_, row)| !row.survived.is_empty() && !is_said(row));
        unsaid.map(|(fault, _)| fault.clone()).collect()
    }

    /// Takes in what the harness has said of each test: `test chromium::name ... ok`. Only that counts as survived.
    pub fn add(&mut self, output: &str) {
        for line in output.lines() {
            let Some((name, outcome)) = line
                .strip_prefix("test ")
                .and_then(|it| it.split_once(" ... "))
            else {
                continue;
            };
            let Some((engine, fault)) = name.trim().split_once("::") else {
                continue;
            };
            let row = self.0.entry(fault.to_owned()).or_default();
            let engines = match outcome.trim() {
                "ok" => &mut row.survived,
                _ => &mut row.failed,
            };
            engines.insert(engine.to_owned());
        }
    }
}

impl fmt::Display for Survivals {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.0.iter().map(|(fault, row)| {
            let Row {
                survived,
                failed,
                shown,
                told,
            } = row;
            [
                fault.replace('_', " "),
                words(survived),
                words(failed),
                by_engine(shown),
                by_engine(told),
            ]
        });
        let head = ["fault tried", "survived", "failed", "shown", "told"].map(str::to_owned);
        let rows: Vec<[String; 5]> = std::iter::once(head).chain(rows).collect();
        // The last ones may be long, and nothing stands behind them.
        let widths = [0, 1, 2, 3].map(|column| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or_default().min(WIDEST)
        });
        for [fault, survived, failed, shown, told] in &rows {
            let [first, second, third, fourth] = widths;
            let line = format!(
                "{fault:first$}  {survived:second$}  {failed:third$}  {shown:fourth$}  {told}"
            );
            writeln!(formatter, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Longer cells push what is behind them to the right.
const WIDEST: usize = 60;

/// What is the same in all engines, or what is so in which.
fn by_engine(said: &BTreeMap<String, BTreeSet<String>>) -> String {
    if let [(all, _)] = said.iter().collect::<Vec<_>>()[..] {
        return all.clone();
    }
    let parts = said.iter();
    let mut parts: Vec<String> = parts
        .map(|(said, engines)| format!("{}: {said}", words(engines)))
        .collect();
    parts.sort();
    parts.join("; ")
}

fn words(engines: &BTreeSet<String>) -> String {
    let words: Vec<&str> = engines.iter().map(String::as_str).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_not_survived() -> Result<()> {
        let table = tempfile::NamedTempFile::new()?;
        let lines = [
            r#"{"engine":"chromium","fault":"wasm_is_missing","shown":["11","22"],"told":["Put it there."]}"#,
            r#"{"engine":"firefox","fault":"wasm_is_missing","shown":["11","22"],"told":["Put it here."]}"#,
        ];
        fs::write(table.path(), lines.join("\n"))?;
        let mut survivals = Survivals::default();
        survivals.read(table.path())?;
        survivals.add(
            "running 3 tests\ntest chromium::wasm_is_missing ... ok\ntest firefox::wasm_is_missing  ... ok\ntest webkit::wasm_is_missing ... FAILED\n",
        );
        assert_eq!(survivals.unsaid(), [""; 0]);
        survivals.add("test chromium::wasm_is_slow ... ok\n");
        assert_eq!(survivals.unsaid(), ["wasm_is_slow"]);
        survivals.0.remove("wasm_is_slow");
        let table = survivals.to_string();
        let rows: Vec<&str> = table.lines().collect();
        assert_eq!(
            rows,
            [
                "fault tried      survived          failed  shown   told",
                "wasm is missing  chromium firefox  webkit  11, 22  chromium: Put it there.; firefox: Put it here.",
            ]
        );
        Ok(())
    }
}
