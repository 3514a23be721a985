//! A line for each thing that is done, which moves while it takes long.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

/// Shorter steps are not worth the mention of their time.
const LONG: Duration = Duration::from_secs(1);

/// How often a log hears that a step still runs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// A step under way.
pub struct Step {
    bar: ProgressBar,
    note: Mutex<Option<String>>,
}

/// Does the work of a step and prints a line about it: a spinner with the time and the latest news
/// in a terminal, a sign of life now and then elsewhere.
pub fn step<T>(title: &str, work: impl FnOnce(&Step) -> Result<T>) -> Result<T> {
    let step = Step {
        bar: spinner(title),
        note: Mutex::new(None),
    };
    let started = Instant::now();
    let signs = (!stderr().is_terminal()).then(|| signs_of_life(title, &step.bar));
    let done = work(&step);
    drop(signs);
    step.bar.finish_and_clear();
    let mark = if done.is_ok() { '✓' } else { '✗' };
    let note = step
        .note
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .map_or_else(String::new, |note| format!(": {note}"));
    let time = started.elapsed();
    if time < LONG {
        eprintln!("{mark} {title}{note}");
    } else {
        eprintln!("{mark} {title}{note} ({})", seconds(time));
    }
    done
}

impl Step {
    /// What the step is doing now.
    pub fn news(&self, news: &str) {
        self.bar.set_message(news.trim().to_owned());
    }

    /// What is worth to stay on the line when the step is done.
    pub fn note(&self, note: impl Into<String>) {
        *self.note.lock().unwrap_or_else(PoisonError::into_inner) = Some(note.into());
    }

    /// A handle for another thread to tell the news with.
    pub fn reporter(&self) -> impl Fn(&str) + Send + use<> {
        let bar = self.bar.clone();
        move |news| bar.set_message(news.trim().to_owned())
    }
}

fn spinner(title: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg:.dim}");
    let bar = ProgressBar::new_spinner().with_prefix(title.to_owned());
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// Prints until the sender is dropped.
fn signs_of_life(title: &str, bar: &ProgressBar) -> Sender<()> {
    let (sender, receiver) = channel();
    let (title, bar) = (title.to_owned(), bar.clone());
    thread::spawn(move || {
        let started = Instant::now();
        while receiver.recv_timeout(SIGN_OF_LIFE) == Err(RecvTimeoutError::Timeout) {
            let news = bar.message();
            eprintln!("  {title}: {} … {news}", seconds(started.elapsed()));
        }
    });
    sender
}

fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", whole / 60, whole % 60)
    }
}
