//! The same badges in Leptos, built as its author would: for size, in a workspace of its own.

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::contenders::{bundle, folder};
use crate::command::run;
use crate::folder::copy;
use crate::project::Project;
use crate::setup;
use crate::step::step;
use crate::toolchain::{Toolchain, WASM, Way};

/// Builds, binds, optimises and bundles it.
pub fn build(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    step("Build the same badges in Leptos", |step| {
        let target = project.target.join("leptos");
        let mut cargo = toolchain.cargo(project);
        cargo
            .args(["build", "--release", "--locked", "--target", WASM])
            .arg("--manifest-path")
            .arg(project.contenders().join("leptos/Cargo.toml"))
            .arg("--target-dir")
            .arg(&target);
        if matches!(toolchain, Toolchain::Debian { .. }) {
            // It comes without the standard library for wasm.
            cargo
                .arg("-Zbuild-std=std,panic_abort")
                .env("RUSTC_BOOTSTRAP", "1");
        }
        run(&mut cargo, step)?;
        step.news("wasm-bindgen");
        let bound = project.target.join("leptos-rows");
        Bindgen::new()
            .input_path(target.join(WASM).join("release/leptos_rows.wasm"))
            .web(true)
            .and_then(|bindgen| bindgen.typescript(false).generate(&bound))
            .context("wasm-bindgen could not bind the badges in Leptos")?;
        step.news("wasm-opt");
        let wasm = bound.join("leptos_rows_bg.wasm");
        let mut wasm_opt = project.tool("wasm-opt");
        wasm_opt
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args([
                "--enable-bulk-memory",
                "--enable-bulk-memory-opt",
                "--enable-multivalue",
            ])
            .args(["--enable-mutable-globals", "--enable-reference-types"])
            .args(["--enable-nontrapping-float-to-int", "--enable-sign-ext"])
            .arg(&wasm)
            .arg("--output")
            .arg(&wasm);
        run(&mut wasm_opt, step)?;
        bundle(project, "leptos.js", None, step)?;
        copy(&wasm, &folder(project).join("leptos_rows_bg.wasm"))
    })
}
