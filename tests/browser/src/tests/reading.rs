//! Readers with a keyboard, with large text, and with fingers.

use fantoccini::key::Key;

use crate::page::{HER2, Page};

fn full(attributes: &str) -> String {
    HER2.replace("src=", &format!(r#"layout="full" {attributes} src="#))
}

/// What takes the focus, in the order of the page.
const CONTROLS: &str = "[...probe.element().shadowRoot.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]')].filter(probe.visible)";

/// Through everything that can be pressed on a whole page, in the order in which it is read, and out again.
pub fn by_keyboard_goes_in_the_order_of_the_page(page: &Page<'_>) {
    page.open(&format!("<button id=before>Before</button>{}<button id=after>After</button>", full("")));
    page.until_ready();
    let count: usize = page.value(&format!("{CONTROLS}.length"));
    assert!(count >= 14, "{count} controls");
    page.run("document.getElementById('before').focus()");
    for number in 0..count {
        page.press(Key::Tab);
        assert!(
            page.is(&format!("probe.focused() === {CONTROLS}[{number}]")),
            "the focus is on {}, not on number {number}: {}",
            page.value::<String>("probe.focused()?.outerHTML.slice(0, 200) ?? 'nothing'"),
            page.value::<String>(&format!("{CONTROLS}[{number}].outerHTML.slice(0, 200)")),
        );
        assert!(
            page.is("(({ top, bottom }) => bottom > 0 && top < innerHeight)(probe.focused().getBoundingClientRect())"),
            "what has the focus is in sight"
        );
    }
    page.press(Key::Tab);
    assert!(page.is("document.activeElement.id === 'after'"), "the focus leaves");
}

/// All that opens is opened and closed with Enter and with the space bar.
pub fn by_keyboard_opens_and_closes(page: &Page<'_>) {
    page.open(&full(""));
    page.until_ready();
    let root = "probe.element().shadowRoot";
    for (control, is_open) in [
        ("[data-more=affiliations]", "ariaExpanded === 'true'"),
        ("[data-panel=share]", "ariaExpanded === 'true'"),
        ("[data-cite=bibtex]", "ariaPressed === 'true'"),
        ("summary", "parentElement.open"),
    ] {
        let control = format!("{root}.querySelector('{control}')");
        page.run(&format!("{control}.focus()"));
        for key in [Key::Enter.into(), ' '] {
            page.press_with(&[], key);
            page.until(&format!("{control}.{is_open} === {}", key != ' '));
            assert!(page.is(&format!("probe.focused() === {control}")), "the focus stays on {control}");
        }
    }
}

/// At 320 pixels, which is 400 % of a usual window, with the spacing of WCAG 1.4.12: nothing is cut off.
pub fn with_wide_spacing_loses_nothing(page: &Page<'_>) {
    for language in ["en", "de", "ar"] {
        page.open_in_frame(320, "", &full(&format!(r#"lang="{language}""#)));
        page.until_ready();
        // As readers' style sheets and bookmarklets do: they reach into shadow roots too.
        page.run(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
             const root = probe.element().shadowRoot; root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]",
        );
        assert!(page.is("document.documentElement.scrollWidth <= 320"), "{language}: nothing is wider than the window");
        let cut: Vec<String> = page.value(
            "[...probe.element().shadowRoot.querySelectorAll('.widget *')].filter((it) => !it.closest('svg, .unseen, [hidden]') && getComputedStyle(it).overflow !== 'visible' && !it.matches('pre') && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)).map((it) => it.outerHTML.slice(0, 120))",
        );
        assert_eq!(cut, [""; 0], "{language}");
    }
}

/// Targets are 24 pixels in both directions, but for links in sentences (WCAG 2.5.8).
pub fn by_touch_finds_large_targets(page: &Page<'_>) {
    for body in [HER2.to_owned(), HER2.replace("src=", r#"layout="card" src="#), full("")] {
        page.open_in_frame(320, "", &body);
        page.until_ready();
        page.run("probe.element().shadowRoot.querySelector('[data-panel=share]').click()");
        page.until("probe.part('share-link')");
        page.run("probe.element().shadowRoot.querySelector('[data-cite=apa]')?.click()");
        let small: Vec<String> = page.value(
            "[...probe.element().shadowRoot.querySelectorAll('button, summary, input, a.share-link')].filter(probe.visible).filter((it) => { const { width, height } = it.getBoundingClientRect(); return width < 24 || height < 24 }).map((it) => it.outerHTML.slice(0, 160))",
        );
        assert_eq!(small, [""; 0]);
    }
}
