//! `npm audit`: what is known against the packages that the chores, the benches and the tests of the package have from npm.
//!
//! Nothing of them is a dependency of ours, but for the drawings of two icon sets: what they are judged by is in `npm-audit.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::Answer;
use crate::command::{Failed, find, run};
use crate::project::Project;
use crate::step::Step;

/// Where a lock is.
const FOLDERS: [&str; 3] = [
    "xtask/tools",
    "tests/packaging",
    "benches/browser/contenders",
];

const RULES: &str = "xtask/npm-audit.toml";

/// What is asked of packages, and which advisories are known and accepted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Rules {
    /// Packages of which something is shipped: any advisory fails.
    shipped: BTreeSet<String>,
    /// What is only run where the project is built and tested fails from this severity on.
    tools: Severity,
    #[serde(default)]
    accepted: Vec<Accepted>,
}

/// An advisory that is accepted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    /// As in `GHSA-xxxx-xxxx-xxxx`.
    id: String,
    package: String,
    /// Since when, as in 2026-01-31.
    since: String,
    reason: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Info,
    Low,
    Moderate,
    High,
    Critical,
}

/// What npm knows against a package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Advisory {
    package: String,
    id: String,
    title: String,
    severity: Severity,
}

/// The part of `npm audit --json` that is read.
#[derive(Deserialize)]
struct Report {
    vulnerabilities: BTreeMap<String, Vulnerability>,
}

#[derive(Deserialize)]
struct Vulnerability {
    /// Advisories as objects, and names of packages that have some.
    via: Vec<Value>,
}

#[derive(Deserialize)]
struct Via {
    name: String,
    title: String,
    url: String,
    severity: Severity,
}

/// Fails where something is known against a package, unless the rules bear it, and where they bear what nobody needs.
pub fn check(project: &Project, step: &Step) -> Result<Answer> {
    let rules = rules(project)?;
    let npm = find(&["npm", "npm.cmd"]).context(
        "npm was not found. Install Node.js 20 or later with npm, from https://nodejs.org or your system's packages",
    )?;
    let mut advisories = BTreeSet::new();
    for folder in FOLDERS {
        step.news(folder);
        let mut audit = Command::new(&npm);
        audit
            .args(["audit", "--json", "--package-lock-only"])
            .current_dir(project.root.join(folder));
        let Some(report) = report(run(&mut audit, step))? else {
            return Ok(Answer::NotAsked(
                "the registry of npm does not answer what is known".to_owned(),
            ));
        };
        advisories.extend(
            read(&report)
                .with_context(|| format!("what `npm audit` says of {folder} is not understood"))?,
        );
    }
    judge(&rules, &advisories)
}

fn rules(project: &Project) -> Result<Rules> {
    let path = project.root.join(RULES);
    let text = fs::read_to_string(&path).with_context(|| format!("{RULES} cannot be read"))?;
    let rules: Rules =
        toml::from_str(&text).with_context(|| format!("{RULES} is not understood"))?;
    let lock = fs::read_to_string(project.tools().join("package-lock.json"))
        .context("the lock of the tools cannot be read")?;
    for package in &rules.shipped {
        ensure!(
            lock.contains(&format!("\"node_modules/{package}\"")),
            "{RULES} says that something of {package} is shipped, which xtask/tools does not have"
        );
    }
    Ok(rules)
}

/// What npm has written, or nothing where the registry has not answered. npm ends with a failure where it knows something.
fn report(asked: Result<String>) -> Result<Option<String>> {
    let text = match asked {
        Ok(text) => text,
        Err(error) => match error.downcast::<Failed>() {
            Ok(failed) => failed.output,
            Err(error) => return Err(error),
        },
    };
    // Its warnings are in between.
    let json = text.find("\n{").map_or(text.as_str(), |at| &text[at..]);
    let mut values = serde_json::Deserializer::from_str(json).into_iter::<Value>();
    let Some(Ok(answer)) = values.next() else {
        bail!("npm audit has written no JSON:\n{text}")
    };
    Ok(answer
        .get("auditReportVersion")
        .is_some()
        .then(|| answer.to_string()))
}

fn read(report: &str) -> Result<BTreeSet<Advisory>> {
    let report: Report = serde_json::from_str(report)?;
    let all = report.vulnerabilities.into_values();
    all.flat_map(|vulnerability| vulnerability.via)
        .filter(Value::is_object)
        .map(|via| {
            let Via {
                name,
                title,
                url,
                severity,
            } = serde_json::from_value(via)?;
            let id = url.rsplit('/').next().unwrap_or_default().to_owned();
            Ok(Advisory {
                package: name,
                id,
                title,
                severity,
            })
        })
        .collect()
}

