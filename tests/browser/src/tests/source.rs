//! Where the record comes from.

use serde_json::json;

use crate::page::Page;
use crate::server::Answer;

fn count(page: &Page<'_>) -> String {
    page.value("probe.part('badge-citations').querySelector('[part~=value]').innerText.trim()")
}

/// A record that is cited this often.
fn cited(count: u32) -> serde_json::Value {
    json!({ "title": "Cited", "citations": [{ "source": "Scopus", "count": count }] })
}

fn lay_record(page: &Page<'_>, path: &str, count: u32) {
    page.stage.lay(path, Answer::json(cited(count).to_string()));
}

/// Any parsed JSON.
pub fn is_the_property(page: &Page<'_>) {
    page.open("<publication-metrics>fallback</publication-metrics>");
    page.until("probe.element().state === 'idle'");
    page.run(&format!("probe.element().publication = {}", cited(11)));
    page.until_ready();
    assert_eq!(count(page), "11");
    assert!(page.is("probe.seen.events.some(({ type, detail }) => type === 'metrics-load' && detail.publication.citations[0].count === 11)"));
    assert!(page.is("probe.element().ready.then((element) => element === probe.element())"));
}

/// A script of data inside the element.
pub fn is_inline_json(page: &Page<'_>) {
    page.open_record("", &cited(12));
    page.until_ready();
    assert_eq!(count(page), "12");
}

