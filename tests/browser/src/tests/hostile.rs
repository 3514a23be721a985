//! Records that mean no good, beside one that does.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::endurance::survived_by;
use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Origin};

// The same that is held natively for what fuzzing finds.
#[path = "../../../properties/src/short_list.rs"]
#[expect(dead_code, reason = "some is of what a server writes, or of texts")]
mod short_list;

/// A text of which nothing is left.
const INVISIBLE: &str = "\u{0}\u{1}\u{b}\u{7f}\u{85}\u{fffe}";

/// What a record may try to bring into a page, wherever a text can be.
const TEXTS: [&str; 60] = [
    "<script>ran(1)</script>",
    "<img src=x onerror=ran(2)>",
    "<svg onload=ran(3)><circle/></svg>",
    "<svg><script href=\"data:,ran(4)\"></script></svg>",
    "\"><script>ran(5)</script>",
    "'\" onmouseover=\"ran(6)\" autofocus onfocus=\"ran(6)",
    "javascript:ran(7)",
    "JaVaScRiPt:ran(8)",
    "java\tscript:ran(9)",
    "java\nscript:ran(10)",
    "\u{1}javascript:ran(11)",
    " \u{a0}javascript:ran(12)",
    "&#106;avascript:ran(13)",
    "&#x6A&#x61&#x76&#x61script&colon;ran(14)",
    "javascript://https://example.org/%0Aran(15)",
    "data:text/html,<script>ran(16)</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oMTcpPC9zY3JpcHQ+",
    "vbscript:ran(18)",
    "v\u{0}bscript:ran(19)",
    "vb&#115;cript&colon;ran(19)",
    "\u{1}da\tta:text/html,<script>ran(16)</script>",
    "&#100;ata&colon;text/html,<script>ran(16)</script>",
    "da&Tab;ta:text/html,<script>ran(16)</script>",
    "//evil.example/20",
    "https://evil.example\\@example.org/21",
    "https://example.org/\" onclick=\"ran(22)",
    "https://example.org/<script>ran(23)</script>",
    "<a href=\"javascript:ran(24)\">open</a>",
    "<a href=\"  &#x1;javascript:ran(25)\">open</a>",
    "<math><mtext><script>ran(26)</script></mtext></math>",
    "<math><maction actiontype=\"statusline#javascript:ran(27)\" xlink:href=\"javascript:ran(27)\">x</maction></math>",
    "<math href=\"javascript:ran(28)\"><mi>x</mi></math>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=ran(29)></annotation-xml></math>",
    "<mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:mi onclick=\"ran(30)\">x</mml:mi></mml:math>",
    "<template><script>ran(31)</script></template>",
    "<!--<img src=\"--><img src=x onerror=ran(32)>\">",
    "--><script>ran(33)</script><!--",
    "]]><script>ran(34)</script><![CDATA[",
    "</script><script>ran(35)</script>",
    "</publication-metrics></div></template><script>ran(36)</script>",
    "<style>* { display: none }</style><style>@import '//evil.example/37'</style>",
    "<link rel=stylesheet href=//evil.example/38>",
    "<base href=//evil.example/39>",
    "<form id=document><input name=body><input name=cookie></form>",
    "<iframe srcdoc=\"<script>parent.ran(41)</script>\"></iframe>",
    "<object data=\"javascript:ran(42)\"></object><embed src=\"javascript:ran(42)\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:ran(43)\">",
    "<sup onclick=\"ran(44)\" style=\"position:fixed;inset:0\" id=body>2</sup>",
    "<i><b><sub><sup><i><b></sup>",
    "\u{202e}desrever si siht\u{2066}\u{2067}\u{2068}",
    "\u{2069}\u{2069}\u{202c}out of its box",
    INVISIBLE,
    "\u{feff}\u{200b}\u{200e}\u{2028}\u{2029}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}\u{30e}\u{30f}\u{310}",
    "{{constructor.constructor('ran(51)')()}} ${ran(51)} #{ran(51)} <%= ran(51) %>",
    "__proto__",
    "constructor",
    "NaN",
    "-Infinity",
    "\\u0000\\ud800\\\"}]",
];

