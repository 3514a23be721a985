//! Whether what was built knows where: a path of this machine in it tells of who built it, and makes it another elsewhere.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::fingerprint::files;
use crate::project::Project;
use crate::step::Step;

/// Fails where a file of `dist` has a path of this machine in it.
pub fn check(project: &Project, step: &Step) -> Result<()> {
    let paths = paths(project);
    let mut found = Vec::new();
    let mut count = 0;
    for folder in [project.site(), project.npm()] {
        for file in files(&folder)? {
            let content =
                fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            count += 1;
            found.extend(
                traces(&content, &paths).map(|path| format!("{}: {path}", project.short(&file))),
            );
        }
    }
    ensure!(
        found.is_empty(),
        "what was built knows where it was built:\n{}",
        found.join("\n")
    );
    step.note(format!("{count} files"));
    Ok(())
}

/// Where the project is, and what the compiler and cargo read, each to be found as it begins a longer path.
fn paths(project: &Project) -> Vec<String> {
    let variables = ["HOME", "USERPROFILE", "CARGO_HOME", "RUSTUP_HOME"];
    let homes = variables.iter().filter_map(env::var_os).map(PathBuf::from);
    let mut paths: Vec<PathBuf> = homes.collect();
    paths.extend([project.root.clone(), project.target.clone()]);
    paths.retain(|path| path.parent().is_some() && path.is_absolute());
    paths.sort();
    paths.dedup();
    paths.iter().map(|path| start(path)).collect()
}

fn start(path: &Path) -> String {
    let path = path.to_string_lossy();
    format!("{path}{}", std::path::MAIN_SEPARATOR)
}

fn traces<'path>(content: &[u8], paths: &'path [String]) -> impl Iterator<Item = &'path String> {
    let text = String::from_utf8_lossy(content).into_owned();
    paths.iter().filter(move |path| text.contains(*path))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{start, traces};

    #[test]
    fn a_path_is_found_amid_what_is_no_text() {
        let paths = ["/home/ada", "/home/ada/project"].map(|it| start(Path::new(it)));
        let found = |content: &[u8]| traces(content, &paths).count();
        assert_eq!(found(b"\0asm\xff/home/ada/project/src/lib.rs\xfe"), 2);
        assert_eq!(found(b"\0asm\xff/home/ada/.cargo/registry\xfe"), 1);
        assert_eq!(found(b"\0asm\xff/home/adam/src/lib.rs\xfe"), 0);
    }
}
