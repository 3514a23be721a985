//! A crate that is a program of a page, as its author would build it: what tests and benchmarks have beside the widget.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::run;
use crate::project::Project;
use crate::step::Step;
use crate::toolchain::{Toolchain, WASM};

/// Compiles one for release and binds it for `<script type="module">`. `which` is how cargo is told of it, `wasm` how
/// the file is called that cargo makes.
pub fn page_crate(
    project: &Project,
    toolchain: &Toolchain,
    which: &[&str],
    wasm: &str,
    target: &Path,
    to: &Path,
    step: &Step,
) -> Result<()> {
    let mut cargo = toolchain.cargo(project);
    cargo
        .args(["build", "--release", "--target", WASM])
        .args(which)
        .arg("--target-dir")
        .arg(target);
    if matches!(toolchain, Toolchain::Debian { .. }) {
        // It comes without the standard library for wasm.
        cargo
            .arg("-Zbuild-std=std,panic_abort")
            .env("RUSTC_BOOTSTRAP", "1");
    }
    run(&mut cargo, step)?;
    step.news("wasm-bindgen");
    Bindgen::new()
        .input_path(target.join(WASM).join("release").join(wasm))
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).generate(to))
        .with_context(|| format!("wasm-bindgen could not bind {wasm} to JavaScript"))
}