/// What makes a publication of it, whatever else there is.
const DOI: &str = "10.5555/hostile";

/// The HER2 record's fields, with this text wherever one can be, also where it must not.
fn of_text(text: &str) -> Value {
    json!({
        "title": text, "doi": DOI, "url": text, "type": text, "published": text, "asOf": text, "abstract": text, "institution": text,
        "venue": { "title": text, "volume": text, "issue": text, "pages": text, "issn": text },
        "authors": [{ "name": text, "fullName": text, "orcid": text, "affiliations": [0, text], "institutional": true, "corresponding": text }],
        "affiliations": [{ "name": text, "country": text, "ror": text }],
        "keywords": [text, text], "indexedIn": [{ "name": text, "url": text }], "license": { "name": text, "url": text },
        "citations": [{ "source": text, "count": 5, "asOf": text, "url": text }, { "source": "Scopus", "count": text }],
        "attention": [{ "provider": text, "kind": "score", "value": 7, "url": text }, { "provider": text, "kind": "mentions", "source": text, "value": 3 }],
        "rankings": [{ "agency": text, "year": 2024, "category": text, "rank": 2, "of": 322, "indicator": text, "value": 80 }],
        "notices": [{ "kind": text, "url": text, "doi": text }],
        "__proto__": { "polluted": text }, "constructor": text, "toString": text, "hasOwnProperty": text, text: text,
    })
}

/// The same in dialects of others.
fn foreign(text: &str) -> [Value; 3] {
    [
        json!({ "id": "https://openalex.org/W1", "doi": DOI, "display_name": text, "title": text, "cited_by_count": 4, "type": text,
            "authorships": [{ "author": { "display_name": text, "orcid": text }, "institutions": [{ "display_name": text, "ror": text, "country_code": text }] }],
            "primary_location": { "landing_page_url": text, "license": text, "source": { "display_name": text, "issn_l": text } },
            "keywords": [{ "display_name": text }], "abstract_inverted_index": { text: [0, 1] } }),
        json!({ "type": "article-journal", "title": text, "DOI": DOI, "URL": text, "container-title": text, "abstract": text, "keyword": text,
            "author": [{ "family": text, "given": text }, { "literal": text }], "issued": { "raw": text } }),
        json!({ "@context": "https://schema.org", "@type": "ScholarlyArticle", "name": text, "headline": text, "url": text, "sameAs": text, "identifier": DOI,
            "author": [{ "@type": "Person", "name": text, "affiliation": { "name": text } }], "isPartOf": { "name": text }, "license": text }),
    ]
}

/// How a record ends that has something to show.
const SHOWN: &str = "ready";
/// One that has a title, and no number.
const EMPTY: &str = "empty";
/// What is JSON, and nothing that has been published.
const NO_PUBLICATION: &str = "error: not-a-publication";
const NO_JSON: &str = "error: not-json";
const TOO_LARGE: &str = "error: too-large";

