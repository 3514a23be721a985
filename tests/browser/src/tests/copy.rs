//! Copying the link.

use fantoccini::key::Key;

use crate::page::{HER2, Page};

const STATUS: &str = "probe.part('share-panel').querySelector('[role=status]')";
const BUTTON: &str =
    "probe.parts('share-link').find((button) => button.innerText.trim() === 'Copy')";
const LINK: &str = "https://doi.org/10.1038/s41571-024-00939-2";

fn copy(page: &Page<'_>, body: &str) {
    page.open(body);
    page.until_ready();
    page.click("probe.toggle('share-button')");
    page.until("probe.expanded('share-button')");
    assert!(page.is(STATUS), "the live region is there before it speaks");
    assert_eq!(page.value::<String>(&format!("{STATUS}.innerText")), "");
    page.click(BUTTON);
}

/// And says so to readers who do not see it.
pub fn puts_the_link_in_the_clipboard(page: &Page<'_>) {
    copy(page, &format!("{HER2}<textarea id=paste></textarea>"));
    page.until(&format!("{STATUS}.innerText === 'Link copied'"));
    page.click("document.getElementById('paste')");
    page.press_with(&[Key::Control], 'v');
    page.until("document.getElementById('paste').value");
    assert_eq!(page.value::<String>("document.getElementById('paste').value"), LINK);
}

/// As on a page without https: the old command does it, or the link is left selected.
pub fn does_without_the_clipboard_api(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
    page.click("probe.toggle('share-button')");
    page.until("probe.expanded('share-button')");
    page.click(BUTTON);
    page.until(&format!("{STATUS}.innerText !== ''"));
    let selected: String = page.value(
        "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(probe.part('share-panel').querySelector('input'))",
    );
    let said: String = page.value(&format!("{STATUS}.innerText"));
    assert!(said == "Link copied" || said.contains("selected"), "it says {said:?}");
    assert_eq!(selected, LINK);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}
