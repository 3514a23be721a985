//! What only Chromium's own protocol can change around a page.

use serde_json::json;

use crate::endurance::three;
use crate::page::{Page, SCRIPT};

/// A day of a record is that day everywhere on earth, in every language and also when the zone changes.
pub fn zone_changes(page: &Page<'_>) {
    let zone = |zone: &str| page.browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).expect("Chromium has zones");
    let dates = "probe.widgets().map((_, n) => probe.part('badge-citations', n).querySelector('[part=note]').textContent.replace(/\\s/g, ' '))";
    for (attributes, date) in [("", "30 Jun 2025"), ("lang=en-US", "Jun 30, 2025"), ("lang=es", "30 jun 2025")] {
        zone("Pacific/Kiritimati");
        page.open_held(SCRIPT, &three(attributes));
        page.comes_to(&["11", "22", "33"], &[]);
        zone("Pacific/Pago_Pago");
        page.run("probe.element(1).reload()");
        page.comes_to(&["11", "22", "33"], &[]);
        for shown in page.value::<Vec<String>>(dates) {
            assert!(shown.ends_with(date), "{attributes}: {shown}");
        }
        page.ends_well("44");
    }
    zone("");
}
