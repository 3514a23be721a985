use std::io;

use clap::Args;
use publication_metrics::formats::{AnyReading, Dialect, write};

use super::each::{Made, each_record};
use super::input::read;
use super::{Outcome, dialect, fault};

/// Writes records of any dialect in our own, one on each line
///
/// Several records of one publication, in an array or in { "records": [ … ] }, become one. What is not usable is told on
/// standard error, with its place, and left out; the exit code is then 1.
#[derive(Args)]
pub struct Convert {
    /// Files with a record each, or with one on each line (.ndjson, .jsonl); - is standard input, with one on each line
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// The dialect of all of them, in place of the one that each is found to be in
    #[arg(long, value_parser = dialect)]
    format: Option<&'static Dialect>,
    /// Tell of every field that could not be read as well
    #[arg(long)]
    warnings: bool,
}

impl Convert {
    pub fn run(self) -> io::Result<Outcome> {
        let work = |name: &str, text: &[u8]| self.converted(name, text);
        each_record(&self.files, &work, &mut |place, message| {
            fault(place, message);
        })
    }

    fn converted(&self, name: &str, text: &[u8]) -> Made {
        let AnyReading {
            publication,
            warnings,
            ..
        } = read(text, self.format)?;
        if self.warnings {
            for warning in warnings {
                fault(name, warning);
            }
        }
        let mut line =
            serde_json::to_vec(&write(&publication)).map_err(|error| error.to_string())?;
        line.push(b'\n');
        Ok(line)
    }
}
