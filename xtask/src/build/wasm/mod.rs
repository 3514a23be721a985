//! The crate as wasm, bound to JavaScript and made small.

mod alike;
mod beyond;
mod dead_ends;
mod flavour;
mod glue;
mod prune;
mod quick;
mod rename;
mod snip;
mod unreached;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use self::beyond::beyond;
pub use self::flavour::Flavour;
use self::glue::glue_factory;
use self::prune::prune;
use self::rename::{ShortNames, rename};
use self::snip::snip;
use self::unreached::Group;
use crate::command::run;
use crate::fingerprint::{Fingerprint, refresh};
use crate::folder::copy;
use crate::project::{Edition, Project};
use crate::step::{Step, step};
use crate::toolchain::{Toolchain, WASM};

/// The profile of cargo's that is for size.
const SMALLEST_PROFILE: &str = "smallest";

/// `std` built along, for size, and panics that end in a trap at once: a fifth smaller. Both are
/// unstable, so that an ordinary `cargo build` never needs them.
const SMALLEST: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// Panics that trap at once, without their messages; no code for `{:?}`; and functions that happen to be alike are
/// not merged here, where one of them would lend the others its name and `snip` cut out more than it means to.
/// wasm-opt merges them later.
const SMALLEST_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none \
    -Zlocation-detail=none -Zmerge-functions=disabled";

/// The crate as the compiler left it.
pub struct Compiled {
    wasm: PathBuf,
    /// Whether it was made as small as can be, with [`SMALLEST_FLAGS`].
    smallest: bool,
}

/// What the crate is made of, in the project.
const SOURCES: [&str; 7] = [
    "src",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "www/styles.css",
    "www/panels.css",
    "www/page.css",
];

/// Compiles the crate. Cargo would link every flavour anew each time, since all have their wasm at one place.
pub fn compile(project: &Project, toolchain: &Toolchain, flavour: Flavour) -> Result<Compiled> {
    let wasm = project.staging().join("compiled").join(flavour.wasm());
    let mut fingerprint = Fingerprint::of_code(project, "xtask/src/build/wasm")?
        .of_text(&toolchain.identity()?)
        .of_text(&features(project, flavour));
    for source in SOURCES {
        fingerprint = fingerprint.of(&project.root.join(source))?;
    }
    step(&format!("Compile {} to wasm", flavour.words()), |step| {
        let stamp = wasm.with_extension("stamp");
        let outputs = [wasm.clone()];
        if !refresh(&stamp, &fingerprint, &outputs, || {
            compile_to(&wasm, project, toolchain, flavour, step)
        })? {
            step.note("up to date");
        }
        Ok(())
    })?;
    Ok(Compiled {
        wasm,
        smallest: toolchain.has_sources(),
    })
}

/// The features that cargo is told of.
fn features(project: &Project, flavour: Flavour) -> String {
    let features = flavour.features();
    match project.edition {
        Edition::Shipped => features.to_owned(),
        Edition::Faulty => format!("{features},faults"),
    }
}

fn compile_to(
    wasm: &Path,
    project: &Project,
    toolchain: &Toolchain,
    flavour: Flavour,
    step: &Step,
) -> Result<()> {
    let mut cargo = rustc(project, toolchain, flavour);
    if !toolchain.has_sources() {
        step.note(
            "with the ordinary standard library; `rustup component add rust-src` makes it smaller",
        );
    }
    run(&mut cargo, step)?;
    // The next flavour is compiled to the same place.
    let compiled = target(project).join(WASM).join(SMALLEST_PROFILE);
    copy(&compiled.join("publication_metrics.wasm"), wasm)
}

/// A folder of its own: other flags would make cargo build everything anew each time.
fn target(project: &Project) -> PathBuf {
    project.target.join("wasm")
}

