//! Records from services, by their DOIs.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::service::Service;
use crate::{Run, json as parsed, run};

fn work(doi: &str, cited: u32) -> Value {
    json!({ "id": "https://openalex.org/W1", "doi": format!("https://doi.org/{doi}"), "title": doi, "display_name": doi,
        "cited_by_count": cited, "authorships": [] })
}

fn works(works: &[Value]) -> String {
    json!({ "results": works }).to_string()
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(parsed).collect()
}

#[test]
fn dois_are_asked_for_together_and_come_back_in_order() {
    let known: Vec<Value> = (0..120)
        .rev()
        .map(|it| work(&format!("10.1000/{it}"), it))
        .collect();
    let service = Service::start(move |_, _| (200, "", works(&known)));
    let dois: Vec<String> = (0..120)
        .map(|it| format!("https://doi.org/10.1000/{it}"))
        .collect();
    let arguments = [
        "fetch",
        "--endpoint",
        &service.address,
        "--mailto",
        "a@b.example",
    ];
    let Run {
        output,
        errors,
        code,
    } = run(&arguments, &dois.join("\n"));
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let counts: Vec<Value> = lines(&output)
        .iter()
        .map(|it| it["citations"][0]["count"].clone())
        .collect();
    assert!(counts == (0..120).map(Value::from).collect::<Vec<_>>());
    assert!(
        lines(&output)[0]["asOf"].is_string(),
        "each number has the day on which it was given"
    );
    assert_eq!(service.asked().len(), 3);
    assert!(
        service
            .asked()
            .iter()
            .all(|(path, _)| path.ends_with("&mailto=a%40b.example"))
    );
}

