//! The widget with faults that a page can ask for, for the browser tests.

use anyhow::Result;

use super::{Flavour, site, wasm};
use crate::folder::copy;
use crate::project::Project;
use crate::setup;
use crate::supply;
use crate::toolchain::Way;

/// Builds its site into a folder of cargo's, where the tests find it. To be called when what is shipped is built.
pub fn faulty(shipped: &Project, way: Way) -> Result<()> {
    let toolchain = setup::wasm(shipped, way)?;
    let project = shipped.faulty();
    for flavour in Flavour::ALL {
        if flavour.has_faults() {
            let compiled = wasm::compile(&project, &toolchain, flavour)?;
            wasm::shrink(&project, &compiled, flavour)?;
        } else {
            wasm::take_over(shipped, &project, flavour)?;
        }
    }
    copy(
        &supply::staged_notices(shipped),
        &supply::staged_notices(&project),
    )?;
    site::assemble(&project)
}
