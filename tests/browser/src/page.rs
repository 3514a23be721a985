//! What a test does with a page.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::privacy;
use crate::server::{Answer, Origin, Stage};

/// How long a widget may take to do what it should.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long nothing may happen before a test believes that nothing does, in milliseconds.
const QUIET: u32 = 250;

/// The policy that the widget promises to work under.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/// The markup of a widget for the record of the demo.
pub const HER2: &str =
    r#"<publication-metrics src="records/her2-review.json">fallback</publication-metrics>"#;

/// The script tag that pages embed the widget with.
pub const SCRIPT: &str = r#"<script type="module" src="site/publication-metrics.js"></script>"#;

/// Waits until something outside the page is so.
#[track_caller]
pub fn eventually(so: impl Fn() -> bool, what: &str) {
    let start = Instant::now();
    while !so() {
        assert!(start.elapsed() < PATIENCE, "still not so: {what}");
        thread::sleep(Duration::from_millis(15));
    }
}

/// A browser's window, and the server's part that is this test's own. All methods panic where the
/// browser refuses, and so fail the test.
pub struct Page<'a> {
    /// What is tested.
    pub name: &'static str,
    /// The engine that the page is in.
    pub engine: Engine,
    /// The browser.
    pub browser: &'a Browser,
    /// What the server shows.
    pub stage: Arc<Stage>,
    /// The address of the site served as a server's whole content.
    pub root: String,
    /// What the test has told the browser: its pages and scripts.
    pub told: RefCell<String>,
}

