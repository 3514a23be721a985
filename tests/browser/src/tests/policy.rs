//! The policies that the widget promises to work under.

use crate::page::{HER2, Page, STRICT_POLICY};

/// Opens everything that can be opened, in both layouts, and expects no violation.
fn use_everything_under(page: &Page<'_>, policy: &str) {
    page.stage.set_policy(policy);
    page.open(&[HER2, &HER2.replace("src=", r#"layout="card" theme="dark" src="#)].concat());
    page.until_ready();
    for widget in 0..2 {
        for toggle in ["badge-citations", "badge-altmetric", "badge-quartile", "share-button"] {
            page.run(&format!("probe.toggle('{toggle}', {widget}).click()"));
            page.until(&format!("probe.visible(probe.panel('{toggle}', {widget}))"));
        }
    }
    page.until("probe.part('share-panel', 0).querySelector('svg path') || probe.part('share-panel', 1).querySelector('svg path')");
    // The styles are there: without them a badge is a bare box.
    assert_eq!(page.value::<String>("getComputedStyle(probe.part('badge')).display"), "grid");
    page.settle();
    assert_eq!(page.value::<Vec<String>>("probe.seen.violations"), [""; 0]);
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
}

/// That of the contract.
pub fn strict_is_not_violated(page: &Page<'_>) {
    use_everything_under(page, STRICT_POLICY);
}

/// Nothing is parsed as HTML or run as a script.
pub fn trusted_types_are_not_violated(page: &Page<'_>) {
    use_everything_under(page, &format!("{STRICT_POLICY}; require-trusted-types-for 'script'"));
}
