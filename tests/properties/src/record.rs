//! From bytes to what properties are of.

use publication_metrics::formats::{AnyReading, Dialect, Json, Reading, read_any};
use publication_metrics::publication::Publication;

/// The value tree of JSON text.
pub fn tree(text: &[u8]) -> Option<Json> {
    serde_json::from_slice(text).ok()
}

/// What is read of JSON text, in a dialect that is named or recognised.
pub fn read(text: &[u8], named: Option<&'static Dialect>) -> Option<AnyReading> {
    read_any(&tree(text)?, named).ok()
}

/// The publication of JSON text.
pub fn publication(text: &[u8]) -> Option<Publication> {
    Some(read(text, None)?.publication)
}

/// What is read, for whoever shows it.
pub fn reading(read: &AnyReading) -> Reading {
    Reading {
        publication: read.publication.clone(),
        warnings: read.warnings.clone(),
    }
}