/// The command that compiles a flavour.
pub fn rustc(project: &Project, toolchain: &Toolchain, flavour: Flavour) -> Command {
    let mut cargo = toolchain.cargo(project);
    cargo
        // Only the cdylib: with the rlib beside it, cargo leaves link-time optimisation out.
        .args([
            "rustc",
            "--profile",
            SMALLEST_PROFILE,
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args(["--package", "publication-metrics", "--target", WASM])
        .args(["--no-default-features", "--features"])
        .arg(features(project, flavour))
        .arg("--target-dir")
        .arg(target(project));
    if toolchain.has_sources() {
        cargo
            .args(SMALLEST)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", SMALLEST_FLAGS);
    }
    cargo
}

/// Takes a flavour over as it is shipped.
pub fn take_over(shipped: &Project, project: &Project, flavour: Flavour) -> Result<()> {
    for file in [flavour.wasm(), flavour.glue()] {
        copy(&shipped.staging().join(file), &project.staging().join(file))?;
    }
    Ok(())
}

/// Writes the wasm and its glue into the staging folder.
pub fn shrink(project: &Project, compiled: &Compiled, flavour: Flavour) -> Result<()> {
    let staging = project.staging();
    let wasm = staging.join(flavour.wasm());
    let glue = staging.join(flavour.glue());
    let mut fingerprint = Fingerprint::of_code(project, "xtask/src/build/wasm")?
        .of(&compiled.wasm)?
        .of(&project.tools().join("package-lock.json"))?;
    let base = flavour.base().map(|it| Glue::of(project, it));
    if let Some(base) = &base {
        fingerprint = fingerprint.of(&base.text)?.of(&base.names)?;
    }
    let outputs = [wasm.clone(), glue.clone()];
    step(
        &format!("Bind and shrink the wasm of {}", flavour.words()),
        |step| {
            let done = refresh(
                &wasm.with_extension("stamp"),
                &fingerprint,
                &outputs,
                || {
                    let bound = staging.join("bindgen").join(flavour.wasm());
                    step.news("wasm-bindgen");
                    bind(&compiled.wasm, &bound)?;
                    let bound_wasm = bound.join("publication_metrics_bg.wasm");
                    let made = Glue::of(project, flavour);
                    let unreached = flavour.unreached().filter(|_| compiled.smallest);
                    let remarks = pare(&bound_wasm, &made, base.as_ref(), unreached)?;
                    if !remarks.is_empty() {
                        step.note(remarks.join("; "));
                    }
                    step.news("wasm-opt");
                    optimise(project, &bound_wasm, &wasm, step)?;
                    let mut text = prune(&made.read()?, &Module::from_file(&wasm)?);
                    made.write(&text)?;
                    if let Some(base) = &base {
                        text = beyond(&text, &base.read()?);
                    }
                    fs::write(&glue, glue_factory(&text))
                        .with_context(|| format!("{} cannot be written", glue.display()))
                },
            )?;
            if !done {
                step.note("up to date");
            }
            Ok(())
        },
    )
}

/// Bundler form: the glue leaves it to its caller where the wasm comes from and when.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name("publication_metrics")
        .bundler(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                // The names are needed once more, to find what is cut out; wasm-opt drops them.
                .demangle(false)
                .remove_producers_section(true)
                .generate(folder)
        })
        .context("wasm-bindgen could not bind the wasm to JavaScript")
}

/// Cuts out what never runs, and shortens the names on both sides. Returns what could not be cut out; an ordinary
/// build stays whole, for a function there may stand for others that are alike.
fn pare(
    wasm: &Path,
    glue: &Glue,
    base: Option<&Glue>,
    unreached: Option<&[Group]>,
) -> Result<Vec<String>> {
    let mut module = Module::from_file(wasm)?;
    ensure!(
        quick::has_data_above_stack(&module),
        "the program's data is not above a stack of {} bytes, by which the glue tells texts that never change",
        quick::DATA_FROM
    );
    let remarks = match unreached {
        Some(others) => snip(&mut module, others)?,
        None => Vec::new(),
    };
    let others = match base {
        Some(base) => serde_json::from_slice(&fs::read(&base.names)?)?,
        None => ShortNames::default(),
    };
    let (renamed, names) = rename(&mut module, &glue.read()?, others);
    module.emit_wasm_file(wasm)?;
    fs::write(&glue.names, serde_json::to_vec(&names)?)?;
    glue.write(&renamed)?;
    Ok(remarks)
}

/// What wasm-bindgen wrote for a program, on its way to the scripts.
struct Glue {
    text: PathBuf,
    /// The short names in it.
    names: PathBuf,
}

impl Glue {
    fn of(project: &Project, flavour: Flavour) -> Self {
        let folder = project.staging().join("bindgen").join(flavour.wasm());
        Self {
            text: folder.join("publication_metrics_bg.js"),
            names: folder.join("names.json"),
        }
    }

    fn read(&self) -> Result<String> {
        fs::read_to_string(&self.text)
            .with_context(|| format!("{} cannot be read", self.text.display()))
    }

    fn write(&self, text: &str) -> Result<()> {
        fs::write(&self.text, text)
            .with_context(|| format!("{} cannot be written", self.text.display()))
    }
}

/// The features that rustc uses and all browsers of our range have. `--all-features` would make
/// binaryen emit imports that browsers refuse.
pub const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The smallest after brotli of what was tried, or as small in less time: a wasm of 58 479 bytes, where one round of
/// `-Os` gave 58 699, `-Oz` twice 58 561, `-O3` twice 58 487, and two rounds without the flag on inlining 58 912:
/// inlining what has one caller saves code, but what is similar no longer compresses. Low memory is the far end of the
/// stack: to use it is to be about to overflow, a trap either way.
const SMALLEST_AFTER_BROTLI: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Os",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=20",
    "--coalesce-locals-learning",
    "--gufa-optimizing",
    "-Os",
];

fn optimise(project: &Project, from: &Path, to: &Path, step: &Step) -> Result<()> {
    let mut command = project.tool("wasm-opt");
    command
        .args([
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .args(SMALLEST_AFTER_BROTLI)
        .args(FEATURES)
        .arg(from)
        .arg("--output")
        .arg(to);
    run(&mut command, step).map(drop)
}

/// Fails where a wasm uses what not all browsers of our range have.
pub fn validate(project: &Project, wasm: &Path, step: &Step) -> Result<()> {
    let mut command = project.tool("wasm-opt");
    command.arg("--mvp-features").args(FEATURES).arg(wasm);
    run(&mut command, step).map(drop)
}
