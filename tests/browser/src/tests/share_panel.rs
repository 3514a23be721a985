//! The share panel.

use fantoccini::key::Key;

use crate::page::{HER2, Page, SCRIPT, eventually};

const EXPANDED: &str = "probe.expanded('share-button')";
const PANEL: &str = "probe.part('share-panel')";

fn open_panel(page: &Page<'_>) {
    page.run("probe.toggle('share-button').click()");
    page.until(&format!("{EXPANDED} && probe.visible({PANEL})"));
}

/// Every step that a reader without a pointer takes.
pub fn by_keyboard(page: &Page<'_>) {
    page.open(&format!("{HER2}<button id=after>after</button>"));
    page.until_ready();
    let on_button = "probe.focused() === probe.toggle('share-button')";
    page.tab_until(on_button);
    assert!(!page.is(EXPANDED));
    assert!(!page.sees(PANEL));

    page.press(Key::Enter);
    page.until(EXPANDED);
    assert!(page.sees(PANEL));
    assert!(page.is(&format!("probe.panel('share-button') === {PANEL}")), "aria-controls names it");
    let name: String = page.value(&format!(
        "{PANEL}.ariaLabel ?? probe.root().getElementById({PANEL}.getAttribute('aria-labelledby')).innerText"
    ));
    assert!(name.contains("Share"), "the panel is named {name:?}");

    page.press(Key::Space);
    page.until(&format!("!{EXPANDED}"));
    page.press(Key::Space);
    page.until(EXPANDED);

    // The panel comes right after its button.
    page.press(Key::Tab);
    assert!(page.is(&format!("{PANEL}.contains(probe.focused())")), "Tab leads into the panel");
    page.tab_until(&format!("probe.focused().matches('a[href]') && {PANEL}.contains(probe.focused())"));
    page.press(Key::Escape);
    page.until(&format!("!{EXPANDED}"));
    assert!(!page.sees(PANEL));
    assert!(page.is(on_button), "Escape brings the focus back");
}

/// A click opens it, and another closes it.
pub fn by_pointer(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.click("probe.toggle('share-button')");
    page.until(&format!("{EXPANDED} && probe.visible({PANEL})"));
    page.click("probe.toggle('share-button')");
    page.until(&format!("!{EXPANDED}"));
}

