//! Pages whose scripts have put something else in the place of what the browser has.

use crate::endurance::{SHOWN, survived_by, three};
use crate::page::{Page, SCRIPT, eventually};
use crate::server::{Answer, Origin};

/// By one that fails.
pub fn fetch_fails(page: &Page<'_>) {
    page.open_three("window.kept = fetch; window.fetch = () => Promise.reject(new TypeError('blocked by an extension'))", "");
    page.comes_to(&["fallback: wasm-unavailable"; 3], &["blocked by an extension"]);
    page.run("window.fetch = kept");
    page.ends_well("44");
}

/// By one that throws before it returns a promise.
pub fn fetch_throws(page: &Page<'_>) {
    page.open_three("window.kept = fetch; window.fetch = () => { throw new Error('blocked by an extension') }", "");
    page.comes_to(&["fallback: wasm-unavailable"; 3], &["blocked by an extension"]);
    page.run("window.fetch = kept");
    page.ends_well("44");
}

/// By one that answers with something else.
pub fn fetch_answers_with_anything(page: &Page<'_>) {
    page.open_three("window.kept = fetch; window.fetch = async () => ({})", "");
    page.comes_to(&["fallback: wasm-unavailable"; 3], &["publication-metrics.wasm"]);
    page.run("window.fetch = kept");
    page.ends_well("44");
}

