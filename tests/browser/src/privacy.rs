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

/// Fails where a promise is broken. A page that the probe is not in has said nothing.
#[track_caller]
pub fn is_kept(page: &Page<'_>) {
    let told = page.told.borrow().clone();
    if !ELSEWHERE.contains(&page.name) {
        let mut asked = page.browser.asked_elsewhere();
        asked.retain(|host| !told.contains(host.as_str()));
        assert_eq!(asked, [""; 0], "hosts that the page has not named");
    }
    // A test may have left the page, or a frame of it.
    let Ok(Value::Object(seen)) = page
        .browser
        .run("return window.probe && { stored: probe.seen.stored, globals: probe.globals() }")
    else {
        return;
    };
    let names = |key: &str| -> Vec<String> {
        serde_json::from_value(seen.get(key).cloned().unwrap_or_default()).unwrap_or_default()
    };
    // Storage is used where the page asks for it, by the attribute `cache`.
    if !told.contains("cache=") {
        assert_eq!(
            names("stored"),
            [""; 0],
            "what the browser keeps was looked at"
        );
    }
    let shared = shared();
    let mut globals = names("globals");
    globals.retain(|name| {
        !told.contains(name.as_str())
            && !shared.contains(name.as_str())
            && !OF_DRIVERS.iter().any(|it| name.contains(it))
    });
    assert_eq!(
        globals, [""; 0],
        "names that neither the page nor its test has"
    );
}

/// What pages under test share.
fn shared() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect()
}
