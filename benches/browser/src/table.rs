//! The results as tables of Markdown.

use std::fmt::Write;

use crate::contender::Contender;
use crate::results::{Quantity, Results};

/// A row for each quantity and number, a column for each contender: the median, and the smallest and the largest value of the rounds.
pub fn all(results: &Results, contenders: &[Contender]) -> String {
    let mut table = String::from("| | number |");
    for contender in contenders {
        // A string takes all that is written.
        let _ = write!(table, " {} |", contender.name());
    }
    table.push_str("\n|---|--:|");
    table.push_str(&"--:|".repeat(contenders.len()));
    table.push('\n');
    for quantity in Quantity::ALL {
        for count in results.counts(quantity) {
            let cells = contenders
                .iter()
                .map(|contender| cell(results, quantity, *contender, count));
            let cells: Vec<String> = cells.collect();
            let _ = writeln!(
                table,
                "| {}, {} | {count} | {} |",
                quantity.title(),
                quantity.unit(),
                cells.join(" | ")
            );
        }
    }
    table
}

fn cell(results: &Results, quantity: Quantity, contender: Contender, count: usize) -> String {
    let Some(sample) = results.of(quantity, contender, count) else {
        return String::new();
    };
    let (Some(median), Some((least, most))) = (sample.median(), sample.range()) else {
        return String::new();
    };
    let [median, least, most] = [median, least, most].map(|value| quantity.written(value));
    if least == most {
        median
    } else {
        format!("**{median}** {least}–{most}")
    }
}
