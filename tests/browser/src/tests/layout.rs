//! Room, direction and size.

use crate::page::{HER2, Page, SCRIPT};

const TOGGLES: [&str; 4] = ["badge-citations", "badge-altmetric", "badge-quartile", "share-button"];

fn card() -> String {
    HER2.replace("src=", r#"layout="card" src="#)
}

/// A line of styles in the page, as the README has it, keeps the room of a row until the script has come; then the row does.
pub fn is_kept_before_the_script(page: &Page<'_>) {
    let readme = include_str!("../../../../README.md");
    let styles = readme.lines().find(|line| line.starts_with("<style>publication-metrics:not(:defined)")).expect("the README has it");
    let height = "probe.element().getBoundingClientRect().height";
    page.open_with(styles, HER2);
    let rows_height = |height: f64| assert!((height - 60.0).abs() < 0.01, "{height} px are not 3.75 em");
    rows_height(page.value(height));
    page.open_with(&[styles, SCRIPT].concat(), HER2);
    page.until_ready();
    rows_height(page.value(height));
}

/// Nothing is cut off or needs sideways scrolling, closed or open.
pub fn fits_320_pixels(page: &Page<'_>) {
    page.open_in_frame(320, "", &[HER2, &card()].concat());
    page.until_ready();
    assert_eq!(page.value::<u32>("innerWidth"), 320);
    assert_fits(page, "closed");
    for widget in 0..2 {
        for toggle in TOGGLES {
            page.run(&format!("probe.toggle('{toggle}', {widget}).click()"));
            page.until(&format!("probe.visible(probe.panel('{toggle}', {widget}))"));
            assert_fits(page, toggle);
            let (left, right): (f64, f64) = page.value(&format!(
                "(({{ left, right }}) => [left, right])(probe.panel('{toggle}', {widget}).getBoundingClientRect())"
            ));
            assert!(left >= 0.0 && right <= 320.0, "{toggle} opens from {left} to {right}");
        }
    }
}

#[track_caller]
fn assert_fits(page: &Page<'_>, what: &str) {
    let width: f64 = page.value("document.documentElement.scrollWidth");
    assert!(width <= 320.0, "{what} needs {width} pixels");
}

/// In a page that is read from the right: the first badge stands right, its drawing right of its text.
pub fn is_mirrored(page: &Page<'_>) {
    page.open(HER2);
    page.until_ready();
    let places = "['badge-citations', 'badge-altmetric', 'badge-quartile', 'share-button'].map((name) => probe.part(name).getBoundingClientRect().left)";
    let drawing = "((badge) => badge.querySelector('svg').getBoundingClientRect().left - badge.querySelector('[part~=value]').getBoundingClientRect().left)(probe.part('badge-citations'))";
    let forwards: Vec<f64> = page.value(places);
    assert!(forwards.is_sorted(), "{forwards:?}");
    assert!(page.value::<f64>(drawing) < 0.0);
    page.run("document.documentElement.dir = 'rtl'");
    let backwards: Vec<f64> = page.value(places);
    assert!(backwards.iter().rev().is_sorted(), "{backwards:?}");
    assert!(page.value::<f64>(drawing) > 0.0);
    page.run("probe.toggle('badge-citations').click()");
    page.until("probe.visible(probe.panel('badge-citations'))");
    let (panel, button): (f64, f64) = page.value(
        "[probe.panel('badge-citations'), probe.toggle('badge-citations')].map((node) => node.getBoundingClientRect().right)",
    );
    assert!((panel - button).abs() < 2.0, "the panel ends at {panel}, its badge at {button}");
}

/// Dates in a left-to-right language keep their order in a page that is read from the right.
pub fn keeps_dates_in_order(page: &Page<'_>) {
    page.open(&card());
    page.until_ready();
    page.run("document.documentElement.dir = 'rtl'");
    for (first, second) in [("13", "September"), ("30", "Jun")] {
        let (first, second): (f64, f64) = page.value(&format!(
            "(() => {{
                const texts = document.createTreeWalker(probe.root(), NodeFilter.SHOW_TEXT);
                while (!texts.nextNode().data.includes('{first} {second}'));
                const {{ currentNode: text }} = texts;
                const at = text.data.indexOf('{first} {second}');
                return [0, '{first} '.length].map((offset) => {{
                    const range = document.createRange();
                    range.setStart(text, at + offset);
                    range.setEnd(text, at + offset + 1);
                    return range.getBoundingClientRect().left;
                }});
            }})()"
        ));
        assert!(first < second, "the day stands at {first}, the month at {second}");
    }
}

/// At twice the text size everything is twice as large, and all of it is there.
pub fn grows_with_the_text(page: &Page<'_>) {
    page.open_in_frame(640, "", &card());
    page.until_ready();
    let sizes = "['value', 'label', 'note'].map((name) => parseFloat(getComputedStyle(probe.part(name)).fontSize))";
    let before: Vec<f64> = page.value(sizes);
    page.run("document.documentElement.style.fontSize = '200%'");
    let after: Vec<f64> = page.value(sizes);
    for (before, after) in before.iter().zip(&after) {
        assert!((after / before - 2.0).abs() < 0.05, "{before} became {after}");
    }
    for toggle in TOGGLES {
        page.run(&format!("probe.toggle('{toggle}').click()"));
        page.until(&format!("probe.visible(probe.panel('{toggle}'))"));
        let width: f64 = page.value("document.documentElement.scrollWidth");
        assert!(width <= 640.0, "{toggle} needs {width} pixels");
    }
    let cut: Vec<String> = page.value(
        "[...probe.root().querySelectorAll('[part~=badge], [part~=badge] *, [part~=share-button] *')].filter((node) => getComputedStyle(node).overflow !== 'visible' && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)).map((node) => node.outerHTML.slice(0, 80))",
    );
    assert_eq!(cut, [""; 0], "text is cut off");
}

/// Neither in nor out.
pub fn does_not_leak_styles(page: &Page<'_>) {
    page.open_with(
        &format!("{}{}", crate::page::SCRIPT, "<style>button, .badge, .value, p { display: none; color: red }</style>"),
        &format!(r#"<span class="badge value" style="display: inline" id="own">own</span>{HER2}"#),
    );
    page.until_ready();
    assert!(page.sees("probe.part('badge-citations')"));
    assert!(page.sees("probe.part('share-button')"));
    assert_eq!(page.value::<String>("getComputedStyle(document.getElementById('own')).display"), "inline");
    assert_eq!(page.value::<usize>("document.adoptedStyleSheets.length"), 0);
    assert_eq!(page.value::<usize>("document.querySelectorAll('style, link[rel=stylesheet]').length"), 1);
}
