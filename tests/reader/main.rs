//! The reader from outside: records in, publications and warnings out.

mod any_record;
mod doi_strings;
mod full_record;
mod her2_review;
mod limits;
mod not_a_publication;
mod schema;
mod wrong_fields;

use std::{fs, path::PathBuf};

/// Where a file of the repository is.
fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A file of the repository as text.
fn file(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
