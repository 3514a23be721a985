//! The page of the browser tests that is itself a Yew application.

use anyhow::Result;

use super::page_crate::page_crate;
use crate::project::Project;
use crate::setup;
use crate::step::step;
use crate::toolchain::Way;

/// Builds it into a folder of cargo's, where the tests find it.
pub fn yew_page(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    step("Build a page that is a Yew application", |step| {
        page_crate(
            project,
            &toolchain,
            &["--package", "yew-page"],
            "yew_page.wasm",
            &project.target.join("wasm"),
            &project.target.join("yew-page"),
            step,
        )
    })
}
