//! Attributes, properties and events.

use std::fs;
use std::path::Path;

use crate::{ROOT, names, texts};

/// What any element may have, and what frameworks write beside the attributes.
const ANYWHERE: [&str; 6] = ["class", "id", "key", "ref", "slot", "state"];

/// The places where somebody learns what to write.
fn places() -> Vec<(String, String)> {
    texts(&[
        "README.md",
        "ARCHITECTURE.md",
        "docs",
        "examples",
        "index.html",
    ])
}

/// What a tag's text names as attributes, in whatever template language: `lang`, `:lang`, `[attr.lang]`, `{lang}`.
fn attributes_of(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut word = String::new();
    // The words outside of quotes and braces; a brace that stands alone is Svelte's short form.
    for character in tag.chars().chain([' ']) {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '{') => {
                depth += 1;
                if word.is_empty() {
                    word.push('{');
                }
            }
            (None, '}') => depth = depth.saturating_sub(1),
            (None, _) if depth > 0 => {
                if word.starts_with('{') && !word.contains('=') {
                    word.push(character);
                }
            }
            (None, _) if character.is_whitespace() => found.push(std::mem::take(&mut word)),
            (None, _) => word.push(character),
        }
    }
    found
        .iter()
        .map(|word| word.split('=').next().unwrap_or_default())
        .map(|word| word.trim_matches(['{', '[', ']', ':', '/']))
        .map(|word| word.strip_prefix("attr.").unwrap_or(word))
        .map(|word| word.strip_suffix(".prop").unwrap_or(word))
        .filter(|word| !word.is_empty() && !word.starts_with(['@', '*', '$', '%', '.', '…']))
        .filter(|word| !word.starts_with("onmetrics-"))
        .filter(|word| {
            word.chars()
                .all(|it| it.is_ascii_alphanumeric() || it == '-')
        })
        .map(ToOwned::to_owned)
        .collect()
}

/// The tag's text up to its end; what is within quotes or braces is none.
fn tag(text: &str) -> &str {
    let mut depth = 0_i32;
    let mut is_quoted = false;
    let end = text.char_indices().find(|(_, character)| {
        match character {
            '"' => is_quoted = !is_quoted,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth <= 0 && !is_quoted && matches!(character, '>' | '<' | '`')
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[test]
fn tags_have_only_attributes_and_properties_of_the_element() {
    let mut known = names("attributes");
    known.extend(names("members"));
    known.extend(ANYWHERE.map(ToOwned::to_owned));
    let mut seen = 0;
    for (path, text) in places() {
        // What builds a tag piece by piece names its attributes in a list, which is checked below.
        let kind = Path::new(&path).extension().and_then(|it| it.to_str());
        if matches!(kind, Some("lua" | "php"))
            || path.contains("_includes/")
            || path.contains("partials/")
        {
            continue;
        }
        for part in text.split("<publication-metrics").skip(1) {
            for attribute in attributes_of(tag(part)) {
                seen += 1;
                assert!(
                    known.contains(&attribute),
                    "{path}: {attribute} in <publication-metrics{}>",
                    tag(part)
                );
            }
        }
    }
    assert!(seen > 50, "{seen} attributes found");
}

#[test]
fn lists_of_attributes_are_of_attributes() {
    let known = names("attributes");
    let mut lists = 0;
    for (path, text) in places() {
        for line in text
            .lines()
            .filter(|line| line.contains("attributes of the element"))
        {
            lists += 1;
            let listed: Vec<&str> = line
                .split(['"', '\''])
                .skip(1)
                .step_by(2)
                .flat_map(str::split_whitespace)
                .collect();
            assert!(listed.len() > 15, "{path}: {line}");
            for attribute in listed {
                assert!(known.contains(attribute), "{path}: {attribute}");
            }
        }
    }
    assert_eq!(lists, 4, "Hugo, Jekyll, Quarto and WordPress");
}

#[test]
fn events_are_those_of_the_element() {
    let known = names("events");
    let mut seen = 0;
    for (path, text) in places() {
        for (at, _) in text.match_indices("metrics-") {
            let before = text[..at].trim_end_matches("on");
            let is_event =
                !before.ends_with(|it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '/'));
            let name = text[at..]
                .split(|it: char| !it.is_ascii_lowercase() && it != '-')
                .next();
            if is_event && let Some(name) = name {
                seen += 1;
                assert!(known.contains(name), "{path}: {name}");
            }
        }
    }
    assert!(seen > 10, "{seen} events found");
}

/// The manifest has what the class observes, and what is asked of it where a DOI is alone.
#[test]
fn the_manifest_has_every_attribute_that_the_scripts_read() {
    let script =
        |name: &str| fs::read_to_string(Path::new(ROOT).join("www").join(name)).expect("a script");
    let element = script("element.js");
    let known = names("attributes");
    let defaults = element
        .split("const DEFAULTS = {")
        .nth(1)
        .and_then(|it| it.split("};").next());
    let mut read: Vec<String> = defaults
        .expect("the defaults")
        .lines()
        .filter_map(|line| Some(line.trim().split_once(':')?.0.trim_matches('"').to_owned()))
        .chain(["hide-empty".to_owned(), "lang".to_owned()])
        .collect();
    let ask = script("ask.js");
    read.extend(
        ask.split("settingOf(element, \"")
            .skip(1)
            .filter_map(|it| Some(it.split_once('"')?.0.to_owned())),
    );
    assert!(read.len() > 18, "{read:?}");
    for attribute in read {
        assert!(
            known.contains(&attribute),
            "www/custom-elements.json lacks {attribute}"
        );
    }
}

#[test]
fn tags_are_read_in_every_dialect() {
    for (text, attributes) in [
        (r#" src="a b>c" hide-empty>x"#, &["src", "hide-empty"][..]),
        (
            r#" *ngIf="doi" [attr.doi]="doi" source="x">"#,
            &["doi", "source"],
        ),
        (
            r#" :publication.prop="it" @metrics-load="f">"#,
            &["publication"],
        ),
        (
            r" {doi} lang={lang} onmetrics-load={(event) => f(event)}>",
            &["doi", "lang"],
        ),
        (r#" doi="{$doi|escape}" nope="1">"#, &["doi", "nope"]),
        ("` sets", &[]),
    ] {
        assert_eq!(attributes_of(tag(text)), attributes, "{text}");
    }
}
