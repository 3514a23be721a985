//! The element inside the shadow root of another one, open or closed.

use fantoccini::key::Key;

use crate::page::Page;

const EXPANDED: &str = "probe.expanded('share-button')";
const PANEL: &str = "probe.part('share-panel')";

/// Opens a page with a component that has a widget inside. Its host is in Spanish, and its text is light.
fn open(page: &Page<'_>, mode: &str) {
    page.open(&format!(
        r#"<div lang="es"><div id="host"></div></div><p id="outside" style="margin-top: 600px">Outside</p>
        <script>
            window.within = document.getElementById("host").attachShadow({{ mode: "{mode}" }});
            within.innerHTML = `<style>:host {{ background: #111; color: #eee; display: block }} button {{ border: 9px solid red }}</style>
                <publication-metrics src="records/her2-review.json">fallback</publication-metrics>
                <button id="after">after</button><p id="beside" style="margin-top: 400px">Beside</p>`;
        </script>"#
    ));
    page.until_ready();
}

/// Language and colours are those around the component, and no style comes in.
pub fn lets_language_and_colours_in(page: &Page<'_>) {
    for mode in ["open", "closed"] {
        open(page, mode);
        assert!(page.text("badge-citations").starts_with("6 citas"), "{mode}: {}", page.text("badge-citations"));
        assert_eq!(page.value::<String>("probe.root().querySelector('[data-theme]').dataset.theme"), "dark", "{mode}");
        assert_eq!(page.value::<String>("getComputedStyle(probe.part('badge')).display"), "grid", "{mode}");
        assert_eq!(page.value::<String>("getComputedStyle(probe.part('share-button')).borderTopWidth"), "1px", "{mode}");
        assert_eq!(page.value::<usize>("probe.fired('metrics-load')"), 1, "{mode}: events cross the root");
    }
}

/// A click in the panel does not close it; one beside it does, in the component and in the page.
pub fn opens_panels_by_pointer(page: &Page<'_>) {
    for mode in ["open", "closed"] {
        open(page, mode);
        for outside in ["within.getElementById('beside')", "document.getElementById('outside')"] {
            page.click("probe.toggle('share-button')");
            page.until(&format!("{EXPANDED} && probe.visible({PANEL}.querySelector('svg path'))"));
            page.click(&format!("{PANEL}.querySelector('input')"));
            page.settle();
            assert!(page.is(EXPANDED), "{mode}: a click inside keeps it open");
            page.click(outside);
            page.until(&format!("!{EXPANDED}"));
        }
        page.click("probe.toggle('badge-quartile')");
        page.until("probe.visible(probe.panel('badge-quartile'))");
        page.click("probe.toggle('share-button')");
        page.until(&format!("{EXPANDED} && !probe.expanded('badge-quartile')"));
    }
}

/// Escape brings the focus back, and who tabs on leaves the panel behind.
pub fn opens_panels_by_keyboard(page: &Page<'_>) {
    for mode in ["open", "closed"] {
        open(page, mode);
        let focused = "probe.root().activeElement";
        page.run("probe.toggle('share-button').focus()");
        page.press(Key::Enter);
        page.until(&format!("probe.visible({PANEL})"));
        page.press(Key::Tab);
        assert!(page.is(&format!("{PANEL}.contains({focused})")), "{mode}");
        page.press(Key::Escape);
        page.until(&format!("!{EXPANDED}"));
        assert!(page.is(&format!("{focused} === probe.toggle('share-button')")), "{mode}");
        page.press(Key::Enter);
        page.until(EXPANDED);
        page.tab_until("within.activeElement?.id === 'after'");
        page.until(&format!("!{EXPANDED}"));
    }
}

/// It is moved from one root to the next with what is open in it.
pub fn can_be_left_for_another(page: &Page<'_>) {
    open(page, "closed");
    page.run("probe.toggle('badge-quartile').click()");
    page.until("probe.expanded('badge-quartile')");
    page.run(
        "const it = probe.element(), host = document.createElement('div');
         document.body.append(host);
         window.within = host.attachShadow({ mode: 'open' });
         within.append(it);",
    );
    page.settle();
    assert!(page.is("probe.expanded('badge-quartile') && probe.element().state === 'ready'"));
    page.until("probe.text('badge-citations').startsWith('6 citations') && probe.root().querySelector('[data-theme]').dataset.theme === 'light'");
}
