//! What a release attaches, and that it is one version.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::build;
use crate::command::run;
use crate::fingerprint::files;
use crate::folder::{copy, fresh};
use crate::integrity;
use crate::package;
use crate::project::Project;
use crate::step::{Step, step};
use crate::supply;
use crate::toolchain::Way;

/// What a release is told.
#[derive(clap::Args)]
pub struct Arguments {
    /// The tag that it is made of, such as v1.2.3.
    #[arg(long, value_name = "TAG")]
    tag: String,
}

/// Fills `dist/release`, unless the tag is not of this version or the changelog does not know it.
pub fn release(project: &Project, way: Way, arguments: &Arguments) -> Result<()> {
    let notes = step("One version", |_| {
        let changelog = fs::read_to_string(project.root.join("CHANGELOG.md"))
            .context("CHANGELOG.md cannot be read")?;
        notes(&arguments.tag, &project.version, &changelog)
    })?;
    build::build(project, way)?;
    let tally = package::checked(project, &package::Arguments::default())?;
    ensure!(
        tally.failed == 0,
        "{} checks of the package failed",
        tally.failed
    );
    step("Fill dist/release", |step| fill(project, &notes, step))
}

/// What the changelog says of the tag's version, which must be the crate's.
fn notes(tag: &str, version: &str, changelog: &str) -> Result<String> {
    ensure!(
        tag.strip_prefix('v') == Some(version),
        "the tag {tag} is not of version {version}, which Cargo.toml names"
    );
    let section = sections(changelog)
        .find(|(heading, _)| released(heading) == Some(version))
        .with_context(|| {
            format!("CHANGELOG.md has no section of the form `## {version} - YYYY-MM-DD`")
        })?;
    Ok(section.1.trim().to_owned() + "\n")
}

/// The headings of the second level, with what is below each.
fn sections(changelog: &str) -> impl Iterator<Item = (&str, &str)> {
    changelog
        .split("\n## ")
        .skip(1)
        .map(|section| section.split_once('\n').unwrap_or((section, "")))
}

/// The version of a heading that has a date.
fn released(heading: &str) -> Option<&str> {
    let (version, date) = heading.split_once(" - ")?;
    let is_date = date.len() == 10
        && date
            .split('-')
            .all(|part| part.parse::<u16>().is_ok_and(|it| it > 0));
    is_date.then_some(version)
}

fn fill(project: &Project, notes: &str, step: &Step) -> Result<()> {
    let release = project.root.join("dist/release");
    fresh(&release)?;
    let version = &project.version;
    let name = format!("publication-metrics-script-{version}");
    let folder = release.join(&name);
    let content = build::widget(project)?;
    fs::create_dir_all(folder.join("languages"))?;
    for (path, bytes) in &content {
        fs::write(folder.join(path), bytes)?;
    }
    let integrity = integrity::manifest(version, &name, &content)?;
    fs::write(folder.join("integrity.json"), &integrity)?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&project.root.join(licence), &folder.join(licence))?;
    }
    for list in [supply::NOTICES, supply::BILL] {
        copy(&project.npm().join(list), &folder.join(list))?;
    }
    list(&folder, &folder.join("SHA256SUMS"))?;

    let mut tar = Command::new("tar");
    tar.args(["--create", "--file"])
        .arg(format!("{name}.tar.gz"))
        // Neither who packs, nor when, nor in which order a folder hands out its files.
        .args(["--sort=name", "--mtime=@0", "--mode=u=rwX,go=rX"])
        .args(["--owner=0", "--group=0", "--numeric-owner"])
        .args(["--use-compress-program", "gzip --no-name"])
        .arg(&name)
        .current_dir(&release);
    run(&mut tar, step).context("GNU tar and gzip pack a release")?;
    fs::remove_dir_all(&folder)?;
    let package = format!("publication-metrics-{version}.tgz");
    copy(
        &project.root.join("dist").join(&package),
        &release.join(&package),
    )?;
    copy(
        &project.npm().join(supply::BILL),
        &release.join(supply::BILL),
    )?;
    fs::write(release.join("integrity.json"), integrity)?;
    list(&release, &release.join("SHA256SUMS"))?;
    fs::write(project.root.join("dist/release-notes.md"), notes)?;
    step.note(format!("{} files in the archive", content.len()));
    Ok(())
}

