//! An element that is disturbed at every step: taken away, moved, given another record, language or layout, or pressed, whenever
//! it waits for something.

use serde_json::json;

use crate::endurance::survived_by;
use crate::page::{Page, SCRIPT, eventually};
use crate::server::Answer;

const BODY: &str = r#"<iframe width="200" height="50"></iframe><main></main><aside></aside>"#;

fn lay(page: &Page<'_>) {
    for count in [44, 55] {
        let record = json!({ "title": format!("Study {count}"), "doi": format!("10.5555/{count}"), "citations": [{ "source": "Scopus", "count": count }] });
        page.stage.lay(&format!("records/steps-{count}.json"), Answer::json(record.to_string()));
    }
    let work = |count: u32| json!({ "id": format!("https://openalex.org/W{count}"), "doi": format!("https://doi.org/10.5555/{count}"), "title": "Study", "cited_by_count": count, "authorships": [] });
    page.stage.lay("openalex/works", Answer::json(json!({ "results": [work(87), work(88)] }).to_string()));
}

/// A clock by which nothing is quick: what is done in tasks of its own where it takes long always is.
const SLOW: &str = "<script>{ const now = performance.now.bind(performance); let slept = 0; performance.now = () => now() + (slept += 20); }</script>";

/// Every disturbance at every step of an element in a page that has the program, in the end all is as it is given.
fn disturbed(page: &Page<'_>, head: &str, depths: &str, stride: u32) {
    lay(page);
    page.open_with(&format!(r#"{head}<script src="pages/steps.js"></script>{SCRIPT}"#), BODY);
    let mut comes = Vec::new();
    for loading in ["eager", "lazy"] {
        page.run(&format!("window.came = undefined; steps.all({depths}, {stride}, '{loading}').then((it) => (window.came = it), (error) => (window.came = {{ faults: [String(error)] }}))"));
        page.until_after("steps.runs", "window.came");
        let faults: Vec<String> = page.value("came.faults");
        assert!(faults.is_empty(), "{} of {}: {:#?}", faults.len(), page.value::<u32>("came.runs"), &faults[..faults.len().min(20)]);
        let runs: u32 = page.value("came.runs");
        assert!(runs >= 36, "{runs}");
        comes.push(format!("{runs} × what it was given in the end ({loading})"));
    }
    assert_eq!(page.value::<Vec<String>>("probe.seen.errors"), [""; 0]);
    survived_by(page, comes, Vec::new());
}

/// At some of the steps.
pub fn of_a_warm_page_are_disturbed(page: &Page<'_>) {
    disturbed(page, "", "[0]", 4);
}

/// As in a browser that is slow.
pub fn of_a_slow_page_are_disturbed(page: &Page<'_>) {
    disturbed(page, SLOW, "[0]", 4);
}

/// At each of them, also between the microtasks that follow it: three of six numbers of microtasks for each step.
pub fn of_a_warm_page_are_all_disturbed(page: &Page<'_>) {
    disturbed(page, "", "[0, 1, 2, 3, 5, 8]", 2);
}

/// The same with a page for each, which has nothing yet: the program comes while it happens.
fn disturbed_cold(page: &Page<'_>, stride: usize) {
    lay(page);
    let script = r#"<script src="pages/steps.js"></script>"#;
    page.lay_page("cold.html", &format!("{script}{SCRIPT}"), BODY);
    page.lay_script(
        "cold.js",
        "const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const run = async (...given) => {
            const frame = Object.assign(document.createElement('iframe'), { src: 'cold.html', width: 600, height: 300 });
            document.body.append(frame);
            await new Promise((resolve) => (frame.onload = resolve));
            const came = await frame.contentWindow.steps.run(...given);
            came.errors = [...frame.contentWindow.probe.seen.errors];
            frame.remove();
            window.runs = (window.runs ?? 0) + 1;
            return came;
        };
        window.cold = async (stride) => {
            const frame = Object.assign(document.createElement('iframe'), { src: 'cold.html' });
            document.body.append(frame);
            await new Promise((resolve) => (frame.onload = resolve));
            const { names } = frame.contentWindow.steps;
            frame.remove();
            const { count } = await run('', 0, 0, 'eager');
            const faults = [];
            let n = 0;
            for (const name of names) {
                for (let at = 1; at <= count; at++) {
                    if (n++ % stride) continue;
                    const { fault, errors } = await run(name, at, n % 3, 'eager');
                    if (fault) faults.push(fault);
                    for (const error of errors) faults.push(`${name} at step ${at}: ${error}`);
                }
            }
            return { faults, count };
        };",
    );
    page.open_with(r#"<script src="cold.js"></script>"#, "");
    page.run(&format!("cold({stride}).then((it) => (window.came = it), (error) => (window.came = {{ faults: [String(error)] }}))"));
    page.until_after("window.runs ?? 0", "window.came");
    let faults: Vec<String> = page.value("came.faults");
    assert!(faults.is_empty(), "{} of {}: {:#?}", faults.len(), page.value::<u32>("runs"), &faults[..faults.len().min(20)]);
    eventually(|| page.is("runs > 20"), "enough runs");
    let comes = format!("{} × what it was given in the end", page.value::<u32>("runs"));
    survived_by(page, vec![comes], Vec::new());
}

/// Some of them.
pub fn of_a_cold_page_are_disturbed(page: &Page<'_>) {
    disturbed_cold(page, 19);
}

/// All of them.
pub fn of_a_cold_page_are_all_disturbed(page: &Page<'_>) {
    disturbed_cold(page, 1);
}