/// What is out of all proportion, as JavaScript that makes it; and how it ends.
const MADE: [(&str, &str, &str); 35] = [
    ("a title of 10 MB", "JSON.stringify({ title: 'x'.repeat(1e7) })", NO_PUBLICATION),
    ("a title of 10 MB of markup", "JSON.stringify({ title: '<i>'.repeat(3.3e6) })", NO_PUBLICATION),
    ("a title of 10 MB of entities", "JSON.stringify({ title: '&amp;'.repeat(2e6) })", NO_PUBLICATION),
    ("an abstract of 10 MB", "JSON.stringify({ title: 'x', abstract: 'word '.repeat(2e6) })", EMPTY),
    ("an abstract of 10 MB of tags that open", "JSON.stringify({ title: 'x', abstract: '<'.repeat(1e7) })", EMPTY),
    ("a DOI of 10 MB", "JSON.stringify({ title: 'x', doi: '10.1000/' + 'x'.repeat(1e7) })", EMPTY),
    ("an address of 10 MB", "JSON.stringify({ title: 'x', url: 'https://example.org/' + 'x'.repeat(1e7) })", EMPTY),
    ("an author's name of 10 MB", "JSON.stringify({ title: 'x', authors: [{ name: 'x '.repeat(5e6) }] })", EMPTY),
    ("a source of 10 MB", "JSON.stringify({ title: 'x', citations: [{ source: 'x'.repeat(1e7), count: 1 }] })", EMPTY),
    ("a keyword of 10 MB", "JSON.stringify({ title: 'x', keywords: ['x'.repeat(1e7)] })", EMPTY),
    ("a key of 10 MB", "JSON.stringify({ title: 'x', ['x'.repeat(1e7)]: 1 })", EMPTY),
    ("a number of 1 MB", "'{\"title\":\"x\",\"citations\":[{\"source\":\"s\",\"count\":' + '1'.repeat(1e6) + '}]}'", EMPTY),
    ("20 MB of blanks", "' '.repeat(2e7) + '{\"title\":\"x\"}'", TOO_LARGE),
    ("10 MB of blanks", "' '.repeat(1e7) + '{\"title\":\"x\"}'", EMPTY),
    ("arrays 10,000 deep", "'['.repeat(1e4) + ']'.repeat(1e4)", NO_PUBLICATION),
    ("objects 10,000 deep", "'{\"a\":'.repeat(1e4) + '1' + '}'.repeat(1e4)", NO_PUBLICATION),
    ("a field 10,000 deep", "'{\"title\":\"x\",\"authors\":' + '['.repeat(1e4) + ']'.repeat(1e4) + '}'", NO_PUBLICATION),
    ("a field 1,000,000 deep", "'{\"title\":\"x\",\"keywords\":' + '['.repeat(1e6) + ']'.repeat(1e6) + '}'", NO_PUBLICATION),
    ("100,000 authors", "JSON.stringify({ title: 'x', authors: Array.from({ length: 1e5 }, (_, n) => ({ name: 'Author ' + n })) })", EMPTY),
    ("100,000 authors with affiliations", "JSON.stringify({ title: 'x', affiliations: [{ name: 'U', country: 'ES' }], authors: Array.from({ length: 1e5 }, (_, n) => ({ name: 'Author ' + n, affiliations: [0], institutional: true })) })", EMPTY),
    ("100,000 affiliations", "JSON.stringify({ title: 'x', authors: [{ name: 'A', affiliations: Array.from({ length: 1e5 }, (_, n) => n) }], affiliations: Array.from({ length: 1e5 }, (_, n) => ({ name: 'Place ' + n, country: 'ES' })) })", EMPTY),
    ("100,000 keywords", "JSON.stringify({ title: 'x', keywords: Array.from({ length: 1e5 }, (_, n) => 'k' + n) })", EMPTY),
    ("100,000 citations", "JSON.stringify({ title: 'x', citations: Array.from({ length: 1e5 }, (_, n) => ({ source: 's' + n, count: n })) })", SHOWN),
    ("100,000 rankings", "JSON.stringify({ title: 'x', rankings: Array.from({ length: 1e5 }, (_, n) => ({ agency: 'JCR', category: 'c' + n, year: 2000 + n % 25, rank: 1 + n % 300, of: 300 })) })", SHOWN),
    ("100,000 counts of attention", "JSON.stringify({ title: 'x', attention: Array.from({ length: 1e5 }, (_, n) => ({ provider: 'PlumX', kind: 'mentions', source: 's' + n, value: n })) })", SHOWN),
    ("100,000 unreadable authors", "JSON.stringify({ title: 'x', authors: Array.from({ length: 1e5 }, () => ({ name: 5 })) })", EMPTY),
    ("100,000 keys", "'{\"title\":\"x\"' + Array.from({ length: 1e5 }, (_, n) => `,\"k${n}\":${n}`).join('') + '}'", EMPTY),
    ("100,000 times the same key", "'{\"title\":\"x\"' + ',\"authors\":[]'.repeat(1e5) + '}'", EMPTY),
    ("a million nulls", "'{\"title\":\"x\",\"keywords\":[' + 'null,'.repeat(1e6) + 'null]}'", EMPTY),
    ("a million empty objects", "'{\"title\":\"x\",\"authors\":[' + '{},'.repeat(1e6) + '{}]}'", EMPTY),
    ("unpaired surrogates", "'{\"title\":\"\\\\ud800\",\"abstract\":\"\\\\udfff\\\\ud800x\",\"keywords\":[\"\\\\ud83d\"]}'", EMPTY),
    ("keys of prototypes", "'{\"__proto__\":{\"title\":\"x\",\"polluted\":1},\"constructor\":{\"prototype\":{\"polluted\":1}}}'", NO_PUBLICATION),
    ("numbers beyond all", "'{\"title\":\"x\",\"citations\":[{\"source\":\"s\",\"count\":1e400},{\"source\":\"t\",\"count\":-1e400},{\"source\":\"u\",\"count\":-0},{\"source\":\"v\",\"count\":9007199254740993}]}'", SHOWN),
    ("a record in records in records", "JSON.stringify({ records: Array.from({ length: 2000 }, (_, n) => ({ records: [{ title: 't' + n, DOI: '10.1/' + n }] })) })", NO_PUBLICATION),
    ("5,000 foreign records", "JSON.stringify(Array.from({ length: 5000 }, (_, n) => ({ id: 'https://openalex.org/W' + n, display_name: 't', doi: 'https://doi.org/10.1000/moss', cited_by_count: n })))", SHOWN),
];

