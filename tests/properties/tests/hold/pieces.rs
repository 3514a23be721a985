//! All texts of a few pieces, where each piece means something to some reader of a file.

use properties::{dialect, exports, share};
use serde_json::json;

/// What names are made of, and what separates their parts.
const OF_NAMES: &[&str] = &[
    ",", " ", ".", "a", "Bc", "D", "Jr.", "de", "-", "and", "others", "{", "\\", "Team",
];

/// What TeX, RIS, JSON and addresses do not leave as it is.
const OF_FIELDS: &[&str] = &[
    "{", "}", "\\", "$", "%", "&", "#", "_", "^", "~", "-", "\n", "\"", "'", "<i>", "</i>", "a",
    " ", "ER  - ", "@", "=", ",",
];

/// All texts of one to so many pieces.
fn texts(pieces: &[&str], most: usize) -> Vec<String> {
    let mut all = Vec::new();
    let mut longest = vec![String::new()];
    for _ in 0..most {
        let one_more = |text: &String| pieces.iter().map(|it| [text, *it].concat()).collect();
        longest = longest.iter().flat_map::<Vec<_>, _>(one_more).collect();
        all.extend_from_slice(&longest);
    }
    all
}

#[test]
fn names_are_the_same_in_every_file() {
    for some in texts(OF_NAMES, 4).chunks(100) {
        let authors: Vec<_> = some.iter().map(|it| json!({ "name": it })).collect();
        let record = json!({ "title": "T", "authors": authors });
        exports::holds(record.to_string().as_bytes());
    }
}

#[test]
fn fields_are_the_same_in_every_file_and_after_conversion() {
    for text in texts(OF_FIELDS, 2) {
        let record = json!({
            "title": text,
            "doi": format!("10.1000/a{text}b"),
            "url": format!("https://x.example/{text}"),
            "venue": { "title": text, "volume": text, "issue": text, "pages": text, "issn": text },
            "abstract": text,
            "keywords": [text],
        });
        let record = record.to_string();
        exports::holds(record.as_bytes());
        share::holds(record.as_bytes());
        dialect::converts(record.as_bytes(), None);
    }
}
