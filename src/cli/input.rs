use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use publication_metrics::formats::{AnyReading, Dialect, Json, read_any};

use super::of_file;

/// Standard input on the command line.
const STANDARD: &str = "-";

/// Where records come from.
pub struct Input {
    /// Its name in messages.
    pub name: String,
    reader: Box<dyn Read + Send>,
    /// Whether each line is a record.
    pub has_lines: bool,
}

impl Input {
    /// A file, or `-` for standard input. Each line of standard input and of files that end in `.ndjson` or `.jsonl` is a
    /// record, any other file is one.
    pub fn open(name: &str) -> io::Result<Self> {
        if name == STANDARD {
            return Ok(Self {
                name: String::from("standard input"),
                reader: Box::new(io::stdin()),
                has_lines: true,
            });
        }
        let lower = name.to_ascii_lowercase();
        let file = File::open(name).map_err(|error| of_file(name, &error))?;
        Ok(Self {
            name: name.to_owned(),
            reader: Box::new(file),
            has_lines: [".ndjson", ".jsonl"].iter().any(|it| lower.ends_with(it)),
        })
    }

    pub fn text(mut self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.reader
            .read_to_end(&mut text)
            .map_err(|error| of_file(&self.name, &error))?;
        Ok(text)
    }

    pub fn lines(self) -> impl BufRead + Send {
        const BUFFER: usize = 1 << 20;
        BufReader::with_capacity(BUFFER, self.reader)
    }
}

/// Reads a record from JSON text.
pub fn read(text: &[u8], dialect: Option<&'static Dialect>) -> Result<AnyReading, String> {
    read_json(&json(text)?, dialect)
}

/// Reads a record.
pub fn read_json(json: &Json, dialect: Option<&'static Dialect>) -> Result<AnyReading, String> {
    read_any(json, dialect).map_err(|error| format!("not a publication: {error}"))
}

/// Parses JSON text.
pub fn json(text: &[u8]) -> Result<Json, String> {
    // Files written on Windows begin with a byte order mark, which RFC 8259 lets readers ignore.
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    serde_json::from_slice(text).map_err(|error| format!("not JSON: {error}"))
}
