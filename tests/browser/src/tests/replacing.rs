//! Moving in: the badges of vendors, upgraded where they stand.

use serde_json::{Value, json};

use crate::page::{Page, STRICT_POLICY, eventually};
use crate::server::{Answer, Origin};

const WORKS: &str = "openalex/works";
const ALL: &str = "altmetric dimensions plumx scite datacite";

fn work(doi: &str, cited: u32) -> Value {
    json!({ "id": "https://openalex.org/W1", "doi": format!("https://doi.org/{doi}"), "title": "On moss",
        "display_name": "On moss", "cited_by_count": cited, "authorships": [], "publication_date": "2021-03-04",
        "ids": { "pmid": format!("https://pubmed.ncbi.nlm.nih.gov/{cited}") } })
}

fn works(works: &[Value]) -> Answer {
    Answer::json(json!({ "results": works }).to_string())
}

/// Works 10.1000/1 and so on, each cited as often as its number and with that number as its PMID.
fn lay_works(page: &Page<'_>, count: u32) {
    let known: Vec<Value> = (0..count).map(|it| work(&format!("10.1000/{it}"), it)).collect();
    page.stage.lay(WORKS, works(&known));
}

/// The one script tag of a page that moves in.
fn script(page: &Page<'_>, vendors: &str, attributes: &str) -> String {
    let endpoint = page.stage.address(Origin::Host, "{source}");
    format!(
        r#"<script async src="site/embed.js" data-replace="{vendors}" data-endpoint="{endpoint}" data-loading="eager" {attributes}></script>"#
    )
}

fn open(page: &Page<'_>, vendors: &str, attributes: &str, body: &str) {
    page.open_with(&script(page, vendors, attributes), body);
}

fn until_widgets(page: &Page<'_>, count: usize) {
    page.until(&format!("probe.widgets().length === {count}"));
}

fn attributes(page: &Page<'_>, name: &str) -> Vec<Option<String>> {
    page.value(&format!("probe.widgets().map((widget) => widget.getAttribute({}))", json!(name)))
}

fn some(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|it| Some((*it).to_owned())).collect()
}

/// Nothing is wrong on the page.
fn assert_quiet(page: &Page<'_>) {
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.violations"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
}

/// One of each vendor's, as its documentation has it.
const MARKUP: &str = r#"
    <div class="altmetric-embed mine" id="a" style="float: right" data-badge-type="donut" data-badge-popover="left" data-doi="10.1000/1"></div>
    <div class="altmetric-embed altmetric-doi-10.1000/2 altmetric-badge-type-large-donut"></div>
    <span class="__dimensions_badge_embed__" data-doi="https://doi.org/10.1000/3" data-style="small_circle" data-legend="hover-right"></span>
    <a class="plumx-plum-print-popup mine" id="p" style="margin: 3px" href="https://plu.mx/plum/a/?doi=10.1000%2F4" data-popup="left" data-size="large">PlumX Metrics</a>
    <div class="scite-badge" data-doi="10.1000/5" data-layout="horizontal"></div>
    <div class="scite-badge" data-doi="meta:citation_doi"></div>
    <data-metrics-badge doi="10.1000/7"></data-metrics-badge>"#;

