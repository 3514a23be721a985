//! Every language says everything, and nothing in another.

use std::collections::BTreeSet;

use publication_metrics::language::Language;
use publication_metrics::widget::{Layout, Section, Settings};

use crate::page::{HER2_REVIEW, render_in};

type Catalogue = serde_json::Map<String, serde_json::Value>;

fn catalogues() -> Vec<(String, Catalogue)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/catalogues");
    let mut catalogues: Vec<(String, Catalogue)> = std::fs::read_dir(folder)
        .expect(folder)
        .map(|entry| {
            let path = entry.expect(folder).path();
            let text = std::fs::read_to_string(&path).expect(folder);
            let tag = path.file_stem().and_then(|it| it.to_str()).expect("a name");
            (tag.to_owned(), serde_json::from_str(&text).expect(tag))
        })
        .collect();
    catalogues.sort_by(|(one, _), (other, _)| one.cmp(other));
    catalogues
}

fn keys(catalogue: &Catalogue) -> BTreeSet<&str> {
    catalogue
        .keys()
        .map(String::as_str)
        .filter(|key| !key.starts_with('@'))
        .collect()
}

fn english() -> Catalogue {
    let found = catalogues().into_iter().find(|(tag, _)| tag == "en");
    found.expect("English").1
}

/// The names of the arguments of a message, in any of its branches.
fn arguments(message: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    read_message(&mut message.chars().peekable(), &mut names);
    names
}

type Characters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn read_message(characters: &mut Characters, names: &mut BTreeSet<String>) {
    while let Some(character) = characters.next() {
        match character {
            '}' => return,
            '{' => read_argument(characters, names),
            _ => {}
        }
    }
}

fn read_argument(characters: &mut Characters, names: &mut BTreeSet<String>) {
    let (name, mut end) = read_word(characters);
    names.insert(name);
    while end == Some(',') {
        end = read_word(characters).1;
    }
    // Branches, each a word with a message.
    while end == Some('{') {
        read_message(characters, names);
        end = read_word(characters).1;
    }
}

fn read_word(characters: &mut Characters) -> (String, Option<char>) {
    let mut word = String::new();
    for character in characters.by_ref() {
        if matches!(character, ',' | '{' | '}') {
            return (word.trim().to_owned(), Some(character));
        }
        word.push(character);
    }
    (word, None)
}

#[test]
fn every_language_is_there() {
    let tags: Vec<String> = catalogues().into_iter().map(|(tag, _)| tag).collect();
    assert_eq!(
        tags,
        ["ar", "ca", "de", "en", "es", "eu", "fr", "gl", "it", "pt"]
    );
    for tag in &tags {
        assert_eq!(Language::of(tag).tag(), tag);
    }
}

#[test]
fn no_message_is_missing_and_none_is_left_over() {
    let english = english();
    for (tag, catalogue) in catalogues() {
        assert_eq!(keys(&catalogue), keys(&english), "{tag}");
        assert_eq!(catalogue["@@locale"], tag.as_str());
    }
}

#[test]
fn messages_take_the_same_arguments() {
    let english = english();
    for (tag, catalogue) in catalogues() {
        for key in keys(&english) {
            let (own, pattern) = (catalogue[key].as_str(), english[key].as_str());
            let (own, pattern) = (own.expect(key), pattern.expect(key));
            // How many there are need not be heard in every language.
            let known = |pattern| {
                let mut names = arguments(pattern);
                names.remove("count");
                names
            };
            assert_eq!(known(own), known(pattern), "{tag}: {key}");
            assert_eq!(
                own.matches('{').count(),
                own.matches('}').count(),
                "{tag}: {key}"
            );
            assert!(
                !own.contains('\''),
                "{tag}: {key} has an apostrophe that would quote: {own}"
            );
            let choices = own.matches(", select,").count()
                + own.matches(", plural,").count()
                + own.matches(", selectordinal,").count();
            assert!(
                own.matches("other {").count() >= choices,
                "{tag}: {key} has a choice without other"
            );
        }
    }
}

