//! What a page holds, as Chromium counts it.

use std::fmt;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;

/// Loaded before the widget by pages whose holdings are counted.
pub const COUNTED: &str = r#"<script src="pages/memories.js"></script>"#;

/// How much more there may be of anything, as a share: what an engine keeps for itself is never quite the same.
const MORE: f64 = 0.02;

/// How many nodes or listeners more are nothing: a widget that stayed would be some forty nodes.
const FEW: f64 = 5.0;

/// What an engine learns of the widget's scripts after the first minute of them, in bytes: it compiles them anew, for thousands of
/// calls, with what it has seen. Who has waited for that has no need of this.
pub const LEARNED_LATER: f64 = 300_000.0;

/// How long a program without a widget is kept, and a little more.
const AFTERGLOW: Duration = Duration::from_millis(1300);

/// How long that takes what follows from something else.
const SOON: Duration = Duration::from_millis(200);

/// What is held at one moment, when everything unreachable is gone.
pub struct Holdings {
    listeners: f64,
    nodes: f64,
    documents: f64,
    /// Bytes of JavaScript's heap.
    heap: f64,
    /// Bytes of each wasm.
    wasm: Vec<f64>,
    /// What each wasm holds of the page.
    references: Vec<f64>,
    /// Timers, observers, and the listeners of the page, by `held.js`.
    held: Vec<String>,
}

impl Holdings {
    /// Counts.
    pub fn of(page: &Page<'_>) -> Self {
        thread::sleep(AFTERGLOW);
        let devtools = |command: &str| -> Value {
            let answer = page.browser.devtools(command, json!({}));
            answer.expect("Chromium counts")
        };
        let held = page.value("held.all()");
        for _ in 0..3 {
            devtools("HeapProfiler.collectGarbage");
        }
        // What is cleaned up when something else is gone needs a task of its own.
        thread::sleep(SOON);
        for _ in 0..3 {
            devtools("HeapProfiler.collectGarbage");
        }
        let number = |of: &Value, name: &str| of[name].as_f64().expect("a number");
        let heap = number(&devtools("Runtime.getHeapUsage"), "usedSize");
        let counters = devtools("Memory.getDOMCounters");
        Self {
            listeners: number(&counters, "jsEventListeners"),
            nodes: number(&counters, "nodes"),
            documents: number(&counters, "documents"),
            heap,
            wasm: page.value("memories()"),
            references: page.value("references()"),
            held,
        }
    }

    /// How these became those, on one line.
    pub fn became(&self, after: &Self) -> String {
        format!("{self} became {after}")
    }

    /// After as much as it takes, there is no more than before; but for what the engine has learned of the scripts, in bytes, where
    /// they had not run for long before.
    #[track_caller]
    pub fn are_back_in(&self, after: &Self, learned: f64) {
        let line = self.became(after);
        let small = |before: f64| before + FEW.max(before * MORE);
        assert!(
            after.listeners <= small(self.listeners),
            "listeners: {line}"
        );
        assert!(after.nodes <= small(self.nodes), "nodes: {line}");
        assert!(after.documents <= self.documents, "documents: {line}");
        let heap = self.heap + learned.max(self.heap * MORE);
        assert!(after.heap <= heap, "heap: {line}");
        let mut references = after.references.iter().zip(&self.references);
        assert!(
            references.all(|(after, before)| *after <= before + FEW),
            "references: {line}"
        );
        assert!(after.wasm == self.wasm, "wasm: {line}");
        assert_eq!(
            after.held, self.held,
            "timers, observers, listeners: {line}"
        );
    }
}

impl fmt::Display for Holdings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            listeners,
            nodes,
            documents,
            heap,
            wasm,
            references,
            held,
        } = self;
        write!(
            formatter,
            "{listeners} listeners, {nodes} nodes, {documents} documents, {:.0} kB of heap, {:.0} kB of wasm in {}, {} references of wasm, {} timers and observers",
            heap / 1000.0,
            wasm.iter().sum::<f64>() / 1000.0,
            wasm.len(),
            references.iter().sum::<f64>(),
            held.len(),
        )
    }
}
