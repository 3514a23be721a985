use std::io;
use std::num::NonZero;

use clap::Args;
use publication_metrics::formats::Dialect;
use serde_json::json;

use super::each::{Made, each_record};
use super::{Outcome, dialect, fault};

/// Records in, and a line out for each.
#[derive(Args)]
pub struct Filter {
    /// Files with a record each, or with one on each line (.ndjson, .jsonl); - is standard input, with one on each line
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// The dialect of all of them, in place of the one that each is found to be in
    #[arg(long, value_parser = dialect)]
    pub format: Option<&'static Dialect>,
    /// How many threads work on the lines of a stream; one for each core where it is not said
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    /// Write what is not usable to the output as well, in its place, as { "error": why, "input": the text as it was }; it is
    /// then not told on standard error, and the exit code is 0
    #[arg(long)]
    inline_errors: bool,
}

impl Filter {
    /// Writes what `work` makes of each record. It is told the name of the file as well.
    pub fn run(&self, work: &(dyn Fn(&str, &[u8]) -> Made + Sync)) -> io::Result<Outcome> {
        let inline = |name: &str, text: &[u8]| {
            work(name, text).or_else(|message| {
                if self.inline_errors {
                    Ok(unusable(&message, text))
                } else {
                    Err(message)
                }
            })
        };
        each_record(&self.files, self.threads, &inline, &mut |place, message| {
            fault(place, message);
        })
    }
}

/// Markup on a line of its own: a line break in it is a space, since nothing of ours is preformatted.
pub fn in_one_line(markup: &str) -> Vec<u8> {
    (markup.replace(['\n', '\r'], " ") + "\n").into_bytes()
}

/// The line that stands for a record that is not usable.
fn unusable(message: &str, text: &[u8]) -> Vec<u8> {
    let input = String::from_utf8_lossy(text);
    format!("{}\n", json!({ "error": message, "input": input })).into_bytes()
}