/// All but what is quoted from the record, which may be in any language.
#[test]
fn a_page_is_in_one_language() {
    let is_ours = |section: &Section| !matches!(section, Section::Abstract | Section::Affiliations);
    let settings = || Settings {
        layout: Layout::Full,
        sections: Section::ALL.into_iter().filter(is_ours).collect(),
        ..Settings::default()
    };
    for (tag, catalogue) in catalogues().into_iter().filter(|(tag, _)| tag != "en") {
        let page = render_in(&tag, HER2_REVIEW, settings(), None);
        let text = page.text();
        for key in [
            "page-license",
            "page-license-not-stated",
            "page-authors",
            "page-quality",
            "page-leadership",
            "page-rule",
        ] {
            let words = catalogue[key].as_str().expect(key);
            assert!(text.contains(words), "{tag}: {words} is not in the page");
        }
        for english in [
            "Licence",
            "position",
            "edition of",
            "counts",
            "of the institution",
            "as of",
            "Spain",
            "June",
            "See more",
        ] {
            let is_shared = catalogue
                .values()
                .any(|it| it.as_str().is_some_and(|it| it.contains(english)));
            assert!(is_shared || !text.contains(english), "{tag} says {english}");
        }
        assert!(page.0.contains(&format!("lang=\"{tag}\"")), "{tag}");
    }
}

#[test]
fn a_region_falls_back_and_an_unknown_language_is_english() {
    for (tag, spoken) in [
        ("es-MX", "es"),
        ("pt-BR", "pt"),
        ("ES", "es"),
        ("en-GB", "en"),
        ("fi", "en"),
        ("", "en"),
    ] {
        assert_eq!(Language::of(tag).tag(), spoken, "{tag:?}");
    }
}

/// Else names in Latin letters would turn what stands around them.
#[test]
fn names_are_isolated_in_a_sentence_from_right_to_left() {
    let page = render_in("ar", HER2_REVIEW, Settings::default(), None);
    let note = page.badge("citations").expect("a badge");
    let expected = "\u{200f}\u{2068}Scopus\u{2069} · \u{2068}";
    assert!(note.contains(expected), "{note:?}");
    let page = render_in("es", HER2_REVIEW, Settings::default(), None);
    assert!(!page.0.contains('\u{2068}'));
}

/// The element fetches what is there, and asks for nothing that is not.
#[test]
fn the_element_knows_the_same_languages() {
    let script = include_str!("../../www/catalogues.js");
    let mut known: Vec<&str> = script
        .split("import(\"./languages/")
        .skip(1)
        .filter_map(|it| it.split(".js").next())
        .collect();
    known.sort_unstable();
    let tags: Vec<String> = catalogues()
        .into_iter()
        .map(|(tag, _)| tag)
        .filter(|tag| tag != "en")
        .collect();
    assert_eq!(known, tags);
}

#[test]
fn numbers_and_dates_are_the_languages_own() {
    let settings = Settings {
        layout: Layout::Full,
        ..Settings::default()
    };
    let text = render_in("es", HER2_REVIEW, settings, None).text();
    for piece in [
        "41,4",
        "13 de septiembre de 2024",
        "además de España: Estados Unidos e Italia.",
        "Nature Reviews Clinical Oncology ocupa la posición 2 de 322 en la categoría Oncology, en la edición de 2023 de WoS (JCR).",
        "Scopus cuenta 6 citas, con fecha 30 de junio de 2025.",
        "31 lectores en Mendeley (Altmetric, 30 de junio de 2025)",
    ] {
        assert!(text.contains(piece), "{piece} is not in {text}");
    }
}

/// A record of everything that has sentences of its own.
const EVERY_FACT: &str = r#"{"title": "A", "venue": "Venue", "published": "2023", "asOf": "2024-05-02", "institution": "Hospital",
    "notices": [{"kind": "retraction", "date": "2024-05-02", "doi": "10.5555/notice"}, {"kind": "partial-retraction", "date": "2024-05-03"},
        {"kind": "withdrawal"}, {"kind": "removal"}, {"kind": "expression-of-concern", "date": "2024-05-02"},
        {"kind": "correction", "url": "https://journal.example/"}, {"kind": "addendum"}, {"kind": "new-version"}],
    "indicators": [{"name": "FWCI", "source": "Scopus", "value": 2.5, "percentile": 92, "category": "Oncology"},
        {"name": "CNCI", "source": "InCites", "value": 3}, {"name": "FCR", "source": "Dimensions", "value": 4},
        {"name": "RCR", "source": "iCite", "value": 5}, {"name": "Index", "source": "Other", "value": 6}],
    "rankings": [{"agency": "JCR", "year": 2023, "category": "Cells", "rank": "2=", "of": 322},
        {"agency": "SJR", "year": 2022, "category": "Genes", "rank": 11, "of": 11, "quartile": "Q4"},
        {"agency": "CiteScore", "percentile": 60}, {"agency": "Dialnet"}],
    "citations": [{"source": "Scopus", "count": 0}, {"source": "WoS", "count": 1}],
    "license": "CC BY-NC 4.0",
    "authors": [{"name": "Gray, A", "affiliations": [0, 1]}, {"name": "Blue, B", "institutional": true}, {"name": "Last, L"}],
    "affiliations": [{"name": "U", "country": "CL"}, "W"]}"#;

