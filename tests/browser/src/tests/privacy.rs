//! On somebody else's page.

use crate::page::{HER2, Page, SCRIPT, eventually};
use crate::privacy;
use crate::server::{Answer, Origin};

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

/// They see it too where a script of the widget's looks at what the browser keeps, or adds a name.
pub fn would_be_noticed_of_scripts(page: &Page<'_>) {
    let script = "void localStorage.length; void document.cookie; sessionStorage.setItem('left', 1); window.leftBehind = 1";
    page.stage.lay("other/embed.js", Answer::new("text/javascript", script));
    page.open_with("", "");
    assert_eq!(privacy::broken(page), [""; 0]);
    page.run("return new Promise((resolve) => document.head.append(Object.assign(document.createElement('script'), { src: 'other/embed.js', onload: resolve })))");
    let mut broken = privacy::broken(page);
    broken.sort();
    assert_eq!(broken, ["cookie was looked at", "leftBehind is a new name of the page's", "localStorage was looked at", "sessionStorage was looked at"]);
    page.run("sessionStorage.clear()");
    // Not as every page is left: it is broken.
    page.browser.open("about:blank").expect("the page is left");
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

/// A service learns the DOI, the page's origin and what every request of the browser's has.
pub fn tells_services_nothing_of_the_page(page: &Page<'_>) {
    const WORKS: &str = "openalex/works";
    let works = r#"{ "results": [{ "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/moss", "title": "On moss", "cited_by_count": 17, "authorships": [] }] }"#;
    page.stage.lay(WORKS, Answer::json(works).with_header("access-control-allow-origin", "*"));
    let endpoint = page.stage.address(Origin::Neighbour, "{source}");
    // Cookies are of a host, whatever the port.
    page.open_with("", "<main></main>");
    page.run("document.cookie = 'session=1; path=/'");
    page.open_with(
        &format!(r#"<meta name="referrer" content="unsafe-url">{SCRIPT}"#),
        &format!(r#"<publication-metrics doi="10.1000/moss" endpoint="{endpoint}" loading="eager">fallback</publication-metrics>"#),
    );
    page.until_ready();
    page.run("document.cookie = 'session=1; path=/; max-age=0'");
    let host = page.stage.headers(Origin::Host, "site/publication-metrics-dialects.wasm");
    assert!(host.contains_key("cookie") && host.contains_key("referer"), "the page's own server has both: {host:?}");
    let service = page.stage.headers(Origin::Neighbour, WORKS);
    for header in ["cookie", "referer", "authorization"] {
        assert!(!service.contains_key(header), "{header}: {service:?}");
    }
    assert_eq!(page.stage.log(Origin::Neighbour), [WORKS]);
    // What is there is the browser's own.
    let known = [
        "host", "origin", "user-agent", "accept", "accept-language", "accept-encoding", "connection", "priority", "pragma", "cache-control",
        "te", "dnt", "upgrade-insecure-requests",
    ];
    for name in service.keys() {
        let header = name.as_str();
        assert!(known.contains(&header) || header.starts_with("sec-"), "{header}: {service:?}");
    }
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
