//! The reader from outside: records in, publications and warnings out.

mod doi_strings;
mod full_record;
mod her2_review;
mod not_a_publication;
mod schema;
mod wrong_fields;

use std::{fs, path::PathBuf};

/// A file of the repository as text.
fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
