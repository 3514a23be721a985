//! What held in each consumer, as a table.

use super::consumer::Consumer;
use super::held::Held;

/// Prints it, with a line for each consumer and a column for each check.
pub fn print(rows: &[(&Consumer, Held)]) {
    let mut columns: Vec<&str> = Vec::new();
    for (check, _) in rows.iter().flat_map(|(_, held)| &held.checks) {
        if !columns.contains(&check.as_str()) {
            columns.push(check);
        }
    }
    // What most have, in the order in which it is checked, before what few have.
    let count = |column: &str| {
        let has = |held: &Held| held.checks.iter().any(|(check, _)| check == column);
        rows.iter().filter(|(_, held)| has(held)).count()
    };
    columns.sort_by_key(|column| *column != "types" && count(column) < rows.len());
    let names = rows.iter().map(|(consumer, _)| consumer.name.len());
    let first = names.max().unwrap_or_default();
    print!("{:first$}", "");
    for column in &columns {
        print!("  {column}");
    }
    println!("  scripts");
    for (consumer, held) in rows {
        print!("{:<first$}", consumer.name);
        for column in &columns {
            let check = held.checks.iter().find(|(check, _)| check == column);
            let mark = match check {
                Some((_, true)) => "✓",
                Some((_, false)) => "✗",
                None => "–",
            };
            print!("  {mark:<width$}", width = column.len());
        }
        println!("  {:.1} s", held.seconds);
    }
    for (consumer, _) in rows {
        if let Some(reason) = &consumer.manifest.untyped {
            println!("{}: no types, for {reason}", consumer.name);
        }
    }
}
