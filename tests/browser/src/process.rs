//! Child processes that never outlive the run.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// The leaders of all running groups, for an interrupted run.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

fn running() -> MutexGuard<'static, BTreeSet<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A child with its descendants, stopped when it is dropped.
pub struct Process(Child);

impl Process {
    /// Starts the command as the leader of a process group of its own, so that a Ctrl-C in the
    /// terminal reaches only us and we stop browsers in order.
    pub fn start(command: &mut Command) -> Result<Self> {
        let child = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("{} could not be started", command.get_program().display()))?;
        running().insert(child.id());
        Ok(Self(child))
    }

    /// The child itself, to read its output or to see whether it still runs.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        stop(self.0.id());
        // The group was killed: this only takes the exit status off the system's table.
        let _ = self.0.wait();
        running().remove(&self.0.id());
    }
}

/// Stops everything that was started, when the run is interrupted.
pub fn stop_all_on_interrupt() {
    tokio::spawn(async {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut interrupt), Ok(mut terminate)) = (
            signal(SignalKind::interrupt()),
            signal(SignalKind::terminate()),
        ) else {
            return;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        for leader in running().iter() {
            stop(*leader);
        }
        std::process::exit(130);
    });
}

/// Kills the group, and the descendants that have left it: chromedriver gives the browser a group
/// of its own.
fn stop(leader: u32) {
    let descendants = descendants(leader);
    if let Some(group) = pid(leader) {
        // An error says that the group is gone already.
        let _ = kill_process_group(group, Signal::KILL);
    }
    for descendant in descendants.into_iter().filter_map(pid) {
        let _ = kill_process(descendant, Signal::KILL);
    }
}

fn pid(number: u32) -> Option<Pid> {
    Pid::from_raw(number.try_into().ok()?)
}

/// Every process below this one, from `/proc`.
fn descendants(ancestor: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // "PID (NAME) STATE PARENT …", and a name may hold anything.
            let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&of) = found.get(next) {
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == of)
                .map(|(process, _)| process),
        );
        next += 1;
    }
    found.split_off(1)
}
