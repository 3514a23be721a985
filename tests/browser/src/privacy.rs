//! What every test holds the widget to besides: it asks no host that the page has not named, touches nothing that the browser
//! keeps, and adds no name to the page.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::page::Page;

/// Tests in which a reader follows a link to another host.
const ELSEWHERE: [&str; 1] = ["sandbox_without_popups_opens_no_window"];

/// Whoever drives a browser has names of its own in a page.
const OF_DRIVERS: [&str; 2] = ["cdc_", "ret_nodes"];

/// Fails where a promise is broken, before a page is left and at the end of each test.
#[track_caller]
pub fn is_kept(page: &Page<'_>) {
    assert_eq!(broken(page), [""; 0]);
}

/// What is broken of what is promised, in words. A page that the probe is not in has said nothing.
pub fn broken(page: &Page<'_>) -> Vec<String> {
    let told = page.told.borrow().clone();
    let mut broken = Vec::new();
    if !ELSEWHERE.contains(&page.name) {
        let mut asked = page.browser.asked_elsewhere();
        asked.retain(|host| !told.contains(host.as_str()));
        let asked = asked.iter();
        broken.extend(asked.map(|host| format!("{host} was asked, which the page has not named")));
    }
    // A test may have left the page, or a frame of it.
    let Ok(Value::Object(seen)) = page
        .browser
        .run("return window.probe && { stored: probe.seen.stored, globals: probe.globals() }")
    else {
        return broken;
    };
    let names = |key: &str| -> Vec<String> {
        serde_json::from_value(seen.get(key).cloned().unwrap_or_default()).unwrap_or_default()
    };
    // Storage is used where the page asks for it, by the attribute `cache`.
    if !told.contains("cache=") {
        let stored = names("stored").into_iter();
        broken.extend(stored.map(|name| format!("{name} was looked at")));
    }
    let shared = shared();
    let globals = names("globals").into_iter().filter(|name| {
        !is_word_of(&told, name)
            && !is_word_of(&shared, name)
            && !OF_DRIVERS.iter().any(|it| name.contains(it))
    });
    broken.extend(globals.map(|name| format!("{name} is a new name of the page's")));
    broken
}

/// Whether a text has a name that is not only a part of another.
fn is_word_of(text: &str, name: &str) -> bool {
    let is_part = |it: char| it.is_alphanumeric() || it == '_' || it == '$';
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}

/// What pages under test share.
fn shared() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect()
}
