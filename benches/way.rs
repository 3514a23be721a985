//! The way of a record, step by step, beside a plain parse of the same bytes.
//!
//! `cargo xtask bench` runs it. What counts are the ratios within one run.

use divan::{Bencher, black_box};
use publication_metrics::formats;
use publication_metrics::indicators::{AttentionProfile, VenueStanding};
use publication_metrics::share::{Subject, Target};

const HER2_REVIEW: &str = include_str!("../www/her2-review.json");

fn main() {
    divan::main();
}

/// The peer: bytes to a tree that knows nothing.
#[divan::bench]
fn parse_with_serde_json() -> serde_json::Value {
    serde_json::from_str(black_box(HER2_REVIEW)).expect("it is JSON")
}

/// Bytes to a publication, with every field checked.
#[divan::bench]
fn read() -> formats::Reading {
    formats::read_str(black_box(HER2_REVIEW)).expect("it is a publication")
}

/// A publication to what the badges show.
#[divan::bench]
fn indicators(bencher: Bencher) {
    let publication = formats::read_str(HER2_REVIEW)
        .expect("it is a publication")
        .publication;
    bencher.bench_local(|| {
        let standing = VenueStanding::of(black_box(&publication)).map(|it| it.others.len());
        let attention = AttentionProfile::of(&publication.attention).map(|it| it.arcs.len());
        (standing, attention)
    });
}

/// A publication to all its share addresses.
#[divan::bench]
fn share_addresses(bencher: Bencher) {
    let publication = formats::read_str(HER2_REVIEW)
        .expect("it is a publication")
        .publication;
    let subject = Subject::of(&publication).expect("it has a DOI");
    bencher.bench_local(|| Target::ALL.map(|target| target.address(black_box(&subject))));
}
