//! What goes wrong around the page, or changes at any moment: the network, storage, the clock, the browser's data of languages,
//! paper, and how large all is.

use serde_json::{Value, json};

use crate::endurance::{SHOWN, three, widget};
use crate::page::{Page, SCRIPT};
use crate::server::{Answer, Origin};

/// Each widget has its record of the page's server, which is away for a while.
pub fn network_goes_and_comes_back(page: &Page<'_>) {
    let record = |count: u32| json!({ "title": "Study", "citations": [{ "source": "Scopus", "count": count }] }).to_string();
    let lay = |is_there: bool| {
        for count in [11, 22, 33] {
            let answer = Answer::json(record(count));
            page.stage.lay(&format!("{count}.json"), if is_there { answer } else { answer.cut_short() });
        }
    };
    lay(true);
    let body = [11, 22, 33].map(|count| format!(r#"<publication-metrics loading="eager" src="{count}.json"><span class="fallback">Study {count}</span></publication-metrics>"#));
    page.open_held(SCRIPT, &body.concat());
    page.comes_to(&SHOWN, &[]);
    lay(false);
    page.run("for (const it of probe.widgets()) it.reload().catch(() => {})");
    let unreachable = ["11.json could not be fetched", "22.json could not be fetched", "33.json could not be fetched"];
    page.comes_to(&["fallback: network"; 3], &unreachable);
    lay(true);
    page.run("dispatchEvent(new Event('online'))");
    page.until("probe.outcomes()?.includes('33')");
    page.comes_to(&SHOWN, &unreachable);
    page.ends_well("44");
}

/// Answers are kept where there is room; who finds none asks again.
fn without_storage(page: &Page<'_>, before: &str, memory: &str) {
    const WORKS: &str = "openalex/works";
    let works = r#"{ "results": [{ "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/moss", "title": "On moss", "cited_by_count": 17, "authorships": [] }] }"#;
    page.stage.lay(WORKS, Answer::json(works).with_header("access-control-allow-origin", "*"));
    let endpoint = page.stage.address(Origin::Neighbour, "{source}");
    let asking = format!(r#"<publication-metrics loading="eager" doi="10.1000/moss" endpoint="{endpoint}" cache="{memory}"><span class="fallback">On moss</span></publication-metrics>"#);
    page.open_held(&format!("<script>{before}</script>{SCRIPT}"), &format!("{}{asking}", three("")));
    page.comes_to(&["11", "22", "33", "17"], &[]);
    page.ends_well("44");
    page.run("try { sessionStorage.clear() } catch {}");
    page.run("try { return caches.delete('publication-metrics').then(() => {}, () => {}) } catch {}");
}

/// Full, as a browser says it.
pub fn storage_is_full(page: &Page<'_>) {
    let full = "const full = () => { throw new DOMException('full', 'QuotaExceededError') }; Storage.prototype.setItem = full; if (window.Cache) Cache.prototype.put = async () => full()";
    without_storage(page, full, "session");
    without_storage(page, full, "persistent");
}

/// Forbidden, so that to name it throws.
pub fn storage_is_forbidden(page: &Page<'_>) {
    let forbidden = "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError') } })";
    without_storage(page, forbidden, "session");
    without_storage(page, forbidden, "persistent");
}

/// By years, forth and back, at every look.
pub fn clock_jumps(page: &Page<'_>) {
    let jumps = "{ const { now } = Date; let looks = 0; Date.now = () => now() + (looks++ % 2 ? -1 : 1) * 1e11; }";
    page.open_three(jumps, "");
    page.comes_to(&SHOWN, &[]);
    page.run("probe.element(1).reload()");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
    without_storage(page, jumps, "session");
}

/// A day of a record is that day everywhere on earth, in every language and also when the zone changes.
pub fn days_stay(page: &Page<'_>, before: &str, zone: impl Fn(&str)) {
    let dates = "probe.widgets().map((_, n) => probe.part('badge-citations', n).querySelector('[part=note]').textContent.replace(/\\s/g, ' '))";
    for (attributes, date) in [("", "30 Jun 2025"), ("lang=en-US", "Jun 30, 2025"), ("lang=es", "30 jun 2025")] {
        zone("Pacific/Kiritimati");
        page.open_three(before, attributes);
        page.comes_to(&SHOWN, &[]);
        let day: String = page.value("new window.Intl.DateTimeFormat('en', { day: 'numeric' }).format(Date.UTC(2025, 5, 30, 23))");
        assert_eq!(day, "1", "it is another day there");
        zone("Pacific/Pago_Pago");
        page.run("probe.element(1).reload()");
        page.comes_to(&SHOWN, &[]);
        for shown in page.value::<Vec<String>>(dates) {
            assert!(shown.ends_with(date), "{attributes}: {shown}");
        }
        page.ends_well("44");
    }
}

/// By what the scripts of a page learn of the zone, in every engine.
pub fn zone_is_far_away(page: &Page<'_>) {
    let far = "window.zone = 'Pacific/Kiritimati';
        Date.prototype.getTimezoneOffset = () => (zone === 'Pacific/Kiritimati' ? -840 : 660);
        Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
            construct: (own, [tag, options], made) => Reflect.construct(own, [tag, { timeZone: zone, ...options }], made),
        });";
    days_stay(page, far, |zone| page.run(&format!("window.zone = '{zone}'")));
}

/// The browser has no data of the language: it takes another one for its numbers and dates, as the standard says.
pub fn intl_lacks_a_language(page: &Page<'_>) {
    let lacks = "for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'ListFormat', 'DisplayNames']) {
        const Own = Intl[name];
        Intl[name] = new Proxy(Own, {
            construct: (own, [tag, ...rest], made) => Reflect.construct(own, [String(tag).startsWith('es') ? 'en' : tag, ...rest], made),
            get: (own, key) => key === 'supportedLocalesOf' ? (tags) => own.supportedLocalesOf(tags).filter((it) => !it.startsWith('es')) : own[key],
        });
    }";
    page.open_three(lacks, "lang=es");
    page.comes_to(&SHOWN, &[]);
    assert!(page.is("probe.part('badge-citations').textContent.includes('citas')"), "the words are there");
    page.ends_well("44");
}