#[test]
fn every_language_tells_every_fact_and_leaves_nothing_open() {
    let settings = || Settings {
        layout: Layout::Full,
        ..Settings::default()
    };
    let mut notices = BTreeSet::new();
    for (tag, catalogue) in catalogues() {
        let page = render_in(&tag, EVERY_FACT, settings(), None);
        let text = page.text().replace(['\u{2068}', '\u{2069}'], "");
        for open in ['{', '}', '#'] {
            assert!(!text.contains(open), "{tag} leaves {open} in {text}");
        }
        assert_eq!(page.0.matches("part=\"notice\"").count(), 8, "{tag}");
        let own = page.0.split("part=\"notice\"").nth(1).expect("a notice");
        assert!(
            notices.insert(own.split("</p>").next().map(str::to_owned)),
            "{tag}"
        );
        for fact in [
            "FWCI",
            "Scopus",
            "92",
            "Oncology",
            "CNCI",
            "InCites",
            "FCR",
            "Dimensions",
            "RCR",
            "iCite",
            "Index",
            "Other",
            "JCR",
            "SJR",
            "CiteScore",
            "Dialnet",
            "Cells",
            "Genes",
            "322",
            "2023",
            "2022",
            "Q1",
            "Q2",
            "Q4",
            "NIH",
            "Hospital",
        ] {
            assert!(text.contains(fact), "{tag} does not say {fact}: {text}");
        }
        let paragraphs = page.0.matches("<p>").count();
        assert!(paragraphs >= 10, "{tag}: {paragraphs}");
        let colon = catalogue["page-license-terms"].as_str().expect(&tag);
        assert!(colon.contains(':'), "{tag}");
    }
}

#[test]
fn punctuation_is_the_languages_own() {
    let settings = || Settings {
        layout: Layout::Full,
        ..Settings::default()
    };
    for (tag, pieces) in [
        ("en", [": may be", "given; not", "1, 2"]),
        ("fr", ["\u{a0}: ", "\u{202f}; ", "1, 2"]),
        ("ar", [": ", "؛ ", "، "]),
    ] {
        let page = render_in(tag, EVERY_FACT, settings(), None);
        for piece in pieces {
            assert!(
                page.0.contains(piece),
                "{tag}: {piece:?} is not in {}",
                page.0
            );
        }
    }
}

/// The names of the cases of each choice of a kind in a message.
fn cases(message: &str, kind: &str) -> Vec<BTreeSet<String>> {
    let begin = format!(", {kind},");
    let mut choices = Vec::new();
    for (at, _) in message.match_indices(&begin) {
        let (mut depth, mut name, mut names) = (0, String::new(), BTreeSet::new());
        for character in message[at + begin.len()..].chars() {
            match character {
                '{' if depth == 0 => {
                    names.insert(std::mem::take(&mut name).trim().to_owned());
                    depth = 1;
                }
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                _ if depth == 0 => name.push(character),
                _ => {}
            }
        }
        choices.push(names);
    }
    choices
}

/// Each choice by number has a case of its own for each number, or for the category that CLDR puts it in, as far as whole
/// numbers up to a million go: what Romance languages say of whole millions, they say with their words for several. An
/// ordinal that is written alike for all numbers needs no cases.
#[test]
fn plurals_are_those_of_the_language() {
    let mut seen = 0;
    for (tag, catalogue) in catalogues() {
        let language = Language::of(&tag);
        let conventions = language.conventions();
        for (key, message) in &catalogue {
            let message = message.as_str().unwrap_or_default();
            let cardinals = cases(message, "plural").into_iter().map(|it| (it, false));
            let ordinals = cases(message, "selectordinal")
                .into_iter()
                .map(|it| (it, true));
            for (cases, is_ordinal) in cardinals.chain(ordinals) {
                seen += 1;
                let known = ["zero", "one", "two", "few", "many", "other"];
                let is_known = |it: &String| it.starts_with('=') || known.contains(&it.as_str());
                assert!(cases.iter().all(is_known), "{tag}: {key}: {cases:?}");
                if is_ordinal && cases.len() == 1 {
                    continue;
                }
                for number in (0..=1_000).chain([10_000, 123_456]) {
                    let value = f64::from(number);
                    let category = if is_ordinal {
                        conventions.ordinal(value)
                    } else {
                        conventions.plural(value)
                    };
                    let has =
                        cases.contains(category.name()) || cases.contains(&format!("={number}"));
                    assert!(
                        has,
                        "{tag}: {key} has no case for {number}, which is {}: {message}",
                        category.name()
                    );
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
