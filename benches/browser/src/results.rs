//! What was measured.

use std::collections::BTreeMap;

use crate::contender::Contender;
use crate::sample::Sample;

/// Something that is measured of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Downloaded for one row of badges, after brotli.
    Bytes,
    /// First number painted, nothing cached.
    Cold,
    /// First number painted, cached.
    Warm,
    /// Layout shift of one element.
    ShiftOfFirst,
    /// Evaluating the script, before there is an element.
    Evaluation,
    /// All shown, from the beginning of the navigation, cached.
    Shown,
    /// Main thread in all.
    Tasks,
    /// Of it on style and layout.
    Layout,
    /// Longest task, 0 if none is over 50 ms.
    Longest,
    /// Layout shift.
    Shift,
    /// JavaScript's heap and wasm, beyond an empty page.
    Held,
    /// Of it wasm.
    HeldByWasm,
    /// Nodes and styles, beyond an empty page.
    HeldByDom,
    /// JavaScript's heap and wasm, after all are removed.
    Left,
    /// Nodes and styles, after all are removed.
    LeftOfDom,
    /// Main thread in all, with lazy elements.
    TasksOfLazy,
    /// Frames in time while scrolling, 60 px a frame.
    FramesOfSlowScroll,
    /// Longest task while scrolling, 60 px a frame.
    LongestOfSlowScroll,
    /// Frames in time while scrolling, 900 px a frame.
    FramesOfFastScroll,
    /// Longest task while scrolling, 900 px a frame.
    LongestOfFastScroll,
    /// Downloaded for a card, after brotli.
    BytesOfCard,
    /// Card painted, nothing cached.
    ColdOfCard,
    /// Card painted, cached.
    WarmOfCard,
    /// All cards shown.
    ShownOfCard,
    /// Longest task with cards.
    LongestOfCard,
    /// Downloaded for a whole page, after brotli.
    BytesOfFull,
    /// Whole page painted, nothing cached.
    ColdOfFull,
    /// Whole page painted, cached.
    WarmOfFull,
    /// All whole pages shown.
    ShownOfFull,
    /// Longest task with whole pages.
    LongestOfFull,
    /// Badges of a record with so many authors painted, cached.
    ShownByAuthors,
    /// Longest task of the badges.
    LongestByAuthors,
    /// Whole page of a record with so many authors painted, cached.
    FullByAuthors,
    /// Longest task of the whole page.
    LongestOfFullByAuthors,
}

