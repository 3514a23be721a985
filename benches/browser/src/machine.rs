//! On what was measured, and when.

use std::fs;

use anyhow::Result;

use crate::window::Window;

/// A line about it.
pub fn described(window: &Window<'_>) -> Result<String> {
    let date: String = window.ask("return new Date().toISOString().slice(0, 10)")?;
    let browser: String = window.ask("return /Chrome\\/(\\d+)/.exec(navigator.userAgent)[1]")?;
    let cores: f64 = window.ask("return navigator.hardwareConcurrency")?;
    let processor = value_of("/proc/cpuinfo", "model name").unwrap_or_default();
    let memory = value_of("/proc/meminfo", "MemTotal")
        .and_then(|it| it.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(String::new, |kilobytes| {
            format!(", {:.0} GB of memory", kilobytes / 1e6)
        });
    Ok(format!(
        "{date}; {processor}, {cores} cores{memory}; Chromium {browser}, headless, without a graphics card"
    ))
}

fn value_of(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