#[test]
fn services_are_merged_in_their_order() {
    let service = Service::start(|_, (path, body)| {
        if path.starts_with("/crossref/") {
            let record = json!({ "message": { "DOI": "10.1000/a", "title": ["Of Crossref"], "is-referenced-by-count": 2, "member": "1" } });
            (200, "", record.to_string())
        } else {
            assert_eq!(body, r#"{"ids":["DOI:10.1000/a"]}"#);
            let paper = json!([{ "paperId": "1", "externalIds": { "DOI": "10.1000/a" }, "title": "Of S2", "citationCount": 7, "authors": [] }]);
            (200, "", paper.to_string())
        }
    });
    let endpoint = format!("{}{{source}}", service.address);
    let output = run(
        &[
            "fetch",
            "10.1000/a",
            "--endpoint",
            &endpoint,
            "--source",
            "crossref,semanticscholar",
        ],
        "",
    )
    .output;
    let record = &lines(&output)[0];
    assert_eq!(record["title"], "Of Crossref");
    let counts: Vec<_> = record["citations"]
        .as_array()
        .expect("counts")
        .iter()
        .map(|it| (&it["source"], &it["count"]))
        .collect();
    assert_eq!(
        counts,
        [
            (&json!("Crossref"), &json!(2)),
            (&json!("Semantic Scholar"), &json!(7))
        ]
    );
}

/// By whoever can be asked by it; the others by the DOI in that record, and the first named comes first.
#[test]
fn other_identifiers_lead_to_the_doi_that_others_are_asked_by() {
    let service = Service::start(|_, (path, _)| {
        let answer = if path.contains("filter=pmid:7") {
            let mut work = work("10.1000/a", 3);
            work["ids"] = json!({ "pmid": "https://pubmed.ncbi.nlm.nih.gov/7" });
            works(&[work])
        } else if path.contains("filter=isbn:0306406152") {
            let book = json!({ "DOI": "10.1000/b", "title": ["A book"], "type": "monograph", "is-referenced-by-count": 9, "member": "1" });
            json!({ "message": { "items": [book] } }).to_string()
        } else if path.starts_with("/crossref/works/10.1000/a") {
            let record = json!({ "DOI": "10.1000/a", "title": ["Of Crossref"], "is-referenced-by-count": 2, "member": "1" });
            json!({ "message": record }).to_string()
        } else {
            works(&[])
        };
        (200, "", answer)
    });
    let endpoint = format!("{}{{source}}", service.address);
    let fetch = |source: &str| {
        let wanted = "PMID: 7\nisbn:0-306-40615-2\n";
        run(
            &["fetch", "--endpoint", &endpoint, "--source", source],
            wanted,
        )
    };
    let Run { output, code, .. } = fetch("crossref,openalex");
    assert_eq!(code, Some(0));
    let lines = lines(&output);
    assert_eq!(
        (&lines[0]["title"], &lines[0]["doi"]),
        (&json!("Of Crossref"), &json!("10.1000/a"))
    );
    assert_eq!(lines[0]["citations"].as_array().map(Vec::len), Some(2));
    assert_eq!(lines[1]["title"], "A book");
    let Run { errors, code, .. } = fetch("openalex");
    assert_eq!(code, Some(1));
    assert_eq!(
        errors,
        "isbn:0306406152: can only be asked of crossref (--source)\n"
    );
}

#[test]
fn a_service_that_recovers_is_asked_again_no_sooner_than_it_says() {
    let service = Service::start(|before, _| match before {
        0 => (429, "retry-after: 1\r\n", String::new()),
        1 => (503, "", String::new()),
        _ => (200, "", works(&[work("10.1000/a", 4)])),
    });
    let begun = Instant::now();
    let Run { output, code, .. } = run(&["fetch", "10.1000/a", "--endpoint", &service.address], "");
    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert_eq!(
        (lines(&output).len(), code, service.asked().len()),
        (1, Some(0), 3)
    );
}

#[test]
fn what_could_not_be_had_is_told_and_the_rest_goes_on() {
    let service = Service::start(|_, (path, _)| {
        if path.contains("page") {
            (200, "", String::from("<!doctype html>"))
        } else if path.contains("refused") {
            (403, "", String::new())
        } else if path.contains("other") {
            (200, "", String::from("{}"))
        } else if path.contains("gone") {
            (404, "", String::new())
        } else {
            let record = json!({ "message": { "DOI": "10.1000/a", "title": ["A"], "is-referenced-by-count": 0, "member": "1" } });
            (200, "", record.to_string())
        }
    });
    let dois = "10.1000/page\n10.1000/refused\n10.1000/gone\nnonsense\n10.1000/other\n10.1000/a\n";
    let Run {
        output,
        errors,
        code,
    } = run(
        &[
            "fetch",
            "--source",
            "crossref",
            "--endpoint",
            &service.address,
        ],
        dois,
    );
    assert_eq!(lines(&output).len(), 1);
    let mut told: Vec<&str> = errors.lines().collect();
    let last = told.pop().expect("a line for each");
    assert!(
        last.starts_with("10.1000/other: crossref: the answer is not a publication"),
        "{last}"
    );
    assert_eq!(
        told,
        [
            "standard input:4: \"nonsense\" is no DOI, and no pmid:…, arxiv:… or isbn:…",
            "10.1000/page: crossref: the service answered with a web page",
            "10.1000/refused: crossref: the service answered 403",
            "10.1000/gone: no service that was asked knows it",
        ]
    );
    assert_eq!((code, service.asked().len()), (Some(1), 5));
}

#[test]
fn a_fetch_goes_on_where_it_was_broken_off() {
    let service = Service::start(|_, _| {
        (
            200,
            "",
            works(&[work("10.1000/a", 1), work("10.1000/b", 2)]),
        )
    });
    let file = std::env::temp_dir().join(format!("fetched-{}.ndjson", std::process::id()));
    let path = file.to_str().expect("text");
    std::fs::write(&file, "{\"title\":\"A\",\"doi\":\"10.1000/a\"}\n").expect("a file");
    let arguments = [
        "fetch",
        "10.1000/A",
        "10.1000/b",
        "--endpoint",
        &service.address,
        "--output",
        path,
    ];
    for _ in 0..2 {
        assert_eq!(run(&arguments, "").code, Some(0));
    }
    let records = lines(&std::fs::read_to_string(&file).expect("the file"));
    let dois: Vec<&Value> = records.iter().map(|it| &it["doi"]).collect();
    assert_eq!(dois, ["10.1000/a", "10.1000/b"]);
    assert_eq!(service.asked().len(), 1);
    assert!(!service.asked()[0].0.contains("10.1000/a"));
    std::fs::remove_file(file).expect("it is there");
}
