//! The catalogues as the browser fetches them: for each language a module with its messages, a line each, in the order of the
//! English ones, which is that of the wasm's table.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use super::scripts;
use crate::fingerprint::files;
use crate::folder::{fresh, write};
use crate::project::Project;
use crate::step::Step;

/// The sources.
pub fn folder(project: &Project) -> PathBuf {
    project.root.join("src/language/catalogues")
}

/// Writes a module for each language, and one with the keys of the messages. English, which the wasm has, and the keys
/// are only fetched for a page with words of its own.
pub fn assemble(project: &Project, to: &Path, step: &Step) -> Result<()> {
    fresh(to)?;
    let english = read(&folder(project).join("en.arb"))?;
    for file in files(&folder(project))? {
        let tag = file.file_stem().and_then(|it| it.to_str());
        let tag = tag.with_context(|| format!("{} has no name", file.display()))?;
        let module = module(&english, &read(&file)?);
        let mut module = module.with_context(|| format!("{} is not complete", file.display()))?;
        if supplement(project, tag).exists() {
            let supplied = format!("{tag}-intl.js");
            module.push_str(&supply(tag, &supplied));
            scripts::bundle_part(project, &supplied, &to.join(&supplied), step)?;
        }
        write(&to.join(format!("{tag}.js")), module)?;
    }
    let keys: Vec<&str> = english
        .keys()
        .filter(|it| !it.starts_with('@'))
        .map(String::as_str)
        .collect();
    write(
        &to.join("keys.js"),
        format!("export default {};\n", Value::from(keys.join("\n"))),
    )
}

/// What is supplied where a browser lacks it.
pub fn supplements(project: &Project) -> PathBuf {
    project.root.join("src/language/supplements")
}

/// What CLDR has of a language that not every browser speaks.
fn supplement(project: &Project, tag: &str) -> PathBuf {
    supplements(project).join(format!("{tag}.json"))
}

/// For each language with a supplement, a script that supplies it, to be bundled.
pub fn stage(project: &Project, to: &Path) -> Result<()> {
    for file in files(&folder(project))? {
        let tag = file
            .file_stem()
            .and_then(|it| it.to_str())
            .unwrap_or_default();
        let supplement = supplement(project, tag);
        if supplement.exists() {
            let data = Value::Object(read(&supplement)?);
            let script = format!(
                "/*! Unicode CLDR, Unicode License v3 (https://www.unicode.org/license.txt) */\n\
                 import {{ supply }} from \"./supplement.js\";\n\
                 export default (intl) => supply(intl, {tag:?}, {data});\n"
            );
            write(&to.join(format!("{tag}-intl.js")), script)?;
        }
    }
    Ok(())
}

/// Fetches a supplement where the browser does not speak the language.
fn supply(tag: &str, supplied: &str) -> String {
    format!(
        "export const supply = (intl) => Intl.DateTimeFormat.supportedLocalesOf({tag:?}).length || \
         import(\"./{supplied}\").then((it) => it.default(intl));\n"
    )
}

fn module(english: &Map<String, Value>, catalogue: &Map<String, Value>) -> Result<String> {
    let mut patterns = Vec::new();
    for key in english.keys().filter(|key| !key.starts_with('@')) {
        let pattern = catalogue.get(key);
        ensure!(pattern.is_some(), "it has no message {key}");
        let pattern = pattern.and_then(Value::as_str).unwrap_or_default();
        ensure!(
            !pattern.contains('\n'),
            "its message {key} has several lines"
        );
        patterns.push(pattern);
    }
    Ok(format!(
        "export default {};\n",
        Value::from(patterns.join("\n"))
    ))
}

fn read(path: &Path) -> Result<Map<String, Value>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::module;

    fn catalogue(value: Value) -> Map<String, Value> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn messages_stand_in_the_order_of_the_english_ones() {
        let english = catalogue(json!({ "@@locale": "en", "b": "B", "@b": {}, "a": "A" }));
        let spanish = catalogue(json!({ "@@locale": "es", "a": "α", "b": "β", "c": "γ" }));
        assert_eq!(
            module(&english, &spanish).unwrap(),
            "export default \"β\\nα\";\n"
        );
        let short = catalogue(json!({ "a": "α" }));
        assert!(
            module(&english, &short)
                .unwrap_err()
                .to_string()
                .contains("no message b")
        );
    }
}
