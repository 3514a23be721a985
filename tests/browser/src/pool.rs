//! The browsers of one engine, lent to one test at a time.

use std::sync::{Arc, Condvar, Mutex};

use anyhow::{Context, Result, bail};
use tokio::runtime::Handle;

use crate::browser::Browser;
use crate::engine::{Engine, Prepared};

/// Up to so many browsers of one engine, started when first needed.
pub struct Pool {
    /// The engine.
    pub engine: Engine,
    prepared: Prepared,
    runtime: Handle,
    idle: Mutex<Idle>,
    starting: Mutex<()>,
    returned: Condvar,
}

struct Idle {
    browsers: Vec<Browser>,
    unstarted: usize,
    /// Why no browser of this engine starts; the other tests need not try.
    failure: Option<String>,
}

impl Pool {
    /// Finds the engine's programs; starts no browser yet.
    pub fn new(engine: Engine, size: usize, runtime: &Handle) -> Result<Arc<Self>> {
        Ok(Arc::new(Self {
            engine,
            prepared: engine
                .prepare()
                .with_context(|| format!("no tests in {}", engine.name()))?,
            runtime: runtime.clone(),
            idle: Mutex::new(Idle {
                browsers: Vec::new(),
                unstarted: size,
                failure: None,
            }),
            starting: Mutex::new(()),
            returned: Condvar::new(),
        }))
    }

    /// Lends a browser, with nothing left of earlier pages.
    pub fn with_browser<T>(&self, task: impl FnOnce(&Browser) -> T) -> Result<T> {
        let browser = self.take()?;
        let done = task(&browser);
        // One that a test has broken is replaced by the next that is needed.
        let browser = browser.reset().is_ok().then_some(browser);
        let mut idle = self.idle.lock().expect("no panic while held");
        match browser {
            Some(browser) => idle.browsers.push(browser),
            None => idle.unstarted += 1,
        }
        drop(idle);
        self.returned.notify_one();
        Ok(done)
    }

    fn take(&self) -> Result<Browser> {
        let idle = self.idle.lock().expect("no panic while held");
        let mut idle = self
            .returned
            .wait_while(idle, |idle| idle.browsers.is_empty() && idle.unstarted == 0)
            .expect("no panic while held");
        if let Some(browser) = idle.browsers.pop() {
            return Ok(browser);
        }
        if let Some(failure) = &idle.failure {
            bail!("{failure}");
        }
        idle.unstarted -= 1;
        drop(idle);
        let started = self.start();
        if let Err(error) = &started {
            let mut idle = self.idle.lock().expect("no panic while held");
            idle.unstarted += 1;
            idle.failure = Some(format!("{error:#}"));
            self.returned.notify_one();
        }
        started
    }

    /// Starts a browser; a second time where the first fails, for drivers and browsers look for free
    /// ports, and can lose one to each other.
    fn start(&self) -> Result<Browser> {
        let _one_at_a_time = self.starting.lock().expect("no panic while held");
        let start = || Browser::start(&self.prepared, &self.runtime);
        start().or_else(|_| start())
    }
}
