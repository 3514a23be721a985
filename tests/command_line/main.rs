//! The command line from outside: what it reads, what it writes and how it ends.

mod fetch;
mod service;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const HER2: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/her2-review.json");
const FULL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/full-record.json"
);

/// What a run wrote, and its exit code.
struct Run {
    output: String,
    errors: String,
    code: Option<i32>,
}

fn run(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_publication-metrics"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let done = child.wait_with_output().expect("the program ends");
    // A program that ends early reads no further.
    let _ = writer.join().expect("no panic");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Run {
        output: text(done.stdout),
        errors: text(done.stderr),
        code: done.status.code(),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn our_own_dialect_is_converted_to_itself() {
    let original = json(&std::fs::read_to_string(HER2).expect("the demo's record"));
    let converted = json(&run(&["convert", HER2], "").output);
    assert_eq!(converted, original);
    // What is written in several ways comes back in one, which stays.
    let once = run(&["convert", FULL], "").output;
    assert_eq!(run(&["convert"], &once).output, once);
}

#[test]
fn a_stream_keeps_its_order_and_tells_of_bad_records_by_line() {
    let work = |number: u32| json!({ "id": "https://openalex.org/W1", "display_name": format!("Work {number}"), "cited_by_count": number, "authorships": [] });
    let mut lines: Vec<String> = (0..2000).map(|it| work(it).to_string()).collect();
    lines[7] = String::from("{");
    lines[1234] = json!({ "temperature": 21 }).to_string();
    let Run {
        output,
        errors,
        code,
    } = run(&["convert"], &lines.join("\n"));
    let titles: Vec<String> = output
        .lines()
        .map(|line| json(line)["title"].as_str().expect("a title").to_owned())
        .collect();
    let expected: Vec<String> = (0..2000)
        .filter(|it| ![7, 1234].contains(it))
        .map(|it| format!("Work {it}"))
        .collect();
    assert!(titles == expected);
    let told: Vec<&str> = errors.lines().collect();
    assert_eq!(told.len(), 2, "{errors}");
    assert!(
        told[0].starts_with("standard input:8: not JSON"),
        "{errors}"
    );
    assert!(
        told[1].starts_with("standard input:1235: not a publication: its dialect is not known"),
        "{errors}"
    );
    assert_eq!(code, Some(1));
}

#[test]
fn a_line_that_is_not_usable_is_kept_in_its_place_where_that_is_wanted() {
    let lines = [
        r#"{"title":"A","doi":"10.1000/a"}"#,
        r#"{"temperature":"21 °C"}"#,
        r#"{"title":"B","doi":"10.1000/b"}"#,
    ];
    for command in ["convert", "render"] {
        let Run {
            output,
            errors,
            code,
        } = run(
            &[command, "--inline-errors", "--threads", "1"],
            &lines.join("\n"),
        );
        let written: Vec<&str> = output.lines().collect();
        assert_eq!((written.len(), errors.as_str(), code), (3, "", Some(0)));
        let unusable = json(written[1]);
        assert!(written[1].starts_with(r#"{"error":"#), "{output}");
        assert!(
            unusable["error"]
                .as_str()
                .is_some_and(|it| it.starts_with("not a publication")),
            "{output}"
        );
        assert_eq!(unusable["input"], lines[1]);
    }
}

#[test]
fn a_carriage_return_ends_no_line_of_html() {
    let output = run(&["render"], r#"{"title":"A\r\nB","doi":"10.1000/a"}"#).output;
    assert!(!output.contains('\r'), "{output}");
    assert_eq!(output.lines().count(), 1);
}

#[test]
fn several_records_become_one() {
    let records = json!([
        { "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/a", "title": "A", "display_name": "A", "cited_by_count": 3, "authorships": [] },
        { "altmetric_id": 1, "doi": "10.1000/a", "score": 2.5, "cited_by_posts_count": 1 },
        { "doi": "10.1000/other", "title": "Another" },
        { "doi": "10.1000/a", "citations": [{ "source": "Scopus", "count": 4, "asOf": "2025-06-30" }] }
    ]);
    let Run {
        output,
        errors,
        code,
    } = run(&["convert", "--warnings"], &records.to_string());
    let merged = json(&output);
    assert_eq!(
        merged["citations"],
        json!([{ "source": "OpenAlex", "count": 3, "url": merged["citations"][0]["url"] }, { "source": "Scopus", "count": 4, "asOf": "2025-06-30" }])
    );
    assert_eq!(merged["attention"][0]["value"], json!(2.5));
    assert!(
        errors.contains("[2]: is left out: its DOI is 10.1000/other"),
        "{errors}"
    );
    assert_eq!(code, Some(0));
}

#[test]
fn a_check_tells_what_is_understood() {
    let Run { output, code, .. } = run(&["check", HER2, FULL], "");
    assert!(output.contains("her2-review.json: native"), "{output}");
    assert!(
        output.contains("  citations: Scopus 6, 2025-06-30"),
        "{output}"
    );
    assert_eq!(code, Some(0));
    let Run { output, code, .. } = run(
        &["check", "--json", "-"],
        "{\"title\":\"A\",\"citations\":[{\"source\":\"S\",\"count\":\"six\"}]}\n[]\n",
    );
    let told: Vec<Value> = output.lines().map(json).collect();
    assert_eq!(told[0]["warnings"][0]["path"], "citations[0].count");
    assert_eq!(
        (&told[1]["usable"], &told[1]["file"]),
        (&json!(false), &json!("standard input:2"))
    );
    assert_eq!(code, Some(1));
}

#[test]
fn a_record_is_rendered_with_and_without_the_element() {
    let Run { output, code, .. } = run(
        &[
            "render", HER2, "--layout", "full", "--lang", "es", "--theme", "dark",
        ],
        "",
    );
    assert_eq!(output.lines().count(), 1);
    assert!(
        output.starts_with("<publication-metrics layout=\"full\" theme=\"dark\" lang=\"es\""),
        "{}",
        &output[..200]
    );
    assert!(
        output.contains("<template shadowrootmode=\"open\"><style>")
            && output.contains("Indicios de calidad")
    );
    let data = output
        .split("<script type=\"application/json\">")
        .nth(1)
        .and_then(|it| it.split("</script>").next());
    assert_eq!(
        json(data.expect("the record"))["doi"],
        "10.1038/s41571-024-00939-2"
    );
    assert_eq!(code, Some(0));
    let fragment = run(
        &["render", "--fragment"],
        "{\"title\":\"</script><script>alert(1)</script>\",\"doi\":\"10.1000/a\"}",
    )
    .output;
    assert!(
        fragment.starts_with("<div class=\"widget\"")
            && !fragment.contains("<style")
            && !fragment.contains("<script"),
        "{fragment}"
    );
}

#[test]
fn a_badge_is_a_picture_of_its_own() {
    let badge = |arguments: &[&str]| run(&[&["badge", HER2], arguments].concat(), "").output;
    let citations = badge(&[]);
    assert!(
        citations.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""),
        "{citations}"
    );
    assert!(
        citations.contains("<title>6 citations Scopus\u{a0}· 30 Jun 2025</title>"),
        "{citations}"
    );
    assert!(citations.contains("prefers-color-scheme"), "{citations}");
    let altmetric = badge(&["--badge", "altmetric", "--theme", "dark", "--lang", "ar"]);
    assert!(
        altmetric.contains("direction=\"rtl\"") && altmetric.contains("class=\"arc mentions\""),
        "{altmetric}"
    );
    assert!(!altmetric.contains("prefers-color-scheme"));
    let nothing = run(
        &["badge", "--badge", "quartile"],
        "{\"title\":\"A & B <i>c</i>\"}",
    )
    .output;
    assert!(
        nothing.contains(">–<") && !nothing.contains("<i>"),
        "{nothing}"
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    let Run { errors, code, .. } = run(&["convert", "no-such-file.json"], "");
    assert!(
        errors.starts_with("publication-metrics: no-such-file.json: "),
        "{errors}"
    );
    assert_eq!(code, Some(2));
    let Run { errors, code, .. } = run(&["convert", "--format", "marc"], "");
    assert!(errors.contains("openalex"), "{errors}");
    assert_eq!(code, Some(2));
}