/// Each shows whose count it is, where the vendor's badge stood.
pub fn knows_the_markup_of_each_vendor(page: &Page<'_>) {
    lay_works(page, 8);
    page.stage.lay(
        "datacite/dois/10.1000/7",
        Answer::json(
            json!({ "data": { "attributes": { "doi": "10.1000/7", "titles": [{ "title": "Mosses" }], "creators": [],
                "publicationYear": 2021, "citationCount": 7, "viewCount": 70, "downloadCount": 71 } } })
            .to_string(),
        ),
    );
    let head = format!(r#"{}<meta name="citation_doi" content="doi:10.1000/6">"#, script(page, ALL, ""));
    page.open_with(&head, MARKUP);
    until_widgets(page, 7);
    page.until_ready();
    assert_eq!(
        attributes(page, "doi"),
        some(&["10.1000/1", "10.1000/2", "10.1000/3", "10.1000/4", "10.1000/5", "10.1000/6", "10.1000/7"])
    );
    for at in 0..7 {
        let badge: String = page.value(&format!("probe.text('badge-citations', {at})"));
        let source = if at == 6 { "DataCite" } else { "OpenAlex" };
        assert!(badge.starts_with(&(at + 1).to_string()) && badge.contains(source), "{badge}");
    }
    let usage: String = page.value("probe.text('badge-altmetric', 6)");
    assert!(usage.starts_with("71") && usage.contains("DataCite"), "{usage}");
    // What the page knows the badge by is still there; and a control is in no link.
    assert!(page.is("probe.element(0).parentElement === document.getElementById('a') && document.getElementById('a').style.float === 'right'"));
    assert!(page.is(
        "(({ id, localName, style, classList, firstElementChild: link }) => localName === 'publication-metrics' && id === 'p' && style.marginTop === '3px' && classList.contains('mine') && link.textContent === 'PlumX Metrics' && !link.id)(probe.element(3))"
    ));
    assert!(!page.is("probe.widgets().some((widget) => widget.parentElement.closest('a'))"));
    assert_eq!(page.requests(WORKS), 1);
    assert_quiet(page);
}

/// Those that have a meaning here: size, what is hidden, and the script's own for every element.
pub fn follows_options(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work("10.1000/0", 0), work("10.1000/5", 5)]));
    let body = r#"
        <div class="altmetric-embed" data-badge-type="large-donut" data-doi="10.1000/5"></div>
        <div class="altmetric-embed" data-badge-type="1" data-hide-no-mentions="true" data-doi="10.1000/none"></div>
        <span class="__dimensions_badge_embed__" data-hide-zero-citations="true" data-doi="10.1000/0"></span>
        <span class="__dimensions_badge_embed__" data-doi="10.1000/0"></span>
        <div class="scite-badge" data-doi="10.1000/0"></div>
        <div class="scite-badge" data-show-zero="true" data-doi="10.1000/0"></div>
        <a class="plumx-plum-print-popup" data-hide-when-empty="true" href="https://plu.mx/plum/a/?doi=10.1000/none"></a>
        <a class="plumx-plum-print-popup" href="https://plu.mx/plum/a/?doi=10.1000/none"></a>"#;
    let head = format!(
        "{}<script>addEventListener('altmetric:hide', (event) => {{ window.hidden = event.target.dataset.doi }}); addEventListener('dimensions_embed:show', () => {{ window.shown = true }})</script>",
        script(page, ALL, r#"data-share="copy" data-lang="es" data-turbo-track="reload""#)
    );
    page.open_with(&head, body);
    until_widgets(page, 8);
    page.until_ready();
    let seen: Vec<bool> = page.value("probe.widgets().map((widget) => probe.visible(widget))");
    assert_eq!(seen, [true, false, false, true, false, true, false, true]);
    assert_eq!(page.value::<Vec<String>>("['share', 'lang', 'turbo-track'].map((name) => String(probe.element(3).getAttribute(name)))"), ["copy", "es", "null"]);
    let sizes: Vec<f64> = page.value("[0, 3].map((at) => parseFloat(getComputedStyle(probe.root(at).querySelector('[data-theme]')).fontSize))");
    assert!(sizes[0] > sizes[1], "{sizes:?}");
    assert!(page.is("window.hidden === '10.1000/none' && window.shown"));
    page.run("document.querySelector('.altmetric-embed[data-hide-no-mentions]').dataset.doi = '10.1000/5'");
    page.until("probe.element(1).getAttribute('doi') === '10.1000/5' && probe.element(1).state === 'ready' && probe.visible(probe.element(1))");
}

