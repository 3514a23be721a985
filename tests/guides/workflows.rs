//! What the workflows may do, and with whose code.

use crate::texts;

fn workflows() -> Vec<(String, String)> {
    let workflows = texts(&[".github"]);
    assert!(workflows.len() > 3, "{} files", workflows.len());
    workflows
}

/// A name that another commit may have tomorrow is no version.
#[test]
fn actions_are_pinned_by_their_full_version() {
    for (path, text) in workflows() {
        for line in text.lines() {
            let Some((_, used)) = line.split_once("uses: ") else {
                continue;
            };
            let version = used.split_once("@v").map(|(_, version)| version.split('.'));
            let is_full = version.is_some_and(|numbers| {
                let numbers: Vec<_> = numbers.collect();
                numbers.len() == 3 && numbers.iter().all(|it| it.parse::<u32>().is_ok())
            });
            assert!(is_full || used.starts_with("./.github/"), "{path}: {used}");
        }
    }
}

/// Permissions are given job by job, beyond reading.
#[test]
fn no_workflow_may_write_as_a_whole() {
    for (path, text) in workflows() {
        if !path.contains("workflows/") {
            continue;
        }
        let permissions = text.split("\npermissions:").nth(1).unwrap_or_default();
        let given: Vec<&str> = permissions
            .lines()
            .skip(1)
            .take_while(|line| line.starts_with("  "))
            .collect();
        let is_none = permissions.starts_with(" {}");
        assert!(
            is_none || given == ["  contents: read"],
            "{path}: {given:?}"
        );
    }
}

/// What is checked there is what anybody can check on their own machine.
#[test]
fn workflows_run_the_chores() {
    let (_, test) = workflows()
        .into_iter()
        .find(|(path, _)| path.ends_with("test.yml"))
        .expect("a workflow for tests");
    for chore in ["setup", "test", "package"] {
        assert!(test.contains(&format!("cargo xtask {chore}")), "{chore}");
    }
    for engine in ["chromium", "firefox", "webkit"] {
        assert!(test.contains(engine), "{engine}");
    }
}
