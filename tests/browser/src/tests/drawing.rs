//! Rows and cards, which the browser draws from shapes, are what they are to be.

use serde_json::{Value, json};

use crate::page::Page;

/// Records whose rows and cards are of many shapes.
fn records() -> Value {
    json!([
        { "title": "On <i>moss</i>", "doi": "10.1000/a", "kind": "review", "retracted": true,
          "venue": { "title": "Annals & Letters", "volume": "2", "issue": "3", "pages": "4-5" }, "published": "2024-02",
          "citations": [{ "source": "Scopus", "count": 6, "asOf": "2025-06-30" }],
          "attention": [{ "provider": "Altmetric", "kind": "score", "value": 41.4 },
                        { "provider": "Altmetric", "kind": "mentions", "value": 3 }, { "provider": "PlumX", "kind": "captures", "value": 9 }],
          "rankings": [{ "agency": "JCR", "year": 2023, "category": "Botany", "rank": 2, "of": 322 }] },
        { "title": "*<b> 'quoted' \"*\" &amp;", "citations": [{ "source": "<*>", "count": 0 }, { "source": "WoS", "count": "many" }] },
        { "title": "\u{627}\u{644}\u{637}\u{62d}\u{627}\u{644}\u{628} H<sub>2</sub>O<sup>+</sup> <b>x</b>", "kind": "book",
          "attention": [{ "provider": "PlumX", "kind": "readers", "value": 12_345_678 }] },
        { "title": "a\u{0}b", "doi": "10.1000/a\u{0}b", "kind": "c\u{0}", "venue": { "title": "\u{0}d", "pages": "e\u{0}7" },
          "citations": [{ "source": "f\u{0}g", "count": 1 }] },
        { "title": "Nothing is known" },
        { "doi": "10.1000/b", "rankings": [{ "agency": "SJR", "year": 2020, "quartile": "Q4" }], "citations": [{ "source": "Scopus", "count": "?" }] },
    ])
}

/// What is drawn, whatever the order of attributes, which means nothing.
const DRAWN: &str = "const plain = (node) => node.data ??
        `<${node.namespaceURI.slice(-4)} ${node.localName} ${[...node.attributes].map(({ name, value }) => `${name}=${value}`).sort()}>${[...node.childNodes].map(plain).join('')}</>`;
    const drawn = (it) => plain(it.shadowRoot.querySelector('.widget'));
    const shown = async (it) => (await it.ready.catch(() => {}), await new Promise((done) => setTimeout(done)), drawn(it));
    const made = (record, attributes) => {
        const it = Object.assign(document.createElement('publication-metrics'), { publication: record });
        for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) it.setAttribute(name, value);
        document.body.append(it);
        return it;
    };";

/// Opens a page that does this when it is called `go`: in the page, since Firefox's driver has a world of its own.
fn open(page: &Page<'_>, steps: &str) {
    // Only `</script` could end the script early, and JSON can write it otherwise.
    let records = records().to_string().replace('<', "\\u003c");
    page.open(&format!("<script>const records = {records}; {DRAWN} window.compared = []; window.different = []; async function go() {{ {steps} }}</script>"));
    page.run("go()");
}

/// Node for node what the program of whole pages makes of the same templates, in every layout and language.
pub fn is_the_same_by_both_programs(page: &Page<'_>) {
    open(
        page,
        "for (const layout of ['badges', 'card']) for (const lang of ['en', 'es', 'ar']) for (const record of records) {
                const it = made(record, { layout, lang });
                const one = await shown(it);
                const loaded = new Promise((done) => it.addEventListener('metrics-load', done, { once: true }));
                Object.assign(it, { layout: 'full', publication: record });
                await loaded;
                it.layout = layout;
                await new Promise((done) => setTimeout(done, 20));
                const other = await shown(it);
                if (one !== other) different.push([one, other]);
                compared.push(layout);
                it.remove();
            }",
    );
    page.until_after("compared.length", "compared.length === 36 || different.length");
    assert_eq!(page.value::<Vec<Vec<String>>>("different.slice(0, 1)"), [[""; 0]; 0]);
}

/// A row that is given another record is the row of that record, whatever stood there before.
pub fn of_another_record_leaves_nothing_of_the_one_before(page: &Page<'_>) {
    open(
        page,
        "for (const layout of ['badges', 'card']) {
                const fresh = await Promise.all(records.map((record) => shown(made(record, { layout }))));
                const it = made(records[0], { layout });
                await shown(it);
                for (const from of records) for (const [index, to] of records.entries()) {
                    for (const record of [from, to]) {
                        it.publication = record;
                        await shown(it);
                    }
                    const row = await shown(it);
                    if (row !== fresh[index]) different.push([row, fresh[index]]);
                    compared.push(layout);
                }
            }",
    );
    page.until_after("compared.length", "compared.length === 72 || different.length");
    assert_eq!(page.value::<Vec<Vec<String>>>("different.slice(0, 1)"), [[""; 0]; 0]);
}

/// What a reader has come to with the keyboard stays under it while the numbers and the words around it change.
pub fn keeps_what_the_reader_is_at(page: &Page<'_>) {
    open(
        page,
        "window.it = made(records[0], {});
        await it.ready;
        window.button = it.shadowRoot.querySelector('[data-panel=citations]');
        window.change = () => (it.publication = { ...records[0], retracted: false, citations: [{ source: 'Scopus', count: 7 }] });
        button.focus()",
    );
    page.until("window.button && it.shadowRoot.activeElement === button");
    page.run("change()");
    page.until("button.textContent.includes('7')");
    page.run("it.setAttribute('lang', 'es')");
    page.until("button.textContent.includes('citas')");
    assert!(page.is("it.shadowRoot.activeElement === button && button.isConnected"));
}

/// Of many elements, what is done is shown together; one that has gone by then is not told of.
pub fn of_many_is_not_told_of_who_has_gone(page: &Page<'_>) {
    open(
        page,
        "const all = Array.from({ length: 300 }, (_, index) => made({ ...records[0], doi: `10.1000/${index}` }, {}));
        const told = new Set();
        const gone = all.slice(150);
        addEventListener('metrics-load', ({ target }) => {
            if (!told.size) for (const it of gone) if (it.state !== 'ready') it.remove();
            told.add(target);
        });
        Object.assign(window, { all, told })",
    );
    page.until("window.all?.every((it) => it.isConnected ? it.state === 'ready' : it.state === 'idle' || told.has(it))");
    page.settle();
    assert!(page.is("all.every((it) => told.has(it) === it.isConnected && Boolean(it.shadowRoot.querySelector('.value')) === it.isConnected)"));
    assert!(page.is("all.some((it) => !it.isConnected)"));
}
