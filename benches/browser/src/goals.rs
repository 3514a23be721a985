//! What ours is held to, and whether it holds.

use std::fmt::Write;

use crate::contender::Contender::{self, DataMetricsBadge, Lit, Ours, Preact};
use crate::measure::{FEW_AUTHORS, LAZY, MANY_AUTHORS, ON_SCREEN};
use crate::results::{Quantity, Results};

/// Something that is to be at most so much.
#[derive(Clone)]
struct Goal {
    what: &'static str,
    /// How its values are written.
    quantity: Quantity,
    ours: Option<f64>,
    /// What it is held against, by name.
    beside: Option<(String, f64)>,
    limit: Limit,
}

#[derive(Clone, Copy)]
enum Limit {
    /// So many times what it is held against.
    Times(f64),
    /// A value of its own.
    AtMost(f64),
    /// A value that it is to reach.
    AtLeast(f64),
}

impl Goal {
    fn is_met(&self) -> Option<bool> {
        let ours = self.ours?;
        Some(match self.limit {
            Limit::Times(times) => ours <= times * self.beside.as_ref()?.1,
            Limit::AtMost(most) => ours <= most,
            Limit::AtLeast(least) => ours >= least,
        })
    }

    fn row(&self) -> Option<String> {
        let Self {
            what,
            quantity,
            ours,
            beside,
            limit,
        } = self;
        let ours = (*ours)?;
        let written = |value| format!("{} {}", quantity.written(value), quantity.unit());
        let ratio = beside
            .as_ref()
            .map_or_else(String::new, |(_, value)| format!("{:.2}", ours / value));
        let beside = beside.as_ref().map_or_else(String::new, |(name, value)| {
            format!("{name}: {}", written(*value))
        });
        let limit = match limit {
            Limit::Times(times) => format!("≤ {times} times"),
            Limit::AtMost(most) => format!("≤ {}", written(*most)),
            Limit::AtLeast(least) => format!("≥ {}", written(*least)),
        };
        let met = if self.is_met()? { "met" } else { "**missed**" };
        Some(format!(
            "| {what} | {} | {beside} | {ratio} | {limit} | {met} |",
            written(ours)
        ))
    }
}

/// A row for each goal that was measured.
pub fn table(results: &Results) -> String {
    let mut table =
        String::from("| goal | ours | beside | ratio | limit | |\n|---|--:|--:|--:|--:|---|\n");
    let goals = Goals(results);
    let goals = [goals.first(), goals.many(), goals.growth()].concat();
    for row in goals.iter().filter_map(Goal::row) {
        // A string takes all that is written.
        let _ = writeln!(table, "{row}");
    }
    table
}

/// The medians of ours and of others, as goals.
struct Goals<'results>(&'results Results);

