//! Records and texts that nobody would write.

use std::ops::Range;

use properties::samples::{Sample, samples};
use properties::{Choices, hostile};
use proptest::collection::vec;
use proptest::prelude::*;
use publication_metrics::formats::Dialect;
use serde_json::Value;

/// Text, more often than not with something in it that means something.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(hostile::TEXTS).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[<>&;/=\"' a-z0-9\n]{0,12}",
        1 => proptest::sample::select(&["<i>", "</i>", "<math>", "</math>", "<mi>", "</mi>", "<sub>", "<p>", "<li>", "$", "&lt;", "%2F", "10.", "."][..])
            .prop_map(str::to_owned),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// The samples of a dialect.
fn samples_of(dialect: &'static Dialect) -> Vec<&'static Sample> {
    let is_of = |it: &&Sample| it.dialects.iter().any(|it| it.name() == dialect.name());
    samples().iter().filter(is_of).collect()
}

/// The text of a record of a dialect, changed in some places; most often it is JSON.
pub fn record_of(dialect: &'static Dialect) -> impl Strategy<Value = String> {
    let samples = samples_of(dialect);
    let made_up = bytes(4..80).prop_map(|bytes| {
        let mut choices = Choices::new(&bytes);
        hostile::written(&Value::Object(hostile::object(&mut choices, 4)))
    });
    let changed = (any::<prop::sample::Index>(), bytes(0..40)).prop_map(move |(index, bytes)| {
        let mut record = index.get(&samples).record.clone();
        hostile::change(&mut record, &mut Choices::new(&bytes));
        hostile::written(&record)
    });
    prop_oneof![5 => changed, 1 => made_up]
}

/// The text of a record of any dialect.
pub fn record() -> impl Strategy<Value = String> {
    proptest::sample::select(&Dialect::ALL[..]).prop_flat_map(record_of)
}

/// Bytes that decide.
fn bytes(count: Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), count)
}

/// So many cases, and no file that remembers those that failed: a finding becomes a test with a name.
pub fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(count)
    }
}
