//! Installs what the chores need, or says what to install. Each chore calls for just its part.

mod apt;
mod browsers;
mod deny;
mod fuzzing;
mod node;
mod rust;
mod spark;

use anyhow::Result;

use crate::project::Project;
use crate::toolchain::Way;

pub use browsers::{Engine, browsers};
pub use deny::deny;
pub use fuzzing::fuzzing;
pub use node::{contenders, tools};
pub use rust::{lints, wasm};
pub use spark::spark;

/// All that any chore needs.
pub fn everything(project: &Project, way: Way) -> Result<()> {
    wasm(project, way)?;
    lints(project)?;
    tools(project)?;
    browsers(project, &Engine::ALL)?;
    deny(project)?;
    spark(project)?;
    eprintln!("All that the chores need is there.");
    Ok(())
}