impl Goals<'_> {
    fn ours(&self, quantity: Quantity, count: usize) -> Option<f64> {
        self.0.median(quantity, Ours, count)
    }

    fn against(
        &self,
        what: &'static str,
        quantity: Quantity,
        count: usize,
        peer: Contender,
        times: f64,
    ) -> Goal {
        let beside = self.0.median(quantity, peer, count);
        Goal {
            what,
            quantity,
            ours: self.ours(quantity, count),
            beside: beside.map(|value| (peer.name().to_owned(), value)),
            limit: Limit::Times(times),
        }
    }

    fn at_most(&self, what: &'static str, quantity: Quantity, count: usize, most: f64) -> Goal {
        Goal {
            what,
            quantity,
            ours: self.ours(quantity, count),
            beside: None,
            limit: Limit::AtMost(most),
        }
    }

    /// Against ours with another number.
    fn within(
        &self,
        what: &'static str,
        (quantity, count): (Quantity, usize),
        (of, other): (Quantity, usize),
        times: f64,
    ) -> Goal {
        Goal {
            what,
            quantity,
            ours: self.ours(quantity, count),
            beside: self
                .ours(of, other)
                .map(|value| (format!("ours, {other}"), value)),
            limit: Limit::Times(times),
        }
    }

    fn frames(&self, what: &'static str, quantity: Quantity) -> Goal {
        Goal {
            limit: Limit::AtLeast(0.95),
            ..self.at_most(what, quantity, LAZY, 0.0)
        }
    }

    /// What each element more costs, on the way to many and on the way to some.
    fn of_growth(&self, what: &'static str, quantity: Quantity) -> Goal {
        let each = |count: usize| {
            let of = |count| self.ours(quantity, count);
            Some((of(count)? - of(1)?) / (count - 1) as f64)
        };
        Goal {
            what,
            quantity,
            ours: each(10_000),
            beside: each(100).map(|value| ("ours, 100".to_owned(), value)),
            limit: Limit::Times(1.25),
        }
    }

    /// A page with one of them.
    fn first(&self) -> Vec<Goal> {
        vec![
            self.at_most("download of badges", Quantity::Bytes, 1, 55_600.0),
            self.at_most(
                "download of a whole page",
                Quantity::BytesOfFull,
                1,
                85_000.0,
            ),
            self.against(
                "download of badges",
                Quantity::Bytes,
                1,
                DataMetricsBadge,
                1.0,
            ),
            self.against(
                "first number, nothing cached",
                Quantity::Cold,
                1,
                DataMetricsBadge,
                1.0,
            ),
            self.against("first number, cached", Quantity::Warm, 1, Lit, 1.5),
        ]
    }

    /// A page with many.
    fn many(&self) -> Vec<Goal> {
        vec![
            self.against("1,000 eager", Quantity::Shown, 1_000, DataMetricsBadge, 0.2),
            self.against("1,000 eager", Quantity::Shown, 1_000, Preact, 1.0),
            self.within(
                "main thread, 1,000 lazy beside 30 eager",
                (Quantity::TasksOfLazy, LAZY),
                (Quantity::Tasks, ON_SCREEN),
                1.0,
            ),
            self.frames("frames while scrolling", Quantity::FramesOfSlowScroll),
            self.at_most(
                "longest task while scrolling",
                Quantity::LongestOfSlowScroll,
                LAZY,
                50.0,
            ),
            self.frames("frames while scrolling fast", Quantity::FramesOfFastScroll),
            self.at_most(
                "longest task while scrolling fast",
                Quantity::LongestOfFastScroll,
                LAZY,
                50.0,
            ),
            self.at_most("layout shift, 100 eager", Quantity::Shift, 100, 0.0),
            self.at_most("longest task, 100 eager", Quantity::Longest, 100, 50.0),
            self.at_most("evaluating the script", Quantity::Evaluation, 0, 5.0),
        ]
    }

    /// What they hold, and what more of them cost.
    fn growth(&self) -> Vec<Goal> {
        vec![
            self.against(
                "memory of 1,000",
                Quantity::Held,
                1_000,
                DataMetricsBadge,
                1.0,
            ),
            Goal {
                what: "memory left when 1,000 are removed",
                quantity: Quantity::Left,
                ours: self.ours(Quantity::Left, 1_000),
                beside: self
                    .ours(Quantity::Left, 1)
                    .map(|value| ("ours, 1".to_owned(), value)),
                limit: Limit::Times(1.5),
            },
            self.of_growth(
                "time of each further element, 10,000 beside 100",
                Quantity::Shown,
            ),
            self.of_growth(
                "memory of each further element, 10,000 beside 100",
                Quantity::Held,
            ),
            self.within(
                "badges of 3,000 authors beside 3",
                (Quantity::ShownByAuthors, MANY_AUTHORS),
                (Quantity::ShownByAuthors, FEW_AUTHORS),
                2.0,
            ),
            self.at_most(
                "longest task, whole page of 3,000 authors",
                Quantity::LongestOfFullByAuthors,
                MANY_AUTHORS,
                100.0,
            ),
        ]
    }
}