/// Texts that are no record of a publication, or hardly one; and how they end.
const HARDLY: [(&str, &str); 20] = [
    ("", NO_JSON),
    (" ", NO_JSON),
    ("null", NO_PUBLICATION),
    ("true", NO_PUBLICATION),
    ("0", NO_PUBLICATION),
    ("NaN", NO_JSON),
    ("\"title\"", NO_PUBLICATION),
    ("[]", NO_PUBLICATION),
    ("{}", NO_PUBLICATION),
    ("[[]]", NO_PUBLICATION),
    ("{\"title\":", NO_JSON),
    ("{\"title\":\"x\"}}", NO_JSON),
    ("{title:'x'}", NO_JSON),
    ("<!doctype html><title>Start</title>", NO_JSON),
    ("\u{feff}{\"title\":\"with a mark\"}", EMPTY),
    ("{\"title\":null,\"doi\":null}", NO_PUBLICATION),
    ("{\"title\":{}}", NO_PUBLICATION),
    ("{\"title\":[\"x\"]}", NO_PUBLICATION),
    ("{\"doi\":\"not a doi\"}", NO_PUBLICATION),
    ("{\"title\":\"   \"}", NO_PUBLICATION),
];

/// Wrong types for every field.
fn wrong_types() -> impl Iterator<Item = Value> {
    [json!(5), json!(true), json!("text"), json!([]), json!({}), json!([[[]]]), json!([null, 5, {}]), json!({ "name": [], "count": {}, "title": 1 })]
        .into_iter()
        .map(|value| {
            let mut record = json!({ "title": "Wrong types" });
            for field in [
                "doi", "url", "type", "published", "venue", "authors", "affiliations", "abstract", "keywords", "indexedIn", "license", "openAccess",
                "retracted", "notices", "citations", "attention", "rankings", "indicators", "institution", "asOf",
            ] {
                record[field] = value.clone();
            }
            record
        })
}

