//! The checks of a consumer before its page is opened: what its manifest names so is run.

use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use super::consumer::Consumer;
use super::held::Held;
use super::npm;
use crate::command::run;
use crate::failure;
use crate::step::Step;

/// Their names, and what they check.
const SCRIPTS: [(&str, &str); 2] = [("check", "types"), ("build", "build")];

/// Runs the scripts of the consumers, some of them side by side, and gives back what held of each in the same order.
pub fn run_all(consumers: &[&Consumer], folder: &Path, step: &Step) -> Vec<Held> {
    let waiting = Mutex::new(consumers.iter().enumerate());
    let next = || waiting.lock().ok()?.next();
    let done = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((place, consumer)) = next() {
                    step.news(&consumer.name);
                    let held = of(consumer, folder, step);
                    if let Ok(mut done) = done.lock() {
                        done.push((place, held));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, held)| held).collect()
}

fn of(consumer: &Consumer, folder: &Path, step: &Step) -> Held {
    let mut held = Held::default();
    let started = Instant::now();
    for (script, checked) in SCRIPTS {
        if !consumer.manifest.scripts.contains_key(script) {
            continue;
        }
        let mut npm = npm();
        npm.args(["run", "--silent", script])
            .current_dir(folder.join(&consumer.name))
            .env("CI", "true")
            .envs([
                ("NEXT_TELEMETRY_DISABLED", "1"),
                ("ASTRO_TELEMETRY_DISABLED", "1"),
                ("NG_CLI_ANALYTICS", "false"),
            ]);
        let result = run(&mut npm, step);
        held.add(checked, result.is_ok());
        if let Err(error) = result {
            eprintln!("{}: {}\n", consumer.name, failure::in_words(&error));
        }
    }
    held.seconds = started.elapsed().as_secs_f64();
    held
}
