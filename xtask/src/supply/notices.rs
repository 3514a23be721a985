//! `THIRD_PARTY_LICENSES.txt`: whose work is in what we ship, and under which licence.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};

use super::licences::{Allowed, Terms, text};
use super::part::Part;

/// The name of the file, in the site, in the package and in a release.
pub const NOTICES: &str = "THIRD_PARTY_LICENSES.txt";

const START: &str = "\
What others have made and publication-metrics has in it, with its licences. publication-metrics itself is under the MIT licence or
the Apache License 2.0, as you like: LICENSE-MIT and LICENSE-APACHE in the package and in its repository.

Where a licence leaves a choice, what stands here first is what it is taken under. The text of each licence is below, once. The
same is in sbom.cdx.json of the package, for programs. What is in a file ending in .wasm is also in the script of the folder inline
that carries it.
";

/// All parts with their licences, and the text of each licence.
pub fn notices(parts: &[Part], allowed: &Allowed) -> Result<String> {
    let mut all = START.to_owned();
    let mut of_licence: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut notices: BTreeMap<String, Vec<String>> = BTreeMap::new();
    heading(&mut all, "What is in which file");
    for part in parts {
        let Terms {
            licences,
            holders,
            notices: own,
        } = allowed.terms(part)?;
        let title = part.title();
        let files: Vec<&str> = part.files.iter().map(String::as_str).collect();
        let taken: Vec<&str> = licences.iter().map(String::as_str).collect();
        let taken = taken.join(" AND ");
        writeln!(all, "{title}")?;
        if taken == part.licence {
            writeln!(all, "    {taken}")?;
        } else {
            writeln!(all, "    {taken}, of {}", part.licence)?;
        }
        writeln!(all, "    in {}", files.join(", "))?;
        let holders = Vec::from_iter(holders).join("\n    ");
        for licence in licences {
            let entry = format!("{title}\n    {holders}");
            of_licence.entry(licence).or_default().push(entry);
        }
        for notice in own {
            notices.entry(notice).or_default().push(title.clone());
        }
    }
    for (licence, entries) in of_licence {
        heading(&mut all, &licence);
        for entry in entries {
            writeln!(all, "{}", entry.trim_end())?;
        }
        let text = text(&licence).with_context(|| format!("the text of {licence}"))?;
        writeln!(all, "\n{text}")?;
    }
    for (notice, titles) in notices {
        heading(&mut all, &format!("As written in {}", titles.join(", ")));
        writeln!(all, "{}", notice.trim())?;
    }
    Ok(all)
}

fn heading(all: &mut String, title: &str) {
    let line = "=".repeat(title.chars().count().min(120));
    // A string takes all that is written.
    let _ = write!(all, "\n\n{title}\n{line}\n\n");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::notices;
    use crate::supply::licences::Allowed;
    use crate::supply::part::Part;
    use crate::supply::plan;

    fn parts() -> Vec<Part> {
        let std = Part {
            files: BTreeSet::from(["a.wasm".to_owned(), "b.wasm".to_owned()]),
            ..plan::std("1.95.0")
        };
        let other = Part {
            name: "serde".to_owned(),
            version: Some("1.0.229".to_owned()),
            licence: "MIT".to_owned(),
            authors: vec!["Ada <ada@example.org>".to_owned()],
            ..std.clone()
        };
        vec![std, other]
    }

    #[test]
    fn each_part_has_its_licence_and_each_text_is_there_once() {
        let allowed = Allowed::read("[licenses]\nallow = [\"MIT\"]").unwrap();
        let text = notices(&parts(), &allowed).unwrap();
        assert!(text.contains(
            "\nRust's standard library 1.95.0\n    MIT, of MIT OR Apache-2.0\n    in a.wasm, b.wasm\n"
        ));
        assert!(text.contains("\nserde 1.0.229\n    MIT\n    in a.wasm, b.wasm\n"));
        assert!(text.contains("\nserde 1.0.229\n    Ada\n"));
        assert_eq!(text.matches("Permission is hereby granted").count(), 1);
    }

    #[test]
    fn what_is_not_allowed_is_not_shipped() {
        let allowed = Allowed::read("[licenses]\nallow = [\"Zlib\"]").unwrap();
        assert!(notices(&parts(), &allowed).is_err());
    }
}