/// And the focus is not lost.
pub fn closes_by_a_click_outside(page: &Page<'_>) {
    page.open(&format!(r#"{HER2}<p id="outside" style="margin-top: 600px">Outside</p>"#));
    page.until_ready();
    page.click("probe.toggle('share-button')");
    page.until(EXPANDED);
    page.click(&format!("{PANEL}.querySelector('[part~=heading]')"));
    page.settle();
    assert!(page.is(EXPANDED), "a click inside does not close it");
    page.click("document.getElementById('outside')");
    page.until(&format!("!{EXPANDED}"));
    assert!(page.is("probe.focused() === probe.toggle('share-button')"), "the focus returns");
}

/// It would cover what has the focus then; and the focus stays where the reader has put it.
pub fn closes_when_the_keyboard_leaves(page: &Page<'_>) {
    page.open(&format!("{HER2}<button id=after>after</button>"));
    page.until_ready();
    page.tab_until("probe.focused() === probe.toggle('share-button')");
    page.press(Key::Enter);
    page.until(EXPANDED);
    page.tab_until(&format!("{PANEL}.contains(probe.focused())"));
    assert!(page.is(EXPANDED), "it stays open while the focus is inside");
    page.tab_until("probe.focused()?.id === 'after'");
    page.until(&format!("!{EXPANDED}"));
    assert!(page.is("probe.focused()?.id === 'after'"));
}

/// Where the system has one, its own sheet is the last entry; to close the sheet again is no error.
pub fn offers_the_sheet_of_the_system(page: &Page<'_>) {
    let sheet = "<script>Object.defineProperty(navigator, 'share', { value: (given) => { (window.shared ??= []).push(given); return Promise.reject(new DOMException('closed', 'AbortError')); } })</script>";
    page.open_with(&[sheet, SCRIPT].concat(), HER2);
    page.until_ready();
    open_panel(page);
    let entry = "probe.parts('share-link').find((it) => it.dataset.share === 'system')";
    assert!(page.sees(entry));
    page.click(entry);
    page.until("window.shared?.length === 1");
    let (title, url): (String, String) = page.value("[shared[0].title, shared[0].url]");
    assert!(title.starts_with("Dual HER2 inhibition"), "{title}");
    assert_eq!(url, "https://doi.org/10.1038/s41571-024-00939-2");
    assert_eq!(page.value::<usize>("probe.fired('metrics-share')"), 1);
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// Where there is none, nothing offers it.
pub fn knows_a_system_without_a_sheet(page: &Page<'_>) {
    let without = "<script>delete Navigator.prototype.share</script>";
    page.open_with(&[without, SCRIPT].concat(), HER2);
    page.until_ready();
    open_panel(page);
    assert!(!page.is("probe.parts('share-link').some((it) => it.dataset.share === 'system')"));
}

/// That work without our code, and say nothing of the page they come from.
pub fn has_real_links(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    open_panel(page);
    let links: Vec<(String, String, String, String)> = page.value(
        "probe.parts('share-link').filter((link) => link.localName === 'a').map((a) => [a.innerText.trim(), a.href, a.rel, a.target])",
    );
    for (name, start) in [
        ("Bluesky", "https://bsky.app/intent/compose?text="),
        ("Mastodon", "https://share.joinmastodon.org/"),
        ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url="),
        ("X", "https://x.com/intent/tweet?"),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?u="),
        ("WhatsApp", "https://wa.me/?text="),
        ("Telegram", "https://t.me/share/url?url="),
        ("Reddit", "https://www.reddit.com/submit?url="),
        ("Mendeley", "https://www.mendeley.com/import/?doi="),
        ("E-mail", "mailto:?subject="),
    ] {
        let (_, href, rel, target) = links
            .iter()
            .find(|link| link.0 == name)
            .unwrap_or_else(|| panic!("{name} is not among {links:?}"));
        assert!(href.starts_with(start), "{name} leads to {href}");
        assert!(
            href.contains("10.1038%2Fs41571-024-00939-2"),
            "{name} leads to {href}, without the DOI"
        );
        assert!(rel.split(' ').any(|word| word == "noopener"), "{name} has rel={rel:?}");
        assert_eq!(target, if name == "E-mail" { "" } else { "_blank" }, "{name}");
    }
    assert_eq!(links.len(), 10, "{links:?}");
}

/// Nothing but our own icons is asked for, and those only now.
pub fn asks_no_network(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.settle();
    assert_eq!(page.requests("site/share-icons.js"), 0, "icons are not asked for in advance");
    open_panel(page);
    page.until("probe.part('share-panel').querySelector('a svg path')");
    assert_eq!(page.requests("site/share-icons.js"), 1);
    assert_eq!(page.browser.asked_elsewhere(), [""; 0]);
}

/// The page hears of the choice before anything opens, and may keep it.
pub fn can_be_prevented(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("addEventListener('metrics-share', (event) => { event.preventDefault(); window.announced = event.composed && event.cancelable; })");
    open_panel(page);
    // Not by the pointer: Chromium connects as soon as one is pressed on a link.
    page.run("probe.parts('share-link').find((a) => a.host === 'bsky.app').focus()");
    page.press(Key::Enter);
    page.until("probe.fired('metrics-share') === 1 && window.announced");
    let (target, url): (String, String) = page.value(
        "(({ detail }) => [detail.target, detail.url])(probe.seen.events.find(({ type }) => type === 'metrics-share'))",
    );
    assert_eq!(target, "bluesky");
    assert!(url.starts_with("https://bsky.app/"), "{url}");
    // Copying too.
    page.click("probe.parts('share-link').find((button) => button.innerText.trim() === 'Copy')");
    page.until("probe.fired('metrics-share') === 2");
    page.settle();
    let said: String = page.value("probe.part('share-panel').querySelector('[role=status]').innerText");
    assert_eq!(said, "", "nothing was copied");
    assert_eq!(page.windows(), 1, "nothing was opened");
    assert_eq!(page.browser.asked_elsewhere(), [""; 0]);
}

/// In a window of its own.
pub fn opens_the_chosen_network(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    open_panel(page);
    page.click("probe.parts('share-link').find((a) => a.host === 'bsky.app')");
    eventually(|| page.windows() == 2, "a window opens");
    eventually(|| page.browser.asked_elsewhere().contains(&"bsky.app".into()), "the network is asked for");
}

/// `share="none"`.
pub fn can_be_absent(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json" share="none"></publication-metrics>"#);
    page.until_ready();
    assert!(!page.is("probe.part('share-button')"));
    assert!(page.sees("probe.part('badge-quartile')"));
    page.run("probe.element().share = 'panel'");
    page.until("probe.visible(probe.part('share-button'))");
}

/// In their order.
pub fn has_the_targets_asked_for(page: &Page<'_>) {
    page.open(r#"<publication-metrics src="records/her2-review.json" share="email bluesky"></publication-metrics>"#);
    page.until_ready();
    open_panel(page);
    let names: Vec<String> = page.value("probe.parts('share-link').map((link) => link.innerText.trim())");
    assert_eq!(names, ["E-mail", "Bluesky"]);
}
