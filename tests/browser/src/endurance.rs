//! What a page goes through, and what is left of it: three widgets with a record each, something that goes wrong, and
//! afterwards one widget more.

use std::sync::Mutex;

use serde::Serialize;
use serde_json::json;

use crate::page::{Page, SCRIPT};

/// The script tag of the widget with faults that a page can ask for by `faultAt`.
pub const FAULTY: &str = r#"<script type="module" src="faulty/publication-metrics.js"></script>"#;

/// What a fault came to, or what else a page has come through, for the table of a run.
#[derive(Serialize)]
pub struct Survival {
    /// The engine.
    pub engine: &'static str,
    /// What was done to the page.
    pub fault: &'static str,
    /// What the three widgets showed in the end, and the new one; or what was counted.
    pub shown: Vec<String>,
    /// What the page's author was told.
    pub told: Vec<String>,
}

static SURVIVED: Mutex<Vec<Survival>> = Mutex::new(Vec::new());

/// What has been survived in this run.
pub fn survived() -> Vec<Survival> {
    std::mem::take(&mut *SURVIVED.lock().expect("no panic while held"))
}

/// A page has come through what was done to it: what it showed, and what was told.
pub fn survived_by(page: &Page<'_>, shown: Vec<String>, told: Vec<String>) {
    SURVIVED
        .lock()
        .expect("no panic while held")
        .push(Survival {
            engine: page.engine.name(),
            fault: page.name,
            shown,
            told,
        });
}

/// The markup of a widget whose badge is to show this number, and its fallback.
pub fn widget(attributes: &str, count: u32) -> String {
    let record = json!({
        "title": format!("Study {count}"), "doi": format!("10.5555/{count}"),
        "citations": [{ "source": "Scopus", "count": count, "asOf": "2025-06-30" }],
    });
    format!(
        r#"<publication-metrics loading="eager" {attributes}><span class="fallback">Study {count}</span><script type="application/json">{record}</script></publication-metrics>"#
    )
}

/// What three widgets show.
pub const SHOWN: [&str; 3] = ["11", "22", "33"];

/// Three widgets of these attributes, which are to show [`SHOWN`].
pub fn three(attributes: &str) -> String {
    [11, 22, 33].map(|count| widget(attributes, count)).concat()
}

impl Page<'_> {
    /// Opens a page of this head and body that counts what is held of it.
    pub fn open_held(&self, head: &str, body: &str) {
        self.open_with(
            &format!(r#"<script src="pages/held.js"></script>{head}"#),
            body,
        );
    }

    /// Opens three widgets of these attributes on a page that did this before the script came.
    pub fn open_three(&self, before: &str, attributes: &str) {
        self.open_held(
            &format!("<script>{before}</script>{SCRIPT}"),
            &three(attributes),
        );
    }

    /// Waits until no widget is at work, and gives what each has come to.
    #[track_caller]
    pub fn outcomes(&self) -> Vec<String> {
        self.until("probe.outcomes()?.length");
        // What comes to nothing by itself may come to something else after it.
        self.settle();
        self.until("probe.outcomes()?.length");
        self.value("probe.outcomes()")
    }

    /// The widgets come to this, each of these messages is said once and nothing else, and nothing is thrown.
    #[track_caller]
    pub fn comes_to(&self, outcomes: &[&str], messages: &[&str]) {
        assert_eq!(self.outcomes(), outcomes);
        let told: Vec<String> = self.value("probe.seen.warnings");
        assert_eq!(told.len(), messages.len(), "told: {told:#?}");
        for message in messages {
            assert!(
                told.iter().any(|it| it.contains(message)),
                "{message} is not in {told:#?}"
            );
        }
        assert_eq!(self.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    }

    /// One row more comes to this; then all go, and nothing of them is held.
    #[track_caller]
    pub fn ends_well(&self, new_one: &str) {
        self.ends_well_with("", new_one);
    }

    /// One widget more of these attributes comes to this, and nothing more is said than was; then all go, and nothing of them is
    /// held.
    #[track_caller]
    pub fn ends_well_with(&self, attributes: &str, new_one: &str) {
        let shown = self.outcomes();
        let told: Vec<String> = self.value("probe.seen.warnings");
        self.run(&format!(
            "document.body.insertAdjacentHTML('beforeend', {})",
            json!(widget(&format!("id=new {attributes}"), 44))
        ));
        assert_eq!(
            self.outcomes().last().map(String::as_str),
            Some(new_one),
            "the new one"
        );
        assert_eq!(
            self.outcomes()[..shown.len()],
            shown,
            "those that were there"
        );
        assert_eq!(self.value::<Vec<String>>("probe.seen.warnings"), told);
        self.has_survived();
        self.is_left_by_all();
    }

    /// What the widgets show now is what they have come to.
    pub fn has_survived(&self) {
        let shown: Option<Vec<String>> = self.value("probe.outcomes()");
        survived_by(
            self,
            shown.unwrap_or_default(),
            self.value("probe.seen.warnings"),
        );
    }

    /// The widgets go, and nothing of them is held.
    #[track_caller]
    pub fn is_left_by_all(&self) {
        self.run("for (const it of probe.widgets()) it.remove()");
        self.until_or_say("held.nothing()", "held.all()");
        assert_eq!(self.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    }
}
