//! What each target came to, as a table.

use super::outcome::Outcome;
use super::target::Target;
use crate::project::Project;

/// Prints it, and under it what was found, with how to see it again.
pub fn print(project: &Project, targets: &[Target], outcomes: &[Outcome]) {
    let names = targets.iter().map(|it| it.name.len());
    let first = names.max().unwrap_or_default();
    println!("{:first$}  executions   edges  features  findings", "");
    for (target, outcome) in targets.iter().zip(outcomes) {
        let Outcome {
            executions,
            edges,
            features,
            finding,
            ..
        } = outcome;
        println!(
            "{:<first$}  {executions:>10}  {edges:>6}  {features:>8}  {:>8}",
            target.name,
            usize::from(finding.is_some())
        );
    }
    for (target, outcome) in targets.iter().zip(outcomes) {
        let name = &target.name;
        if let Some((input, why)) = &outcome.finding {
            println!("\n{name} found {}\n{why}", project.short(input));
            println!("It is tried first by: cargo xtask fuzz --minutes 1 --target {name}");
        }
        if let Some(why) = &outcome.failure {
            println!("\n{name} did not run to its end: {why}");
        }
    }
}
