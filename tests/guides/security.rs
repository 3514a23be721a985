//! The threat model names the tests that show it.

use crate::texts;

/// The names of tests in `SECURITY.md`: of several words, in backticks.
fn named(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_test = |it: &&str| {
        it.contains('_')
            && it
                .chars()
                .all(|it| it.is_ascii_lowercase() || "_0123456789".contains(it))
    };
    quoted.filter(is_test).collect()
}

/// A test of browsers is named after its file as well.
fn is_there(name: &str, sources: &[(String, String)]) -> bool {
    sources.iter().any(|(path, text)| {
        let file = path.rsplit('/').next().unwrap_or_default();
        let file = file.trim_end_matches(".rs");
        let inner = name
            .strip_prefix(file)
            .and_then(|rest| rest.strip_prefix('_'))
            .filter(|_| path.starts_with("tests/browser/src/tests/"));
        [Some(name), inner]
            .into_iter()
            .flatten()
            .any(|name| text.contains(&format!("fn {name}(")))
    })
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let sources = texts(&["src", "tests", "xtask/src"]);
    let (_, security) = texts(&["SECURITY.md"]).remove(0);
    let named = named(&security);
    assert!(named.len() > 40, "{} tests named", named.len());
    for name in named {
        assert!(is_there(name, &sources), "SECURITY.md names {name}");
    }
    assert!(!is_there("privacy_is_all_there_is", &sources));
}
