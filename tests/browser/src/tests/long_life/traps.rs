//! Records that stop the program, again and again, beside others.

use crate::endurance::{self, FAULTY, SHOWN, three};
use crate::holdings::{COUNTED, Holdings};
use crate::page::Page;

/// As many as a browser does in the time that a script has.
const AT_ONCE: u32 = 50;

/// The program stops on the one that comes, and again when that one is taken back, which is the last: it is found guilty, and
/// leaves, and the others are taken back once more.
const ROUND: &str = "
    window.stops = () => false;
    window.faultAt = (place) => stops(place);
    const until = async (so, what) => {
        for (let n = 0; !so(); n++) {
            if (n > 3000) throw new Error(`still not so: ${what}; ${probe.widgets().map(({ state, error }) => [state, error?.message])}`);
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
    };
    window.round = async (layout) => {
        const residents = probe.widgets();
        let mounts = 0;
        window.stops = (place) => place === 'mount' && [1, residents.length + 2].includes(++mounts);
        const passing = document.createElement('publication-metrics');
        Object.assign(passing, { loading: 'eager', layout, publication: { title: 'Passing', citations: [{ source: 'Scopus', count: 5 }] } });
        passing.innerHTML = '<span class=fallback>Passing</span>';
        document.body.append(passing);
        await until(() => passing.state === 'error', 'it has its fallback');
        if (passing.error.code !== 'trap') throw new Error(passing.error.message);
        await until(() => mounts === 2 * residents.length + 2, 'the others are there again');
        passing.remove();
        for (const kind of ['events', 'input', 'warnings']) probe.seen[kind].length = 0;
        await until(() => probe.outcomes()?.join() === '11,22,33', 'the others show their numbers');
    };";

/// After so many of them, so many more leave nothing.
pub fn so_many(page: &Page<'_>, first: u32, then: u32, learned: f64) {
    page.lay_script("round.js", &format!("{{ {ROUND} }}"));
    for layout in ["badges", "full"] {
        page.open_held(&format!(r#"<script src="round.js"></script>{COUNTED}{FAULTY}"#), &three(&format!("layout={layout}")));
        page.comes_to(&SHOWN, &[]);
        let rounds = |count: u32| {
            for from in (0..count).step_by(AT_ONCE as usize) {
                let some = AT_ONCE.min(count - from);
                page.run(&format!("for (let n = 0; n < {some}; n++) await round('{layout}')"));
            }
        };
        rounds(first);
        let before = Holdings::of(page);
        rounds(then);
        let after = Holdings::of(page);
        before.are_back_in(&after, learned);
        assert_eq!(page.outcomes(), SHOWN);
        let line = format!("after {first} traps in {layout}, and {then} more: {}", before.became(&after));
        endurance::survived_by(page, vec![line], Vec::new());
        page.is_left_by_all();
    }
}