impl Page<'_> {
    /// Opens a page with this body, and the widget's script in its head.
    pub fn open(&self, body: &str) {
        self.open_with(SCRIPT, body);
    }

    /// Opens a page with one widget, of these attributes, that holds this record.
    pub fn open_record(&self, attributes: &str, record: &Value) {
        // Only `</script` could end the data early, and JSON can write it otherwise.
        let json = record.to_string().replace('<', "\\u003c");
        self.open(&format!(
            r#"<publication-metrics {attributes}>fallback<script type="application/json">{json}</script></publication-metrics>"#
        ));
    }

    /// Opens a page of this head and body.
    pub fn open_with(&self, head: &str, body: &str) {
        self.lay_page("page.html", head, body);
        self.visit("page.html");
    }

    /// Opens a page with the widget in a frame of this width, and continues inside the frame: a
    /// window narrower than browsers allow.
    pub fn open_in_frame(&self, width: u32, head: &str, body: &str) {
        self.lay_page("frame.html", &format!("{SCRIPT}{head}"), body);
        self.open_frame(&format!(
            r#"<iframe src="frame.html" width="{width}" height="800"></iframe>"#
        ));
    }

    /// Opens what the server shows at a path, and looks first whether all promises were kept on the page that is left.
    #[track_caller]
    pub fn visit(&self, path: &str) {
        privacy::is_kept(self);
        let address = self.stage.address(Origin::Host, path);
        self.browser.open(&address).expect("the page opens");
    }

    /// Lays down a page of this head and body.
    pub fn lay_page(&self, path: &str, head: &str, body: &str) {
        self.told.borrow_mut().extend([head, body]);
        self.stage
            .lay(path, Answer::html(Self::html_of(head, body)));
    }

    /// Lays down a script.
    pub fn lay_script(&self, path: &str, text: &str) {
        self.told.borrow_mut().push_str(text);
        self.stage.lay(path, Answer::new("text/javascript", text));
    }

    /// A page of this head and body, as the server sends it.
    pub fn html_of(head: &str, body: &str) -> String {
        format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page under test</title><meta name="viewport" content="width=device-width"><script src="pages/probe.js"></script>{head}</head><body>{body}</body></html>"#
        )
    }

    /// Opens a page in which this markup of a frame is, and continues inside the frame.
    pub fn open_frame(&self, frame: &str) {
        self.open_with("", frame);
        self.browser
            .enter_frame()
            .expect("the frame can be entered");
    }

    /// Lays down a script of a library's, from what the chores take from npm.
    pub fn lay_library(&self, path: &str, file: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/tools/node_modules");
        let file = folder.join(file);
        let script = fs::read(&file)
            .unwrap_or_else(|error| panic!("{} (cargo xtask setup): {error}", file.display()));
        let text = String::from_utf8_lossy(&script);
        self.told.borrow_mut().push_str(&text);
        self.stage
            .lay(path, Answer::new("text/javascript", &*script));
    }

    /// Goes back in the browser's history.
    pub fn back(&self) {
        self.browser.back().expect("the browser goes back");
    }

    /// Runs statements in the page.
    pub fn run(&self, script: &str) {
        self.evaluate(script);
    }

    /// The value of an expression in the page; of a promise, what it resolves to.
    pub fn value<T: DeserializeOwned>(&self, expression: &str) -> T {
        let value = self.evaluate(&format!("return ({expression});"));
        let shown = value.to_string();
        serde_json::from_value(value)
            .unwrap_or_else(|error| panic!("{expression} is {shown}: {error}"))
    }

    /// Whether an expression in the page is true or truthy.
    pub fn is(&self, expression: &str) -> bool {
        self.value(&format!("!!({expression})"))
    }

    /// Waits until an expression in the page is truthy.
    #[track_caller]
    pub fn until(&self, expression: &str) {
        eventually(|| self.is(expression), expression);
    }

    /// Waits until something is so in the page, or says what is instead.
    #[track_caller]
    pub fn until_or_say(&self, expression: &str, instead: &str) {
        let start = Instant::now();
        while !self.is(expression) {
            assert!(
                start.elapsed() < PATIENCE,
                "still not so: {expression}, but {}",
                self.value::<Value>(instead)
            );
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Waits until something is so in the page that takes many steps, each of which may take as long as anything else.
    #[track_caller]
    pub fn until_after(&self, steps: &str, expression: &str) {
        let (mut taken, mut start) = (self.value::<Value>(steps), Instant::now());
        while !self.is(expression) {
            let now_taken = self.value::<Value>(steps);
            if now_taken != taken {
                (taken, start) = (now_taken, Instant::now());
            }
            assert!(
                start.elapsed() < PATIENCE,
                "still not so: {expression}, and {steps} stays {taken}"
            );
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Waits until every widget of the page shows its record, or that there is nothing to show.
    #[track_caller]
    pub fn until_ready(&self) {
        self.until(
            "probe.widgets().length && probe.widgets().every(({ state }) => state === 'ready' || state === 'empty')",
        );
        // What is in sight is laid out with the next frame.
        self.run("return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    }

    /// Waits until a widget reports an error, and gives its code.
    #[track_caller]
    pub fn error_code(&self) -> String {
        self.until("probe.codes().length");
        self.value("probe.codes()[0]")
    }

    /// Waits as long as it takes to believe that nothing more happens.
    pub fn settle(&self) {
        self.run(&format!(
            "return new Promise((resolve) => setTimeout(resolve, {QUIET}))"
        ));
    }

    /// How often the page's own server was asked for a path.
    pub fn requests(&self, path: &str) -> usize {
        self.stage.requests(Origin::Host, path)
    }

    /// Waits until the page's own server has been asked for a path so often.
    #[track_caller]
    pub fn until_requested(&self, path: &str, times: usize) {
        eventually(|| self.requests(path) >= times, path);
    }

    /// Waits until the browser has saved a file that begins so.
    #[track_caller]
    pub fn until_saved(&self, name: &str, beginning: &str) {
        eventually(
            || self.browser.saved(name).starts_with(beginning.as_bytes()),
            name,
        );
    }

    /// Prints the page, where the driver of the engine can: that of WebKit cannot.
    pub fn print(&self) {
        if self.engine != Engine::WebKit {
            let paper = self.browser.print().expect("the browser prints");
            assert!(!paper.is_empty());
        }
    }

    /// How many windows there are.
    pub fn windows(&self) -> usize {
        self.browser
            .windows()
            .expect("the browser counts its windows")
    }

    /// The text that a reader sees in a part of the first widget.
    #[track_caller]
    pub fn text(&self, part: &str) -> String {
        let text: Option<String> = self.value(&format!("probe.text({})", json!(part)));
        text.unwrap_or_else(|| panic!("the widget has no part {part}"))
    }

    /// Whether a reader sees what an expression gives.
    pub fn sees(&self, node: &str) -> bool {
        self.is(&format!("probe.visible({node})"))
    }

    /// Presses and releases a key.
    pub fn press(&self, key: Key) {
        self.press_with(&[], key.into());
    }

    /// Presses a key while others are held.
    pub fn press_with(&self, held: &[Key], key: char) {
        let held: Vec<char> = held.iter().map(|key| char::from(*key)).collect();
        let down = held
            .iter()
            .copied()
            .chain([key])
            .map(|value| KeyAction::Down { value });
        let up = [key]
            .into_iter()
            .chain(held.iter().rev().copied())
            .map(|value| KeyAction::Up { value });
        let keys = down
            .chain(up)
            .fold(KeyActions::new("keys".into()), InputSource::then);
        self.browser.act(keys).expect("the browser takes keys");
    }

    /// Presses Tab until an expression in the page is truthy, as a reader looks for a control.
    #[track_caller]
    pub fn tab_until(&self, expression: &str) {
        for _ in 0..30 {
            self.press(Key::Tab);
            if self.is(expression) {
                return;
            }
        }
        panic!("Tab never leads to where {expression}");
    }

    /// Clicks with the pointer on the middle of the node that an expression gives.
    #[track_caller]
    pub fn click(&self, node: &str) {
        let [x, y] = self.value(&format!("probe.middle({node})"));
        self.click_at(x, y);
    }

    /// Clicks on a point of the window.
    pub fn click_at(&self, x: f64, y: f64) {
        let pointer = MouseActions::new("pointer".into())
            .then(PointerAction::MoveTo {
                duration: None,
                x,
                y,
            })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Up { button: 0 });
        self.browser.act(pointer).expect("the browser takes clicks");
    }

    /// What helps to understand a failure: what the page said, and what its first widget holds.
    pub fn describe(&self) -> String {
        let script = "return window.probe ? { codes: probe.codes(), ...probe.seen, events: probe.seen.events.map(({ type, widget }) => `${type} of ${widget}`), widgets: probe.widgets().slice(0, 3).map((w) => ({ tag: w.outerHTML.slice(0, 300), state: w.state, shadow: w.shadowRoot?.innerHTML.slice(0, 4000) })) } : document.documentElement.outerHTML.slice(0, 2000)";
        let seen = self.browser.run(script).map_or_else(
            |error| format!("the page cannot be asked: {error:#}"),
            |seen| format!("{seen:#}"),
        );
        format!("page: {seen}\nrequests: {:?}", self.stage.log(Origin::Host))
    }

    fn evaluate(&self, script: &str) -> Value {
        self.told.borrow_mut().push_str(script);
        self.browser
            .run(script)
            .unwrap_or_else(|error| panic!("{script}: {error:#}"))
    }
}
