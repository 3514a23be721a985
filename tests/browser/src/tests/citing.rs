//! References, files for reference managers, the QR code, and what Zotero sees.

use std::time::Duration;
use std::{fs, path::Path};

use fantoccini::key::Key;

use crate::page::{HER2, Page, STRICT_POLICY};
use crate::server::Answer;

const EXPORTS: &str = "site/publication-metrics-exports.wasm";
const REFERENCES: &str = "site/publication-metrics-references.wasm";
const CITED: &str = "probe.part('section-share').querySelector('.cited')?.innerText";
const STATUS: &str = "probe.part('section-share').querySelector('.status').textContent";

fn full() -> String {
    HER2.replace("<publication-metrics", r#"<publication-metrics layout="full""#)
}

fn shipped(page: &Page<'_>, path: &str) -> Vec<u8> {
    let name = Path::new(path).file_name().expect("a file");
    fs::read(page.stage.site().join(name)).expect("the site has it")
}

fn button(key: &str) -> String {
    format!("probe.part('section-share').querySelector('[data-cite={key}]')")
}

fn deed(key: &str) -> String {
    format!("probe.part('section-share').querySelector('[data-cited={key}]')")
}

/// Chooses with the keyboard: what is far down a page need not be scrolled to.
#[track_caller]
fn choose(page: &Page<'_>, button: &str) {
    page.run(&format!("{button}.focus()"));
    page.press(Key::Enter);
}

/// By a program that is not there before, and no other.
pub fn gives_files_when_they_are_asked_for(page: &Page<'_>) {
    page.open(&full());
    page.until_ready();
    page.settle();
    assert_eq!(page.requests("site/publication-metrics-cite.js") + page.requests(EXPORTS), 0);
    for (key, beginning) in [("bibtex", "@article{waks2024"), ("ris", "TY  - JOUR"), ("csl-json", "[")] {
        choose(page, &button(key));
        page.until(&format!("{CITED}?.startsWith({beginning:?})"));
        assert!(page.is(&format!("{}.ariaPressed === 'true'", button(key))));
        assert!(page.is(&format!("{CITED}.includes('Martínez-Sáez')")), "{key}");
    }
    assert_eq!([EXPORTS, REFERENCES].map(|path| page.requests(path)), [1, 0]);
    choose(page, &button("csl-json"));
    page.until(&format!("{CITED} === undefined && {}.ariaPressed === 'false'", button("csl-json")));
}

/// In every style, with the words of the page's language.
pub fn formats_references_when_they_are_asked_for(page: &Page<'_>) {
    page.open(&full());
    page.until_ready();
    for (key, begins, contains) in [
        ("apa", "Waks, A. G., Tarantino, P.", "(2024)"),
        ("mla", "Waks, A. G., et al.", "vol. 21, no. 11, Sept. 2024, pp. 818–32"),
        ("chicago", "Waks, A. G., P. Tarantino", "21 (11): 818–32"),
        ("harvard", "Waks, A.G. et al. (2024)", "Available at:"),
        ("vancouver", "Waks AG, Tarantino P", "2024 Sep 13;21(11):818–32"),
        ("ieee", "A. G. Waks et al.", "vol. 21, no. 11, pp. 818–832, Sep. 2024"),
    ] {
        choose(page, &button(key));
        page.until(&format!("{CITED}?.startsWith({begins:?})"));
        assert!(page.is(&format!("{CITED}.includes({contains:?})")), "{key}");
    }
    assert_eq!([EXPORTS, REFERENCES].map(|path| page.requests(path)), [1, 1]);
    assert!(page.is("[...probe.part('section-share').querySelectorAll('.cited i')].some((it) => it.innerText.startsWith('Nature Reviews'))"));
    page.run("probe.element().lang = 'es'");
    page.until(&format!("{CITED} === undefined"));
    choose(page, &button("harvard"));
    page.until(&format!("{CITED}?.includes('Disponible en:')"));
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// While it is on its way, and when it does not come; then it can be tried again.
pub fn says_that_it_waits_and_that_it_failed(page: &Page<'_>) {
    page.stage.lay(REFERENCES, Answer::status(503).after(Duration::from_millis(400)));
    page.open(&full());
    page.until_ready();
    assert_eq!(page.value::<String>(STATUS), "");
    choose(page, &button("apa"));
    page.until(&format!("{STATUS} === 'One moment…'"));
    page.until(&format!("{STATUS} === 'This could not be loaded.'"));
    page.stage.lay(REFERENCES, Answer::new("application/wasm", shipped(page, REFERENCES)));
    choose(page, &deed("retry"));
    page.until(&format!("{CITED}?.startsWith('Waks')"));
    assert_eq!(page.value::<String>(STATUS), "");
    assert_eq!(page.value::<String>("probe.element().state"), "ready");
}

/// One trap is not told, the next one is; in between, nothing is asked for again.
pub fn survives_a_trap(page: &Page<'_>) {
    // In the page, since Firefox's driver has a WebAssembly of its own. The function that formats is called with more than any other.
    let trapping = "<script>
        window.traps = 0;
        const instantiate = WebAssembly.instantiate;
        const trapping = (call) => (...values) => {
            if (values.length < 5 || !traps) return call(...values);
            traps -= 1;
            throw new WebAssembly.RuntimeError('Out of bounds memory access');
        };
        WebAssembly.instantiate = async (...values) => {
            const { exports } = await instantiate(...values);
            return { exports: Object.fromEntries(Object.entries(exports).map(([name, it]) => [name, typeof it === 'function' ? trapping(it) : it])) };
        };
    </script>";
    page.open(&(trapping.to_owned() + &full()));
    page.until_ready();
    for traps in [1, 2] {
        page.run(&format!("window.traps = {traps}"));
        choose(page, &button("apa"));
        if traps == 1 {
            page.until(&format!("{CITED}?.startsWith('Waks')"));
            assert!(page.is("window.traps === 0"));
            choose(page, &button("apa"));
            page.until(&format!("{CITED} === undefined"));
        } else {
            page.until(&format!("{STATUS} === 'This could not be loaded.'"));
            choose(page, &deed("retry"));
            page.until(&format!("{CITED}?.startsWith('Waks')"));
        }
    }
    assert_eq!([EXPORTS, REFERENCES].map(|path| page.requests(path)), [1, 1]);
}

/// What a reader asks for while something else is on its way is what is shown in the end.
pub fn shows_what_was_asked_for_last(page: &Page<'_>) {
    let slow = Answer::new("application/wasm", shipped(page, REFERENCES)).after(Duration::from_millis(500));
    page.stage.lay(REFERENCES, slow);
    page.open(&full());
    page.until_ready();
    choose(page, &button("apa"));
    choose(page, &button("ris"));
    page.until(&format!("{CITED}?.startsWith('TY  - JOUR')"));
    page.until("performance.getEntriesByType('resource').some(({ name }) => name.includes('references.wasm'))");
    page.settle();
    page.settle();
    assert!(page.is(&format!("{CITED}.startsWith('TY  - JOUR')")));
}

/// As text.
pub fn copies_what_is_shown(page: &Page<'_>) {
    page.open(&format!("<textarea id=paste></textarea>{}", full()));
    page.until_ready();
    for (key, beginning) in [("apa", "Waks, A. G., Tarantino"), ("bibtex", "@article{waks2024")] {
        choose(page, &button(key));
        page.until(&format!("{CITED}?.startsWith({beginning:?})"));
        choose(page, &deed("copy"));
        page.until(&format!("{STATUS} !== ''"));
        assert_eq!(page.value::<String>(STATUS), "Copied", "{key}");
        page.run("document.getElementById('paste').value = ''; document.getElementById('paste').focus()");
        page.press_with(&[Key::Control], 'v');
        page.until(&format!("document.getElementById('paste').value.startsWith({beginning:?})"));
    }
}

/// With a name that says what it is, and the type that reference managers are registered for.
pub fn saves_what_is_shown(page: &Page<'_>) {
    page.open(&full());
    page.until_ready();
    choose(page, &button("bibtex"));
    page.until(CITED);
    choose(page, &deed("save"));
    page.until_saved("waks2024.bib", "@article{waks2024");
    // How the page gives it to the browser.
    page.run(
        "window.saved = []; const make = URL.createObjectURL; let blob;
         URL.createObjectURL = (it) => { blob = it; return make.call(URL, it); };
         HTMLAnchorElement.prototype.click = function () { const { download, href } = this; const of = blob;
           of.text().then((text) => saved.push({ download, href: href.slice(0, 5), type: of.type, text })); }",
    );
    for (key, shown, name, media_type, begins) in [
        ("ris", CITED, "waks2024.ris", "application/x-research-info-systems", "TY  - JOUR\r\nAU  - Waks, A. G."),
        ("apa", CITED, "waks2024-apa.txt", "text/plain", "Waks, A. G."),
        ("qr", "probe.part('section-share').querySelector('.qr')", "waks2024-qr.svg", "image/svg+xml", "<svg xmlns"),
    ] {
        choose(page, &button(key));
        page.until(&format!("{shown} && {}.ariaPressed === 'true' && {STATUS} === ''", button(key)));
        choose(page, &deed("save"));
        page.until("saved.length === 1");
        let [download, address, given] = page.value::<[String; 3]>("[saved[0].download, saved[0].href, saved[0].type]");
        assert_eq!([download.as_str(), &address, &given], [name, "blob:", media_type]);
        assert!(page.is(&format!("saved.pop().text.startsWith({begins:?})")), "{key}");
    }
}

/// With a text that says where it leads, dark on light in the dark as well.
pub fn draws_the_qr_code(page: &Page<'_>) {
    page.open(&full().replace("layout=", r#"theme="dark" layout="#));
    page.until_ready();
    choose(page, &button("qr"));
    let code = "probe.part('section-share').querySelector('svg.qr')";
    page.until(&format!("{code} && probe.visible({code})"));
    assert_eq!(
        page.value::<String>(&format!("{code}.getAttribute('aria-label')")),
        "QR code that leads to https://doi.org/10.1038/s41571-024-00939-2"
    );
    assert_eq!(page.value::<String>(&format!("getComputedStyle({code}).backgroundColor")), "rgb(255, 255, 255)");
    assert_eq!(
        page.value::<String>(&format!("getComputedStyle({code}.querySelector('path')).fill")),
        "rgb(0, 0, 0)"
    );
    assert_eq!([EXPORTS, REFERENCES].map(|path| page.requests(path)), [1, 0]);
}

const COINS: &str = "document.querySelector('publication-metrics > .Z3988')";

/// As long as the page shows it, and with the event that makes Zotero look again.
pub fn is_seen_by_zotero(page: &Page<'_>) {
    page.open_with(
        &format!("<script>window.told = 0; document.addEventListener('ZoteroItemUpdated', () => window.told++)</script>{}", crate::page::SCRIPT),
        &full(),
    );
    page.until_ready();
    page.until("told === 1");
    let context: String = page.value(&format!("{COINS}.title"));
    let pairs = page.value::<Vec<Vec<String>>>("[...new URLSearchParams(document.querySelector('.Z3988').title)]");
    for (key, value) in [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.atitle", "Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance"),
        ("rft.jtitle", "Nature Reviews Clinical Oncology"),
        ("rft.au", "Prat Aparicio, Aleix"),
        ("rft_id", "info:doi/10.1038/s41571-024-00939-2"),
    ] {
        assert!(pairs.contains(&vec![key.to_owned(), value.to_owned()]), "{key} in {context}");
    }
    page.run("probe.element().layout = 'badges'");
    page.until(&format!("told === 2 && !{COINS}"));
    page.run("probe.element().layout = 'full'");
    page.until(&format!("told === 3 && {COINS}"));
    page.run("probe.element().publication = { title: 'Another' }");
    page.until(&format!("{COINS}?.title.includes('Another')"));
    page.run("window.gone = probe.element(); gone.remove()");
    page.until("!gone.querySelector('.Z3988')");
    assert_eq!(page.value::<usize>("probe.fired('metrics-error')"), 0);
}

/// A page that tells of itself is not contradicted.
pub fn leaves_zotero_to_a_page_that_describes_itself(page: &Page<'_>) {
    page.open_with(
        &format!(r#"<meta name="citation_title" content="Dual HER2 inhibition">{}"#, crate::page::SCRIPT),
        &full(),
    );
    page.until_ready();
    page.settle();
    assert!(page.is(&format!("!{COINS}")));
}

/// As everything of the widget does.
pub fn keeps_to_a_strict_policy(page: &Page<'_>) {
    page.stage.set_policy(STRICT_POLICY);
    page.open(&full());
    page.until_ready();
    for key in ["bibtex", "apa"] {
        choose(page, &button(key));
        page.until(&format!("{CITED} && {}.ariaPressed === 'true'", button(key)));
    }
    choose(page, &button("qr"));
    page.until("probe.part('section-share').querySelector('.qr')");
    choose(page, &deed("save"));
    page.until_saved("waks2024-qr.svg", "<svg xmlns");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.violations"), [""; 0]);
}

const ENTRY: &str = "probe.part('share-panel').querySelector('[data-share=cite]')";
const FULL: &str = "site/publication-metrics-full.wasm";

/// From a row of badges too: the reader stays where they were.
pub fn of_badges_is_in_the_share_panel(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("probe.part('share-button').focus()");
    page.press(Key::Enter);
    page.until(&format!("Boolean({ENTRY})"));
    assert!(page.is(&format!("{ENTRY}.ariaExpanded === 'false'")));
    choose(page, ENTRY);
    page.until(&format!("{ENTRY}?.ariaExpanded === 'true' && probe.element().shadowRoot.activeElement === {ENTRY}"));
    assert_eq!(page.requests(FULL), 1);
    assert!(page.is("['badge-citations', 'badge-altmetric', 'badge-quartile'].every((it) => probe.part(it))"));
    assert!(page.is("!probe.part('section')"), "it is a row still");
    page.until(&format!("{ENTRY}.querySelector('svg')"));
    page.press(Key::Tab);
    assert!(page.is("probe.element().shadowRoot.activeElement.dataset.cite === 'apa'"), "what it opens is next");
    choose(page, "probe.part('share-panel').querySelector('[data-cite=bibtex]')");
    page.until("probe.part('share-panel').querySelector('.cited')?.innerText.startsWith('@article')");
    choose(page, ENTRY);
    page.until(&format!("{ENTRY}.ariaExpanded === 'false' && !probe.part('share-panel').querySelector('[data-cite]')"));
    page.press(Key::Escape);
    page.until("probe.element().shadowRoot.activeElement === probe.part('share-button')");
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    let loads = "probe.seen.events.filter((it) => it.type === 'metrics-load').length";
    assert_eq!(page.value::<u32>(loads), 1, "the same record is no news");
}
