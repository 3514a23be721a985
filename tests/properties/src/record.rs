//! From bytes to what properties are of.

use publication_metrics::formats::{Json, Reading, read_any};
use publication_metrics::publication::Publication;

/// The value tree of JSON text.
pub fn tree(text: &[u8]) -> Option<Json> {
    serde_json::from_slice(text).ok()
}

/// The publication of JSON text.
pub fn publication(text: &[u8]) -> Option<Publication> {
    Some(reading(text)?.publication)
}

/// What is shown of JSON text.
pub fn reading(text: &[u8]) -> Option<Reading> {
    let record = tree(text)?;
    Some(read_any(&record, None).ok()?.shown(&record))
}
