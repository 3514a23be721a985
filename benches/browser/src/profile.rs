//! Where the time goes: the functions that take the most of it, by themselves.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::contender::Contender;
use crate::page::Page;
use crate::window::Window;

/// How many functions are told.
const TOLD: usize = 45;

#[derive(Deserialize)]
struct Answer {
    profile: Profile,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    nodes: Vec<Node>,
    samples: Vec<u64>,
    /// In microseconds, one for each sample.
    time_deltas: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    id: u64,
    call_frame: CallFrame,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CallFrame {
    function_name: String,
    url: String,
    line_number: i64,
    column_number: i64,
}

/// Puts so many elements onto a page whose script has run, and tells the functions.
pub fn of(window: &Window<'_>, contender: Contender, count: usize, lazy: bool) -> Result<String> {
    let page = Page {
        is_eager: !lazy,
        ..Page::of(contender, count)
    };
    for _ in 0..3 {
        window.visit(&page)?;
        window.shown()?;
    }
    window.visit(&Page::of(contender, 0))?;
    window.settle()?;
    window.devtools("Profiler.enable", json!({}))?;
    window.devtools("Profiler.setSamplingInterval", json!({ "interval": 200 }))?;
    window.devtools("Profiler.start", json!({}))?;
    let is_eager = page.is_eager;
    let _: f64 = window.ask(&format!(
        "stage({{ ...setting, count: {count}, titles: {count}, eager: {is_eager} }}); return await probe.shown"
    ))?;
    let answer = window.devtools("Profiler.stop", json!({}))?;
    let Answer { profile } = serde_json::from_value(answer)?;
    Ok(told(&profile))
}

fn told(profile: &Profile) -> String {
    let nodes: BTreeMap<u64, &CallFrame> = profile
        .nodes
        .iter()
        .map(|node| (node.id, &node.call_frame))
        .collect();
    let mut times: BTreeMap<String, f64> = BTreeMap::new();
    for (sample, delta) in profile.samples.iter().zip(&profile.time_deltas) {
        let name = nodes.get(sample).map_or_else(String::new, |it| named(it));
        *times.entry(name).or_default() += delta / 1000.0;
    }
    let total: f64 = times.values().sum();
    let mut times: Vec<(String, f64)> = times.into_iter().collect();
    times.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut text = format!("{total:.0} ms in all, by themselves:\n");
    for (name, time) in times.into_iter().take(TOLD) {
        // A string takes all that is written.
        let _ = writeln!(text, "{time:>8.1} {:>5.1}% {name}", 100.0 * time / total);
    }
    text
}

fn named(frame: &CallFrame) -> String {
    let CallFrame {
        function_name,
        url,
        line_number,
        column_number,
    } = frame;
    let file = url.rsplit('/').next().unwrap_or_default();
    let name = if function_name.is_empty() {
        "(nameless)"
    } else {
        function_name
    };
    if file.is_empty() {
        name.to_owned()
    } else {
        format!("{name} {file}:{}:{column_number}", line_number + 1)
    }
}
