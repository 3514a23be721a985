//! What axe-core finds of the guidelines' rules (WCAG 2.2, A and AA) and of good practice: nothing, in any layout, theme,
//! language and state.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::{HER2, Page, SCRIPT};

/// What axe finds in the page as it is: rules, with the elements that break them.
const FINDINGS: &str = "axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'target-size': { enabled: true } },
  }).then(({ violations, passes }) => {
    if (!passes.length) throw new Error('axe has checked nothing');
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => `${id}: ${target.flat().join(' ')}\\n  ${html.slice(0, 200)}\\n  ${failureSummary}`));
  })";

fn open(page: &Page<'_>, body: &str) {
    page.lay_library("pages/axe.js", "axe-core/axe.min.js");
    page.open_with(
        &format!(r#"<script src="pages/axe.js"></script>{SCRIPT}"#),
        &format!("<main><h1>Publications</h1>{body}</main>"),
    );
}

fn widget(attributes: &str) -> String {
    HER2.replace("<publication-metrics", &format!(r#"<publication-metrics loading="eager" {attributes}"#))
}

#[track_caller]
fn assert_nothing_found(page: &Page<'_>, state: &str) {
    // A colour on its way to another is neither.
    page.run(
        "for (const it of probe.widgets()) { it.offsetWidth; for (const motion of it.shadowRoot.getAnimations()) motion.finish(); }",
    );
    let findings: Vec<String> = page.value(FINDINGS);
    assert!(findings.is_empty(), "{state}:\n{}", findings.join("\n"));
}

/// The page around a dark widget is dark.
fn paint(page: &Page<'_>, theme: &str, is_dark: bool) {
    let colours = if is_dark { "'#16181d', '#e6e8ec'" } else { "'#ffffff', '#1b1d22'" };
    page.run(&format!(
        "const [background, color] = [{colours}]; Object.assign(document.body.style, {{ background, color }});
         for (const it of probe.widgets()) it.theme = {theme:?}"
    ));
    page.until(&format!(
        "probe.widgets().every((it) => it.state === 'error' || it.shadowRoot.querySelector('[data-theme]').dataset.theme === {:?})",
        match (theme, is_dark) {
            ("auto", true) => "dark",
            ("auto", false) => "light",
            _ => theme,
        }
    ));
}

/// Each layout in each theme and language, with all that is folded.
pub fn holds_in_every_layout_theme_and_language(page: &Page<'_>) {
    open(page, &[widget(""), widget(r#"layout="card""#), widget(r#"layout="full" heading-level="2""#)].concat());
    page.until_ready();
    for language in ["en", "ar", "ca", "de", "es", "eu", "fr", "gl", "it", "pt"] {
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        page.run(&format!("Object.assign(document.documentElement, {{ lang: {language:?}, dir: {direction:?} }})"));
        page.until(&format!(
            "probe.widgets().every((it) => it.shadowRoot.querySelector('.widget')?.lang === {language:?})"
        ));
        for (theme, is_dark) in [("light", false), ("dark", true), ("mono", false), ("auto", true)] {
            paint(page, theme, is_dark);
            assert_nothing_found(page, &format!("{language}, {theme}"));
        }
    }
}

/// Open panels, of each badge and of sharing, in a row and in a card.
pub fn holds_with_panels_open(page: &Page<'_>) {
    open(page, &[widget(""), widget(r#"layout="card""#)].concat());
    page.until_ready();
    for (theme, is_dark) in [("light", false), ("dark", true), ("mono", false)] {
        paint(page, theme, is_dark);
        for number in [0, 1] {
            for part in ["badge-citations", "badge-altmetric", "badge-quartile", "share-button"] {
                page.run(&format!("probe.toggle({part:?}, {number}).focus()"));
                page.press(Key::Enter);
                page.until(&format!("probe.expanded({part:?}, {number})"));
                page.until("probe.widgets().every((it) => ![...it.shadowRoot.querySelectorAll('span.icon')].length)");
                assert_nothing_found(page, &format!("{part} of {number}, {theme}"));
                if part == "share-button" {
                    page.run(&format!("probe.part('share-panel', {number}).querySelector('[data-share=cite]').click()"));
                    page.until(&format!("Boolean(probe.part('share-panel', {number}).querySelector('[data-cite]'))"));
                    assert_nothing_found(page, &format!("citing of {number}, {theme}"));
                }
                page.press(Key::Escape);
            }
        }
    }
}

/// All that a reader can unfold and ask for on the whole page.
pub fn holds_with_everything_unfolded(page: &Page<'_>) {
    open(page, &widget(r#"layout="full""#));
    page.until_ready();
    page.run("for (const it of probe.element().shadowRoot.querySelectorAll('details')) it.open = true");
    page.run("for (const it of probe.element().shadowRoot.querySelectorAll('[data-more]')) it.click()");
    page.until("[...probe.element().shadowRoot.querySelectorAll('[data-more]')].every((it) => it.ariaExpanded === 'true')");
    for (theme, is_dark) in [("light", false), ("dark", true), ("mono", false)] {
        paint(page, theme, is_dark);
        for (key, shown) in [("apa", ".cited"), ("bibtex", "pre.cited"), ("qr", ".qr")] {
            page.run(&format!("probe.element().shadowRoot.querySelector('[data-cite={key}]').click()"));
            page.until(&format!("probe.element().shadowRoot.querySelector({shown:?})"));
            assert_nothing_found(page, &format!("{key}, {theme}"));
        }
        page.run("probe.element().shadowRoot.querySelector('[data-cite=qr]').click()");
    }
}

/// With the fallback, with nothing to show, and with all that makes a record unusual.
pub fn holds_in_every_state(page: &Page<'_>) {
    let records = [
        json!({ "title": "Nothing is known" }),
        json!({ "title": "Of <i>zeros</i>", "retracted": true,
                "notices": [{ "kind": "correction", "date": "2024-03-03", "doi": "10.1000/c" }],
                "citations": [{ "source": "Scopus", "count": 0, "asOf": "2025" }, { "source": "WoS", "count": "many" }],
                "attention": [{ "provider": "Altmetric", "kind": "score", "value": 0 }],
                "rankings": [{ "agency": "SJR", "year": 2020, "quartile": "Q4" }],
                "abstract": "<title>Aim</title><p>A <b>b</b>.</p><list list-type=\"order\"><list-item>c</list-item></list>" }),
    ];
    let missing = r#"<publication-metrics src="missing.json" loading="eager"><a href="paper" style="color: inherit">The paper</a></publication-metrics>"#;
    let shown = records.iter().flat_map(|record| {
        let json = record.to_string().replace('<', "\\u003c");
        ["badges", "card", "full"].map(|layout| {
            format!(
                r#"<publication-metrics layout="{layout}" loading="eager"><script type="application/json">{json}</script></publication-metrics>"#
            )
        })
    });
    let body: String = [missing.to_owned()].into_iter().chain(shown).collect();
    open(page, &body);
    page.until("probe.widgets().every(({ state }) => ['ready', 'empty', 'error'].includes(state))");
    assert_eq!(page.value::<Vec<String>>("[...new Set(probe.widgets().map(({ state }) => state))]"), ["error", "empty", "ready"]);
    for (theme, is_dark) in [("light", false), ("dark", true), ("mono", false)] {
        paint(page, theme, is_dark);
        assert_nothing_found(page, theme);
    }
}

/// What is not as it should be is found, or the tests above would say nothing.
pub fn would_be_noticed(page: &Page<'_>) {
    open(page, &widget(r#"layout="full""#));
    page.until_ready();
    page.run(
        "const root = probe.element().shadowRoot; root.querySelector('[data-panel]')?.setAttribute('aria-expanded', 'perhaps');
         root.querySelector('p').style.color = 'rgb(200 200 200)'; root.querySelector('button').replaceChildren()",
    );
    let findings: Vec<String> = page.value(FINDINGS);
    for rule in ["aria-valid-attr-value", "color-contrast", "button-name"] {
        assert!(findings.iter().any(|it| it.starts_with(rule)), "{rule} is not among {findings:#?}");
    }
}
