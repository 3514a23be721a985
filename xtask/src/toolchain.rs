//! The compiler for wasm: rustup's, or Debian's where rustup's server does not answer.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::command;
use crate::project::Project;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the compiler for wasm comes from.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// rustup's toolchain if it can be had, else Debian's packages.
    #[default]
    Auto,
    /// rustup's toolchain, or nothing.
    Rustup,
    /// Debian's rustc-web, cargo-web and rust-web-src.
    Debian,
}

/// A compiler that can make wasm.
pub enum Toolchain {
    /// The one that cargo uses for everything, with the target's library.
    Rustup {
        /// Whether the sources of the standard library are there, for the smallest build.
        sources: bool,
    },
    /// Debian's, whose sources are always there and whose library for wasm is not.
    Debian {
        /// The linker for wasm, which Debian has in another package.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// The toolchain that is there already.
    pub fn find(way: Way) -> Result<Option<Self>> {
        if way != Way::Debian
            && let Some(found) = find_rustup()?
        {
            return Ok(Some(found));
        }
        if way != Way::Rustup
            && let Some(linker) = find_debian()
        {
            return Ok(Some(Self::Debian { linker }));
        }
        Ok(None)
    }

    /// Whether `std` can be built along, for size and without panic messages.
    pub fn has_sources(&self) -> bool {
        match self {
            Self::Rustup { sources } => *sources,
            Self::Debian { .. } => true,
        }
    }

    /// Which it is, to the commit, and whether it builds `std` along: another makes another wasm.
    pub fn identity(&self) -> Result<String> {
        let rustc = match self {
            Self::Rustup { .. } => "rustc",
            Self::Debian { .. } => DEBIAN_RUSTC,
        };
        let mut command = Command::new(rustc);
        if rustc == DEBIAN_RUSTC {
            command.env_remove("LD_LIBRARY_PATH");
        }
        let answer = command
            .arg("-vV")
            .output()
            .with_context(|| format!("{rustc} could not be started"))?;
        Ok(format!(
            "{} {}",
            String::from_utf8_lossy(&answer.stdout),
            self.has_sources()
        ))
    }

    /// The version of it and of its standard library, as in `1.95.0`.
    pub fn release(&self) -> Result<String> {
        let identity = self.identity()?;
        let release = identity
            .lines()
            .find_map(|line| line.strip_prefix("release: "));
        release
            .map(str::to_owned)
            .context("rustc does not say which release it is")
    }

    /// Its cargo, in the workspace.
    pub fn cargo(&self, project: &Project) -> Command {
        let Self::Debian { linker } = self else {
            return project.cargo();
        };
        let mut command = Command::new(DEBIAN_CARGO);
        command
            .current_dir(&project.root)
            .env("RUSTC", DEBIAN_RUSTC)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
            // rustup sets it for the programs that it starts: its own compiler's libraries.
            .env_remove("LD_LIBRARY_PATH");
        command
    }
}

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

fn find_rustup() -> Result<Option<Toolchain>> {
    let [sysroot, libraries] = sysroot("rustc")?;
    if !has_core(&libraries) {
        return Ok(None);
    }
    let sources = sysroot.join("lib/rustlib/src/rust/library/std").is_dir();
    Ok(Some(Toolchain::Rustup { sources }))
}

/// The linker, when the compiler, its sources and its cargo are there too.
fn find_debian() -> Option<PathBuf> {
    let [sysroot, _] = sysroot(DEBIAN_RUSTC).ok()?;
    let sources = sysroot.join("lib/rustlib/src/rust/library/std");
    if !Path::new(DEBIAN_CARGO).is_file() || !sources.is_dir() {
        return None;
    }
    rustup_linker().or_else(|| command::find(&["wasm-ld-22", "wasm-ld"]))
}

/// The linker that comes with every toolchain of rustup's.
fn rustup_linker() -> Option<PathBuf> {
    let [sysroot, _] = sysroot("rustc").ok()?;
    let targets = sysroot.join("lib/rustlib").read_dir().ok()?;
    targets
        .flatten()
        .map(|target| target.path().join("bin/rust-lld"))
        .find(|linker| linker.is_file())
}

/// Where a compiler lies, and where its libraries for wasm are when there are any.
fn sysroot(rustc: &str) -> Result<[PathBuf; 2]> {
    let mut command = Command::new(rustc);
    if rustc == DEBIAN_RUSTC {
        command.env_remove("LD_LIBRARY_PATH");
    }
    let answer = command
        .args([
            "--print",
            "sysroot",
            "--print",
            "target-libdir",
            "--target",
            WASM,
        ])
        .output()
        .with_context(|| format!("{rustc} could not be started"))?;
    ensure!(
        answer.status.success(),
        "{rustc} --print sysroot failed:\n{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    let text = String::from_utf8_lossy(&answer.stdout);
    let mut lines = text.lines().map(PathBuf::from);
    lines
        .next()
        .zip(lines.next())
        .map(|(sysroot, libraries)| [sysroot, libraries])
        .with_context(|| format!("{rustc} does not say where it lies"))
}

fn has_core(libraries: &Path) -> bool {
    libraries.read_dir().is_ok_and(|files| {
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
    })
}
