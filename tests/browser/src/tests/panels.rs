//! What the buttons of rows and cards open comes when a reader is about to need it.

use std::time::Duration;

use fantoccini::key::Key;

use crate::page::{HER2, Page, SCRIPT};
use crate::server::{Answer, Call, trapping};

const FULL: &str = "site/publication-metrics-full.wasm";
const SHARE: &str = "probe.toggle('share-button')";

/// By the pointer or the keyboard, once for all elements; and it is there when one is opened.
pub fn are_fetched_when_a_reader_points_at_one(page: &Page<'_>) {
    page.open(&HER2.repeat(2));
    page.until_ready();
    page.settle();
    assert_eq!(page.requests(FULL), 0);
    page.run("probe.toggle('badge-citations', 0).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))");
    page.until_requested(FULL, 1);
    page.settle();
    assert!(!page.is("probe.expanded('badge-citations', 0)"), "to point at it is not to open it");
    page.run("probe.toggle('badge-citations', 1).focus()");
    page.press(Key::Enter);
    page.until("probe.expanded('badge-citations', 1)");
    assert!(page.sees("probe.panel('badge-citations', 1).querySelector('table')"));
    assert!(page.is("probe.focused() === probe.toggle('badge-citations', 1)"), "the focus is where it was");
    assert!(!page.is("probe.expanded('badge-citations', 0)"));
    assert_eq!(page.requests(FULL), 1);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Who saves data loads nothing on a suspicion.
pub fn wait_for_a_press_where_data_is_to_be_saved(page: &Page<'_>) {
    let saving = "<script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>";
    page.open_with(&[saving, SCRIPT].concat(), HER2);
    page.until_ready();
    page.run(&format!("{SHARE}.focus()"));
    page.settle();
    assert_eq!(page.requests(FULL), 0);
    page.press(Key::Enter);
    page.until("probe.expanded('share-button')");
}

/// What cannot be fetched costs nothing but a word, and can be asked for again.
pub fn say_that_they_are_awaited_and_that_they_failed(page: &Page<'_>) {
    page.stage.lay(FULL, Answer::status(503).after(Duration::from_millis(600)));
    page.open(HER2);
    page.until_ready();
    page.run(&format!("{SHARE}.focus()"));
    page.press(Key::Enter);
    let said = "probe.root().querySelector('[role=alert]')?.textContent";
    page.until(&format!("{said} === 'One moment…'"));
    page.until(&format!("{said} === 'This could not be loaded.'"));
    assert!(page.sees("probe.root().querySelector('[role=alert]')"));
    assert_eq!(page.value::<String>("probe.element().state"), "ready");
    assert!(page.is(&format!("probe.focused() === {SHARE}")));
    let wasm = std::fs::read(page.stage.site().join("publication-metrics-full.wasm")).expect("the site has it");
    page.stage.lay(FULL, Answer::new("application/wasm", wasm));
    page.press(Key::Enter);
    page.until("probe.expanded('share-button')");
    assert!(page.is(&format!("{said} === undefined")));
    assert!(page.is(&format!("probe.focused() === {SHARE}")));
}

/// A record that is changed while a reader waits is what is shown, and its panel is not the one asked for.
pub fn of_another_record_are_not_opened(page: &Page<'_>) {
    let wasm = std::fs::read(page.stage.site().join("publication-metrics-full.wasm")).expect("the site has it");
    page.stage.lay(FULL, Answer::new("application/wasm", wasm).after(Duration::from_millis(600)));
    page.open(HER2);
    page.until_ready();
    page.run(&format!("{SHARE}.click()"));
    page.run("probe.element().publication = { title: 'Another', doi: '10.1/2', citations: [{ source: 'WoS', count: 9 }] }");
    page.until("probe.text('badge-citations').startsWith('9')");
    page.until_requested(FULL, 1);
    page.settle();
    assert!(page.is("!probe.expanded('share-button') && probe.text('badge-citations').startsWith('9')"));
}

/// A program that stops over what it is to open takes no other widget with it, and leaves no row that does nothing.
pub fn that_stop_their_program_leave_the_fallback(page: &Page<'_>) {
    let wasm = std::fs::read(page.stage.site().join("publication-metrics-full.wasm")).expect("the site has it");
    let wasm = trapping(&wasm, Call::Mount, 1).expect("the shipped wasm can be changed");
    page.stage.lay(FULL, Answer::new("application/wasm", wasm));
    page.stage.unseal("publication-metrics.js");
    page.open(&HER2.repeat(2));
    page.until_ready();
    page.run(&format!("{SHARE}.click()"));
    page.until("probe.codes().length === 1");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.widgets().map(({ state }) => state)"), ["error", "ready"]);
    assert!(page.is("!probe.part('badge-citations', 0) && probe.text('badge-citations', 1).startsWith('6')"));
    assert!(page.is("document.body.innerText.includes('fallback')"));
}

/// What the last widget leaves behind is given back a second later, though not from under the next one, whose panel is on
/// its way by then.
pub fn that_are_opened_while_a_program_ends_open(page: &Page<'_>) {
    page.open(
        "<script>
            const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
            const publication = { title: 'Moss', citations: [{ source: 'Scopus', count: 7 }] };
            const make = () => Object.assign(document.createElement('publication-metrics'), { publication, loading: 'eager' });
            const [first, second, third] = [make(), make(), make()];
            const button = (it) => it.shadowRoot?.querySelector('[data-panel=citations]');
            const opened = (it) => button(it)?.ariaExpanded === 'true';
            const open = async (it) => {
                button(it).click();
                while (!opened(it)) await pause(5);
            };
            window.begin = () => document.body.append(first, second, third);
            window.press = async () => {
                await open(first);
                first.remove();
                await open(second);
                await pause(400);
                second.remove();
                await pause(700);
                const { instantiate } = WebAssembly;
                WebAssembly.instantiate = async (...given) => (await pause(600), instantiate.apply(WebAssembly, given));
                button(third).click();
                window.isPressed = true;
            };
            window.comes = () => opened(third);
        </script>",
    );
    page.run("begin()");
    page.until_ready();
    page.run("press()");
    page.until("window.isPressed && comes()");
    assert!(page.is("probe.widgets()[0].shadowRoot.querySelectorAll('[part~=badge-citations]').length === 1"));
}

/// A reader's press is not lost where an application sets its records anew at every press, and no number is another record's,
/// whichever of both the widgets come to first.
pub fn that_are_opened_while_records_come_anew_open(page: &Page<'_>) {
    page.open(
        "<script>
            const all = Array.from({ length: 60 }, () => Object.assign(document.createElement('publication-metrics'), { loading: 'eager' }));
            const button = (it) => it.shadowRoot?.querySelector('[data-panel=citations]');
            const set = (count) => all.forEach((it, index) => (it.publication = { title: 'Moss', citations: [{ source: 'Scopus', count: count + index }] }));
            window.begin = () => { set(100); document.body.append(...all); };
            window.press = (index) => {
                if (index % 2) button(all[index]).click();
                set(100);
                if (!(index % 2)) button(all[index]).click();
            };
            window.wrong = () => all.flatMap((it, index) => (it.state === 'ready' && button(it)?.textContent.startsWith(`${100 + index}`) ? [] : [index]));
            window.opened = (index) => button(all[index])?.ariaExpanded === 'true';
        </script>",
    );
    page.run("begin()");
    page.until("wrong().length === 0");
    for index in 40..60 {
        page.run(&format!("press({index})"));
        page.until(&format!("wrong().length === 0 && opened({index}) || probe.seen.warnings.length"));
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
    }
}
