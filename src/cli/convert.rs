use std::io;

use clap::Args;
use publication_metrics::formats::{AnyReading, write};

use super::each::Made;
use super::filter::Filter;
use super::input::read;
use super::{Outcome, fault};

/// Writes records of any dialect in our own, one on each line
///
/// Several records of one publication, in an array or in { "records": [ … ] }, become one. What is not usable is told on
/// standard error, with its place, and left out; the exit code is then 1.
#[derive(Args)]
pub struct Convert {
    #[command(flatten)]
    filter: Filter,
    /// Tell of every field that could not be read as well
    #[arg(long)]
    warnings: bool,
}

impl Convert {
    pub fn run(self) -> io::Result<Outcome> {
        self.filter.run(&|name, text| self.converted(name, text))
    }

    fn converted(&self, name: &str, text: &[u8]) -> Made {
        let AnyReading {
            publication,
            warnings,
            ..
        } = read(text, self.filter.format)?;
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
