use std::fmt;

use super::{Json, NotAPublication, Reading, read};

/// Why a text gives no publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The text is not JSON.
    NotJson {
        /// The line of the fault, the first being 1.
        line: usize,
        /// The column of the fault in bytes, the first being 1; 0 before the line's first byte.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// It is JSON, but no publication.
    NotAPublication(NotAPublication),
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson {
                line,
                column,
                message,
            } => {
                write!(
                    formatter,
                    "not JSON: {message} at line {line}, column {column}"
                )
            }
            Self::NotAPublication(error) => write!(formatter, "not a publication: {error}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        let text = error.to_string();
        // serde_json writes the place into its message as well.
        let message = text
            .rsplit_once(" at line ")
            .map_or(&*text, |(message, _)| message);
        Self::NotJson {
            line: error.line(),
            column: error.column(),
            message: message.to_owned(),
        }
    }
}

/// Reads a publication from JSON text.
pub fn read_str(text: &str) -> Result<Reading, ReadError> {
    // Files written on Windows begin with a byte order mark, which RFC 8259 lets readers ignore.
    let text = text.trim_start_matches('\u{feff}');
    let record: Json = serde_json::from_str(text)?;
    read(&record).map_err(ReadError::NotAPublication)
}