fn judge(rules: &Rules, advisories: &BTreeSet<Advisory>) -> Result<Answer> {
    let (mut failures, mut borne) = (Vec::new(), 0);
    for advisory in advisories {
        let Advisory {
            package,
            id,
            title,
            severity,
        } = advisory;
        let is_accepted = |it: &&Accepted| it.id == *id && it.package == *package;
        let is_shipped = rules.shipped.contains(package);
        if rules.accepted.iter().any(|it| is_accepted(&it))
            || (!is_shipped && *severity < rules.tools)
        {
            borne += 1;
        } else {
            failures.push(format!("{package}: {id}, {severity:?}: {title}"));
        }
    }
    for accepted in &rules.accepted {
        let Accepted {
            id,
            package,
            since,
            reason,
        } = accepted;
        if since.len() != 10 || reason.trim().is_empty() {
            failures.push(format!(
                "{RULES} accepts {id} without a reason, or without a day such as 2026-01-31"
            ));
        }
        if !advisories
            .iter()
            .any(|it| it.id == *id && it.package == *package)
        {
            failures.push(format!(
                "{RULES} accepts {id} of {package}, which no longer is: take it out"
            ));
        }
    }
    ensure!(
        failures.is_empty(),
        "{}\nupdate the package; where that cannot be, accept it in {RULES} with a reason and a date",
        failures.join("\n")
    );
    Ok(if borne == 0 {
        Answer::NothingKnown
    } else {
        Answer::Borne(borne)
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use super::{Answer, FOLDERS, Rules, judge, read, report};
    use crate::command::run;
    use crate::step::step;

    const KNOWN: &str = r#"{ "auditReportVersion": 2, "vulnerabilities": {
        "icons": { "name": "icons", "severity": "low", "via": [
            { "source": 1, "name": "icons", "title": "Draws too much", "url": "https://github.com/advisories/GHSA-1", "severity": "low" } ] },
        "bundler": { "name": "bundler", "severity": "high", "via": [ "parser" ] },
        "parser": { "name": "parser", "severity": "moderate", "via": [
            { "source": 2, "name": "parser", "title": "Takes long", "url": "https://github.com/advisories/GHSA-2", "severity": "moderate" } ] } } }"#;

    fn judged(rules: &str) -> Result<Answer, String> {
        let rules: Rules = toml::from_str(rules).expect("rules");
        judge(&rules, &read(KNOWN).expect("a report")).map_err(|error| error.to_string())
    }

    #[test]
    fn every_lock_of_the_project_is_asked_about() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut git = Command::new("git");
        git.args(["ls-files", "*package-lock.json"])
            .current_dir(root);
        let listed = step("List the locks", |step| run(&mut git, step)).expect("git lists files");
        let mut folders: Vec<&str> = listed
            .lines()
            .filter_map(|it| it.strip_suffix("/package-lock.json"))
            .collect();
        folders.sort_unstable();
        let mut asked = FOLDERS;
        asked.sort_unstable();
        assert_eq!(folders, asked);
    }

    #[test]
    fn what_is_shipped_is_judged_more_strictly_than_what_builds_it() {
        assert_eq!(
            judged("shipped = []\ntools = \"high\""),
            Ok(Answer::Borne(2))
        );
        let strict = judged("shipped = []\ntools = \"moderate\"").unwrap_err();
        assert!(strict.starts_with("parser: GHSA-2, Moderate: Takes long\nupdate"));
        let shipped = judged("shipped = [\"icons\"]\ntools = \"high\"").unwrap_err();
        assert!(shipped.starts_with("icons: GHSA-1, Low: Draws too much\nupdate"));
    }

    #[test]
    fn an_exception_has_a_reason_and_is_needed() {
        let rules = |id: &str, reason: &str| {
            format!(
                "shipped = []\ntools = \"moderate\"\n[[accepted]]\nid = \"{id}\"\npackage = \"parser\"\nsince = \"2026-01-31\"\nreason = \"{reason}\""
            )
        };
        assert_eq!(
            judged(&rules("GHSA-2", "reads nothing of others")),
            Ok(Answer::Borne(2))
        );
        assert!(
            judged(&rules("GHSA-2", ""))
                .unwrap_err()
                .contains("without a reason")
        );
        let outdated = judged(&rules("GHSA-9", "reads nothing of others")).unwrap_err();
        assert!(outdated.contains("GHSA-9 of parser, which no longer is"));
    }

    #[test]
    fn a_registry_that_does_not_answer_is_told_from_one_that_knows_something() {
        let says = |text: &str| {
            let script = format!("echo 'npm warn audit 405' >&2\ncat <<'END'\n{text}\nEND\nexit 1");
            step("Ask", |step| {
                report(run(Command::new("sh").args(["-c", &script]), step))
            })
        };
        let unanswered = r#"{ "message": "405 Method Not Allowed", "error": { "summary": "" } }"#;
        assert_eq!(says(unanswered).expect("an answer"), None);
        assert!(says(KNOWN).expect("an answer").is_some());
        assert!(says("no such command").is_err());
    }
}
