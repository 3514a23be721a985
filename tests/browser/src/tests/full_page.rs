//! The whole page of a publication: `layout="full"`.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::{HER2, Page, STRICT_POLICY};

fn full(attributes: &str) -> String {
    HER2.replace("<publication-metrics", &format!(r#"<publication-metrics layout="full" {attributes}"#))
}

fn section_keys(page: &Page<'_>) -> Vec<String> {
    page.value("probe.parts('section').map((it) => it.getAttribute('part').replace('section section-', ''))")
}

/// In the order of the page, each absent where the record has nothing for it.
pub fn has_its_sections_in_order(page: &Page<'_>) {
    page.open(&full(""));
    page.until_ready();
    assert_eq!(
        section_keys(page),
        [
            "header", "license", "citations", "altmetrics", "institutional-authors", "share", "authors",
            "affiliations", "abstract", "keywords", "quality", "leadership"
        ]
    );
    assert_eq!(page.requests("site/publication-metrics-full.wasm"), 1);
    assert_eq!(page.requests("site/publication-metrics.wasm"), 0, "one program is enough");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Whose facts are the record's, in words, with the names of countries and dates as the language writes them.
pub fn says_what_the_numbers_mean(page: &Page<'_>) {
    page.open(&full(""));
    page.until_ready();
    let quality = page.text("section-quality");
    for sentence in [
        "Nature Reviews Clinical Oncology stands at position 2 of 322 in Oncology, in the 2023 edition of WoS (JCR).",
        "above the 90th percentile",
        "Scopus counts 6 citations, as of 30 June 2025.",
        "31 Mendeley readers (Altmetric, 30 June 2025)",
    ] {
        assert!(quality.contains(sentence), "{sentence:?} is not in {quality}");
    }
    let leadership = page.text("section-leadership");
    assert!(leadership.contains("beyond Spain: United States and Italy."), "{leadership}");
    page.click("probe.part('section-leadership').querySelector('summary')");
    page.until("probe.visible(probe.part('section-leadership').querySelector('details p'))");
}

/// Formulas are elements of `MathML`, which the browser lays out, and no HTML of the same names.
pub fn shows_notices_and_formulas(page: &Page<'_>) {
    page.open(&full(""));
    page.until_ready();
    page.run(
        "probe.element().publication = { title: 'A', abstract: '<p>at <math><msup><mi>x</mi><mn>2</mn></msup></math> <u>now</u></p>', notices: [{ kind: 'correction', date: '2024-03-03', doi: '10.5555/notice' }], indicators: [{ name: 'FWCI', source: 'Scopus', value: 2.4 }], rankings: [{ agency: 'JCR', rank: '2=', of: 322 }, { agency: 'SJR', quartile: 'Q4' }] }",
    );
    page.until("probe.part('notice')");
    assert_eq!(page.text("notice"), "This publication was corrected on 3 March 2024. Read the correction");
    let namespace = "probe.part('section-abstract').querySelector('msup').namespaceURI";
    assert_eq!(page.value::<String>(namespace), "http://www.w3.org/1998/Math/MathML");
    let quality = page.text("section-quality");
    for sentence in ["shares position 2 of 322", "Its FWCI is 2.4, according to Scopus.", "fourth quartile (Q4)"] {
        assert!(quality.contains(sentence), "{sentence:?} is not in {quality}");
    }
}

/// And a change of it needs no new program.
pub fn has_the_sections_asked_for(page: &Page<'_>) {
    page.open(&full(r#"sections="quality header" heading-level="3""#));
    page.until_ready();
    assert_eq!(section_keys(page), ["quality", "header"]);
    assert_eq!(page.value::<String>("probe.part('section-header').querySelector('[part=heading]').localName"), "h3");
    page.run("Object.assign(probe.element(), { sections: 'keywords', headingLevel: 2 })");
    page.until("probe.parts('section').length === 1 && probe.part('section-keywords')");
    assert_eq!(page.value::<String>("probe.part('heading').localName"), "h3");
}

/// By the keyboard as well; and all of it is in the page before.
pub fn unfolds_long_lists(page: &Page<'_>) {
    page.open(&full(""));
    page.until_ready();
    let milan = "[...probe.part('section-affiliations').querySelectorAll('li')].at(-1)";
    let more = "probe.part('section-affiliations').querySelector('[data-more]')";
    assert!(page.is(&format!("{milan}.textContent.includes('Univ Milan') && !probe.visible({milan})")));
    page.run(&format!("{more}.focus()"));
    page.press(Key::Enter);
    page.until(&format!("probe.visible({milan}) && {more}.ariaExpanded === 'true'"));
    assert!(page.is(&format!("probe.focused() === {more}")), "the focus stays");
    page.press(Key::Enter);
    page.until(&format!("!probe.visible({milan})"));
}

/// From a row of badges to the page and back, without another request for the record.
pub fn is_one_layout_among_others(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.element().layout = 'full'");
    page.until("probe.part('section-quality')");
    page.until_ready();
    page.run("probe.element().layout = 'badges'");
    page.until("!probe.part('section-quality') && probe.visible(probe.part('badge-quartile'))");
    page.run("probe.element().layout = 'full'");
    page.until("probe.part('section-quality')");
    assert_eq!(page.requests("records/her2-review.json"), 1);
    assert_eq!(page.value::<usize>("probe.fired('metrics-load')"), 1);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Beside rows of badges, which have a program of their own.
pub fn stands_beside_badges(page: &Page<'_>) {
    page.open(&[HER2, &full(""), HER2].concat());
    page.until_ready();
    assert_eq!(page.value::<Vec<usize>>("[0, 1, 2].map((n) => probe.parts('section', n).length)"), [0, 12, 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Without the files of the page, the fallback stays.
pub fn missing_keeps_the_fallback(page: &Page<'_>) {
    page.stage.lay("site/publication-metrics-full.js", crate::server::Answer::status(404));
    page.open(&full(""));
    page.until("probe.codes().length === 1");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["wasm-unavailable"]);
    assert!(page.is("probe.element().shadowRoot.querySelector('slot').hidden === false"));
}

/// As everything of the widget does.
pub fn keeps_to_a_strict_policy(page: &Page<'_>) {
    page.stage.set_policy(STRICT_POLICY);
    page.open(&full(""));
    page.until_ready();
    assert_eq!(page.value::<Vec<String>>("probe.seen.violations"), [""; 0]);
}

/// Nothing is wider than the page, and thousands of authors are no more than a moment.
pub fn fits_a_phone_and_many_authors(page: &Page<'_>) {
    let authors: Vec<_> = (0..3000)
        .map(|n| json!({ "name": format!("Author {n}"), "affiliations": [n % 40] }))
        .collect();
    let affiliations: Vec<_> = (0..40).map(|n| json!({ "name": format!("Institute {n}"), "country": "CH" })).collect();
    let record = json!({ "title": "Observation", "authors": authors, "affiliations": affiliations });
    let json = record.to_string();
    page.open_in_frame(
        320,
        "",
        &format!(r#"<publication-metrics layout="full"><script type="application/json">{json}</script></publication-metrics>"#),
    );
    page.until_ready();
    assert_eq!(page.value::<usize>("probe.part('section-authors').querySelectorAll('li').length"), 3000);
    assert_eq!(page.value::<usize>("probe.part('section-authors').querySelectorAll('li:not([hidden])').length"), 4);
    assert!(page.is("document.documentElement.scrollWidth <= 320"));
}

/// In each layout, what is shown of a record is what is shown of it at first, whatever was shown before: of the records of
/// different shapes that the demo has.
pub fn shows_any_record_after_any_other(page: &Page<'_>) {
    page.open("<publication-metrics loading=\"eager\" lang=\"es\"></publication-metrics>");
    page.run(
        "window.different = [];
        window.steps = 0;
        const [element] = probe.widgets();
        // However often they were set, attributes have no order.
        const told = (node) => node.nodeType === 3 ? node.data : [node.nodeName, [...node.attributes].map((it) => it.name + '=' + it.value).sort(), [...node.childNodes].map(told)];
        const task = () => new Promise((resolve) => setTimeout(resolve));
        const show = async (record) => {
            element.publication = record;
            await element.ready;
            await task();
            steps += 1;
            return JSON.stringify(told(probe.root().querySelector('.widget')));
        };
        window.follow = async (layout) => {
            const { EXAMPLES } = await import(new URL('site/demo/examples.js', location));
            // Several records of one publication are one of our own by the time they are shown.
            const records = EXAMPLES.map(([, record]) => record).filter((record) => !Array.isArray(record));
            element.layout = layout;
            const first = [];
            for (const record of records) {
                element.publication = null;
                await task();
                first.push(await show(record));
            }
            // Each after each other, and after itself, once: a de Bruijn sequence.
            const order = records.flatMap((_, one) => [one, ...records.flatMap((_, other) => other > one ? [one, other] : [])]);
            for (const [at, number] of [...order, 0].entries()) {
                const shown = await show(records[number]);
                if (shown !== first[number]) different.push(`${layout}: ${number} after ${order[at - 1]}: ${shown} in place of ${first[number]}`);
            }
            return order.length;
        };",
    );
    for layout in ["full", "card", "badges"] {
        page.run(&format!(
            "window.followed = undefined; follow({layout:?}).then((it) => {{ window.followed = it }}, (error) => different.push(String(error)))"
        ));
        page.until_after("steps", "window.followed === 100 || different.length");
        assert_eq!(page.value::<Vec<String>>("different.slice(0, 3)"), [""; 0]);
    }
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// It costs the author that affiliation and a warning, never the page.
pub fn does_without_an_affiliation_that_is_not_there(page: &Page<'_>) {
    page.open_record(
        r#"layout="full""#,
        &json!({
            "title": "On moss", "affiliations": ["Botanical Garden"],
            "authors": [{ "name": "Carberry, J", "affiliations": [0, 7] }],
        }),
    );
    page.until("/ready|empty/.test(probe.element().state)");
    page.until("probe.text('section-authors').includes('Carberry, J')");
    let warnings: Vec<String> = page.value("probe.seen.events.find(({ type }) => type === 'metrics-load').detail.warnings");
    assert!(warnings.iter().any(|it| it.starts_with("authors[0].affiliations[1]")), "{warnings:?}");
}
