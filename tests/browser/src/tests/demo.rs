//! The demo page: its playground and its list.

use serde_json::{Value, json};

use crate::page::Page;
use crate::server::{Answer, Origin};

const PREVIEW: &str = "document.getElementById('preview')";
const VERDICT: &str = "document.getElementById('verdict').textContent";

/// Opens the demo, with the playground at work.
fn open(page: &Page<'_>) {
    page.visit("site/");
    page.until(&format!("{PREVIEW}.state === 'ready'"));
    page.until(&format!("{VERDICT} === 'Every field is understood.'"));
}

/// What the preview says, on one line.
fn shown(page: &Page<'_>) -> String {
    page.value(&format!("{PREVIEW}.shadowRoot.textContent.replace(/\\s+/g, ' ')"))
}

fn write(page: &Page<'_>, text: &str) {
    let text = Value::from(text);
    page.run(&format!(
        "Object.assign(document.getElementById('record'), {{ value: {text} }}).dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
    ));
}

fn record(count: u32) -> Value {
    json!({ "title": "Of the writer's own", "citations": [{ "source": "Crossref", "count": count }] })
}

fn until_shown(page: &Page<'_>, count: u32) {
    page.until(&format!("{PREVIEW}.shadowRoot.textContent.includes('{count} citations')"));
}

