//! How a failure is told.

use std::fmt::Write;

use anyhow::Error;

/// What failed, and under it each cause on lines of its own.
pub fn in_words(error: &Error) -> String {
    let mut words = format!("error: {error}");
    for cause in error.chain().skip(1) {
        // A string takes all that is written.
        let _ = write!(words, "\nbecause: {cause}");
    }
    words
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::in_words;

    #[test]
    fn causes_come_after_what_they_caused() {
        let error = anyhow!("no route")
            .context("npm ci failed")
            .context("no tools");
        assert_eq!(
            in_words(&error),
            "error: no tools\nbecause: npm ci failed\nbecause: no route"
        );
    }
}
