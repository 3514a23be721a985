//! The language of the widget's words. English is written with British or American dates.

use std::rc::Rc;

use publication_metrics::formats::read_str;
use publication_metrics::language::Language;
use publication_metrics::widget::{Layout, NoHost, Record, Settings, Widget, WidgetProps};
use serde_json::{Value, json};
use yew::LocalServerRenderer;

use crate::engine::Engine;
use crate::page::{HER2, Page};
use crate::server::{Answer, Origin};

/// Its own, the nearest ancestor's, then the page's; a tag that is none is passed over.
pub fn is_the_nearest_ancestors(page: &Page<'_>) {
    let widget = r#"<publication-metrics src="records/her2-review.json"></publication-metrics>"#;
    let american = widget.replace("src=", r#"lang="en-US" src="#);
    page.open(&format!(
        r#"{widget}<div lang="en-US">{widget}</div><div lang="en-GB">{american}</div><div lang="en-US"><div lang="no_such tag">{widget}</div></div>"#
    ));
    page.until_ready();
    for (widget, date) in [(0, "30 Jun 2025"), (1, "Jun 30, 2025"), (2, "Jun 30, 2025"), (3, "Jun 30, 2025")] {
        let text: String = page.value(&format!("probe.text('badge-citations', {widget})"));
        assert!(text.contains(date), "widget {widget} says {text:?}, without {date:?}");
    }
    assert!(page.is("probe.part('label').closest('[lang]').lang.startsWith('en')"), "words name their language");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// When it changes, and the element's own.
pub fn follows_the_page(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json"></publication-metrics>"#);
    page.until_ready();
    page.run("document.documentElement.lang = 'en-US'");
    page.until("probe.text('badge-citations').includes('Jun 30')");
    page.run("probe.element().lang = 'en-GB'");
    page.until("probe.text('badge-citations').includes('30 Jun')");
}

/// Fetched once, when a page asks for it; and nothing of the others.
pub fn is_fetched_when_it_is_spoken(page: &Page<'_>) {
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics lang="es-MX""#).repeat(3));
    page.until_ready();
    assert!(page.text("badge-citations").contains("citas"), "{}", page.text("badge-citations"));
    assert!(page.is("probe.root().querySelector('[lang=es]')"));
    let asked: Vec<String> =
        page.stage.log(Origin::Host).into_iter().filter(|path| path.contains("languages/")).collect();
    assert_eq!(asked, ["site/languages/es.js"]);
}

/// At once, in the whole widget, and back.
pub fn can_be_switched(page: &Page<'_>) {
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics layout="full""#));
    page.until_ready();
    let says = |words: &str| page.until(&format!("probe.part('section-leadership').textContent.includes('{words}')"));
    says("Spain");
    for (tag, words) in [("es", "España"), ("de", "Spanien"), ("ar", "إسبانيا"), ("en", "Spain"), ("pt-BR", "Espanha")] {
        page.run(&format!("probe.element().lang = '{tag}'"));
        says(words);
    }
    assert_eq!(page.requests("records/her2-review.json"), 1);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Where the words of a language cannot be had, English is spoken, and whoever keeps the page is told once.
pub fn that_is_missing_is_english(page: &Page<'_>) {
    page.stage.lay("site/languages/es.js", Answer::status(404));
    page.open(&HER2.replace("<publication-metrics", r#"<publication-metrics lang="es""#).repeat(2));
    page.until_ready();
    assert!(page.text("badge-citations").contains("citations"));
    assert!(page.is("probe.root().querySelector('[lang=en]')"));
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("languages/es.js"), "{warnings:?}");
}

/// Numbers, plurals, ordinals, dates of every precision and width, names of countries and lists of them; no country whose name
/// has been changed lately, for engines follow at their own pace.
fn record_of_conventions() -> Value {
    let countries = [
        "ES", "FR", "DE", "IT", "PT", "GB", "US", "CN", "JP", "KR", "MA", "EG", "BR", "MX", "NL", "CH", "CZ", "CL", "AR", "TW",
    ];
    let affiliations: Vec<_> = countries.iter().map(|it| json!({ "name": it, "country": it })).collect();
    let counts = [0, 1, 2, 3, 11, 100, 1_234, 12_345, 1_000_000];
    let dates = ["2024", "2024-03", "2024-03-01", "2023-12-31", "2025-08-15", "2022-05", "2021-01-09", "2020-10", "2019-02-28"];
    let citations = counts.iter().zip(dates).map(|(count, date)| json!({ "source": "S", "count": count, "asOf": date }));
    let kinds = ["readers", "mentions", "captures", "usage"].iter().flat_map(|kind| {
        [1.0, 2.0, 5.0, 41.4, 1234.5].map(|value| {
            json!({ "provider": "P", "kind": kind, "source": "Mendeley", "value": value, "asOf": "2025-06-30" })
        })
    });
    let ranks = [1, 2, 3, 4, 8, 11, 21, 22, 80, 101, 1500];
    let rankings = ranks
        .iter()
        .map(|rank| json!({ "agency": "WoS (JCR)", "year": 2023, "category": "C", "rank": rank, "of": 2000 }));
    json!({
        "type": "review", "title": "T", "published": "2024-11-05", "doi": "10.1000/a", "institution": "ES",
        "authors": [{ "name": "A", "institutional": true, "corresponding": true, "affiliations": [0] }, { "name": "B" }],
        "affiliations": affiliations,
        "citations": citations.collect::<Value>(),
        "attention": kinds.collect::<Value>(),
        "rankings": rankings.collect::<Value>(),
    })
}

/// The same record in the same language says the same in every engine and natively, where ICU4X stands for `Intl`.
pub fn is_written_as_natively(page: &Page<'_>) {
    let record = record_of_conventions();
    page.open_record(r#"layout="full""#, &record);
    page.until_ready();
    let mut differences = Vec::new();
    for tag in ["en", "en-US", "es", "es-MX", "ca", "gl", "eu", "pt", "pt-BR", "fr", "de", "it", "ar"] {
        let primary = tag.split('-').next().unwrap_or_default();
        page.run(&format!("probe.element().lang = {tag:?}"));
        page.until(&format!("probe.root().querySelector('.widget').lang === {primary:?}"));
        page.settle();
        let shown: Vec<String> = page.value(&format!("{PIECES}(probe.root().querySelector('.widget'))"));
        let native = Value::from(natively(tag, &record));
        let native: Vec<String> = page.value(&format!(
            "(() => {{ const box = document.createElement('div'); box.innerHTML = {native}; return {PIECES}(box.firstElementChild) }})()"
        ));
        assert_eq!(shown.len(), native.len(), "{tag}");
        assert!(shown.len() > 200, "{tag}: {}", shown.len());
        for (shown, native) in shown.iter().zip(&native) {
            let [shown, native] = [shown, native].map(|it| tolerated(page.engine, primary, it));
            if shown != native {
                differences.push(format!("{tag}: {shown:?} in {:?}, {native:?} natively", page.engine));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// A text without that in which engines of this year differ from the CLDR data of ICU4X: each line says where.
fn tolerated(engine: Engine, language: &str, text: &str) -> String {
    let mut text = text.to_owned();
    match (engine, language) {
        // Older data, in which thousands are grouped from the fourth digit on, or by a point.
        (_, "it" | "gl" | "pt") => {
            let digits: Vec<char> = text.chars().collect();
            let groups = |at: usize| {
                let is_digit = |at: usize| digits.get(at).is_some_and(char::is_ascii_digit);
                matches!(digits[at], '.' | '\u{a0}') && at > 0 && is_digit(at - 1) && is_digit(at + 1)
            };
            text = (0..digits.len()).filter(|at| !groups(*at)).map(|at| digits[at]).collect();
            // And names of countries with their articles.
            if language == "gl" {
                for article in [" O ", " Os ", " A "] {
                    text = text.replace(article, " ");
                }
            }
        }
        // Older data, with `de` before every year.
        (_, "ca") => text = text.replace(" del 20", " de 20"),
        _ => {}
    }
    text
}

/// The texts of the elements that have no other elements in them but those of styles.
const PIECES: &str = "((root) => [...root.querySelectorAll('*')].filter((it) => !it.closest('svg') && it.childNodes.length && [...it.childNodes].some((child) => child.nodeType === 3 && child.data)).map((it) => it.textContent))";

fn natively(tag: &str, record: &Value) -> String {
    let reading = read_str(&record.to_string()).expect("a publication");
    let props = WidgetProps {
        record: Record::of(reading),
        settings: Settings {
            layout: Layout::Full,
            ..Settings::default()
        },
        language: Language::of(tag),
        host: Rc::new(NoHost),
        open: None,
    };
    pollster::block_on(
        LocalServerRenderer::<Widget>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
