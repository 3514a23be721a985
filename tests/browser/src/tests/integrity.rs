//! The hashes that are published with the site hold a page to what was built.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::page::Page;
use crate::server::Answer;

const BODY: &str = r#"<publication-metrics src="records/her2-review.json" lang="es" loading="eager"></publication-metrics>
    <publication-metrics src="records/her2-review.json" layout="full" loading="eager"></publication-metrics>"#;

/// A page whose tag has the hash of the script, and whose import map those of what that imports.
fn open(page: &Page<'_>) {
    let manifest = fs::read(page.stage.site().join("integrity.json")).expect("the site has its hashes");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    let files = manifest["files"].as_object().expect("a hash for each file");
    let scripts = files.iter().filter(|(path, _)| Path::new(path).extension() == Some("js".as_ref()));
    let integrity: Map<String, Value> = scripts.map(|(path, hash)| (format!("./site/{path}"), hash.clone())).collect();
    assert!(integrity.len() > 10, "{integrity:?}");
    let head = format!(
        r#"<script type="importmap">{}</script><script type="module" src="site/publication-metrics.js" integrity={}></script>"#,
        json!({ "integrity": integrity }),
        files["publication-metrics.js"],
    );
    page.open_with(&head, BODY);
}

/// A byte that changes nothing but the hash.
fn alter(page: &Page<'_>, path: &str) {
    let mut script = fs::read(page.stage.site().join(path)).expect("the site has it");
    script.push(b'\n');
    page.stage.lay(&format!("site/{path}"), Answer::new("text/javascript", script));
}

/// Neither what the tag names, nor what is imported later; what does not need it goes on.
pub fn lets_nothing_altered_in(page: &Page<'_>) {
    open(page);
    page.until("probe.text('badge-citations', 0)?.startsWith('6 citas') && probe.element(1).state === 'ready'");
    alter(page, "languages/es.js");
    open(page);
    page.until("probe.text('badge-citations', 0)?.startsWith('6 citations') && probe.element(1).state === 'ready'");
    alter(page, "publication-metrics-full.js");
    open(page);
    page.until("probe.element(0).state === 'ready' && probe.element(1).state === 'error'");
    alter(page, "publication-metrics.js");
    open(page);
    page.settle();
    assert!(page.is("!customElements.get('publication-metrics')"));
    assert_eq!(page.requests("site/publication-metrics.js"), 4);
}
