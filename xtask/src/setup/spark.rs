//! Apache Spark, for the example that runs the command line with it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::command::{find, run};
use crate::project::Project;
use crate::step::step;

/// The oldest Java that Spark runs on.
const JAVA: u32 = 17;

/// The oldest Python 3 that Spark's Python face runs on.
const PYTHON: u32 = 11;

/// A Python that has Spark, in the version of the example's requirements.
pub fn spark(project: &Project) -> Result<PathBuf> {
    languages()?;
    let requirements = project.spark_example().join("requirements.txt");
    let wanted = fs::read(&requirements).context("the example's requirements cannot be read")?;
    let folder = project.target.join("spark");
    let python = folder.join("bin/python");
    // Written last, so that all is there when it is.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) && python.is_file() {
        return Ok(python);
    }
    step("Install Spark", |step| {
        let mut environment = Command::new("python3");
        environment.args(["-m", "venv", "--clear"]).arg(&folder);
        run(&mut environment, step)
            .with_context(|| format!("try by hand: python3 -m venv {}", project.short(&folder)))?;
        let mut pip = Command::new(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(&requirements);
        run(&mut pip, step).with_context(|| {
            format!(
                "try by hand: {} -m pip install --requirement {}",
                project.short(&python),
                project.short(&requirements)
            )
        })?;
        fs::write(&installed, wanted).context("what is installed could not be noted")
    })?;
    Ok(python)
}

/// Java and Python, recent enough.
fn languages() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .collect();
    if apt::available() {
        step("Install Java and Python", |step| {
            apt::install(&packages, step)
        })?;
    }
    let missing = self::missing();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    bail!(
        "Spark needs Java {JAVA} or later and Python 3.{PYTHON} or later; not found: {}. As root on Debian: {}\n\
         Fedora: dnf install java-21-openjdk-headless python3; macOS: brew install openjdk python",
        names.join(", "),
        apt::in_words(&packages)
    )
}

struct Need {
    name: &'static str,
    is_there: fn() -> bool,
    packages: &'static [&'static str],
}

fn missing() -> Vec<&'static Need> {
    const NEEDS: &[Need] = &[
        Need {
            name: "java",
            is_there: || java_version().is_some_and(|version| version >= JAVA),
            packages: &["default-jre-headless"],
        },
        Need {
            name: "python3 with venv",
            is_there: has_python,
            packages: &["python3", "python3-venv"],
        },
    ];
    NEEDS.iter().filter(|need| !(need.is_there)()).collect()
}

fn java_version() -> Option<u32> {
    let java = find(&["java"])?;
    let answer = Command::new(java).arg("-version").output().ok()?;
    major(&String::from_utf8_lossy(&answer.stderr))
}

/// The major version in what `java -version` prints, as in `openjdk version "17.0.15"`.
fn major(told: &str) -> Option<u32> {
    let version = told.split('"').nth(1)?;
    version.split(['.', '-', '+']).next()?.parse().ok()
}

fn has_python() -> bool {
    let wanted = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < (3, {PYTHON}))");
    find(&["python3"]).is_some_and(|python| {
        Command::new(python)
            .args(["-c", &wanted])
            .output()
            .is_ok_and(|answer| answer.status.success())
    })
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn javas_tell_their_version() {
        assert_eq!(
            major("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK"),
            Some(17)
        );
        assert_eq!(major("openjdk version \"25-ea\" 2025-09-16"), Some(25));
        assert_eq!(major("java version \"1.8.0_392\""), Some(1));
        assert_eq!(major("no such thing"), None);
    }
}
