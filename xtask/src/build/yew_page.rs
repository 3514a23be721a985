//! The page of the browser tests that is itself a Yew application, as its author would build it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::run;
use crate::project::Project;
use crate::setup;
use crate::step::step;
use crate::toolchain::{Toolchain, WASM, Way};

/// Builds it into a folder of cargo's, where the tests find it.
pub fn yew_page(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    step("Build a page that is a Yew application", |step| {
        let target = project.target.join("wasm");
        let mut cargo = toolchain.cargo(project);
        cargo
            .args(["build", "--release", "--package", "yew-page"])
            .args(["--target", WASM, "--target-dir"])
            .arg(&target);
        if matches!(toolchain, Toolchain::Debian { .. }) {
            // It comes without the standard library for wasm.
            cargo
                .arg("-Zbuild-std=std,panic_abort")
                .env("RUSTC_BOOTSTRAP", "1");
        }
        run(&mut cargo, step)?;
        let compiled: PathBuf = [WASM, "release", "yew_page.wasm"].iter().collect();
        Bindgen::new()
            .input_path(target.join(compiled))
            .web(true)
            .and_then(|bindgen| {
                bindgen
                    .typescript(false)
                    .generate(project.target.join("yew-page"))
            })
            .context("wasm-bindgen could not bind the page to JavaScript")
    })
}
