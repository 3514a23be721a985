//! What is supplied to a browser that lacks a language is what CLDR says.

use publication_metrics::language::{DateWidth, Language};
use publication_metrics::publication::PartialDate;
use serde_json::{Map, Value, json};

const SUPPLEMENTED: [&str; 2] = ["eu", "gl"];

/// Codes that CLDR names and ISO 3166-1 has assigned to no country: reserved ones, such as that of Tristan da Cunha,
/// pseudo-locales and the unknown. That of the European Union stays, for affiliations have it.
const NO_COUNTRIES: [&str; 13] = [
    "AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
];

/// What stands between a thousand and the hundreds.
fn group(tag: &str) -> char {
    let thousand = Language::of(tag).conventions().number(1000.0);
    thousand.chars().nth(1).expect("a separator")
}

/// The supplement as ICU4X, whose data is that of CLDR, has it.
fn supplement(tag: &str) -> Value {
    let language = Language::of(tag);
    let conventions = language.conventions();
    let spanish = Language::of("es");
    let form = |date, width| {
        let shown = conventions.date(date, width);
        shown.replace("2031", "{y}").replace("27", "{d}")
    };
    let forms = |width| {
        let month: Vec<String> = (1..=12)
            .map(|month| form(PartialDate::Month(2031, month), width))
            .collect();
        let day: Vec<String> = (1..=12)
            .map(|month| form(PartialDate::Day(2031, month, 27), width))
            .collect();
        json!({ "month": month, "day": day })
    };
    let letters = || (b'A'..=b'Z').map(char::from);
    let codes = letters().flat_map(|first| letters().map(move |next| format!("{first}{next}")));
    let countries: Map<String, Value> = codes
        .map(|code| (conventions.country(&code), code))
        .filter(|(name, code)| *name != spanish.conventions().country(code))
        .filter(|(_, code)| !NO_COUNTRIES.contains(&&**code))
        .map(|(name, code)| (code, name.into()))
        .collect();
    let three = ["a", "b", "c"].map(str::to_owned);
    let listed = conventions.list(&three);
    let last = listed
        .strip_prefix("a, b")
        .and_then(|it| it.strip_suffix('c'));
    json!({
        "group": group(tag).to_string(),
        "year": form(PartialDate::Year(2031), DateWidth::Long),
        "short": forms(DateWidth::Short),
        "long": forms(DateWidth::Long),
        "last": last.expect("a word before the last"),
        "countries": countries,
    })
}

#[test]
fn supplements_are_what_cldr_says() {
    for tag in SUPPLEMENTED {
        let path = format!(
            "{}/src/language/supplements/{tag}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let expected = supplement(tag);
        if std::env::var_os("UPDATE_SUPPLEMENTS").is_some() {
            let text = serde_json::to_string_pretty(&expected).expect("JSON") + "\n";
            std::fs::write(&path, text).expect(&path);
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        let found: Value = serde_json::from_str(&found).unwrap_or_default();
        assert!(
            found == expected,
            "{path} is not what CLDR says; UPDATE_SUPPLEMENTS=1 cargo test --test view supplements writes it anew"
        );
    }
}

/// As in German, but for the separator.
#[test]
fn digits_are_grouped_as_supplied() {
    let german = Language::of("de");
    for tag in SUPPLEMENTED {
        let own = Language::of(tag);
        for value in [0.0, 1.0, 41.4, 999.0, 1284.0, 12_345.0, 1_234_567.0] {
            let expected = german.conventions().number(value);
            let expected = expected.replace('.', &group(tag).to_string());
            assert_eq!(own.conventions().number(value), expected, "{tag}");
        }
    }
}

/// Only millions are shortened, and as Spanish does.
#[test]
fn large_numbers_are_shortened_as_supplied() {
    let spanish = Language::of("es");
    for tag in SUPPLEMENTED {
        let own = Language::of(tag);
        let own = own.conventions();
        for value in [10_000.0, 123_456.0] {
            assert_eq!(own.compact(value), own.number(value), "{tag}");
        }
        for value in [1_234_567.0, 12_345_678.0, 1_500_000_000.0] {
            assert_eq!(
                own.compact(value),
                spanish.conventions().compact(value),
                "{tag}"
            );
        }
    }
}
