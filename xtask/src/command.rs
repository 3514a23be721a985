//! Runs programs, and keeps what they say for when it is needed.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::step::Step;

/// A program that ran and was not content.
#[derive(Debug)]
pub struct Failed {
    command: String,
    status: ExitStatus,
    /// All it wrote, to either stream.
    pub output: String,
}

impl fmt::Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            command,
            status,
            output,
        } = self;
        write!(formatter, "`{command}` failed ({status})")?;
        for line in output.trim_end().lines().filter(|line| !is_routine(line)) {
            write!(formatter, "\n{line}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failed {}

/// What cargo and test harnesses say of what went well, which hides what did not.
fn is_routine(line: &str) -> bool {
    const STEPS: [&str; 5] = ["Compiling", "Checking", "Finished", "Running", "Downloaded"];
    let is_step = STEPS
        .iter()
        .any(|step| line.trim_start().starts_with(step) && line.starts_with(' '));
    is_step || (line.starts_with("test ") && line.ends_with("... ok"))
}

/// Runs a command to its end while the step tells its latest line, and gives back what it wrote to
/// its standard output. A status other than success is a [`Failed`].
pub fn run(command: &mut Command, step: &Step) -> Result<String> {
    let line = in_words(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` could not be started"))?;
    let all = Arc::new(Mutex::new(Vec::new()));
    let stdout = child
        .stdout
        .take()
        .map(|stream| collect(stream, &all, step));
    let stderr = child
        .stderr
        .take()
        .map(|stream| collect(stream, &all, step));
    let status = child
        .wait()
        .with_context(|| format!("`{line}` was lost sight of"))?;
    let [output, _] = [stdout, stderr].map(|reader| {
        reader.map_or(Ok(Vec::new()), |reader| {
            reader
                .join()
                .map_err(|_| anyhow!("the output of `{line}` was lost"))?
                .with_context(|| format!("the output of `{line}` could not be read"))
        })
    });
    if !status.success() {
        let all = all.lock().unwrap_or_else(PoisonError::into_inner);
        return Err(Failed {
            command: line,
            status,
            output: String::from_utf8_lossy(&all).into_owned(),
        }
        .into());
    }
    Ok(String::from_utf8_lossy(&output?).into_owned())
}

/// The first of these programs that is on the `PATH` or where cargo installs.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .map(|home| home.join("bin"));
    let folders: Vec<PathBuf> = env::split_paths(&path).chain(cargo).collect();
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
            .find(|program| program.is_file())
    })
}

/// The command as one would type it.
fn in_words(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    let words: Vec<String> = words.map(quoted).collect();
    words.join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.contains([' ', '*', '"', '$']) {
        format!("'{word}'")
    } else {
        word.into_owned()
    }
}

/// Reads a stream to its end, and copies it line by line to what all streams say together.
fn collect(
    stream: impl Read + Send + 'static,
    all: &Arc<Mutex<Vec<u8>>>,
    step: &Step,
) -> thread::JoinHandle<io::Result<Vec<u8>>> {
    let all = Arc::clone(all);
    let report = step.reporter();
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut read = Vec::new();
        loop {
            let start = read.len();
            if stream.read_until(b'\n', &mut read)? == 0 {
                return Ok(read);
            }
            let line = &read[start..];
            let text = String::from_utf8_lossy(line);
            if !text.trim().is_empty() {
                report(&text);
            }
            all.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend_from_slice(line);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::is_routine;

    #[test]
    fn only_what_went_well_is_routine() {
        assert!(is_routine("   Compiling syn v3.0.10"));
        assert!(is_routine("test chromium::badges_show_a_zero      ... ok"));
        assert!(!is_routine(
            "test chromium::badges_show_a_zero     ... FAILED"
        ));
        assert!(!is_routine("error: could not compile `xtask`"));
    }
}