impl Quantity {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 34] = [
        Self::Bytes,
        Self::Cold,
        Self::Warm,
        Self::ShiftOfFirst,
        Self::Evaluation,
        Self::Shown,
        Self::Tasks,
        Self::Layout,
        Self::Longest,
        Self::Shift,
        Self::Held,
        Self::HeldByWasm,
        Self::HeldByDom,
        Self::Left,
        Self::LeftOfDom,
        Self::TasksOfLazy,
        Self::FramesOfSlowScroll,
        Self::LongestOfSlowScroll,
        Self::FramesOfFastScroll,
        Self::LongestOfFastScroll,
        Self::BytesOfCard,
        Self::ColdOfCard,
        Self::WarmOfCard,
        Self::ShownOfCard,
        Self::LongestOfCard,
        Self::BytesOfFull,
        Self::ColdOfFull,
        Self::WarmOfFull,
        Self::ShownOfFull,
        Self::LongestOfFull,
        Self::ShownByAuthors,
        Self::LongestByAuthors,
        Self::FullByAuthors,
        Self::LongestOfFullByAuthors,
    ];

    /// What it is, in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Bytes => "downloaded for one row of badges, after brotli",
            Self::Cold => "first number painted, nothing cached",
            Self::Warm => "first number painted, cached",
            Self::ShiftOfFirst => "layout shift of one element",
            Self::Evaluation => "evaluating the script, before there is an element",
            Self::Shown => "all shown, from the beginning of the navigation, cached",
            Self::Tasks => "main thread in all",
            Self::Layout => "of it on style and layout",
            Self::Longest => "longest task, 0 if none is over 50 ms",
            Self::Shift => "layout shift",
            Self::Held => "JavaScript's heap and wasm, beyond an empty page",
            Self::HeldByWasm => "of it wasm",
            Self::HeldByDom => "nodes and styles, beyond an empty page",
            Self::Left => "JavaScript's heap and wasm, after all are removed",
            Self::LeftOfDom => "nodes and styles, after all are removed",
            Self::TasksOfLazy => "main thread in all, with lazy elements",
            Self::FramesOfSlowScroll => "frames in time while scrolling, 60 px a frame",
            Self::LongestOfSlowScroll => "longest task while scrolling, 60 px a frame",
            Self::FramesOfFastScroll => "frames in time while scrolling, 900 px a frame",
            Self::LongestOfFastScroll => "longest task while scrolling, 900 px a frame",
            Self::BytesOfCard => "downloaded for a card, after brotli",
            Self::ColdOfCard => "card painted, nothing cached",
            Self::WarmOfCard => "card painted, cached",
            Self::ShownOfCard => "all cards shown",
            Self::LongestOfCard => "longest task with cards",
            Self::BytesOfFull => "downloaded for a whole page, after brotli",
            Self::ColdOfFull => "whole page painted, nothing cached",
            Self::WarmOfFull => "whole page painted, cached",
            Self::ShownOfFull => "all whole pages shown",
            Self::LongestOfFull => "longest task with whole pages",
            Self::ShownByAuthors => "badges of a record with so many authors painted, cached",
            Self::LongestByAuthors => "longest task of the badges",
            Self::FullByAuthors => "whole page of a record with so many authors painted, cached",
            Self::LongestOfFullByAuthors => "longest task of the whole page",
        }
    }

    /// How a value is written.
    pub fn written(self, value: f64) -> String {
        match self {
            Self::Bytes | Self::BytesOfCard | Self::BytesOfFull => format!("{value:.0}"),
            Self::Cold
            | Self::Warm
            | Self::Evaluation
            | Self::Shown
            | Self::Tasks
            | Self::Layout
            | Self::Longest
            | Self::TasksOfLazy
            | Self::LongestOfSlowScroll
            | Self::LongestOfFastScroll
            | Self::ColdOfCard
            | Self::WarmOfCard
            | Self::ShownOfCard
            | Self::LongestOfCard
            | Self::ColdOfFull
            | Self::WarmOfFull
            | Self::ShownOfFull
            | Self::LongestOfFull
            | Self::ShownByAuthors
            | Self::LongestByAuthors
            | Self::FullByAuthors
            | Self::LongestOfFullByAuthors => milliseconds(value),
            Self::ShiftOfFirst | Self::Shift => format!("{value:.3}"),
            Self::Held | Self::HeldByWasm | Self::HeldByDom | Self::Left | Self::LeftOfDom => {
                megabytes(value)
            }
            Self::FramesOfSlowScroll | Self::FramesOfFastScroll => format!("{:.0}", value * 100.0),
        }
    }

    /// In what it is written.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Bytes | Self::BytesOfCard | Self::BytesOfFull => "bytes",
            Self::ShiftOfFirst | Self::Shift => "score",
            Self::Held | Self::HeldByWasm | Self::HeldByDom | Self::Left | Self::LeftOfDom => "MB",
            Self::FramesOfSlowScroll | Self::FramesOfFastScroll => "%",
            _ => "ms",
        }
    }
}

fn megabytes(value: f64) -> String {
    let megabytes = value / 1e6;
    // What one element holds is little.
    if megabytes.abs() < 0.05 {
        format!("{megabytes:.3}")
    } else {
        format!("{megabytes:.1}")
    }
}

fn milliseconds(value: f64) -> String {
    if value < 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

/// Of which contender, and with how many elements or authors.
type Key = (Quantity, usize, Contender);

/// The values of a run.
#[derive(Default)]
pub struct Results(BTreeMap<Key, Sample>);

impl Results {
    /// Takes in a value.
    pub fn add(&mut self, quantity: Quantity, contender: Contender, count: usize, value: f64) {
        let sample = self.0.entry((quantity, count, contender)).or_default();
        sample.add(value);
    }

    /// The values of a contender.
    pub fn of(&self, quantity: Quantity, contender: Contender, count: usize) -> Option<&Sample> {
        self.0.get(&(quantity, count, contender))
    }

    /// The median of a contender.
    pub fn median(&self, quantity: Quantity, contender: Contender, count: usize) -> Option<f64> {
        self.of(quantity, contender, count)?.median()
    }

    /// With how many elements or authors a quantity was measured.
    pub fn counts(&self, quantity: Quantity) -> Vec<usize> {
        let mut counts: Vec<usize> = self
            .0
            .keys()
            .filter(|(of, ..)| *of == quantity)
            .map(|(_, count, _)| *count)
            .collect();
        counts.dedup();
        counts
    }
}
