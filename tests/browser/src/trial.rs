//! Makes tests for libtest-mimic out of behaviours and engines.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use libtest_mimic::{Failed, Trial};

use crate::page::Page;
use crate::pool::Pool;
use crate::privacy;
use crate::server::Server;
use crate::tests::Behaviour;

thread_local! {
    /// Where and why this thread panicked last.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the messages of failed assertions for the report, rather than between its lines.
pub fn collect_panics() {
    panic::set_hook(Box::new(|info| {
        PANIC.with_borrow_mut(|message| *message = info.to_string());
    }));
}

/// The test of a behaviour in an engine.
pub fn trial(behaviour: &'static Behaviour, pool: &Arc<Pool>, server: &Arc<Server>) -> Trial {
    let (pool, server) = (Arc::clone(pool), Arc::clone(server));
    let name = format!("{}::{}", pool.engine.name(), behaviour.name);
    Trial::test(name, move || {
        pool.with_browser(|browser| {
            let page = Page {
                name: behaviour.name,
                engine: pool.engine,
                browser,
                stage: server.stage(),
                root: server.root(),
                told: RefCell::default(),
            };
            let test = || {
                (behaviour.test)(&page);
                privacy::is_kept(&page);
            };
            panic::catch_unwind(AssertUnwindSafe(test)).map_err(|_| {
                let message = PANIC.with_borrow_mut(std::mem::take);
                Failed::from(format!("{message}\n{}", page.describe()))
            })
        })
        .map_err(|error| format!("{error:#}"))?
    })
}
