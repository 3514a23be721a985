//! The same badges in Leptos, in a workspace of its own.

use anyhow::Result;

use super::contenders::{bundle, folder};
use crate::build::{FEATURES, page_crate};
use crate::command::run;
use crate::folder::copy;
use crate::project::Project;
use crate::setup;
use crate::step::step;
use crate::toolchain::Way;

/// Builds, binds, optimises and bundles it.
pub fn build(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    step("Build the same badges in Leptos", |step| {
        let manifest = project.contenders().join("leptos/Cargo.toml");
        let bound = project.target.join("leptos-rows");
        page_crate(
            project,
            &toolchain,
            &["--locked", "--manifest-path", &manifest.to_string_lossy()],
            "leptos_rows.wasm",
            &project.target.join("leptos"),
            &bound,
            step,
        )?;
        step.news("wasm-opt");
        let wasm = bound.join("leptos_rows_bg.wasm");
        let mut wasm_opt = project.tool("wasm-opt");
        wasm_opt
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args(FEATURES)
            .arg(&wasm)
            .arg("--output")
            .arg(&wasm);
        run(&mut wasm_opt, step)?;
        bundle(project, "leptos.js", None, step)?;
        copy(&wasm, &folder(project).join("leptos_rows_bg.wasm"))
    })
}
