//! From the sources to `dist/site` and `dist/npm`.
//!
//! ```text
//! src ─cargo─▶ .wasm ─wasm-bindgen─▶ .wasm + glue ─snip, rename, wasm-opt, prune─▶ publication-metrics[-…].wasm
//! www ───────────────────────────────────┴────────────esbuild, terser────────────▶ publication-metrics[-…].js, embed.js
//! bootstrap-icons, simple-icons ─────────────────────────────────────────────────▶ share-icons.js
//! what cargo plans to build ─────────────────────────────────────────────────────▶ THIRD_PARTY_LICENSES.txt, sbom.cdx.json
//! ```

mod faulty;
mod languages;
mod npm;
mod page_crate;
mod scripts;
mod share_icons;
mod site;
mod wasm;
mod yew_page;

use anyhow::Result;

pub use self::faulty::faulty;
pub use self::page_crate::page_crate;
pub use self::site::{WIDGET, script_tag, widget};
pub use self::wasm::{FEATURES, Flavour, rustc, validate};
pub use self::yew_page::yew_page;
use crate::project::Project;
use crate::setup;
use crate::supply;
use crate::toolchain::Way;

/// Brings `dist` up to date, with what that needs.
pub fn build(project: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(project, way)?;
    setup::tools(project)?;
    for flavour in Flavour::ALL {
        let compiled = wasm::compile(project, &toolchain, flavour)?;
        wasm::shrink(project, &compiled, flavour)?;
    }
    supply::write_down(project, &toolchain)?;
    site::assemble(project)?;
    npm::assemble(project)
}