fn records() -> Vec<Value> {
    let mut records = Vec::new();
    let mut add = |name: String, record: Value, layout: &str, ends: &str| {
        records.push(json!({ "name": name, "text": record.to_string(), "layout": layout, "ends": ends, "cites": record["doi"] == DOI || record["DOI"] == DOI || record["identifier"] == DOI }));
    };
    for text in TEXTS {
        let ends = if text == INVISIBLE { EMPTY } else { SHOWN };
        add(format!("{text:?}"), of_text(text), "badges", ends);
        add(format!("{text:?}"), of_text(text), "full", ends);
    }
    for (index, text) in TEXTS.into_iter().enumerate() {
        // Each text in one of the dialects: all of them are read by the same code for texts and addresses.
        let [one, two, three] = foreign(text);
        // Only the first has a number.
        let (record, ends) = match index % 3 {
            0 => (one, SHOWN),
            1 => (two, EMPTY),
            _ => (three, EMPTY),
        };
        add(format!("{text:?} in another dialect"), record, "full", ends);
    }
    for (index, record) in wrong_types().enumerate() {
        add(format!("wrong types, {index}"), record, if index % 2 == 0 { "full" } else { "card" }, EMPTY);
    }
    for (text, ends) in HARDLY {
        records.push(json!({ "name": format!("{text:?}"), "text": text, "layout": "badges", "ends": ends }));
    }
    for (name, made, ends) in MADE {
        for layout in ["badges", "full"] {
            records.push(json!({ "name": name, "made": made, "layout": layout, "ends": ends }));
        }
    }
    records
}

/// Nothing of them runs, leaves its element or touches the good one; each ends in a state. How soon depends on what else the
/// machine has to do, so that here only what is out of all proportion is found.
pub fn records_are_contained(page: &Page<'_>) {
    are_contained(page, 15_000);
}

/// Each of them ends in a state within two seconds, on a machine that has nothing else to do.
pub fn records_take_two_seconds_at_most(page: &Page<'_>) {
    are_contained(page, 2_000);
}

fn are_contained(page: &Page<'_>, patience: u32) {
    let records = records();
    assert!(records.len() >= 200, "{}", records.len());
    page.stage.lay("hostile.json", Answer::json(Value::from(records).to_string()));
    let elements = [short_list::OF_HTML, short_list::OF_DRAWINGS, short_list::OF_FORMULAS].concat();
    let allowed = json!({
        "elements": elements,
        "attributes": short_list::ATTRIBUTES,
        "schemes": short_list::SCHEMES,
        "turning": short_list::TURNING,
    });
    page.open_with(&format!(r#"<script>window.allowed = {allowed}</script><script src="pages/hostile.js"></script>{SCRIPT}"#), &format!("{HER2}<main></main>"));
    page.until_ready();
    page.run(&format!("fetch('hostile.json').then((it) => it.json()).then((records) => hostile(records, document.querySelector('main'), {patience})).then((it) => (window.came = it), (error) => (window.came = {{ faults: [String(error)], states: {{}}, slowest: [] }}))"));
    page.until_after("hostile.steps ?? 0", "window.came");
    let faults: Vec<String> = page.value("came.faults");
    assert!(faults.is_empty(), "{} faults, the first: {:#?}", faults.len(), &faults[..faults.len().min(60)]);
    let states: BTreeMap<String, u32> = page.value("came.states");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.browser.asked_elsewhere(), [""; 0]);
    for asked in page.stage.log(Origin::Host) {
        assert!(!asked.contains("evil") && !asked.ends_with("/x"), "{asked}");
    }
    survived_by(page, states.iter().map(|(state, count)| format!("{count} × {state}")).collect(), Vec::new());
}

/// An answer that has no end is taken in up to the limit.
pub fn answer_without_end_is_refused(page: &Page<'_>) {
    page.stage.lay("endless.json", Answer::json(" ".repeat(1 << 20)).repeated(40));
    page.open_with(SCRIPT, r#"<publication-metrics src="endless.json" loading="eager">fallback</publication-metrics>"#);
    assert_eq!(page.error_code(), "too-large");
    page.has_survived();
    assert!(page.is("document.body.innerText.trim() === 'fallback'"));
}
