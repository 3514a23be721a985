//! What a reader has set in the system.

use serde_json::json;

use crate::page::{HER2, Page, SCRIPT};

fn prefer(page: &Page<'_>, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    page.browser.devtools("Emulation.setEmulatedMedia", features).expect("Chromium emulates media");
}

/// Few colours, the reader's; everything keeps an outline.
pub fn forced_colours_are_kept(page: &Page<'_>) {
    prefer(page, "forced-colors", "active");
    page.open(HER2);
    page.until_ready();
    assert!(page.is("matchMedia('(forced-colors: active)').matches"));
    let (ink, page_ink, border): (String, String, String) = page.value(
        "[getComputedStyle(probe.part('note')).color, (() => { const b = document.body.appendChild(document.createElement('button')); const { color } = getComputedStyle(b); b.remove(); return color; })(), getComputedStyle(probe.part('badge')).borderTopStyle]",
    );
    assert_eq!(ink, page_ink, "a badge is written as a button of the system");
    assert_eq!(border, "solid", "a badge has an outline");
    let drawn: Vec<String> = page.value(
        "[...new Set([...probe.part('badge-quartile').querySelectorAll('svg *')].map((rung) => { const { fill, stroke } = getComputedStyle(rung); return `${fill} ${stroke}`; }))]",
    );
    assert_eq!(drawn.len(), 2, "the marked rung differs from the others: {drawn:?}");
    prefer(page, "forced-colors", "");
}

/// By a page that follows the system itself; one that stays light keeps a light widget.
pub fn dark_system_is_followed_with_the_page(page: &Page<'_>) {
    prefer(page, "prefers-color-scheme", "dark");
    for (scheme, theme) in [("light dark", "dark"), ("light", "light")] {
        let head = format!(r#"{SCRIPT}<meta name="color-scheme" content="{scheme}">"#);
        let same = HER2.replace("src=", &format!(r#"theme="{theme}" src="#));
        page.open_with(&head, &[HER2, &same].concat());
        page.until_ready();
        let papers: Vec<String> = page
            .value("[0, 1].map((n) => getComputedStyle(probe.part('badge', n)).backgroundColor)");
        assert_eq!(papers[0], papers[1], "in a page of color-scheme {scheme}");
    }
    prefer(page, "prefers-color-scheme", "");
}

/// On paper everything is unfolded and light, addresses stand behind their links, and there is nothing to press.
pub fn paper_is_light_and_whole(page: &Page<'_>) {
    page.open(&HER2.replace("src=", r#"layout="full" theme="dark" src="#));
    page.until_ready();
    let folded = "[...probe.element().shadowRoot.querySelectorAll('.affiliations li')].filter((it) => !it.offsetHeight).length";
    assert_eq!(page.value::<usize>(folded), 5);
    let media = |media: &str| {
        page.browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": media }))
            .expect("Chromium emulates media");
    };
    media("print");
    page.until("matchMedia('print').matches");
    assert_eq!(page.value::<usize>(folded), 0);
    let [ink, paper] = page.value::<[String; 2]>(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(probe.element().shadowRoot.querySelector('[data-theme]')))",
    );
    assert_eq!([ink.as_str(), &paper], ["rgb(27, 31, 36)", "rgb(255, 255, 255)"]);
    assert!(page.is(
        "getComputedStyle(probe.part('section-header').querySelector('a'), '::after').content.includes('https://doi.org/10.1038')"
    ));
    assert!(page.is("probe.part('section-leadership').querySelector('details p').checkVisibility({ contentVisibilityAuto: true })"));
    let pressed: Vec<String> =
        page.value("[...probe.element().shadowRoot.querySelectorAll('button, summary')].filter((it) => it.offsetHeight).map((it) => it.outerHTML)");
    assert_eq!(pressed, [""; 0], "nothing on paper can be pressed");
    media("");
}

/// Nothing moves for a reader who wants that.
pub fn reduced_motion_is_kept(page: &Page<'_>) {
    prefer(page, "prefers-reduced-motion", "reduce");
    page.open(HER2);
    page.until_ready();
    page.run("probe.toggle('badge-citations').click()");
    page.until("probe.expanded('badge-citations')");
    let moving = "[...probe.element().shadowRoot.querySelectorAll('*')].filter((it) => { const { animationName, transitionDuration } = getComputedStyle(it); return animationName !== 'none' || transitionDuration.split(', ').some((it) => parseFloat(it) > 0.001) }).map((it) => it.className)";
    assert_eq!(page.value::<Vec<String>>(moving), [""; 0]);
    prefer(page, "prefers-reduced-motion", "");
}
