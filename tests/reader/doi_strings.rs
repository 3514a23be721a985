//! DOIs as the world writes them, from a collection that is kept beside the repository.

use std::fs;

use publication_metrics::publication::Doi;
use serde_json::Value;

use crate::path;

/// A file of the collection; `None`, and a line that says so, where there is no collection.
fn collection(name: &str) -> Option<Value> {
    let path = path("../shared/records/doi-strings").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: there is no {}", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).expect("the collection is JSON"))
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(|item| item.as_str().expect("a string"))
}

#[test]
fn real_dois_are_read_as_they_are_and_their_addresses_lead_back() {
    let Some(dois) = collection("altmetric-identifiers-crossref-sample-999.json") else {
        return;
    };
    let mut count = 0;
    for text in strings(&dois) {
        let doi = Doi::parse(text).unwrap_or_else(|| panic!("{text} is a DOI"));
        assert_eq!(doi.as_str(), text);
        assert_eq!(Doi::parse(&doi.url()), Some(doi.clone()), "{}", doi.url());
        assert_eq!(
            Doi::parse(&format!("(see doi:{}).", text.to_uppercase())),
            Some(doi),
            "{text}"
        );
        count += 1;
    }
    assert_eq!(count, 999);
}

/// Some DOIs do end in dots. Far more often the dot is the sentence's, so it goes, and `%2E` brings it back.
#[test]
fn a_trailing_dot_stays_only_where_it_is_encoded() {
    let Some(dois) = collection("altmetric-identifiers-trailing-dots.json") else {
        return;
    };
    for text in strings(&dois) {
        let bare = Doi::parse(text).unwrap_or_else(|| panic!("{text} is a DOI"));
        assert_eq!(bare.as_str(), text.trim_end_matches('.'));
        if let Some(but_last) = text.strip_suffix('.') {
            let kept = Doi::parse(&format!("{but_last}%2E")).expect(text);
            assert_eq!(kept.as_str(), text);
            assert_eq!(Doi::parse(&kept.url()), Some(kept));
        }
    }
}

/// The cases of a Ruby library that extracts all DOIs of a text; ours takes the first.
#[test]
fn texts_give_their_first_doi() {
    /// Where we differ on purpose.
    const OURS: [(&str, Option<&str>); 2] = [
        // The library knows ISBN-As by their digits. To us it is a DOI whose registrant has a second group of
        // digits, as the DOI Handbook allows.
        (
            "This is not an ISBN-A: 10.978.8898392/NotARealIsbnA",
            Some("10.978.8898392/notarealisbna"),
        ),
        // Its "strict mode" keeps up to three trailing dots; its ordinary mode agrees with us.
        (
            "This is an example of a DOI: 10.1130/2013.2502.......",
            Some("10.1130/2013.2502"),
        ),
    ];
    /// The strict mode repeats texts of the ordinary mode with another expectation.
    fn is_strict(expected: Option<&str>) -> bool {
        expected.is_some_and(|doi| doi.ends_with('.'))
    }

    let Some(cases) = collection("altmetric-identifiers-spec-cases.json") else {
        return;
    };
    let mut compared = 0;
    for case in cases.as_array().expect("a list") {
        let input = case["input"].as_str().expect("a text");
        let theirs = strings(&case["expected"]).next();
        let ours = OURS
            .iter()
            .find(|(text, _)| *text == input)
            .map(|(_, doi)| *doi);
        if ours.is_none() && is_strict(theirs) {
            continue;
        }
        let doi = Doi::parse(input);
        assert_eq!(
            doi.as_ref().map(Doi::as_str),
            ours.unwrap_or(theirs),
            "{}: {input}",
            case["case"]
        );
        compared += 1;
    }
    assert!(compared > 20, "only {compared} cases were compared");
}