/// On the side that the vendor's markup asks for, where there is room; legible in any case.
pub fn opens_panels_on_the_side_asked_for(page: &Page<'_>) {
    lay_works(page, 4);
    let body = r#"<main style="margin: 150px 400px; width: 180px">
        <span class="__dimensions_badge_embed__" data-legend="hover-top" data-doi="10.1000/1"></span>
        <a class="plumx-plum-print-popup" data-popup="left" href="https://plu.mx/plum/a/?doi=10.1000/2"></a>
        <div class="altmetric-embed" data-badge-popover="right" data-doi="10.1000/3"></div>
        <div class="scite-badge" data-doi="10.1000/1"></div></main>
        <div class="altmetric-embed" data-badge-popover="left" data-doi="10.1000/3"></div>"#;
    open(page, ALL, "", body);
    until_widgets(page, 5);
    page.until_ready();
    for (at, is_there) in [
        "panel.bottom <= badge.top",
        "panel.right <= badge.left",
        "panel.left >= badge.right",
        "panel.top >= badge.bottom",
        "panel.top >= badge.bottom && panel.left >= 0",
    ]
    .iter()
    .enumerate()
    {
        page.run(&format!("probe.toggle('badge-citations', {at}).click()"));
        page.until(&format!(
            "(([badge, panel]) => {is_there} && panel.width >= 200)([probe.part('badge-citations', {at}), probe.panel('badge-citations', {at})].map((it) => it.getBoundingClientRect()))"
        ));
    }
    assert_quiet(page);
}

