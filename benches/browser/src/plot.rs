//! What so many elements cost, drawn.

use std::fmt::Write;

use crate::contender::Contender;
use crate::results::{Quantity, Results};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 440.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 384.0;
/// How far apart the names are at least.
const LINE: f64 = 17.0;

/// Colours that differ for the colour-blind as well (Okabe and Ito), on light and on dark.
const COLOURS: [&str; 9] = [
    "#d55e00", "#56b4e9", "#009e73", "#cc79a7", "#0072b2", "#e69f00", "#888888", "#a07050",
    "#9467bd",
];

/// A line of one contender.
struct Line {
    name: &'static str,
    colour: &'static str,
    is_ours: bool,
    points: Vec<(f64, f64)>,
}

/// The time until all are shown against their number, both in powers of ten.
pub fn drawn(results: &Results, contenders: &[Contender]) -> String {
    let lines: Vec<Line> = Contender::ALL
        .iter()
        .zip(COLOURS)
        .filter(|(contender, _)| contenders.contains(contender))
        .map(|(contender, colour)| Line {
            name: contender.name(),
            colour,
            is_ours: *contender == Contender::Ours,
            points: results
                .counts(Quantity::Shown)
                .into_iter()
                .filter_map(|count| {
                    let time = results.median(Quantity::Shown, *contender, count)?;
                    Some((count as f64, time))
                })
                .collect(),
        })
        .filter(|line| !line.points.is_empty())
        .collect();
    let points = || lines.iter().flat_map(|line| &line.points);
    let most = points().map(|point| point.0).fold(10.0, f64::max);
    let times = points().map(|point| point.1);
    let least_time = times.clone().fold(f64::INFINITY, f64::min).max(1.0);
    let scale = Scale {
        x: (0.0, most.log10()),
        y: (
            least_time.log10().floor(),
            times.fold(10.0, f64::max).log10().ceil(),
        ),
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\" \
         aria-label=\"Time until all elements are shown, against their number\">\n\
         <style>\n\
         svg {{ color: #1b1f24; background: #ffffff; font: 13px sans-serif }}\n\
         @media (prefers-color-scheme: dark) {{ svg {{ color: #e6e6e6; background: #16191d }} }}\n\
         text {{ fill: currentColor }}\n\
         .grid {{ stroke: currentColor; opacity: 0.2 }}\n\
         polyline {{ fill: none; stroke-width: 2 }}\n\
         .ours {{ stroke-width: 4 }}\n\
         .name {{ font-weight: bold }}\n\
         </style>\n\
         <text x=\"{LEFT}\" y=\"24\">All shown, in ms from the beginning of the navigation (median)</text>\n"
    );
    svg.push_str(&scale.grid());
    for line in &lines {
        svg.push_str(&scale.line(line));
    }
    svg.push_str(&scale.names(&lines));
    svg.push_str("</svg>\n");
    svg
}

/// From powers of ten to the drawing.
struct Scale {
    x: (f64, f64),
    y: (f64, f64),
}

impl Scale {
    fn place(&self, (count, time): (f64, f64)) -> (f64, f64) {
        let share = |value: f64, (from, to): (f64, f64)| (value.log10() - from) / (to - from);
        (
            LEFT + share(count, self.x) * (RIGHT - LEFT),
            BOTTOM - share(time.max(1.0), self.y) * (BOTTOM - TOP),
        )
    }

    fn grid(&self) -> String {
        let mut grid = String::new();
        for power in powers(self.x) {
            let (x, _) = self.place((10_f64.powi(power), 1.0));
            // A string takes all that is written.
            let _ = writeln!(
                grid,
                "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{BOTTOM}\"/>\
                 <text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                BOTTOM + 20.0,
                grouped(power)
            );
        }
        for power in powers(self.y) {
            let (_, y) = self.place((1.0, 10_f64.powi(power)));
            let _ = writeln!(
                grid,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
                 <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                LEFT - 8.0,
                y + 4.0,
                grouped(power)
            );
        }
        let _ = writeln!(
            grid,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">elements on the page</text>",
            f64::midpoint(LEFT, RIGHT),
            BOTTOM + 44.0
        );
        grid
    }

    fn line(&self, line: &Line) -> String {
        let places = line.points.iter().map(|point| self.place(*point));
        let places: Vec<String> = places.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let class = if line.is_ours { "ours" } else { "other" };
        format!(
            "<polyline class=\"{class}\" stroke=\"{}\" points=\"{}\"/>\n",
            line.colour,
            places.join(" ")
        )
    }

    /// Beside the ends of the lines, moved apart where they would lie on each other.
    fn names(&self, lines: &[Line]) -> String {
        let mut ends: Vec<(&Line, (f64, f64))> = lines
            .iter()
            .filter_map(|line| Some((line, self.place(*line.points.last()?))))
            .collect();
        ends.sort_by(|(_, one), (_, other)| one.1.total_cmp(&other.1));
        let mut text = String::new();
        let mut lowest = f64::NEG_INFINITY;
        for (line, (x, y)) in ends {
            let at = y.max(lowest + LINE);
            lowest = at;
            let class = if line.is_ours { " class=\"name\"" } else { "" };
            let _ = writeln!(
                text,
                "<polyline points=\"{:.1},{y:.1} {:.1},{at:.1} {:.1},{at:.1}\" stroke=\"{}\" stroke-dasharray=\"2 3\"/>\
                 <text{class} x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                x + 2.0,
                RIGHT + 14.0,
                RIGHT + 20.0,
                line.colour,
                RIGHT + 24.0,
                at + 4.0,
                line.name
            );
        }
        text
    }
}

#[allow(clippy::cast_possible_truncation)]
fn powers((from, to): (f64, f64)) -> impl Iterator<Item = i32> {
    // Powers of ten of what browsers do are small.
    (from.ceil() as i32)..=(to.floor() as i32)
}

/// A power of ten with commas.
fn grouped(power: i32) -> String {
    let digits = format!("1{}", "0".repeat(power.unsigned_abs() as usize));
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{drawn, grouped};
    use crate::contender::Contender;
    use crate::results::{Quantity, Results};

    #[test]
    fn powers_are_grouped() {
        assert_eq!(
            [grouped(0), grouped(3), grouped(4)],
            ["1", "1,000", "10,000"]
        );
    }

    #[test]
    fn every_contender_has_a_line_with_its_name() {
        let mut results = Results::default();
        for contender in [Contender::Ours, Contender::Lit] {
            for (count, time) in [(1, 40.0), (1_000, 900.0)] {
                results.add(Quantity::Shown, contender, count, time);
            }
        }
        let svg = drawn(
            &results,
            &[Contender::Ours, Contender::Lit, Contender::Shariff],
        );
        assert_eq!(svg.matches("<polyline class").count(), 2);
        assert!(svg.contains(">ours</text>") && svg.contains(">lit</text>"));
    }
}
