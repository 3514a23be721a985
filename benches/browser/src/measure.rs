//! What is measured, and how.

use anyhow::{Context, Result};

use crate::contender::Contender;
use crate::page::{Given, Layout, Page};
use crate::results::{Quantity, Results};
use crate::server::Server;
use crate::window::Window;

/// Rows in the page of lazy elements.
pub const LAZY: usize = 1_000;
/// Eager elements that the lazy ones are held against: as many as a reader may have on the screen.
pub const ON_SCREEN: usize = 30;
/// Authors of a large collaboration.
pub const MANY_AUTHORS: usize = 3_000;
/// Authors of a usual record.
pub const FEW_AUTHORS: usize = 3;

/// Where everything is measured.
pub struct Bench<'server> {
    /// The browser's window.
    pub window: Window<'server>,
    /// What it asks.
    pub server: &'server Server,
}

impl Bench<'_> {
    /// Has the browser keep files and compiled code, as after some visits.
    pub fn warm_up(&self, contender: Contender, visits: usize) -> Result<()> {
        let mut pages = vec![Page::first(contender)];
        if contender == Contender::Ours {
            pages.extend([Layout::Card, Layout::Full].map(|layout| Page {
                layout,
                ..Page::first(contender)
            }));
        }
        for page in &pages {
            for _ in 0..visits {
                self.window.visit(page)?;
                self.window.shown()?;
                self.window.settle()?;
            }
        }
        Ok(())
    }

    /// One element on a site never seen before, with the bytes that it took, and on one seen before.
    pub fn first(&self, contender: Contender, results: &mut Results) -> Result<()> {
        let window = &self.window;
        let mut add = |quantity, value| results.add(quantity, contender, 1, value);
        self.server.take_log();
        window.visit_cold(&Page::first(contender))?;
        add(Quantity::Cold, window.shown()?);
        window.settle()?;
        let log = self.server.take_log();
        let bytes: usize = log.iter().map(|(_, bytes)| bytes).sum();
        add(Quantity::Bytes, bytes as f64);
        // From another page of the site, as a reader comes: what a browser does to change sites is not what is measured.
        window.visit(&Page::empty())?;
        window.visit(&Page::first(contender))?;
        add(Quantity::Warm, window.shown()?);
        window.settle()?;
        add(Quantity::ShiftOfFirst, window.seen()?.shift);
        Ok(())
    }

    /// So many eager elements, from the beginning of the navigation until all are shown; what they hold beyond a page without any, and what
    /// is left when they are removed.
    pub fn many(&self, contender: Contender, count: usize, results: &mut Results) -> Result<()> {
        let window = &self.window;
        let mut add = |quantity, value| results.add(quantity, contender, count, value);
        window.visit(&Page::empty())?;
        let empty = window.held()?;
        window.visit(&Page::of(contender, count))?;
        add(Quantity::Shown, window.shown()?);
        window.settle()?;
        let spent = window.spent()?;
        add(Quantity::Tasks, spent.tasks);
        add(Quantity::Layout, spent.layout);
        let seen = window.seen()?;
        add(Quantity::Longest, seen.longest);
        add(Quantity::Shift, seen.shift);
        let full = window.held()?;
        // Ours keeps its program for a second, for who navigates within the page.
        window.ask::<bool>(
            "document.getElementById('stage').replaceChildren();
            await new Promise((resolve) => setTimeout(resolve, 1500));
            return true",
        )?;
        window.settle()?;
        let after = window.held()?;
        add(Quantity::Held, full.by_program() - empty.by_program());
        add(Quantity::HeldByWasm, full.wasm);
        add(Quantity::HeldByDom, full.dom - empty.dom);
        add(Quantity::Left, after.by_program() - empty.by_program());
        add(Quantity::LeftOfDom, after.dom - empty.dom);
        Ok(())
    }

    /// A page of lazy elements, of which a reader sees a few, and the same page with those few alone, eager; then the reader
    /// scrolls.
    pub fn lazy(&self, contender: Contender, count: usize, results: &mut Results) -> Result<()> {
        let window = &self.window;
        window.visit(&Page {
            titles: count,
            ..Page::of(contender, ON_SCREEN)
        })?;
        window.shown()?;
        window.settle()?;
        let spent = window.spent()?;
        results.add(Quantity::Tasks, contender, ON_SCREEN, spent.tasks);
        window.visit(&Page {
            is_eager: false,
            ..Page::of(contender, count)
        })?;
        window.shown()?;
        window.settle()?;
        let spent = window.spent()?;
        let mut add = |quantity, value| results.add(quantity, contender, count, value);
        add(Quantity::TasksOfLazy, spent.tasks);
        for (step, frames, longest) in [
            (
                60,
                Quantity::FramesOfSlowScroll,
                Quantity::LongestOfSlowScroll,
            ),
            (
                900,
                Quantity::FramesOfFastScroll,
                Quantity::LongestOfFastScroll,
            ),
        ] {
            let script = SCROLL.replace("STEP", &step.to_string());
            let (share, task): (f64, f64) = window.ask(&script)?;
            add(frames, share);
            add(longest, task);
        }
        Ok(())
    }

    /// How long evaluating a module takes before there is an element; only ours is held to it.
    pub fn evaluation(&self, contender: Contender, results: &mut Results) -> Result<()> {
        let window = &self.window;
        window.visit(&Page::empty())?;
        // The modules before and after it are of the same graph, so that nothing is waited for between the two.
        let script = contender.module().context("it is no module")?;
        let took: f64 = window.ask(&EVALUATION.replace("MODULE", script))?;
        results.add(Quantity::Evaluation, contender, 0, took);
        Ok(())
    }

    /// Cards and whole pages.
    pub fn layouts(&self, count: usize, results: &mut Results) -> Result<()> {
        let ours = Contender::Ours;
        for (layout, cold, warm, bytes, shown, longest) in [
            (
                Layout::Card,
                Quantity::ColdOfCard,
                Quantity::WarmOfCard,
                Quantity::BytesOfCard,
                Quantity::ShownOfCard,
                Quantity::LongestOfCard,
            ),
            (
                Layout::Full,
                Quantity::ColdOfFull,
                Quantity::WarmOfFull,
                Quantity::BytesOfFull,
                Quantity::ShownOfFull,
                Quantity::LongestOfFull,
            ),
        ] {
            let first = Page {
                layout,
                ..Page::first(ours)
            };
            let window = &self.window;
            self.server.take_log();
            window.visit_cold(&first)?;
            results.add(cold, ours, 1, window.shown()?);
            window.settle()?;
            let log = self.server.take_log();
            let sum: usize = log.iter().map(|(_, bytes)| bytes).sum();
            results.add(bytes, ours, 1, sum as f64);
            window.visit(&first)?;
            results.add(warm, ours, 1, window.shown()?);
            self.window.visit(&Page {
                layout,
                given: Given::Property,
                ..Page::of(ours, count)
            })?;
            results.add(shown, ours, count, self.window.shown()?);
            self.window.settle()?;
            results.add(longest, ours, count, self.window.seen()?.longest);
        }
        Ok(())
    }

    /// Records of few and of many authors.
    pub fn authors(&self, results: &mut Results) -> Result<()> {
        let ours = Contender::Ours;
        for authors in [FEW_AUTHORS, MANY_AUTHORS] {
            for (layout, shown, longest) in [
                (
                    Layout::Badges,
                    Quantity::ShownByAuthors,
                    Quantity::LongestByAuthors,
                ),
                (
                    Layout::Full,
                    Quantity::FullByAuthors,
                    Quantity::LongestOfFullByAuthors,
                ),
            ] {
                let page = Page {
                    layout,
                    authors,
                    ..Page::of(ours, 1)
                };
                self.window.visit(&page)?;
                results.add(shown, ours, authors, self.window.shown()?);
                self.window.settle()?;
                results.add(longest, ours, authors, self.window.seen()?.longest);
            }
        }
        Ok(())
    }
}

/// Scrolls to the end of the page, or for 3 s: the share of frames that came in time, and the longest task of more than 50 ms.
const SCROLL: &str = "
    scrollTo(0, 0);
    await probe.frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    let longest = 0;
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
    observer.observe({ type: 'longtask' });
    const begun = performance.now();
    let frames = 0;
    let last = -1;
    while (performance.now() < begun + 3000 && scrollY !== last) {
        last = scrollY;
        scrollBy(0, STEP);
        await probe.frame();
        frames++;
    }
    const share = frames / ((performance.now() - begun) / (1000 / 60));
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.takeRecords().forEach(({ duration }) => (longest = Math.max(longest, duration)));
    observer.disconnect();
    return [Math.min(share, 1), longest]";

const EVALUATION: &str = "
    const marks = [];
    globalThis.mark = () => marks.push(performance.now());
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = \"import 'data:text/javascript,mark()'; import 'MODULE'; mark();\";
    document.head.append(script);
    while (marks.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    return marks[1] - marks[0]";
