use std::io::{self, Write};
use std::num::NonZero;

use super::Outcome;
use super::input::Input;
use super::ordered::each_line;

/// Text for the output, with its line break, or why a record is not usable.
pub type Made = Result<Vec<u8>, String>;

/// Works on every record of some files, writes what each gives to standard output, in order, and refuses those that are
/// not usable, by their place. `work` is told the name of the file as well. Streams are worked on by so many threads, or by one
/// for each core.
pub fn each_record(
    files: &[String],
    threads: Option<NonZero<usize>>,
    work: &(dyn Fn(&str, &[u8]) -> Made + Sync),
    refuse: &mut (dyn FnMut(&str, &str) + Send),
) -> io::Result<Outcome> {
    let mut output = io::stdout();
    let mut all_usable = true;
    for file in files {
        let input = Input::open(file)?;
        let name = input.name.clone();
        if input.has_lines {
            let work = |line: &[u8]| work(&name, line);
            let tell = &mut |line: usize, message: &str| {
                all_usable = false;
                refuse(&format!("{name}:{line}"), message);
            };
            each_line(input.lines(), &mut output, threads, &work, tell)?;
            continue;
        }
        match work(&name, &input.text()?) {
            Ok(text) => output.write_all(&text)?,
            Err(message) => {
                all_usable = false;
                refuse(&name, &message);
            }
        }
    }
    Ok(if all_usable {
        Outcome::AllUsable
    } else {
        Outcome::SomeUnusable
    })
}
