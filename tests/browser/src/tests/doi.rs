//! A DOI alone: what services answer, and how they fail.

use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::{Page, eventually};
use crate::server::{Answer, Origin};

const WORKS: &str = "openalex/works";
const DOI: &str = "10.1000/moss";

fn work(doi: &str, cited: u32) -> Value {
    json!({ "id": "https://openalex.org/W1", "doi": format!("https://doi.org/{doi}"), "title": "On moss",
        "display_name": "On moss", "cited_by_count": cited, "authorships": [], "publication_date": "2021-03-04" })
}

fn works(works: &[Value]) -> Answer {
    Answer::json(json!({ "results": works }).to_string())
}

/// An element with a DOI whose services are at the stage.
fn element(page: &Page<'_>, attributes: &str) -> String {
    let endpoint = page.stage.address(Origin::Host, "{source}");
    format!(r#"<publication-metrics endpoint="{endpoint}" loading="eager" {attributes}>fallback</publication-metrics>"#)
}

fn open(page: &Page<'_>, attributes: &str) {
    page.open(&element(page, attributes));
}

fn ask(page: &Page<'_>) {
    open(page, &format!(r#"doi="{DOI}""#));
}

fn today(page: &Page<'_>) -> String {
    page.value("new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date())")
}

/// By `OpenAlex`, unless the page names another; each number says whose it is and when it was asked for.
pub fn is_answered_by_openalex(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]));
    open(page, r#"doi="https://doi.org/10.1000/MOSS""#);
    page.until_ready();
    let badge = page.text("badge-citations");
    assert!(badge.starts_with("17") && badge.contains("OpenAlex"), "{badge}");
    let date = today(page);
    let (day, year) = (date.split([' ', ',']).find(|it| it.parse::<u8>().is_ok()), &date[date.len() - 4..]);
    assert!(badge.contains(day.expect("a day")) && badge.contains(year), "{badge} {date}");
    assert_eq!(page.requests(WORKS), 1);
    assert!(page.is("probe.seen.events.find(({ type }) => type === 'metrics-load').detail.publication.cited_by_count === 17"));
}

/// Several, merged in their order.
pub fn is_answered_by_several(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]));
    page.stage.lay(
        "crossref/works/10.1000/moss",
        Answer::json(json!({ "message": { "DOI": DOI, "title": ["On mosses"], "is-referenced-by-count": 12, "member": "1" } }).to_string()),
    );
    page.stage.lay("opencitations/citation-count/doi:10.1000/moss", Answer::json(r#"[{ "count": "9" }]"#));
    page.stage.lay("datacite/dois/10.1000/moss", Answer::status(403));
    open(page, &format!(r#"doi="{DOI}" layout="card" source="crossref openalex opencitations datacite""#));
    page.until_ready();
    let badge = page.text("badge-citations");
    assert!(badge.starts_with("12") && badge.contains("Crossref"), "{badge}");
    assert!(page.is("probe.root().textContent.includes('On mosses')"));
    let warnings: Vec<String> = page.value("probe.seen.events.find(({ type }) => type === 'metrics-load').detail.warnings");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("datacite: ") && warnings[0].contains("403"), "{warnings:?}");
}

/// Each of the services, as it answers.
pub fn is_answered_by_each_service(page: &Page<'_>) {
    let europepmc = json!({ "resultList": { "result": [
        { "id": "7", "source": "MED", "pmid": "7", "doi": DOI, "title": "On moss.", "citedByCount": 11, "pubYear": "2021" }] } });
    let datacite = json!({ "data": { "attributes": {
        "doi": DOI, "titles": [{ "title": "On moss" }], "creators": [], "publicationYear": 2021, "citationCount": 12 } } });
    let paper = json!([{ "paperId": "a1", "externalIds": { "DOI": DOI }, "title": "On moss", "citationCount": 13, "authors": [] }]);
    let crossref = json!({ "message": { "DOI": DOI, "title": ["On moss"], "is-referenced-by-count": 14, "member": "1" } });
    for (source, path, answer, starts, name) in [
        ("europepmc", "europepmc/search", europepmc, "11", "Europe PMC"),
        ("datacite", "datacite/dois/10.1000/moss", datacite, "12", "DataCite"),
        ("semanticscholar", "semanticscholar/paper/batch", paper, "13", "Semantic Scholar"),
        ("crossref", "crossref/works/10.1000/moss", crossref, "14", "Crossref"),
        ("opencitations", "opencitations/citation-count/doi:10.1000/moss", json!([{ "count": "15" }]), "15", "OpenCitations"),
        ("openalex", WORKS, json!({ "results": [work(DOI, 16)] }), "16", "OpenAlex"),
    ] {
        page.stage.lay(path, Answer::json(answer.to_string()));
        open(page, &format!(r#"doi="{DOI}" source="{source}""#));
        page.until_ready();
        let badge = page.text("badge-citations");
        assert!(badge.starts_with(starts) && badge.contains(name), "{source}: {badge}");
        assert_eq!(page.requests(path), 1, "{source}");
    }
}

/// All elements of a frame share requests, and the same DOI is asked for once.
pub fn shares_requests_with_others(page: &Page<'_>) {
    let dois: Vec<String> = (0..120).map(|it| format!("10.1000/{}", it % 100)).collect();
    let known: Vec<Value> = (0..100).map(|it| work(&format!("10.1000/{it}"), it)).collect();
    page.stage.lay(WORKS, works(&known));
    let elements: Vec<String> = dois.iter().map(|doi| element(page, &format!(r#"doi="{doi}""#))).collect();
    page.open(&elements.concat());
    page.until("probe.widgets().every(({ state }) => state === 'ready')");
    assert!(page.is("probe.widgets().every((widget, at) => widget.shadowRoot.querySelector('[part~=value]').textContent.trim() === String(at % 100))"));
    assert_eq!(page.requests(WORKS), 2);
}

/// From the page's own tags, and from its JSON-LD.
pub fn is_found_in_the_page(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17), work("10.1000/fern", 3)]));
    for (head, count) in [
        (r#"<meta name="DC.Identifier" content="doi:10.1000/fern"><meta name="citation_doi" content="10.1000/moss">"#, "17"),
        (
            r#"<script type="application/ld+json">{ "@context": "https://schema.org", "@type": "ScholarlyArticle",
                "identifier": { "propertyID": "DOI", "value": "10.1000/fern" }, "citation": { "identifier": "10.1000/moss" } }</script>"#,
            "3",
        ),
    ] {
        page.open(&format!("{head}{}", element(page, "doi=meta")));
        page.until_ready();
        assert!(page.text("badge-citations").starts_with(count), "{}", page.text("badge-citations"));
    }
    open(page, "doi=meta");
    assert_eq!(page.error_code(), "invalid-doi");
}

/// The page may say for all its elements where services are and who asks.
pub fn takes_settings_of_the_page(page: &Page<'_>) {
    page.stage.lay("proxy/works/10.1000/moss", Answer::json(json!({ "message": { "DOI": DOI, "is-referenced-by-count": 5, "member": "1" } }).to_string()));
    let endpoint = page.stage.address(Origin::Host, "proxy/");
    let head = format!(
        r#"<meta name="publication-metrics:endpoint" content="{endpoint}"><meta name="publication-metrics:source" content="crossref">"#
    );
    page.open(&format!(r#"{head}<publication-metrics doi="{DOI}" loading=eager>fallback</publication-metrics>"#));
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('5'));
}

/// What no service knows is a publication without figures, and no error.
pub fn that_is_not_found_is_empty(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[]));
    ask(page);
    page.until("probe.element().state === 'empty'");
    page.stage.lay("crossref/works/10.1000/moss", Answer::status(404));
    open(page, &format!(r#"doi="{DOI}" source=crossref"#));
    page.until("probe.element().state === 'empty'");
    assert_eq!(page.requests("crossref/works/10.1000/moss"), 1);
}

/// Server errors may pass, and are asked again.
pub fn waits_for_a_service_that_recovers(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]));
    page.stage.lay_first(WORKS, [Answer::status(503), Answer::status(503)]);
    ask(page);
    page.until_ready();
    assert_eq!(page.requests(WORKS), 3);

    page.stage.lay_first(WORKS, [Answer::status(429).with_header("retry-after", "1")]);
    page.run("window.begun = performance.now(); probe.element().reload()");
    page.until("probe.element().state === 'loading'");
    page.until_ready();
    assert_eq!(page.requests(WORKS), 5);
    assert!(page.is("performance.now() - window.begun >= 1000"));
}

/// Every other failure has a code and a message of its own, after no more requests than can help.
pub fn fails_with_a_code(page: &Page<'_>) {
    for (answer, code, requests) in [
        (Answer::status(429).with_header("retry-after", "3600"), "http-429", 1),
        (Answer::status(403), "http-403", 1),
        (Answer::html("<!doctype html><title>Portal</title>"), "wrong-type", 1),
        (Answer::json(r#"{ "results": ["#), "not-json", 1),
        (Answer::json(r#"{ "error": "no" }"#), "not-a-publication", 1),
        (Answer::status(500), "http-500", 4),
    ] {
        page.stage.lay(WORKS, answer);
        let before = page.requests(WORKS);
        ask(page);
        assert_eq!(page.error_code(), code);
        assert_eq!(page.requests(WORKS) - before, requests, "{code}");
        assert!(page.is("probe.element().innerText.includes('fallback')"), "{code}");
    }
    // JSON of any type is JSON.
    let text = json!({ "results": [work(DOI, 4)] }).to_string();
    page.stage.lay(WORKS, Answer::new("text/plain", text));
    ask(page);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('4'));
}

/// An answer that breaks off, which engines ask for again by themselves.
pub fn that_breaks_off_is_a_failure_of_the_network(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]).cut_short());
    ask(page);
    assert_eq!(page.error_code(), "network");
    assert!(page.requests(WORKS) >= 4);
}

/// A service that never answers is not waited for for ever.
pub fn does_not_wait_for_ever(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[]).after(Duration::from_secs(30)));
    open(page, &format!(r#"doi="{DOI}" timeout="0.2""#));
    assert_eq!(page.error_code(), "timeout");
    assert_eq!(page.requests(WORKS), 4);
}

/// Another origin that does not let pages read its answers.
pub fn that_is_refused_is_a_failure_of_the_network(page: &Page<'_>) {
    let endpoint = page.stage.address(Origin::Neighbour, "{source}");
    page.stage.lay(WORKS, works(&[work(DOI, 17)]).with_header("access-control-allow-origin", "*"));
    let open = |attributes: &str| {
        page.open(&format!(r#"<publication-metrics endpoint="{endpoint}" doi="{DOI}" loading=eager {attributes}>fallback</publication-metrics>"#));
    };
    open("");
    page.until_ready();
    page.stage.lay(WORKS, works(&[work(DOI, 17)]));
    open("");
    assert_eq!(page.error_code(), "network");

    page.stage.set_policy("default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'");
    let before = page.stage.requests(Origin::Neighbour, WORKS);
    open("");
    assert_eq!(page.error_code(), "blocked-by-policy");
    assert_eq!(page.stage.requests(Origin::Neighbour, WORKS), before);
}

/// A redirect is followed.
pub fn follows_a_redirect(page: &Page<'_>) {
    page.stage.lay("moved", works(&[work(DOI, 8)]));
    let to = page.stage.address(Origin::Host, "moved");
    page.stage.lay(WORKS, Answer::status(302).with_header("location", to));
    ask(page);
    page.until_ready();
    assert!(page.text("badge-citations").starts_with('8'));
}

/// Who leaves is not asked for any more.
pub fn is_called_off_with_its_element(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]).after(Duration::from_secs(5)));
    page.open("<main></main>");
    page.run(
        "const { fetch } = window;
         window.asked = [];
         window.fetch = (address, options) => {
             if (String(address).includes('openalex')) window.asked.push(options.signal);
             return fetch(address, options);
         }",
    );
    let element = element(page, &format!(r#"doi="{DOI}""#));
    page.run(&format!("document.querySelector('main').innerHTML = {}", json!(element.repeat(2))));
    page.until("window.asked.length === 1");
    page.run("probe.element().remove()");
    page.settle();
    assert!(page.is("!window.asked[0].aborted"), "another element waits for the same");
    page.run("probe.element().remove()");
    page.until("window.asked[0].aborted");
}

/// For as long as the tab is open, or until it is too old, where the page asks for it; else nothing is stored.
pub fn is_remembered_where_the_page_asks_for_it(page: &Page<'_>) {
    page.stage.lay(WORKS, works(&[work(DOI, 17)]));
    ask(page);
    page.until_ready();
    assert!(page.is("sessionStorage.length === 0"));
    ask(page);
    page.until_ready();
    assert_eq!(page.requests(WORKS), 2, "the page's life has ended in between");
    // In the sessions of WebKit's driver, the cache ends with the page.
    let has_cache = page.engine != Engine::WebKit;
    for memory in ["session", "persistent"] {
        if memory == "persistent" && !has_cache {
            continue;
        }
        let before = page.requests(WORKS);
        let asked = |times: usize| eventually(|| page.requests(WORKS) - before == times, &format!("{memory}: {times} requests"));
        let attributes = format!(r#"doi="{DOI}" cache="{memory}""#);
        for _ in 0..2 {
            open(page, &attributes);
            page.until_ready();
            assert!(page.text("badge-citations").starts_with("17"));
            if memory == "persistent" {
                page.until("caches.open('publication-metrics').then((cache) => cache.keys()).then((kept) => kept.some(({ url }) => url.includes('openalex')))");
            }
        }
        asked(1);
        open(page, &format!(r#"{attributes} cache-max-age="0""#));
        page.until_ready();
        asked(2);
        page.run("probe.element().reload()");
        asked(3);
        page.until_ready();
    }
    page.run("sessionStorage.clear()");
    page.until("globalThis.caches?.delete('publication-metrics').then(() => true) ?? true");
}

/// What else names a publication, by a service that can be asked by it; the others by the DOI in that record. What nobody knows,
/// or could be asked by, keeps the fallback.
pub fn may_be_another_identifier(page: &Page<'_>) {
    let mut known = work(DOI, 17);
    known["ids"] = json!({ "pmid": "https://pubmed.ncbi.nlm.nih.gov/7" });
    page.stage.lay(WORKS, works(&[known]));
    page.stage.lay(
        "crossref/works/10.1000/moss",
        Answer::json(json!({ "message": { "DOI": DOI, "title": ["On mosses"], "is-referenced-by-count": 12, "member": "1" } }).to_string()),
    );
    // Twice, and once in another form: one question.
    let elements = [r#"doi="pmid:7""#, r#"doi="https://pubmed.ncbi.nlm.nih.gov/7/""#, r#"doi="PMID: 7" source="crossref openalex""#];
    page.open(&elements.map(|it| element(page, it)).concat());
    page.until_ready();
    assert!(page.value::<String>("probe.text('badge-citations', 1)").starts_with("17"));
    assert!(page.value::<String>("probe.text('badge-citations', 2)").starts_with("12"), "the first that the page names comes first");
    assert_eq!((page.requests(WORKS), page.requests("crossref/works/10.1000/moss")), (1, 1));

    for (attributes, message) in [
        (r#"doi="pmid:8""#, "No publication with this PMID is known to openalex."),
        (r#"doi="isbn:9783319255576" source="openalex""#, "openalex cannot be asked for a publication by its ISBN. By the attribute source, name crossref."),
        (r#"doi="pmid:moss""#, "doi=\"pmid:moss\" is not a DOI."),
    ] {
        open(page, attributes);
        assert_eq!(page.error_code(), "invalid-doi");
        let said: String = page.value("probe.element().error.message");
        assert!(said.starts_with(message), "{said}");
        assert_eq!(page.value::<String>("document.body.innerText.trim()"), "fallback");
    }

    page.stage.lay(WORKS, Answer::status(403));
    open(page, r#"doi="pmid:9""#);
    assert_eq!(page.error_code(), "http-403");
}
