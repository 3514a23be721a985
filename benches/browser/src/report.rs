//! `results.md` and `results.svg`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::contender::Contender;
use crate::results::Results;
use crate::window::Window;
use crate::{goals, machine, plot, table};

/// What was done, for who reads the numbers.
const HOW: &str = "\
## How

- Each contender has its turn in each round, and the order changes from round to round. A cell has the median of the rounds, and the
  smallest and the largest value. Times of another run, or of another machine, are not comparable; the ratios within a run are.
- *vanilla*, *lit*, *preact*, *react* and *leptos* are custom elements with the same markup, styles, words and rules as a row of badges of
  ours, written by hand as is usual in each (`contenders/hand`, `contenders/leptos`). Before anything is measured, the markup of 40
  different records and of the record of the demo is compared, and a difference ends the run. What is in a panel is made when it is opened,
  in all of them; it is simpler than ours, in English alone, and no other dialect, layout or language is behind it.
- *data-metrics-badge* 0.2.4 runs with vue 2.7.16; *shareon* and *shariff* show ten and three share links. Their services are on this server.
- The server sends everything with brotli 11, to be kept for a year, without any delay. *Downloaded* is what was really asked for, but for the
  page itself and for records. Times begin with the navigation and end with the frame in which the last number is painted.
- The first number is that of one element that asks the server for its record (`src`), *data-metrics-badge* its service. *Nothing cached* is a
  visit to a site that the browser has never seen, so that it has no file, no compiled code and no process of it; *cached* comes from another
  page of the same site.
- Many elements are given their records by the page, by the property `publication`, before the script is there. *data-metrics-badge* asks its service
  for each, as on the pages that have it; *data-metrics-badge-given* is given its numbers by its attribute `data-input`. Records differ, and
  are without abstract, keywords and affiliations, as in lists.
- The main thread's time is Chromium's own (`Performance.getMetrics`), and long tasks and layout shifts are those that the page's
  `PerformanceObserver` sees, of 50 ms and more. Memory is counted after garbage collection, as what is beyond an empty page; the memory of wasm, which never
  becomes smaller, is in it.
- Ours and those by hand have the room of a row from the first paint on, by the line of styles in the README.
- With lazy elements, the page waits for the first one. The thirty eager ones that they are held against are on a page of as many titles.
  Scrolling goes by 60 or by 900 px in each frame, for 3 s or to the end.
";

/// Writes both.
pub fn write(
    results: &Results,
    contenders: &[Contender],
    rounds: usize,
    window: &Window<'_>,
    folder: &Path,
) -> Result<()> {
    let text = format!(
        "# What it costs a page\n\n\
         Written by `cargo xtask bench`: {rounds} rounds. {}.\n\n\
         ![Time until all elements are shown, against their number](results.svg)\n\n\
         ## Goals\n\n{}\n## All\n\n{}\n{HOW}",
        machine::described(window)?,
        goals::table(results),
        table::all(results, contenders)
    );
    for (name, content) in [
        ("results.md", text),
        ("results.svg", plot::drawn(results, contenders)),
    ] {
        let path = folder.join(name);
        fs::write(&path, content)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}
