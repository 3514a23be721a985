//! How many checks passed, and how many failed.

use anyhow::Result;

use crate::command::Failed;

/// A count of checks. A test counts one, and so does a check without parts, such as formatting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed.
    pub failed: usize,
}

impl Tally {
    /// One check.
    pub fn of_one<T>(result: &Result<T>) -> Self {
        Self {
            passed: usize::from(result.is_ok()),
            failed: usize::from(result.is_err()),
        }
    }

    /// The tests of a run. One that failed before it could count its failures counts one.
    pub fn of_tests(result: &Result<String>) -> Self {
        match result {
            Ok(output) => Self::in_output(output),
            Err(error) => {
                let output = error
                    .downcast_ref::<Failed>()
                    .map_or("", |failed| failed.output.as_str());
                let Self { passed, failed } = Self::in_output(output);
                Self {
                    passed,
                    failed: failed.max(1),
                }
            }
        }
    }

    /// The sum of the lines that harnesses end with: `test result: ok. 3 passed; 0 failed; …` by Rust's, `Ran 3 tests in …` and
    /// `FAILED (failures=1, errors=1)` by Python's.
    fn in_output(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output
            .lines()
            .filter(|line| line.starts_with("test result:"))
        {
            tally.add(Self {
                passed: number_before(line, " passed"),
                failed: number_before(line, " failed"),
            });
        }
        tally.add(Self::of_unittest(output));
        tally
    }

    fn of_unittest(output: &str) -> Self {
        let after = |start: &str| output.lines().find_map(|line| line.strip_prefix(start));
        let ran = after("Ran ").map_or(0, |line| number_before(line, " test"));
        let outcome = after("FAILED (").or_else(|| after("OK (")).unwrap_or("");
        let count = |what: &str| {
            let mut counts = outcome.trim_end_matches(')').split(", ");
            counts
                .find_map(|it| it.strip_prefix(what)?.parse().ok())
                .unwrap_or(0)
        };
        let failed = count("failures=") + count("errors=");
        Self {
            passed: ran.saturating_sub(failed + count("skipped=")),
            failed,
        }
    }

    /// Takes in another.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn number_before(line: &str, word: &str) -> usize {
    line.split_once(word)
        .and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::Tally;

    const OUTPUT: &str = "\
running 2 tests
test a ... ok

test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out
error: 1 target failed";

    #[test]
    fn harnesses_are_summed() {
        let tally = Tally::in_output(OUTPUT);
        assert_eq!(
            tally,
            Tally {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn tests_of_python_are_counted() {
        let of = |output: &str| {
            let Tally { passed, failed } = Tally::in_output(output);
            (passed, failed)
        };
        assert_eq!(of("..\nRan 9 tests in 63.9s\n\nOK\n"), (9, 0));
        assert_eq!(of("Ran 1 test in 6.0s\n\nOK (skipped=1)\n"), (0, 0));
        assert_eq!(
            of("Ran 9 tests in 6.0s\n\nFAILED (failures=2, errors=1, skipped=1)\n"),
            (5, 3)
        );
    }

    #[test]
    fn a_run_that_never_came_to_count_is_one_failure() {
        let result = Err(anyhow!("cargo could not be started"));
        assert_eq!(
            Tally::of_tests(&result),
            Tally {
                passed: 0,
                failed: 1
            }
        );
    }
}
