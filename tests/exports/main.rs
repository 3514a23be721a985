//! The exports, read back by other programs: they say the same as the record.

mod hostile;
mod read_back;
mod records;

use publication_metrics::formats::read_str;
use publication_metrics::publication::Publication;
use serde_json::Value;

/// The publication of a record in the project's own dialect.
fn publication(record: &Value) -> Publication {
    read_str(&record.to_string())
        .unwrap_or_else(|error| panic!("{error}: {record}"))
        .publication
}
