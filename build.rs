//! Turns the English catalogue into the `Message` enum, so that a message that does not exist does not compile.

use std::fmt::Write;
use std::{env, fs, path::Path};

const CATALOGUE: &str = "src/language/catalogues/en.arb";

fn main() {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    let text = fs::read_to_string(CATALOGUE).expect("the English catalogue");
    let catalogue: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("the English catalogue is JSON");
    let messages: Vec<(&str, &str)> = catalogue
        .iter()
        .filter(|(key, _)| !key.starts_with('@'))
        .map(|(key, value)| (key.as_str(), value.as_str().expect("a message is a string")))
        .collect();

    let mut code = String::from(
        "/// A message of the catalogue, by its key.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Message {\n",
    );
    for (key, pattern) in &messages {
        writeln!(code, "    /// {pattern:?}\n    {},", variant(key)).expect("a string takes it");
    }
    writeln!(code, "}}\n\nconst ENGLISH: [&str; {}] = [", messages.len())
        .expect("a string takes it");
    for (_, pattern) in &messages {
        writeln!(code, "    {pattern:?},").expect("a string takes it");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("messages.rs"), code).expect("OUT_DIR is writable");
}

/// `citations-by-source` becomes `CitationsBySource`.
fn variant(key: &str) -> String {
    key.split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            })
        })
        .collect()
}