/// As JSON would carry it: dates and classes are what they are written as, and what has no number is told.
pub fn is_taken_as_json(page: &Page<'_>) {
    page.open("<publication-metrics layout=card>fallback</publication-metrics>");
    page.until("probe.element().state === 'idle'");
    page.run(
        "window.given = new Proxy({ title: 'Given', published: new Date('2024-09-13T10:00:00Z'), citations: [{ source: 'Scopus', count: 31n }, { source: 'NaN', count: NaN }], abstract: undefined, keywords: () => {} }, {});
         probe.element().publication = given;
         given.citations[0].count = 32",
    );
    page.until_ready();
    assert_eq!(count(page), "32", "read when it is rendered");
    let text: String = page.value("probe.root().textContent");
    assert!(text.contains("13 September 2024"), "{text}");
    let (is_given, warnings): (bool, Vec<String>) =
        page.value("(({ detail }) => [detail.publication === given, detail.warnings])(probe.seen.events.find(({ type }) => type === 'metrics-load'))");
    assert!(is_given, "the page is told of its own object");
    assert_eq!(warnings, [r#"citations[1].count: expected a number, found "NaN""#]);
    // Nothing that the page does to it afterwards reaches what is shown.
    page.run("given.citations[0].count = 33; probe.element().layout = 'badges'");
    page.settle();
    assert_eq!(count(page), "32");
    page.run("given.citations.push(given); probe.element().publication = given");
    page.until("probe.codes().length === 1");
    assert_eq!(page.value::<Vec<String>>("probe.codes()"), ["not-a-publication"]);
}

/// Relative to the page.
pub fn is_a_json_at_an_address(page: &Page<'_>) {
    lay_record(page, "thirteen.json", 13);
    page.open(r#"<publication-metrics src="thirteen.json"></publication-metrics>"#);
    page.until_ready();
    assert_eq!(count(page), "13");
    assert_eq!(page.requests("thirteen.json"), 1);
}

/// And nothing else is read.
pub fn property_wins_over_inline(page: &Page<'_>) {
    lay_record(page, "src.json", 3);
    page.open_with(
        "",
        &format!(r#"<publication-metrics src="src.json"><script type="application/json">{}</script></publication-metrics>"#, cited(2)),
    );
    page.run(&format!("probe.element().publication = {}", cited(1)));
    page.run("document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: 'site/publication-metrics.js' }))");
    page.until_ready();
    assert_eq!(count(page), "1");
    assert_eq!(page.requests("src.json"), 0);
}

/// And nothing is asked for.
pub fn inline_wins_over_src(page: &Page<'_>) {
    lay_record(page, "src.json", 3);
    page.open_record(r#"src="src.json""#, &cited(2));
    page.until_ready();
    page.settle();
    assert_eq!(count(page), "2");
    assert_eq!(page.requests("src.json"), 0);
}

/// Frameworks set properties before the script has come.
pub fn property_waits_for_the_element(page: &Page<'_>) {
    page.open_with("", "<publication-metrics>fallback</publication-metrics>");
    page.run(&format!(
        "Object.assign(probe.element(), {{ publication: {}, badges: 'citations', hideEmpty: true }})",
        cited(14)
    ));
    page.run("document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: 'site/publication-metrics.js' }))");
    page.until_ready();
    assert_eq!(count(page), "14");
    assert_eq!(page.value::<usize>("probe.parts('badge').length"), 1);
    assert!(page.is("!Object.hasOwn(probe.element(), 'publication') && probe.element().hasAttribute('hide-empty')"));
}

/// Setting it renders anew, as often as it is set.
pub fn can_be_set_again(page: &Page<'_>) {
    page.open_record("", &cited(1));
    page.until_ready();
    for number in [15, 16] {
        page.run(&format!("probe.element().publication = {}", cited(number)));
        page.until(&format!("probe.part('badge-citations')?.innerText.trim().startsWith('{number}')"));
    }
    // The last of several in a row is what counts.
    page.run(&format!(
        "for (const record of [{}, {}, {}]) probe.element().publication = record",
        cited(17),
        cited(18),
        cited(19)
    ));
    page.until("probe.part('badge-citations')?.innerText.trim().startsWith('19')");
    page.settle();
    assert_eq!(count(page), "19");
}

/// Then the next source serves.
pub fn can_be_taken_away(page: &Page<'_>) {
    lay_record(page, "src.json", 3);
    page.open(r#"<publication-metrics src="src.json"></publication-metrics>"#);
    page.until_ready();
    page.run(&format!("probe.element().publication = {}", cited(20)));
    page.until("probe.part('badge-citations')?.innerText.trim().startsWith('20')");
    page.run("probe.element().publication = null");
    page.until("probe.part('badge-citations')?.innerText.trim().startsWith('3')");
}

/// A new address is a new record; of two under way the later one is shown, whichever comes first.
pub fn can_change_its_address(page: &Page<'_>) {
    let slow = Answer::json(cited(21).to_string()).after(std::time::Duration::from_millis(400));
    page.stage.lay("slow.json", slow);
    lay_record(page, "quick.json", 22);
    page.open(r#"<publication-metrics src="slow.json" loading="eager">fallback</publication-metrics>"#);
    page.until("probe.element().state === 'loading'");
    page.run("probe.element().src = 'quick.json'");
    page.until_ready();
    assert_eq!(count(page), "22");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(count(page), "22");
    assert_eq!(page.value::<usize>("probe.fired('metrics-error')"), 0);
}

/// Each with its place in the record.
pub fn warns_of_wrong_fields(page: &Page<'_>) {
    let mut record = cited(23);
    record["citations"][0]["asOf"] = json!("last summer");
    record["rankings"] = json!([{ "agency": "JCR", "category": "Oncology", "rank": 9, "of": 3 }]);
    // Badges do not show these, but whoever keeps the record should know.
    record["authors"] = json!([{ "name": "Carberry, J", "orcid": "0000" }]);
    record["affiliations"] = json!([7]);
    page.open_record("", &record);
    page.until_ready();
    assert_eq!(count(page), "23");
    let warnings: Vec<String> =
        page.value("probe.seen.events.find(({ type }) => type === 'metrics-load').detail.warnings");
    for path in ["citations[0].asOf", "rankings[0]", "authors[0].orcid", "affiliations[0]"] {
        assert!(warnings.iter().any(|warning| warning.starts_with(path)), "{path} is not in {warnings:?}");
    }
}
