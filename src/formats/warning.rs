use std::fmt;

/// A field that could not be read and is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where the field stands, such as `citations[0].count`.
    pub path: String,
    /// What was expected and what was found, such as `expected a number, found "six"`.
    pub message: String,
}

impl Warning {
    /// The place and what is wrong there, such as `citations[0].count: expected a number, found "six"`.
    pub fn text(&self) -> String {
        [&self.path, ": ", &self.message].concat()
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}