/// However it comes into the page, and wherever it goes then.
pub fn sees_what_is_inserted_later(page: &Page<'_>) {
    lay_works(page, 10);
    open(page, ALL, "", "<main></main><aside></aside>");
    page.until("customElements.get('publication-metrics')");
    page.settle();
    let badge = |at: u32| format!(r#"<li><p><span class="__dimensions_badge_embed__" data-doi="10.1000/{at}"></span></p></li>"#);
    let list: String = (0..5).map(badge).collect();
    page.run(&format!("document.querySelector('main').innerHTML = {}", json!(format!("<ul>{list}</ul>"))));
    until_widgets(page, 5);
    page.until_ready();
    // Attributes after the element, as frameworks set them.
    page.run(
        "const link = Object.assign(document.createElement('a'), { className: 'plumx-details', href: 'https://plu.mx/plum/a/?doi=10.1000/6' });
         const badge = document.createElement('div');
         badge.className = 'altmetric-embed';
         document.querySelector('main').append(link, badge);
         badge.dataset.doi = '10.1000/7'",
    );
    until_widgets(page, 7);
    page.until_ready();
    assert_eq!(attributes(page, "doi")[5..], some(&["10.1000/6", "10.1000/7"]));
    let before = page.requests(WORKS);
    page.run("window.first = probe.element(0); const aside = document.querySelector('aside'); aside.append(...document.querySelectorAll('li')); aside.append(probe.element(0))");
    page.settle();
    assert_eq!(page.value::<usize>("probe.widgets().length"), 7);
    assert!(page.is("window.first.isConnected && window.first.state === 'ready'"));
    // The page goes on to another publication.
    page.run("document.querySelector('.altmetric-embed').dataset.doi = '10.1000/9'");
    page.until("probe.text('badge-citations', 0)?.startsWith('9') || probe.widgets().some((_, at) => probe.text('badge-citations', at)?.startsWith('9'))");
    assert_eq!(page.value::<usize>("probe.widgets().length"), 7);
    assert_eq!(page.requests(WORKS), before + 1);
    assert_quiet(page);
}

/// Not by a second script, nor by the vendor's own, nor in a copy.
pub fn upgrades_once(page: &Page<'_>) {
    lay_works(page, 8);
    let one = script(page, ALL, "");
    let other = one.replace("embed.js", "embed.js?again");
    page.open_with(&[one, other].concat(), r#"<div class="altmetric-embed" data-doi="10.1000/1"><img alt="score"></div><a class="plumx-details" href="https://plu.mx/plum/a/?doi=10.1000/2"></a>"#);
    until_widgets(page, 2);
    page.until_ready();
    assert!(page.is("probe.element(0).querySelector('img') && !probe.visible(probe.element(0).querySelector('img'))"));
    page.run("document.body.append(document.querySelector('.altmetric-embed').cloneNode(true), probe.element(1).cloneNode(true))");
    page.run("document.querySelector('.altmetric-embed').append(document.createElement('canvas'))");
    page.settle();
    assert_eq!(page.value::<usize>("probe.widgets().length"), 4);
    assert!(page.is("probe.element(0).querySelector('canvas')"));
    page.until_ready();
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Where a service tells the DOI of them.
pub fn resolves_other_identifiers(page: &Page<'_>) {
    lay_works(page, 120);
    let badge = |pmid: u32| format!(r#"<span class="__dimensions_badge_embed__" data-pmid="{pmid}"></span>"#);
    let pmids = (1..=60).map(badge).collect::<Vec<_>>().concat();
    let body = format!(
        r#"{pmids}<div class="altmetric-embed" data-arxiv-id="arXiv:2105.01234v2"></div>
        <div class="altmetric-embed" data-handle="10.1000/5"></div>
        <div class="altmetric-embed" data-uri="https://doi.org/10.1000/6"></div>
        <a class="plumx-details" href="https://plu.mx/plum/a/?arxiv=math.GT/0309136v1"></a>
        <a class="plumx-details" href="https://plu.mx/plum/a/?pmid=7"></a>"#
    );
    open(page, ALL, "", &body);
    until_widgets(page, 65);
    page.until_ready();
    let dois = attributes(page, "doi");
    assert_eq!(dois[..2], some(&["pmid:1", "pmid:2"]));
    assert_eq!(dois[60..64], some(&["10.48550/arXiv.2105.01234", "10.1000/5", "10.1000/6", "10.48550/arXiv.math/0309136"]));
    // Out of sight, where engines tell no text that a reader would see.
    assert!(page.is("probe.part('badge-citations', 59).textContent.trim().startsWith('60')"));
    assert_quiet(page);

    for (source, path, answer) in [
        ("europepmc", "europepmc/search", json!({ "resultList": { "result": [{ "source": "MED", "id": "7", "pmid": "7", "doi": "10.1000/7", "title": "On moss", "citedByCount": 1, "pubYear": "2021" }] } })),
        ("semanticscholar", "semanticscholar/paper/batch", json!([{ "paperId": "a", "externalIds": { "DOI": "10.1000/7" }, "title": "On moss", "citationCount": 1, "authors": [] }])),
    ] {
        page.stage.lay(path, Answer::json(answer.to_string()));
        open(page, "dimensions", &format!(r#"data-source="{source}""#), r#"<span class="__dimensions_badge_embed__" data-pmid="7"></span>"#);
        until_widgets(page, 1);
        page.until_ready();
        assert!(page.text("badge-citations").starts_with('1'));
    }
    page.stage.lay(
        "crossref/works",
        Answer::json(json!({ "message": { "items": [{ "DOI": "10.1000/8.1", "type": "book-chapter" }, { "DOI": "10.1000/8", "type": "monograph", "is-referenced-by-count": 8, "member": "1" }] } }).to_string()),
    );
    let lazy = script(page, "plumx", r#"data-source="crossref""#).replace(r#"data-loading="eager""#, "");
    page.open_with(&lazy, r#"<a class="plumx-details" href="https://plu.mx/plum/a/?isbn=978-3-319-25557-6"></a>"#);
    until_widgets(page, 1);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('8'));
}

/// And says so, once for each reason.
pub fn leaves_what_it_cannot_resolve(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[]));
    let body = r#"
        <div class="altmetric-embed" data-handle="10568/118261">A</div><div class="altmetric-embed" data-handle="10568/118262">A</div>
        <div class="altmetric-embed" data-altmetric-id="29523449">A</div><div class="altmetric-embed" data-isbn="9783319255576">A</div>
        <div class="altmetric-embed">A</div><div class="altmetric-embed" data-doi="">A</div>
        <span class="__dimensions_badge_embed__" data-id="pub.1">D</span><span class="__dimensions_badge_embed__" data-doi="moss">D</span>
        <span class="__dimensions_badge_embed__" data-pmid="12">D</span>
        <a class="plumx-details" href="https://plu.mx/plum/a/abc">P</a>
        <a class="plumx-details" href="https://plu.mx/plum/a/?doi=10.1000/1" data-hide-citations="true">P</a>
        <a class="plumx-person" href="https://plu.mx/plum/u/somebody">P</a>"#;
    open(page, ALL, "", body);
    page.until("probe.seen.warnings.length >= 9");
    page.settle();
    // What a service has been asked for in vain is in its element, as its fallback.
    assert_eq!(attributes(page, "doi"), some(&["pmid:12"]));
    assert_eq!(attributes(page, "state"), some(&["error"]));
    assert_eq!(page.value::<String>("document.body.textContent.replace(/\\s/g, '')"), "AAAAAADDDPPP");
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert_eq!(warnings.len(), 9, "{warnings:#?}");
    for said in ["handle", "Altmetric identifier", "ISBN", "names no publication", "Dimensions identifier", "is no DOI: moss", "No publication with this PMID is known to openalex", "attention without citations"] {
        assert_eq!(warnings.iter().filter(|it| it.contains(said)).count(), if said == "names no publication" { 2 } else { 1 }, "{said}: {warnings:#?}");
    }

    page.stage.lay(WORKS, Answer::status(403));
    open(page, ALL, "", r#"<span class="__dimensions_badge_embed__" data-pmid="12">D</span>"#);
    page.until("probe.seen.warnings.some((it) => it.includes('403'))");
    assert_eq!(page.value::<String>("document.body.innerText.trim()"), "D");
}

/// Records of the page's own, at addresses with the badge's identifiers in them.
pub fn takes_records_of_the_page(page: &Page<'_>) {
    let record = json!({ "doi": "10.1000/a(1)", "title": "On moss",
        "citations": [{ "source": "Scopus", "count": 4, "asOf": "2025-06-30" }],
        "attention": [{ "provider": "Altmetric", "kind": "score", "value": 41, "asOf": "2025-06-30" }] });
    page.stage.lay("records/doi", Answer::json(record.to_string()));
    let body = r#"
        <div class="altmetric-embed" data-doi="doi:10.1000/a(1)&b"></div>
        <a class="plumx-details" href="https://plu.mx/plum/a/?pmid=12"></a>
        <div class="altmetric-embed" data-handle="10568/1"></div>
        <span class="__dimensions_badge_embed__" data-id="pub.7"></span>"#;
    open(page, ALL, r#"data-src="records/doi?of={doi}&pmid={pmid}&handle={handle}""#, body);
    until_widgets(page, 3);
    page.until_ready();
    assert_eq!(
        attributes(page, "src"),
        some(&["records/doi?of=10.1000%2Fa(1)%26b&pmid=&handle=", "records/doi?of=&pmid=12&handle=", "records/doi?of=&pmid=&handle=10568%2F1"])
    );
    assert!(page.value::<String>("probe.text('badge-altmetric', 0)").starts_with("41"));
    assert!(page.value::<String>("probe.text('badge-citations', 0)").starts_with('4'));
    // A list of what is counted stays a list.
    assert_eq!(attributes(page, "layout"), [None, Some("full".to_owned()), None]);
    assert!(page.is("probe.root(1).textContent.includes('41')"));
    // Nobody else is asked.
    assert_eq!(page.requests(WORKS), 0);
    assert!(page.is("probe.seen.warnings.length === 1 && probe.seen.warnings[0].includes('data-src has no place')"));
}

/// By who has modules, for as long as wanted.
pub fn can_be_called_and_stopped(page: &Page<'_>) {
    lay_works(page, 8);
    page.open("<main></main><aside></aside>");
    let endpoint = page.stage.address(Origin::Host, "{source}");
    let badge = |at: u32| format!(r#"<div class="scite-badge" data-doi="10.1000/{at}"></div>"#);
    page.run(&format!(
        "return import(new URL('site/publication-metrics-replace.js', location)).then(({{ replaceBadges }}) => {{
             window.stop = replaceBadges(['scite'], document.querySelector('main'), {{ endpoint: '{endpoint}', loading: 'eager' }});
             document.querySelector('main').innerHTML = {};
             document.querySelector('aside').innerHTML = {};
         }})",
        json!(badge(1)),
        json!(badge(2))
    ));
    until_widgets(page, 1);
    page.until_ready();
    page.run(&format!("window.stop(); document.querySelector('main').insertAdjacentHTML('beforeend', {})", json!(badge(3))));
    page.settle();
    assert_eq!(attributes(page, "doi"), some(&["10.1000/1"]));
    assert!(page.value::<String>("probe.text('badge-citations')").starts_with('1'));
    assert_quiet(page);
}

/// No style attribute, nothing parsed as HTML.
pub fn keeps_to_a_strict_policy(page: &Page<'_>) {
    lay_works(page, 8);
    page.stage.lay("datacite/dois/10.1000/7", Answer::status(404));
    page.stage.set_policy(&format!("{STRICT_POLICY}; require-trusted-types-for 'script'"));
    let body = MARKUP.replace(r#" style="float: right""#, "").replace(r#" style="margin: 3px""#, "").replace("meta:citation_doi", "10.1000/6");
    open(page, ALL, "", &body);
    until_widgets(page, 7);
    page.until_ready();
    assert!(page.value::<String>("probe.text('badge-citations', 3)").starts_with('4'));
    assert_quiet(page);
}

/// Nor is anything fetched for it.
pub fn leaves_vendors_that_are_not_named(page: &Page<'_>) {
    lay_works(page, 8);
    open(page, "scite, citavi", "", MARKUP);
    page.until("probe.widgets().length === 1");
    page.settle();
    assert_eq!(attributes(page, "doi"), some(&["10.1000/5"]));
    let warnings: Vec<String> = page.value("probe.seen.warnings");
    assert!(warnings.iter().any(|it| it.contains("citavi")), "{warnings:?}");

    page.open_with(r#"<script async src="site/embed.js"></script>"#, MARKUP);
    page.until("customElements.get('publication-metrics')");
    page.settle();
    assert_eq!(page.value::<usize>("probe.widgets().length"), 0);
    assert_eq!(page.requests("site/publication-metrics-replace.js"), 1, "by the page before");
}

/// As elements with a DOI do.
pub fn of_a_thousand_are_twenty_requests(page: &Page<'_>) {
    lay_works(page, 1000);
    let badge = |at: u32| match at % 3 {
        0 => format!(r#"<div class="altmetric-embed" data-doi="10.1000/{at}"></div>"#),
        1 => format!(r#"<span class="__dimensions_badge_embed__" data-doi="10.1000/{at}"></span>"#),
        _ => format!(r#"<a class="plumx-details" href="https://plu.mx/plum/a/?doi=10.1000/{at}"></a>"#),
    };
    let list: String = (0..1000).map(badge).collect();
    open(page, ALL, "", "<main></main>");
    page.until("customElements.get('publication-metrics')");
    page.run(&format!("document.querySelector('main').innerHTML = {}", json!(list)));
    until_widgets(page, 1000);
    eventually(|| page.requests(WORKS) >= 20, "twenty requests");
    page.until_after("probe.widgets().filter(({ state }) => state === 'ready').length", "probe.widgets().every(({ state }) => state === 'ready')");
    assert_eq!(page.requests(WORKS), 20);
}
