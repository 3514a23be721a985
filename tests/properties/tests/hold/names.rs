//! Names of authors, of which every reference manager understands something else.

use properties::exports;
use serde_json::json;

/// What names are made of, and what separates their parts.
const PIECES: [&str; 14] = [
    ",", " ", ".", "a", "Bc", "D", "Jr.", "de", "-", "and", "others", "{", "\\", "Team",
];

/// All names of so many pieces.
fn names(pieces: usize) -> Vec<String> {
    (0..pieces).fold(vec![String::new()], |names, _| {
        let longer = |name: &String| PIECES.map(|piece| format!("{name}{piece}"));
        names.iter().flat_map(longer).collect()
    })
}

#[test]
fn names_of_a_few_pieces_are_the_same_in_every_file() {
    for pieces in 1..=4 {
        for some in names(pieces).chunks(100) {
            let authors: Vec<_> = some.iter().map(|name| json!({ "name": name })).collect();
            exports::holds(
                json!({ "title": "T", "authors": authors })
                    .to_string()
                    .as_bytes(),
            );
        }
    }
}
