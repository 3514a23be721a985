//! Attributes and the properties of their names.

use crate::page::Page;

/// And the default is used.
pub fn warn_once_when_unknown(page: &Page<'_>) {
    let widget = r#"<publication-metrics src="records/her2-review.json" layout="poster" theme="neon"></publication-metrics>"#;
    page.open(&widget.repeat(3));
    page.until_ready();
    page.settle();
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    for word in ["poster", "neon"] {
        let said = warnings.iter().filter(|warning| warning.contains(word)).count();
        assert_eq!(said, 1, "{word:?} in {warnings:?}");
    }
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(!page.value::<String>("probe.root().firstElementChild.innerText").contains("Dual HER2"));
    assert!(page.sees("probe.part('badge-citations')"));
}

/// Both ways.
pub fn are_properties(page: &Page<'_>) {
    page.open("<publication-metrics>fallback</publication-metrics>");
    page.until("customElements.get('publication-metrics')");
    for (name, default, other) in [
        ("src", "", "a.json"),
        ("doi", "", "10.5555/a"),
        ("source", "openalex", "crossref"),
        ("layout", "badges", "card"),
        ("badges", "citations altmetric quartile", "quartile"),
        ("share", "panel", "none"),
        ("theme", "auto", "dark"),
        ("loading", "lazy", "eager"),
    ] {
        let property = format!("document.createElement('publication-metrics').{name}");
        assert_eq!(page.value::<String>(&property), default, "{name}");
        let reflected = format!(
            "(() => {{ const e = document.createElement('publication-metrics'); e.{name} = '{other}'; const a = e.getAttribute('{name}'); e.setAttribute('{name}', '{default}'); return [a, e.{name}]; }})()"
        );
        assert_eq!(
            page.value::<(String, String)>(&reflected),
            (other.into(), default.into()),
            "{name}"
        );
    }
    assert!(page.is("(() => { const e = document.createElement('publication-metrics'); e.hideEmpty = true; return e.hasAttribute('hide-empty') && !e.matches('[hide-empty=false]'); })()"));
    assert!(page.is("document.createElement('publication-metrics').attributes.length === 0"));
}