/// It says that there is no such language, or has none of a kind of format.
pub fn intl_refuses(page: &Page<'_>) {
    for (before, attributes) in [
        ("for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'ListFormat', 'DisplayNames']) Intl[name] = class { constructor() { throw new RangeError('Incorrect locale information provided') } }", "lang=es"),
        ("delete Intl.ListFormat; delete Intl.DisplayNames; delete Intl.PluralRules", "lang=es"),
        ("delete Intl.NumberFormat; delete Intl.DateTimeFormat", "lang=de layout=full"),
        ("Intl.getCanonicalLocales = () => { throw new RangeError('no') }", "lang=es"),
    ] {
        page.open_three(before, attributes);
        let outcomes = page.outcomes();
        assert!(outcomes == SHOWN || outcomes == ["fallback: trap"; 3], "{before}: {outcomes:?}");
        assert!(page.value::<usize>("probe.seen.warnings.length") <= 1);
        assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0], "{before}");
        page.has_survived();
        page.is_left_by_all();
    }
}

/// Whenever a reader prints: what is there is on the paper, and nothing of it is in the way afterwards.
pub fn page_is_printed_at_any_moment(page: &Page<'_>) {
    for moment in 0..5 {
        page.open_held(&format!("<script>for (const type of ['beforeprint', 'afterprint']) setTimeout(() => dispatchEvent(new Event(type)), {moment} * 15)</script>{SCRIPT}"), &three("layout=full"));
        page.print();
        page.comes_to(&SHOWN, &[]);
        page.print();
        page.comes_to(&SHOWN, &[]);
    }
    page.ends_well("44");
}

/// How large all is, the language and the colours, all in the course of a few renders.
pub fn page_is_zoomed_and_switched_at_any_moment(page: &Page<'_>) {
    page.open_three("", "layout=card");
    page.run(
        "return (async () => {
        const { documentElement: html } = document;
        for (let n = 0; n < 60; n++) {
            html.style.zoom = [1, 0.5, 2, 4][n % 4];
            html.style.fontSize = `${[16, 8, 40][n % 3]}px`;
            html.lang = ['en', 'es', 'ar', 'eu', 'xx', '-'][n % 6];
            html.dir = n % 2 ? 'rtl' : 'ltr';
            html.style.color = ['black', 'white', 'color-mix(in oklch, red, blue)'][n % 3];
            for (const it of probe.widgets()) it.theme = ['auto', 'dark', 'mono', 'light', 'nonsense'][n % 5];
            if (n % 7 === 3) for (const it of probe.widgets()) it.layout = ['card', 'full', 'badges'][n % 3];
            await new Promise((resolve) => n % 3 ? setTimeout(resolve, n % 5) : requestAnimationFrame(resolve));
        }
        html.removeAttribute('style');
        html.lang = 'en';
        for (const it of probe.widgets()) { it.theme = 'light'; it.layout = 'card'; }
        })()",
    );
    page.comes_to(&SHOWN, &["theme=\"nonsense\" is unknown"]);
    page.until("probe.widgets().every((_, n) => probe.part('badge-citations', n).textContent.includes('citations'))");
    page.ends_well("44");
}

/// A tab that nobody looks at gets no frames and few timers; what is asked for is there all the same.
pub fn page_is_hidden(page: &Page<'_>) {
    page.open_three("window.requestAnimationFrame = () => 0; Object.defineProperty(document, 'hidden', { get: () => true }); Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })", "");
    page.comes_to(&SHOWN, &[]);
    page.run(&format!("document.body.insertAdjacentHTML('beforeend', {})", Value::from(widget("", 55))));
    page.comes_to(&["11", "22", "33", "55"], &[]);
    page.ends_well("44");
}
