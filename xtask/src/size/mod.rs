//! What a page loads of the widget, against the budget.

mod budget;
mod weight;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::budget::{Budget, Use};
use self::weight::Weight;
use crate::build;
use crate::project::Project;
use crate::toolchain::Way;

/// How the sizes are to be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// As a table of Markdown.
    #[arg(long)]
    markdown: bool,
    /// Another built site, such as that of the branch that a change is for: the table tells the difference.
    #[arg(long, value_name = "DIR", requires = "markdown")]
    against: Option<PathBuf>,
}

/// Builds the site, prints the sizes, and fails above the budget.
pub fn size(project: &Project, way: Way, arguments: &Arguments) -> Result<()> {
    build::build(project, way)?;
    let (mut table, excess) = weigh(project)?;
    if arguments.markdown {
        let budget = budget(project)?;
        let weights = weights(&budget, &project.site())?;
        table = markdown(&budget, &weights, arguments.against.as_deref())?;
    }
    println!("{table}");
    match excess {
        Some(excess) => bail!(excess),
        None => Ok(()),
    }
}

/// Fails above the budget, with the sizes.
pub fn check(project: &Project) -> Result<()> {
    match weigh(project)? {
        (table, Some(excess)) => bail!("{excess}\n{table}"),
        (_, None) => Ok(()),
    }
}

/// The sizes, and what is above the budget.
fn weigh(project: &Project) -> Result<(String, Option<String>)> {
    let budget = budget(project)?;
    let weights = weights(&budget, &project.site())?;
    Ok((table(&budget, &weights), excess(&budget, &weights)))
}

fn budget(project: &Project) -> Result<Budget> {
    let path = project.root.join("xtask/size-budget.toml");
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read", project.short(&path)))?;
    budget::read(&text).with_context(|| format!("{} is not understood", project.short(&path)))
}

type Weights = BTreeMap<String, Weight>;

fn weights(budget: &Budget, site: &Path) -> Result<Weights> {
    let mut weights = Weights::new();
    for file in budget.values().flat_map(|use_| &use_.files) {
        if !weights.contains_key(file) {
            weights.insert(file.clone(), Weight::of_file(&site.join(file))?);
        }
    }
    Ok(weights)
}

fn total(use_: &Use, weights: &Weights) -> Weight {
    use_.files.iter().filter_map(|file| weights.get(file)).sum()
}

fn table(budget: &Budget, weights: &Weights) -> String {
    let mut table = format!(
        "{:32}{:>10}{:>10}{:>10}{:>10}\n",
        "", "raw", "gzip", "brotli", "budget"
    );
    for (name, use_) in budget {
        let total = total(use_, weights);
        let mut row = |title: &str, weight: Weight, limit: &str| {
            let Weight { raw, gzip, brotli } = weight;
            // A string takes all that is written.
            let _ = writeln!(
                table,
                "{title:32}{raw:>10}{gzip:>10}{brotli:>10}{limit:>10}"
            );
        };
        row(name, total, &use_.brotli.to_string());
        for file in &use_.files {
            if let Some(weight) = weights.get(file) {
                row(&format!("  {file}"), *weight, "");
            }
        }
    }
    table
}

/// A row for each use, with the difference to another site where it has the same files.
fn markdown(budget: &Budget, weights: &Weights, against: Option<&Path>) -> Result<String> {
    let mut table = String::from("| what a page loads | raw | gzip | brotli | budget |");
    table.push_str(if against.is_some() {
        " change |\n"
    } else {
        "\n"
    });
    table.push_str("|---|--:|--:|--:|--:|");
    table.push_str(if against.is_some() { "--:|\n" } else { "\n" });
    for (name, use_) in budget {
        let Weight { raw, gzip, brotli } = total(use_, weights);
        write!(
            table,
            "| {name} | {raw} | {gzip} | {brotli} | {} |",
            use_.brotli
        )?;
        if let Some(other) = against {
            let is_whole = use_.files.iter().all(|file| other.join(file).is_file());
            if is_whole {
                let before = use_.files.iter().try_fold(0, |sum, file| {
                    anyhow::Ok(sum + Weight::of_file(&other.join(file))?.brotli)
                })?;
                match brotli.cast_signed() - before.cast_signed() {
                    0 => table.push_str(" |"),
                    change => write!(table, " {change:+} |")?,
                }
            } else {
                table.push_str(" new |");
            }
        }
        table.push('\n');
    }
    Ok(table)
}

/// A sentence for each use that is above its budget.
fn excess(budget: &Budget, weights: &Weights) -> Option<String> {
    let sentences: Vec<String> = budget
        .iter()
        .filter_map(|(name, use_)| {
            let brotli = total(use_, weights).brotli;
            let over = brotli.checked_sub(use_.brotli).filter(|over| *over > 0)?;
            Some(format!(
                "{name}: {brotli} bytes after brotli, {over} above the budget of {}",
                use_.brotli
            ))
        })
        .collect();
    (!sentences.is_empty()).then(|| sentences.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Weight, Weights, budget, excess, markdown, table};

    const BUDGET: &str = "[badges]\nfiles = [\"a.js\", \"a.wasm\"]\nbrotli = 30\n[card]\nfiles = [\"a.js\"]\nbrotli = 9";

    fn weights() -> Weights {
        let weight = |brotli| Weight {
            raw: 4 * brotli,
            gzip: 2 * brotli,
            brotli,
        };
        Weights::from([
            ("a.js".to_owned(), weight(10)),
            ("a.wasm".to_owned(), weight(20)),
        ])
    }

    #[test]
    fn a_use_at_its_budget_is_not_above_it() {
        let budget = budget::read(BUDGET).expect("a budget");
        assert_eq!(
            excess(&budget, &weights()).as_deref(),
            Some("card: 10 bytes after brotli, 1 above the budget of 9")
        );
    }

    #[test]
    fn the_table_sums_the_files_of_a_use() {
        let budget = budget::read(BUDGET).expect("a budget");
        let table = table(&budget, &weights());
        let badges = table.lines().nth(1).expect("a row");
        let columns: Vec<&str> = badges.split_whitespace().collect();
        assert_eq!(columns, ["badges", "120", "60", "30", "30"]);
    }

    #[test]
    fn the_table_of_markdown_tells_the_difference() {
        let budget = budget::read(BUDGET).expect("a budget");
        let alone = markdown(&budget, &weights(), None).expect("a table");
        assert!(
            alone
                .ends_with("|--:|\n| badges | 120 | 60 | 30 | 30 |\n| card | 40 | 20 | 10 | 9 |\n")
        );

        let other = tempfile::tempdir().expect("a folder");
        fs::write(other.path().join("a.js"), "a").expect("a file");
        let beside = markdown(&budget, &weights(), Some(other.path())).expect("a table");
        let rows: Vec<&str> = beside.lines().skip(2).collect();
        assert_eq!(rows[0], "| badges | 120 | 60 | 30 | 30 | new |");
        assert!(rows[1].starts_with("| card | 40 | 20 | 10 | 9 | +"));
    }
}
