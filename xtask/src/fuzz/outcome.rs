//! What became of a target, from what libFuzzer says.

use std::path::PathBuf;

/// What a run came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many inputs it tried.
    pub executions: u64,
    /// Edges of the program that inputs have reached.
    pub edges: u64,
    /// Edges with how often they were taken, and comparisons with how near they came.
    pub features: u64,
    /// The input that broke a promise, and how.
    pub finding: Option<(PathBuf, String)>,
    /// Why it did not run to its end.
    pub failure: Option<String>,
}

impl Outcome {
    /// Whether it ran to its end and found nothing.
    pub fn passed(&self) -> bool {
        self.finding.is_none() && self.failure.is_none()
    }

    /// Takes in a line, such as `#4096 pulse  cov: 2188 ft: 7211 corp: 388/44Kb exec/s: 372 rss: 71Mb`.
    pub fn hear(&mut self, line: &str) {
        let after = |label: &str| {
            let (_, after) = line.split_once(label)?;
            after.split_whitespace().next()?.parse().ok()
        };
        if let Some(count) = after("stat::number_of_executed_units:") {
            self.executions = count;
        } else if let Some(rest) = line.strip_prefix('#') {
            let count = rest
                .split_whitespace()
                .next()
                .and_then(|it| it.parse().ok());
            self.executions = count.unwrap_or(self.executions);
            self.edges = after("cov: ").unwrap_or(self.edges);
            self.features = after("ft: ").unwrap_or(self.features);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn libfuzzer_is_understood() {
        let mut outcome = Outcome::default();
        for line in [
            "INFO: Seed: 2311",
            "#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 40Mb",
            "#4096\tpulse  cov: 2188 ft: 7211 corp: 388/44Kb lim: 80 exec/s: 372 rss: 71Mb",
            "#5000\tDONE   cov: 2190 ft: 7213 corp: 389/44Kb",
            "stat::number_of_executed_units: 5001",
        ] {
            outcome.hear(line);
        }
        let Outcome {
            executions,
            edges,
            features,
            ..
        } = outcome;
        assert_eq!((executions, edges, features), (5001, 2190, 7213));
        assert!(outcome.passed());
    }
}
