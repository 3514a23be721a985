//! Under which licence each part is taken, with its text and whose rights it names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use spdx::detection::{Store, TextData};
use spdx::{Expression, LicenseId, LicenseReq, Licensee, ParseMode};

use super::material::FOR_DATA;
use super::part::{Kind, Part};
use crate::project::Project;

/// From this likeness on a file is a licence that we know.
const ALIKE: f32 = 0.9;

/// The licences that something we ship may have, those first that are taken where there is a choice.
pub struct Allowed {
    code: Vec<Licensee>,
    data: Vec<Licensee>,
    texts: Store,
}

/// How a part is taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Terms {
    /// The licences that all hold, as SPDX names them.
    pub licences: BTreeSet<String>,
    /// Whose rights its files name; its authors, where they name nobody.
    pub holders: BTreeSet<String>,
    /// What its files say beside.
    pub notices: BTreeSet<String>,
}

impl Allowed {
    /// Those that `deny.toml` allows.
    pub fn of(project: &Project) -> Result<Self> {
        let path = project.root.join("deny.toml");
        let text = fs::read_to_string(&path).context("deny.toml cannot be read")?;
        Self::read(&text).context("deny.toml is not understood")
    }

    pub fn read(rules: &str) -> Result<Self> {
        #[derive(Deserialize)]
        struct Rules {
            licenses: Licenses,
        }
        #[derive(Deserialize)]
        struct Licenses {
            allow: Vec<String>,
        }

        let Rules { licenses } = toml::from_str(rules)?;
        let parse = |name: &str| {
            Licensee::parse(name).map_err(|error| anyhow!("{name} is no licence: {error}"))
        };
        let code: Vec<_> = licenses
            .allow
            .iter()
            .map(|it| parse(it))
            .collect::<Result<_>>()?;
        let mut data = code.clone();
        for name in FOR_DATA {
            data.push(parse(name)?);
        }
        let mut texts = Store::new();
        for id in data.iter().filter_map(id) {
            texts.add_license(id.name.to_owned(), TextData::from(id.text()));
        }
        Ok(Self { code, data, texts })
    }

    /// Under which licences a part is taken. Fails where it has none that is allowed.
    pub fn terms(&self, part: &Part) -> Result<Terms> {
        let allowed = match part.kind {
            Kind::Code => &self.code,
            Kind::Data => &self.data,
        };
        let expression = Expression::parse_mode(&part.licence, ParseMode::LAX)
            .map_err(|error| anyhow!("the licence of {}: {error}", part.title()))?;
        let taken = expression.minimized_requirements(allowed).map_err(|_| {
            anyhow!(
                "{} is under {}, which deny.toml does not allow",
                part.title(),
                part.licence
            )
        })?;
        let wanted: BTreeSet<&str> = taken
            .iter()
            .filter_map(requirement)
            .map(|it| it.name)
            .collect();
        let (mut found, mut holders, mut others) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for folder in &part.folders {
            for (name, text) in files(folder)? {
                let known = self.texts.analyze(&TextData::from(text.as_str()));
                if known.score < ALIKE {
                    others.push((name, text));
                } else if wanted.contains(known.name) {
                    found.insert(known.name.to_owned());
                    holders.extend(copyrights(&text));
                }
            }
        }
        // What is no licence that we know counts where it is a notice, or where it stands for the licence itself.
        let is_complete = wanted.iter().all(|id| found.contains(*id));
        others.retain(|(name, _)| name.starts_with("notice") || !is_complete);
        if holders.is_empty() {
            holders.extend(part.authors.iter().map(|it| without_address(it)));
        }
        Ok(Terms {
            licences: taken.iter().map(ToString::to_string).collect(),
            holders,
            notices: others.into_iter().map(|(_, text)| text).collect(),
        })
    }
}

/// The text of a licence, and of its exception.
pub fn text(licence: &str) -> Result<String> {
    let (name, exception) = licence
        .split_once(" WITH ")
        .map_or((licence, None), |(name, exception)| (name, Some(exception)));
    let id = spdx::license_id(name).with_context(|| format!("{name} is no licence of SPDX"))?;
    let mut text = id.text().trim().to_owned();
    if let Some(exception) = exception {
        let id = spdx::exception_id(exception)
            .with_context(|| format!("{exception} is no exception of SPDX"))?;
        text = format!("{text}\n\n{}", id.text().trim());
    }
    Ok(text)
}

fn id(licensee: &Licensee) -> Option<LicenseId> {
    requirement(licensee.as_ref())
}

fn requirement(requirement: &LicenseReq) -> Option<LicenseId> {
    requirement.license.id()
}