/// Nothing of it has to be looked for beyond the edge of a phone.
pub fn is_no_wider_than_a_phone(page: &Page<'_>) {
    page.open_frame(r#"<iframe src="site/index.html" width="320" height="800"></iframe>"#);
    page.until(&format!("{PREVIEW}?.state === 'ready'"));
    page.until(&format!("{VERDICT} === 'Every field is understood.'"));
    let width: f64 = page.value("document.documentElement.scrollWidth");
    assert!(width <= 320.0, "it is {width} px wide");
}

/// As it is written, with its warnings; and while it is no JSON, the last one stays.
pub fn follows_the_record(page: &Page<'_>) {
    open(page);
    let mut record = record(701);
    record["citations"][0]["asOf"] = json!("soon");
    write(page, &record.to_string());
    until_shown(page, 701);
    page.until(&format!("{VERDICT}.startsWith('citations[0].asOf: expected a date')"));
    write(page, "{ \"title\": ");
    page.until("document.getElementById('verdict').dataset.kind === 'fault'");
    assert!(shown(page).contains("701 citations"));
    page.run("document.getElementById('reset').click()");
    page.until(&format!("{PREVIEW}.shadowRoot.textContent.includes('6 citations')"));
    page.until(&format!("{VERDICT} === 'Every field is understood.'"));
}

/// Chosen with the button.
pub fn takes_a_file(page: &Page<'_>) {
    open(page);
    let text = Value::from(record(702).to_string());
    page.run(&format!(
        "const files = new DataTransfer(); files.items.add(new File([{text}], 'record.json', {{ type: 'application/json' }}));
         Object.assign(document.getElementById('file'), {{ files: files.files }}).dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ));
    until_shown(page, 702);
    assert!(page.is("document.getElementById('record').value.includes('702')"));
}

/// Of other shapes, each of them understood and shown as a whole page.
pub fn has_examples(page: &Page<'_>) {
    open(page);
    page.run("document.querySelector('#switches input[name=layout][value=full]').click()");
    let examples = "document.getElementById('example').options.length";
    assert_eq!(page.value::<usize>(examples), 12);
    for number in (0..12).rev() {
        page.run(&format!(
            "const example = document.getElementById('example'); example.selectedIndex = {number}; example.dispatchEvent(new Event('change'))"
        ));
        let title = "[JSON.parse(document.getElementById('record').value)].flat()[0].title.replace(/<.*/, '')";
        page.until(&format!("{PREVIEW}.shadowRoot.querySelector('[part~=section-header]')?.textContent.includes({title})"));
        page.until("document.getElementById('verdict').textContent === 'Every field is understood.'");
    }
    page.run("Object.assign(document.getElementById('record'), { value: '{}' }).dispatchEvent(new Event('input'))");
    page.until("document.getElementById('verdict').dataset.kind === 'fault'");
}

/// Dropped on the record.
pub fn takes_a_dropped_file(page: &Page<'_>) {
    open(page);
    let text = Value::from(record(703).to_string());
    page.run(&format!(
        "const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File([{text}], 'record.json'));
         const field = document.getElementById('record');
         window.taken = ['dragover', 'drop'].map((type) => !field.dispatchEvent(new DragEvent(type, {{ dataTransfer, bubbles: true, cancelable: true }})))"
    ));
    until_shown(page, 703);
    assert!(page.is("window.taken.every(Boolean)"), "the browser does not open the file in place of the page");
}

/// Each of which changes the widget and the code to embed it.
pub fn has_switches(page: &Page<'_>) {
    open(page);
    let code = "document.getElementById('choice').textContent";
    assert!(page.is(&format!("/^<script type=\"module\" src=\"[^\"]+publication-metrics.js\"><\\/script>\\n<publication-metrics src=\"[^\"]+her2-review.json\"><\\/publication-metrics>$/.test({code})")));
    for (name, value, attribute, expected) in [
        ("layout", "card", "layout", "card"),
        ("theme", "dark", "theme", "dark"),
        ("dir", "rtl", "dir", "rtl"),
        ("badges", "altmetric", "badges", "citations quartile"),
        ("share", "copy", "share", "system bluesky mastodon linkedin x facebook whatsapp telegram reddit mendeley email cite"),
    ] {
        page.run(&format!("document.querySelector('#switches input[name={name}][value={value}]').click()"));
        page.until(&format!("{PREVIEW}.getAttribute('{attribute}') === '{expected}'"));
        page.until(&format!("{code}.includes('{attribute}=\"{expected}\"')"));
    }
    page.run("Object.assign(document.getElementById('lang'), { value: 'en-US' }).dispatchEvent(new Event('input', { bubbles: true }))");
    page.until(&format!("{code}.includes('lang=\"en-US\"')"));
    page.until(&format!("{PREVIEW}.shadowRoot.textContent.includes('September 13, 2024')"));
    assert_eq!(page.value::<usize>(&format!("{PREVIEW}.shadowRoot.querySelectorAll('[part~=badge]').length")), 2);
    assert!(page.is(&format!("{PREVIEW}.matches(':dir(rtl)')")));
}

/// A hundred, of which only those that a reader comes near are rendered.
pub fn lists_lazily(page: &Page<'_>) {
    open(page);
    let rendered = "Number(document.getElementById('count').textContent)";
    let count = "document.querySelectorAll('#publications publication-metrics').length";
    assert_eq!(page.value::<usize>(count), 100);
    page.settle();
    let before: usize = page.value(rendered);
    assert!(before < 50, "{before} are rendered before anyone is near");
    // What comes near on the way grows, and moves the last one on.
    page.until(
        "((last) => { last.scrollIntoView({ behavior: 'instant' }); return last.state === 'ready'; })(document.querySelector('#publications li:last-child publication-metrics'))",
    );
    assert!(page.value::<usize>(rendered) > before);
}

/// Of a service, when the button is pressed and not before; and it says what came of it.
pub fn asks_for_a_doi(page: &Page<'_>) {
    const WORKS: &str = "crossref/works/10.1000/moss";
    page.stage.lay(
        WORKS,
        Answer::json(json!({ "message": { "DOI": "10.1000/moss", "title": ["On moss"], "is-referenced-by-count": 12, "member": "1" } }).to_string()),
    );
    open(page);
    let endpoint = page.stage.address(Origin::Host, "{source}");
    page.run(&format!(
        "document.head.append(Object.assign(document.createElement('meta'), {{ name: 'publication-metrics:endpoint', content: '{endpoint}' }}));
         document.getElementById('ask-doi').value = '10.1000/moss';
         Object.assign(document.getElementById('ask-source'), {{ value: 'crossref' }}).dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
    ));
    page.until("document.getElementById('doi-code').textContent.includes('<publication-metrics doi=\"10.1000/moss\" source=\"crossref\" ')");
    page.settle();
    assert_eq!(page.requests(WORKS), 0);
    let ask = "document.querySelector('#ask button').click()";
    page.run(ask);
    let answer = "document.querySelector('#answer publication-metrics')";
    page.until(&format!("{answer}?.shadowRoot.textContent.includes('12')"));
    page.until("document.getElementById('asked').textContent === ''");
    assert_eq!(page.requests(WORKS), 1);
    page.run("document.getElementById('ask-doi').value = 'moss'");
    page.run(ask);
    page.until("document.getElementById('asked').textContent.startsWith('doi=\"moss\" is not a DOI')");
    assert!(page.is(&format!("{answer}.querySelector('a').textContent === 'doi.org/moss'")));
}

/// To be edited.
pub fn takes_records_from_the_gallery(page: &Page<'_>) {
    open(page);
    page.run("[...document.querySelectorAll('#states figure')].find((it) => it.textContent.includes('Many categories')).querySelector('button.edit').click()");
    page.until("document.activeElement.id === 'record' && document.activeElement.value.includes('Chemistry, Analytical')");
    page.until(&format!("{PREVIEW}.shadowRoot.textContent.includes('Q1')"));
}