/// By one that wraps it, as those who measure a page do.
pub fn fetch_is_wrapped(page: &Page<'_>) {
    page.open_three("const own = fetch; window.fetch = function () { return own.apply(this, arguments).then((it) => it) }", "");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// Before the script, by a class of the page's own, as polyfills do.
pub fn promise_is_another_class(page: &Page<'_>) {
    page.open_three("window.Promise = class extends Promise {}", "");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// Later, by one that is none, for a while.
pub fn promise_is_broken_later(page: &Page<'_>) {
    page.open_three("", "");
    page.comes_to(&SHOWN, &[]);
    page.lay_script(
        "broken.js",
        "const own = Promise, passing = document.createElement('publication-metrics');
        window.Promise = function () { throw new Error('no promises here') };
        setTimeout(() => {
            window.Promise = own;
            passing.remove();
            document.title = 'over';
        }, 100);
        passing.loading = 'eager';
        passing.publication = { title: 'Passing' };
        document.body.append(passing);",
    );
    page.run("document.head.append(Object.assign(document.createElement('script'), { src: 'broken.js' }))");
    eventually(|| page.browser.run("return document.title").is_ok_and(|it| it == "over"), "promises are back");
    // What the passing one has to say is its own affair.
    page.run("probe.seen.errors.length = 0");
    assert_eq!(page.outcomes(), SHOWN);
    page.ends_well("44");
}

/// So that no element is defined: there is the fallback, and nothing else happens.
pub fn define_does_nothing(page: &Page<'_>) {
    page.open_three("customElements.define = () => {}", "");
    page.settle();
    assert!(page.is("probe.widgets().every((it) => !it.shadowRoot && probe.visible(it.querySelector('.fallback')))"));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert!(page.stage.log(Origin::Host).iter().all(|it| it != "site/publication-metrics-full.wasm"));
    survived_by(page, vec!["fallback".to_owned(); 3], page.value("probe.seen.warnings"));
}

/// As scoped registries and those who watch them do.
pub fn define_is_wrapped(page: &Page<'_>) {
    page.open_three("const own = customElements.define; customElements.define = function (...given) { return own.apply(this, given) }", "");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// What old libraries add to every array and every object.
pub fn every_object_has_more(page: &Page<'_>) {
    page.open_three("Array.prototype.last = function () { return this[this.length - 1] }; Object.prototype.each = function () {}; String.prototype.strip = String.prototype.trim", "layout=full");
    page.comes_to(&SHOWN, &[]);
    page.run("probe.element(1).publication = { title: 'Study 22', citations: [{ source: 'Scopus', count: 22 }] }");
    page.until("probe.outcomes()");
    page.comes_to(&SHOWN, &[]);
    page.ends_well("44");
}

/// Before the script, by the page's own that do the same and can be counted, as polyfills do.
pub fn methods_are_others(page: &Page<'_>) {
    let others = "for (const { prototype } of [Array, String, Promise]) {
        for (const name of Object.getOwnPropertyNames(prototype)) {
            const own = prototype[name];
            if (typeof own !== 'function' || name === 'constructor') continue;
            prototype[name] = function (...given) { return own.apply(this, given) };
            Object.defineProperty(prototype, name, { enumerable: true });
        }
    }";
    for layout in ["badges", "full"] {
        page.open_three(others, &format!("layout={layout}"));
        page.comes_to(&SHOWN, &[]);
        page.run("probe.toggle('share-button').click()");
        page.until("probe.expanded('share-button')");
        page.ends_well_with(&format!("layout={layout}"), "44");
    }
}

/// Each method of arrays and strings, later, by one that throws, for as long as a widget comes and goes: the others stay or show
/// their fallback, and who comes afterwards is shown. Drivers use these methods too, so that the page does it by itself.
pub fn methods_throw_for_a_while(page: &Page<'_>) {
    page.open_three("", "");
    page.comes_to(&SHOWN, &[]);
    page.lay_script(
        "methods.js",
        "const names = {
            Array: 'map filter forEach includes push splice join find some every slice indexOf concat flat flatMap at reduce shift pop keys values entries',
            String: 'trim split replace includes startsWith toLowerCase slice trimStart endsWith matchAll',
        };
        const record = { title: 'Passing', citations: [{ source: 'Scopus', count: 5 }] };
        const made = () => Object.assign(document.createElement('publication-metrics'), { loading: 'eager', publication: record });
        const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const lost = [];
        for (const [kind, list] of Object.entries(names)) {
            const { prototype } = window[kind];
            for (const name of list.split(' ')) {
                const passing = made(), own = prototype[name], sound = () => (prototype[name] = own);
                prototype[name] = function () { throw new Error(`no ${name} here`) };
                setTimeout(sound, 20);
                try {
                    document.body.append(passing);
                    probe.element(1).lang = probe.element(1).lang === 'es' ? 'en' : 'es';
                } catch {}
                await pause(40);
                passing.remove();
                const after = made();
                document.body.append(after);
                await Promise.race([after.ready.catch(() => {}), pause(5000)]);
                if (after.state !== 'ready') lost.push(`${kind}.${name}: ${after.state} ${after.error?.message}`);
                after.remove();
            }
        }
        document.title = JSON.stringify(lost);",
    );
    page.run("document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: 'methods.js' }))");
    eventually(|| page.browser.run("return document.title").is_ok_and(|it| it.as_str().is_some_and(|it| it.starts_with('['))), "all methods have been tried");
    assert_eq!(page.value::<String>("document.title"), "[]");
    for (outcome, number) in page.outcomes().into_iter().zip(SHOWN) {
        assert!(outcome == number || outcome.starts_with("fallback: "), "{outcome}");
    }
    page.run("for (const it of probe.widgets()) it.reload()");
    page.until_or_say("probe.outcomes()?.join() === '11,22,33'", "probe.widgets().map(({ state, error }) => [state, error?.message])");
    page.run("probe.seen.errors.length = 0");
    page.ends_well("44");
}

/// The script twice, of two versions: the first stays.
pub fn script_is_there_in_two_versions(page: &Page<'_>) {
    let shipped = std::fs::read_to_string(page.stage.site().join("publication-metrics.js")).expect("the site has its scripts");
    let version = env!("CARGO_PKG_VERSION");
    let other = shipped.replace(version, "99.0.0");
    assert_ne!(other, shipped, "the script has its version");
    page.stage.lay("site/other.js", Answer::new("text/javascript", other));
    page.open_held(&format!(r#"{SCRIPT}<script type="module" src="site/other.js"></script>"#), &three(""));
    page.comes_to(&SHOWN, &["99.0.0 is not used"]);
    page.ends_well("44");
}
