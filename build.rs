//! Turns the catalogues into code: the English one into the `Message` enum, so that a message that does not exist does
//! not compile, and each into a table of patterns in its order. Makes the styles short that are written into HTML.

use std::fmt::Write;
use std::{env, fs, path::Path};

const CATALOGUES: &str = "src/language/catalogues";
/// The first message that rows and cards do not say: it and all that follow are of panels and whole pages.
const FIRST_OF_PANELS: &str = "citations-by-source";
/// In `www`.
const STYLES: [&str; 3] = ["styles.css", "panels.css", "page.css"];

type Catalogue = serde_json::Map<String, serde_json::Value>;

fn main() {
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let english = read("en");
    let is_full = env::var_os("CARGO_FEATURE_FULL").is_some();
    let keys: Vec<&String> = english
        .keys()
        .filter(|key| !key.starts_with('@'))
        // Rows and cards carry no others. These come last, so that the places of the others hold.
        .take_while(|key| is_full || *key != FIRST_OF_PANELS)
        .collect();

    let mut code = String::from(
        "/// A message of the catalogue, by its key.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Message {\n",
    );
    for key in &keys {
        let pattern = pattern(&english, key).expect("it is of this catalogue");
        write(
            &mut code,
            &format!("    /// {pattern:?}\n    {},\n", variant(key)),
        );
    }
    write(&mut code, "}\n\nconst ENGLISH: [&str; ");
    write(
        &mut code,
        &format!("{}] = {};\n", keys.len(), table(&keys, &english, &english)),
    );
    // In the browser they are fetched.
    write(
        &mut code,
        "\n#[cfg(not(target_arch = \"wasm32\"))]\nconst TRANSLATIONS: &[(&str, &[&str])] = &[\n",
    );
    for tag in translations() {
        let table = table(&keys, &read(&tag), &english);
        write(&mut code, &format!("    ({tag:?}, &{table}),\n"));
    }
    write(&mut code, "];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    fs::write(out.join("messages.rs"), code).expect("OUT_DIR is writable");
    if env::var_os("CARGO_FEATURE_RENDER").is_some() {
        for name in STYLES {
            let path = format!("www/{name}");
            println!("cargo::rerun-if-changed={path}");
            let css = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            if name == "styles.css" {
                fs::write(out.join("auto.css"), following(&css)).expect("OUT_DIR is writable");
            }
            fs::write(out.join(name), short(&css)).expect("OUT_DIR is writable");
        }
    }
}

/// Styles without their comments, on one line. No text in ours has a comment or more than a space in it.
fn short(css: &str) -> String {
    let mut pieces = css.split("/*");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once("*/").map_or("", |(_, after)| after));
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Styles by which the colours of the theme `auto` follow the page without a script: light ones where its text is dark, dark
/// ones where it is light, as `www/theme.js` decides (the weights of red, green and blue, and 153, three fifths of 255).
fn following(css: &str) -> String {
    let block = |selector: &str| -> Vec<(&str, &str, [i32; 3])> {
        let (_, after) = css.split_once(selector).expect("the theme has a rule");
        let (rule, _) = after.split_once('}').expect("a rule ends");
        rule.split(';').filter_map(colour).collect()
    };
    let (light, dark) = (block("[data-theme] {"), block("[data-theme=\"dark\"] {"));
    let mut rule = String::from(
        "@media screen { @supports (color: rgb(from currentColor r g b)) { [data-theme=\"auto\"] { \
         --lit: rgb(from currentColor clamp(0, (.3 * r + .59 * g + .11 * b - 153) * 99, 1) 0 0);",
    );
    for ((name, set_by, from), (other, _, to)) in light.iter().zip(&dark) {
        assert_eq!(name, other, "both themes have their colours in one order");
        let channels: Vec<String> = from
            .iter()
            .zip(to)
            .map(|(from, to)| format!("calc({from} + {} * r)", to - from))
            .collect();
        let colour = channels.join(" ");
        write(
            &mut rule,
            &format!(" {name}: var({set_by}, rgb(from var(--lit) {colour}));"),
        );
    }
    rule + " } } }"
}

/// The name, what a page sets it by, and the red, green and blue in `--paper: var(--pm-background, #fff)`.
fn colour(declaration: &str) -> Option<(&str, &str, [i32; 3])> {
    let (name, value) = declaration.split_once(": var(")?;
    let (set_by, hex) = value.strip_suffix(')')?.split_once(", #")?;
    let digits: Vec<i32> = hex
        .chars()
        .map(|digit| i32::try_from(digit.to_digit(16)?).ok())
        .collect::<Option<_>>()?;
    let channels = match digits[..] {
        [red, green, blue] => [red * 17, green * 17, blue * 17],
        [_, _, _, _, _, _] => [0, 2, 4].map(|at| digits[at] * 16 + digits[at + 1]),
        _ => return None,
    };
    Some((name.trim(), set_by, channels))
}

fn write(code: &mut String, text: &str) {
    code.write_str(text).expect("a string takes it");
}

fn read(tag: &str) -> Catalogue {
    let path = format!("{CATALOGUES}/{tag}.arb");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path} is no JSON: {error}"))
}

/// The languages beside English, in alphabetical order.
fn translations() -> Vec<String> {
    let mut tags: Vec<String> = fs::read_dir(CATALOGUES)
        .expect("the folder of catalogues")
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".arb")?.to_owned())
        })
        .filter(|tag| tag != "en")
        .collect();
    tags.sort();
    tags
}

fn pattern<'a>(catalogue: &'a Catalogue, key: &str) -> Option<&'a str> {
    catalogue.get(key)?.as_str()
}

/// The patterns in the order of the keys. A test demands that none is missing; until it is translated, English stands in.
fn table(keys: &[&String], catalogue: &Catalogue, english: &Catalogue) -> String {
    let patterns: Vec<&str> = keys
        .iter()
        .map(|key| {
            pattern(catalogue, key)
                .or_else(|| pattern(english, key))
                .expect("a message is a string")
        })
        .collect();
    format!("{patterns:#?}")
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