/// The hashes of all files of a folder, as `sha256sum --check` takes them.
fn list(folder: &Path, to: &Path) -> Result<()> {
    let mut lines = String::new();
    for file in files(folder)? {
        let path = file.strip_prefix(folder)?.to_string_lossy();
        for byte in Sha256::digest(fs::read(&file)?) {
            write!(lines, "{byte:02x}")?;
        }
        writeln!(lines, "  {}", path.replace('\\', "/"))?;
    }
    fs::write(to, lines).with_context(|| format!("{} cannot be written", to.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use super::{notes, released, sections};

    const VERSION: &str = env!("CARGO_PKG_VERSION");

    fn file(name: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Cargo.toml's, as all crates of the workspace have it; the element's is put in by the build.
    #[test]
    fn one_version_is_in_every_place() {
        let package: Value = serde_json::from_str(&file("www/package.json")).expect("JSON");
        assert_eq!(package["version"], VERSION, "www/package.json");
        assert!(file("www/element.js").contains("static version = VERSION;"));
        let extension = "examples/quarto/_extensions/publication-metrics";
        let wordpress = "examples/wordpress/publication-metrics";
        for (place, written) in [
            (
                format!("{extension}/_extension.yml"),
                format!("version: {VERSION}\n"),
            ),
            (
                format!("{extension}/publication-metrics.lua"),
                format!("version = \"{VERSION}\","),
            ),
            (
                format!("{wordpress}/publication-metrics.php"),
                format!("Version:           {VERSION}\n"),
            ),
            (
                format!("{wordpress}/publication-metrics.php"),
                format!("_VERSION = '{VERSION}';"),
            ),
            (
                format!("{wordpress}/block/edit.asset.php"),
                format!("=> '{VERSION}',"),
            ),
            (
                "examples/ojs/publicationMetrics/version.xml".into(),
                format!("<release>{VERSION}.0<"),
            ),
            (
                "examples/drupal/publication_metrics/publication_metrics.libraries.yml".into(),
                format!("version: {VERSION}\n"),
            ),
            ("docs/privacy.md".into(), format!("version {VERSION}")),
        ] {
            assert!(
                file(&place).contains(&written),
                "{place} does not say `{}`",
                written.trim()
            );
        }
        for crate_ in ["Cargo.toml", "xtask/Cargo.toml", "tests/browser/Cargo.toml"] {
            let manifest = file(crate_);
            assert!(manifest.contains("version.workspace = true"), "{crate_}");
        }

        let changelog = file("CHANGELOG.md");
        let headings: Vec<&str> = sections(&changelog).map(|(heading, _)| heading).collect();
        let newest = headings.iter().find_map(|heading| released(heading));
        if headings.first() == Some(&"Unreleased") {
            let number = |version: &str| -> Vec<u32> {
                version
                    .split('.')
                    .filter_map(|it| it.parse().ok())
                    .collect()
            };
            assert!(newest.is_none_or(|newest| number(newest) <= number(VERSION)));
        } else {
            assert_eq!(newest, Some(VERSION), "the newest heading of CHANGELOG.md");
        }
    }

    #[test]
    fn a_release_is_of_the_tag_and_in_the_changelog() {
        let changelog = "# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-01-31\n\n- A.\n\n## 1.2.2 - 2025-12-01\n\n- B.\n";
        assert_eq!(
            notes("v1.2.3", "1.2.3", changelog).expect("notes"),
            "- A.\n"
        );
        assert!(notes("v1.2.4", "1.2.3", changelog).is_err());
        assert!(notes("1.2.3", "1.2.3", changelog).is_err());
        assert!(notes("v1.3.0", "1.3.0", changelog).is_err());
        assert_eq!(released("1.2.3 - soon"), None);
    }
}
