//! On somebody else's page.

use crate::page::{HER2, Page, SCRIPT, eventually};
use crate::server::Origin;

/// No request but to the page's own server.
pub fn asks_nobody_else(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('share-button').click()");
    page.until("probe.part('share-panel').querySelector('svg path')");
    page.settle();
    let foreign: Vec<String> = page.value(
        "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).origin !== location.origin)",
    );
    assert_eq!(foreign, [""; 0]);
    assert_eq!(page.browser.asked_elsewhere(), [""; 0]);
    assert_eq!(page.stage.log(Origin::Neighbour), [""; 0]);
}

/// The tests do see a request to somebody else, by whatever way.
pub fn would_be_noticed(page: &Page<'_>) {
    page.open_with("", "");
    page.run("fetch('http://elsewhere.example/').catch(() => {}); new Image().src = 'https://secure.example/'");
    eventually(
        || {
            let asked = page.browser.asked_elsewhere();
            ["elsewhere.example", "secure.example"].iter().all(|host| asked.iter().any(|it| it == host))
        },
        "both are noticed",
    );
}

/// No cookie, no storage.
pub fn keeps_nothing(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('share-button').click()");
    page.settle();
    assert_eq!(page.value::<String>("document.cookie"), "");
    assert_eq!(page.value::<usize>("localStorage.length + sessionStorage.length"), 0);
    assert_eq!(page.value::<usize>("indexedDB.databases().then((all) => all.length)"), 0);
    assert_eq!(page.value::<usize>("caches.keys().then((all) => all.length)"), 0);
}

/// The page's names are the page's.
pub fn leaves_no_global(page: &Page<'_>) {
    let names = "Object.getOwnPropertyNames(window).filter((name) => !/^\\d+$/.test(name)).sort()";
    page.open_with("", HER2);
    // chromedriver leaves a name of its own with the first script.
    page.run("");
    let before: Vec<String> = page.value(names);
    page.open_with(&format!(r#"{SCRIPT}<script async src="site/embed.js"></script>"#), HER2);
    page.until_ready();
    page.run("probe.toggle('share-button').click()");
    page.settle();
    let after: Vec<String> = page.value(names);
    let left: Vec<_> = after.iter().filter(|name| !before.contains(name)).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}
