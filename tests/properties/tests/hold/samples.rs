//! The records of the repository and, where they are at hand, those of the world keep every promise.

use std::fs;
use std::path::Path;

use properties::samples::{keys, samples};
use properties::{dialect, exports, html, narrative, share, standalone_badge, value_tree};
use publication_metrics::formats::Dialect;

#[test]
fn there_are_samples_of_every_dialect_and_its_keys() {
    for dialect in Dialect::ALL {
        let is_of = |it: &&str| *it == dialect.name();
        let names = samples().iter().flat_map(|it| &it.dialects);
        assert!(
            names.map(|it| it.name()).any(|it| is_of(&it)),
            "{}",
            dialect.name()
        );
    }
    for key in [
        "authorships",
        "cited_by_msm_count",
        "container-title",
        "@graph",
        "fullName",
    ] {
        assert!(keys().iter().any(|it| it == key), "{key}");
    }
}

#[test]
fn samples_keep_every_promise() {
    for sample in samples() {
        keeps_every_promise(sample.record.to_string().as_bytes());
    }
}

#[test]
fn records_of_the_world_keep_every_promise() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/records");
    let mut count = 0;
    for dialect in fs::read_dir(&folder).into_iter().flatten().flatten() {
        for file in fs::read_dir(dialect.path()).into_iter().flatten().flatten() {
            // Each is looked at in fuzzing; here those that are quick to read.
            let text = fs::read(file.path()).unwrap_or_default();
            if text.len() < 2_500 {
                keeps_every_promise(&text);
                count += 1;
            }
        }
    }
    if count == 0 {
        println!("there are no records in {}", folder.display());
    }
}

fn keeps_every_promise(text: &[u8]) {
    value_tree::holds(text);
    dialect::converts(text, None);
    html::holds(text);
    narrative::holds(text);
    share::holds(text);
    exports::holds(text);
    standalone_badge::holds(text);
}