/// The files of a folder that speak of rights: their names, in small letters, and texts.
fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    const NAMES: [&str; 6] = [
        "license",
        "licence",
        "copying",
        "copyright",
        "notice",
        "unlicense",
    ];
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_lowercase();
        if path.is_file() && NAMES.iter().any(|it| name.starts_with(it)) {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            files.push((name, text.replace('\r', "")));
        }
    }
    Ok(files)
}

/// The lines that name whose the rights are, but not those of a form to fill in.
fn copyrights(text: &str) -> impl Iterator<Item = String> {
    let is_named = |line: &&str| {
        let rest = line.strip_prefix("Copyright").map(str::trim_start);
        rest.is_some_and(|it| {
            it.starts_with(|it: char| it.is_ascii_digit() || it.is_uppercase() || "(©".contains(it))
        })
    };
    let is_form = |line: &&str| line.contains(['[', '<', '{']) || line.contains("License");
    text.lines()
        .map(str::trim)
        .filter(is_named)
        .filter(move |line| !is_form(line))
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// An author without the address for mail, which belongs to nobody's rights.
fn without_address(author: &str) -> String {
    let name = author.split(" <").next().unwrap_or(author);
    name.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Allowed, Terms, text};
    use crate::folder::write;
    use crate::supply::part::Part;
    use crate::supply::plan;

    const RULES: &str =
        "[licenses]\nallow = [\"MIT\", \"Apache-2.0\", \"Apache-2.0 WITH LLVM-exception\"]";

    fn terms(licence: &str, folder: Option<PathBuf>) -> Result<Terms, String> {
        let part = Part {
            licence: licence.to_owned(),
            authors: vec!["Ada Lovelace <ada@example.org>".to_owned()],
            folders: folder.into_iter().collect(),
            ..plan::std("1.0.0")
        };
        let allowed = Allowed::read(RULES).expect("rules");
        allowed.terms(&part).map_err(|error| error.to_string())
    }

    #[test]
    fn a_licence_that_is_not_allowed_is_a_failure() {
        assert_eq!(
            terms("GPL-3.0-only", None),
            Err("Rust's standard library 1.0.0 is under GPL-3.0-only, which deny.toml does not allow".to_owned())
        );
        assert!(terms("MIT AND GPL-3.0-only", None).is_err());
        // Data may have it, and this is code.
        assert!(terms("CC-BY-SA-3.0", None).is_err());
    }

    #[test]
    fn of_a_choice_the_first_that_is_allowed_is_taken() {
        let taken = |licence| terms(licence, None).expect("terms").licences;
        let all = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(taken("Apache-2.0/MIT"), all(&["MIT"]));
        assert_eq!(taken("GPL-3.0-only OR Apache-2.0"), all(&["Apache-2.0"]));
        assert_eq!(
            taken("MIT AND Apache-2.0 WITH LLVM-exception AND (MIT OR Apache-2.0)"),
            all(&["Apache-2.0 WITH LLVM-exception", "MIT"])
        );
    }

    #[test]
    fn the_rights_are_whose_the_file_says_and_else_the_authors() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = || Some(scratch.path().to_owned());
        let holders = |terms: Terms| Vec::from_iter(terms.holders);
        let by_authors = terms("MIT", folder()).unwrap();
        assert_eq!(holders(by_authors), ["Ada Lovelace"]);

        let named = text("MIT")
            .unwrap()
            .replace("<year> <copyright holders>", "2019 Ada and others");
        write(&scratch.path().join("LICENSE-MIT"), named).unwrap();
        write(
            &scratch.path().join("LICENSE-APACHE"),
            text("Apache-2.0").unwrap(),
        )
        .unwrap();
        write(&scratch.path().join("NOTICE"), "Made of air.").unwrap();
        let terms = terms("MIT OR Apache-2.0", folder()).unwrap();
        assert!(terms.notices.contains("Made of air."));
        assert_eq!(holders(terms), ["Copyright (c) 2019 Ada and others"]);
    }

    #[test]
    fn a_licence_in_words_of_its_own_is_kept_as_it_is() {
        let scratch = tempfile::tempdir().unwrap();
        write(
            &scratch.path().join("LICENSE"),
            "Do as you like, but name Ada.",
        )
        .unwrap();
        let terms = terms("MIT", Some(scratch.path().to_owned())).unwrap();
        assert!(terms.notices.contains("Do as you like, but name Ada."));
    }

    #[test]
    fn an_exception_comes_with_its_text() {
        assert!(
            text("Apache-2.0 WITH LLVM-exception")
                .unwrap()
                .contains("LLVM Exceptions")
        );
        assert!(text("None-1.0").is_err());
    }
}
