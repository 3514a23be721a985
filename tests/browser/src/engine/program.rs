//! Finds the programs that the tests need.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, anyhow};

/// The first of these programs that is installed, on the `PATH` or where cargo installs.
pub fn find(names: &[&str]) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .map(|home| home.join("bin"));
    let directories: Vec<_> = env::split_paths(&path).chain(cargo).collect();
    names
        .iter()
        .flat_map(|name| {
            directories
                .iter()
                .map(move |directory| directory.join(name))
        })
        .find(|file| file.is_file())
        .ok_or_else(|| missing(names.first().copied().unwrap_or_default()))
}

/// What to say about a program that is not there.
pub fn missing(name: &str) -> anyhow::Error {
    anyhow!(
        "{name} was not found. `cargo xtask setup` installs all that the browser tests need, or says what to install"
    )
}
