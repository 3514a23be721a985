//! What only Chromium's own protocol can change around a page.

use serde_json::json;

use super::surroundings::days_stay;
use crate::page::Page;

/// The zone of the browser itself.
pub fn zone_changes(page: &Page<'_>) {
    let zone = |zone: &str| {
        let set = page.browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }));
        set.expect("Chromium has zones");
    };
    days_stay(page, "", zone);
    zone("");
}
