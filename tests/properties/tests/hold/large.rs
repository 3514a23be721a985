//! Lists and texts that no record has cost what they are long, not the square of it. The square would take minutes here, so
//! that a slow machine does no harm to the time that is allowed.

use std::time::{Duration, Instant};

use properties::record::tree;
use publication_metrics::formats::{read, read_any};
use publication_metrics::indicators::{AttentionProfile, Collaboration};
use publication_metrics::publication::{Affiliation, Doi, Publication, RichText};
use serde_json::{Value, json};

const MANY: usize = 20_000;

const ALLOWED: Duration = Duration::from_secs(10);

fn in_time<T>(work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    assert!(started.elapsed() < ALLOWED, "{:?}", started.elapsed());
    done
}

fn publication(record: &Value) -> Publication {
    let json = tree(record.to_string().as_bytes()).expect("JSON");
    read(&json).expect("a publication").publication
}

fn figures(source: &str) -> Vec<Value> {
    let figure = |at| json!({"provider": "p", "kind": "mentions", "source": format!("{source}{at}"), "value": 1});
    (0..MANY).map(figure).collect()
}

#[test]
fn shares_of_attention() {
    let publication = publication(&json!({"title": "T", "attention": figures("a")}));
    in_time(|| AttentionProfile::of(&publication.attention)).expect("figures");
}

#[test]
fn records_of_long_lists_beside_each_other() {
    let of = |source| json!({"title": "T", "attention": figures(source)});
    let records = json!([of("a"), of("b")]).to_string();
    let json = tree(records.as_bytes()).expect("JSON");
    let read = in_time(|| read_any(&json, None)).expect("a publication");
    assert!(!read.publication.attention.is_empty());
}

#[test]
fn more_records_than_a_publication_has() {
    let record =
        |at| json!({"doi": "10.1000/a", "citations": [{"source": format!("s{at}"), "count": 1}]});
    let records: Vec<Value> = (0..MANY).map(record).collect();
    let json = tree(Value::from(records).to_string().as_bytes()).expect("JSON");
    let read = in_time(|| read_any(&json, None)).expect("a publication");
    assert_eq!(read.publication.citations.len(), 101);
    let said: Vec<String> = read.warnings.iter().map(|it| it.path.clone()).collect();
    assert_eq!(said, ["[101]"]);
}

#[test]
fn an_institution_that_is_no_name() {
    let name = "a".repeat(50 * MANY);
    let publication = Publication {
        institution: Some(name[MANY..].to_owned() + "b"),
        affiliations: vec![Affiliation {
            name,
            country: Some("ES".to_owned()),
            ..Affiliation::default()
        }],
        ..Publication::default()
    };
    in_time(|| Collaboration::of(&publication)).expect("a country");
}

#[test]
fn texts_with_many_beginnings_of_a_doi() {
    let text = "10.1/./".repeat(580);
    in_time(|| {
        for _ in 0..50 {
            assert_eq!(Doi::parse(&text), None);
        }
    });
}

#[test]
fn formulas_that_come_to_nothing() {
    for piece in [
        " <math></math>",
        "<math><mi></mi></math> ",
        "<math>x<mi></mi></math> ",
    ] {
        let text = piece.repeat(MANY);
        in_time(|| RichText::parse(&text));
    }
    let text = ["<math>", &"<mi></mi>".repeat(MANY)].concat();
    in_time(|| RichText::parse(&text));
}
