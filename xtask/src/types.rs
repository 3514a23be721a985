//! The published types of a record, as they follow from the schema.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::command::run;
use crate::project::Project;
use crate::setup;
use crate::step::{Step, step};

const SCHEMA: &str = "publication.schema.json";
const TYPES: &str = "publication.d.ts";

/// Writes them beside the other types.
pub fn write(project: &Project) -> Result<()> {
    setup::tools(project)?;
    step("Types of the record", |step| {
        let path = project.www().join(TYPES);
        let types = made(project, step)?;
        fs::write(&path, types)
            .with_context(|| format!("{} cannot be written", project.short(&path)))
    })
}

/// Fails where they are not those of the schema.
pub fn check(project: &Project) -> Result<()> {
    step("Types of the record", |step| {
        let path = project.www().join(TYPES);
        let published = fs::read_to_string(&path).unwrap_or_default();
        ensure!(
            published == made(project, step)?,
            "{} is not what {SCHEMA} says: cargo xtask types",
            project.short(&path)
        );
        Ok(())
    })
}

fn made(project: &Project, step: &Step) -> Result<String> {
    let text =
        fs::read_to_string(project.root.join(SCHEMA)).context("the schema cannot be read")?;
    let mut schema: Value = serde_json::from_str(&text).context("the schema is no JSON")?;
    // That one of title and DOI is needed would make two types of one, of which each message of a compiler tells.
    schema
        .as_object_mut()
        .context("the schema is no object")?
        .remove("anyOf")
        .context("the schema does not say that a title or a DOI is needed")?;
    let folder = project.target.join("types");
    fs::create_dir_all(&folder)?;
    let simpler = folder.join(SCHEMA);
    fs::write(&simpler, schema.to_string())?;
    let mut json2ts = project.tool("json2ts");
    json2ts
        .arg("--input")
        .arg(&simpler)
        // A wrong name in a program is a slip. What a page adds of its own goes by `object`.
        .args(["--additionalProperties=false", "--style.printWidth=120"])
        .arg(format!(
            "--bannerComment=// Made from {SCHEMA} by `cargo xtask types`."
        ));
    run(&mut json2ts, step)
}
