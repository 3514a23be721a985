//! Promises about all ways to show a record.

use properties::look::Look;
use properties::samples::samples;
use properties::{html, record};

#[test]
fn a_record_is_well_formed_in_every_layout_panel_theme_and_language() {
    let texts: Vec<String> = samples().iter().map(|it| it.record.to_string()).collect();
    // Enough that each value of one goes together with each of another.
    for number in (0..Look::COUNT).step_by(13) {
        let text = &texts[number / 13 % texts.len()];
        if let Some(reading) = record::reading(text.as_bytes()) {
            html::check(text.len(), &reading, &Look::numbered(number));
        }
    }
}
