//! Elements that stay, so that the programs do: what is left in their memories would go with them.

use serde_json::json;

use crate::page::Page;
use crate::server::Answer;

/// One for each program.
pub const RESIDENTS: &str = r"<publication-metrics class=resident loading=eager></publication-metrics>
    <publication-metrics class=resident loading=eager layout=full></publication-metrics>";

/// They have a record, and show it.
pub fn move_in(page: &Page<'_>) {
    let record = json!({ "title": "Resident", "doi": "10.5555/r", "citations": [{ "source": "Scopus", "count": 1 }] });
    page.run(&format!("for (const it of probe.widgets()) it.publication = {record}"));
    page.until_ready();
}

/// Whoever else has an address below `answers/` with a number, has a record with that number.
pub fn answer_for_all(page: &Page<'_>) {
    page.stage.answer_by("answers/", |asked| {
        let number: u32 = asked.path.rsplit('/').next().and_then(|it| it.parse().ok()).unwrap_or_default();
        let record = json!({ "title": format!("Study {number}"), "doi": format!("10.5555/{number}"), "citations": [{ "source": "Scopus", "count": number }] });
        Answer::json(record.to_string())
    });
}
