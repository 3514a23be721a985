//! Two versions of the script on one page, and a page that has the name for itself.

use std::fs;

use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Origin};

const OTHER: &str = r#"<script type="module" src="other/publication-metrics.js"></script>"#;

/// Lays the script down once more, as another version with its parts beside it.
fn lay_other(page: &Page<'_>) {
    let read = |file: &str| fs::read(page.stage.site().join(file)).expect("the site is complete");
    let script = String::from_utf8(read("publication-metrics.js")).expect("a script in UTF-8");
    let other = script.replace(env!("CARGO_PKG_VERSION"), "9.9.9");
    page.stage.lay("other/publication-metrics.js", Answer::new("text/javascript", other));
    for (file, kind) in [
        ("publication-metrics.wasm", "application/wasm"),
        ("publication-metrics-full.wasm", "application/wasm"),
        ("publication-metrics-full.js", "text/javascript"),
        ("share-icons.js", "text/javascript"),
        ("languages/es.js", "text/javascript"),
    ] {
        page.stage.lay(&format!("other/{file}"), Answer::new(kind, read(file)));
    }
}

/// Uses all that is fetched later, and says what each of the two copies was asked for.
fn parts_asked_for(page: &Page<'_>) -> (Vec<String>, Vec<String>) {
    page.until_ready();
    assert!(page.text("badge-citations").starts_with("6 citas"));
    page.run("probe.toggle('share-button').click()");
    page.until("probe.part('share-panel').querySelector('svg path')");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    let asked = |folder: &str| {
        let log = page.stage.log(Origin::Host);
        log.iter().filter_map(|path| path.strip_prefix(folder).map(str::to_owned)).collect()
    };
    (asked("site/"), asked("other/"))
}

fn body() -> String {
    [HER2.replace("src=", r#"lang="es" src="#), HER2.replace("src=", r#"layout="full" lang="es" loading="eager" src="#)].concat()
}

/// The first one stays, with its own parts; the second says that it is not used, and fetches nothing.
pub fn keep_to_the_first(page: &Page<'_>) {
    lay_other(page);
    page.open_with(&[OTHER, SCRIPT, &SCRIPT.replace(".js", ".js?again")].concat(), &body());
    let (site, other) = parts_asked_for(page);
    assert_eq!(page.value::<String>("customElements.get('publication-metrics').version"), "9.9.9");
    assert_eq!(site, ["publication-metrics.js"; 2]);
    assert!(["publication-metrics.wasm", "publication-metrics-full.wasm", "share-icons.js", "languages/es.js"].iter().all(|it| other.iter().any(|asked| asked == it)), "{other:?}");
}

/// Once for each version that is left out, with both numbers.
pub fn say_which_one_is_used(page: &Page<'_>) {
    lay_other(page);
    page.open_with(&[SCRIPT, OTHER].concat(), &body());
    let (_, other) = parts_asked_for(page);
    assert_eq!(other, ["publication-metrics.js"]);
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains("9.9.9") && it.contains(env!("CARGO_PKG_VERSION"))), "{warnings:?}");
}

/// Nothing is wrong, and nothing is said.
pub fn that_are_the_same_are_quiet(page: &Page<'_>) {
    page.open_with(&[SCRIPT, &SCRIPT.replace(".js", ".js?again"), r#"<script async src="site/embed.js"></script>"#].concat(), &body());
    page.until_ready();
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}

/// The page's own element stays as it is.
pub fn leave_an_element_of_the_page_alone(page: &Page<'_>) {
    let own = "<script>customElements.define('publication-metrics', class extends HTMLElement { connectedCallback() { this.title = 'mine'; } })</script>";
    page.open_with(&[own, SCRIPT].concat(), HER2);
    page.until("probe.seen.warnings.length");
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(matches!(&warnings[..], [it] if it.contains("already defined") && it.contains(env!("CARGO_PKG_VERSION"))), "{warnings:?}");
    assert!(page.is("probe.element().title === 'mine' && !probe.element().shadowRoot && !probe.element().hasAttribute('state')"));
    assert_eq!(page.requests("site/publication-metrics.wasm"), 0);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}
