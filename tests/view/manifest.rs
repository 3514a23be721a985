//! The custom elements manifest, by which editors know the element, against what the element and the views have.

use std::collections::BTreeSet;

use publication_metrics::widget::{Layout, Panel, Settings};
use serde_json::Value;

use crate::page::{HER2_REVIEW, render};

const MANIFEST: &str = include_str!("../../www/custom-elements.json");
const ELEMENT: &str = include_str!("../../www/element.js");
const ASK: &str = include_str!("../../www/ask.js");
const TYPES: &str = include_str!("../../www/index.d.ts");
const STYLES: [&str; 3] = [
    include_str!("../../www/styles.css"),
    include_str!("../../www/panels.css"),
    include_str!("../../www/page.css"),
];
/// Has every field.
const FULL_RECORD: &str = include_str!("../fixtures/full-record.json");

fn names(of: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("the manifest is JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    let list = element[of].as_array().expect("a list");
    let names = list
        .iter()
        .map(|it| it["name"].as_str().expect("a name").to_owned());
    names.collect()
}

/// What stands between `start` and `end`, each time.
fn between<'text>(
    text: &'text str,
    start: &'static str,
    end: char,
) -> impl Iterator<Item = &'text str> {
    text.split(start)
        .skip(1)
        .filter_map(move |rest| rest.split(end).next())
}

fn set<'text>(names: impl Iterator<Item = &'text str>) -> BTreeSet<String> {
    names.map(str::to_owned).collect()
}

#[test]
fn its_attributes_are_those_that_the_element_reads() {
    let defaults = between(ELEMENT, "const DEFAULTS = {\n", '}').next();
    let observed = defaults
        .expect("the defaults")
        .lines()
        .filter_map(|line| line.trim().split(':').next())
        .map(|name| name.trim_matches('"'))
        .filter(|name| !name.is_empty());
    let settings = between(ASK, "settingOf(element, \"", '"');
    // `state` is the element's own, for styles.
    let others = ["hide-empty", "lang", "state"].into_iter();
    let expected = set(observed.chain(settings).chain(others));
    assert_eq!(names("attributes"), expected);
}

#[test]
fn its_events_are_those_that_the_element_dispatches_and_the_types_name() {
    let dispatched = set(between(ELEMENT, "#tell(\"", '"'));
    assert_eq!(names("events"), dispatched);
    let typed: BTreeSet<String> = between(TYPES, "\n  \"metrics-", '"')
        .map(|rest| format!("metrics-{rest}"))
        .collect();
    assert_eq!(typed, dispatched);
}

#[test]
fn its_parts_are_those_of_the_views() {
    let mut parts = BTreeSet::new();
    for record in [HER2_REVIEW, FULL_RECORD] {
        for layout in [Layout::Badges, Layout::Card, Layout::Full] {
            for open in [None, Some(Panel::Share)] {
                let settings = Settings {
                    layout,
                    ..Settings::default()
                };
                let page = render(record, settings, open);
                for part in between(&page.0, "part=\"", '"').flat_map(str::split_whitespace) {
                    let is_of_section = part.starts_with("section-");
                    parts.insert(if is_of_section { "section-KEY" } else { part }.to_owned());
                }
            }
        }
    }
    assert_eq!(names("cssParts"), parts);
}

#[test]
fn its_custom_properties_are_those_of_the_styles() {
    let read = STYLES.iter().flat_map(|styles| {
        styles.split("var(--pm-").skip(1).filter_map(|rest| {
            rest.split(|it: char| !it.is_ascii_lowercase() && it != '-')
                .next()
        })
    });
    let read: BTreeSet<String> = read.map(|name| format!("--pm-{name}")).collect();
    assert_eq!(names("cssProperties"), read);
}
