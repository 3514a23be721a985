//! Text that is no JSON, and JSON that is no publication.

use publication_metrics::formats::{ReadError, read_str};

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    for (text, line, column, message) in [
        ("", 1, 0, "EOF while parsing a value"),
        ("{\"title\": \"cut", 1, 14, "EOF while parsing a string"),
        ("{\n  \"title\": \"A\",\n}", 3, 1, "trailing comma"),
        ("{\"title\": \"A\"}\nx", 2, 1, "trailing characters"),
        ("<!doctype html>", 1, 1, "expected value"),
        ("{\"title\": NaN}", 1, 11, "expected value"),
    ] {
        let expected = ReadError::NotJson {
            line,
            column,
            message: message.to_owned(),
        };
        assert_eq!(read_str(text), Err(expected), "{text}");
    }
    let error = read_str("[1,\n2").expect_err("no JSON").to_string();
    assert_eq!(
        error,
        "not JSON: EOF while parsing a list at line 2, column 1"
    );
}

#[test]
fn hostile_nesting_is_refused() {
    let error = read_str(&"[".repeat(100_000))
        .expect_err("no publication")
        .to_string();
    assert_eq!(error, "not JSON: nested too deeply at line 1, column 65");
}

#[test]
fn json_that_is_no_publication_says_what_it_is() {
    for (text, message) in [
        (
            "[1, 2, 3]",
            r#"expected an object with a "title" or a "doi", found an array of 3"#,
        ),
        (
            "\"10.1234/foo\"",
            r#"expected an object with a "title" or a "doi", found "10.1234/foo""#,
        ),
        (
            "null",
            r#"expected an object with a "title" or a "doi", found null"#,
        ),
        (
            "42",
            r#"expected an object with a "title" or a "doi", found 42"#,
        ),
        ("{}", r#"has neither "title" nor "doi""#),
        (
            r#"{"title": " ", "doi": null, "citations": 7}"#,
            r#"has neither "title" nor "doi""#,
        ),
        (
            r#"{"doi": "foo"}"#,
            r#"has neither "title" nor "doi"; doi: expected a DOI, found "foo""#,
        ),
        (
            r#"{"title": ["A"], "doi": 10.1}"#,
            r#"has neither "title" nor "doi"; title: expected a string, found an array of 1; doi: expected a DOI, found 10.1"#,
        ),
    ] {
        let Err(ReadError::NotAPublication(error)) = read_str(text) else {
            panic!("{text} is no publication");
        };
        assert_eq!(error.message, message, "{text}");
    }
}

#[test]
fn a_title_or_a_doi_suffices() {
    for text in [
        r#"{"title": "A"}"#,
        r#"{"doi": "10.1234/foo"}"#,
        "\u{feff}{\"title\": \"A\"}",
    ] {
        assert!(read_str(text).is_ok(), "{text}");
    }
}
