//! Colours and type.

use crate::page::{HER2, Page, SCRIPT};

/// Ink and paper of the first badge.
fn colours(page: &Page<'_>) -> (String, String) {
    page.value(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(probe.part('badge')))",
    )
}

/// Light, dark and mono are three, and `auto` follows the page, whose text is dark here.
pub fn changes_the_colours(page: &Page<'_>) {
    page.open(&format!(r#"<div style="color: rgb(1, 2, 3)">{HER2}</div>"#));
    page.until_ready();
    let auto = colours(page);
    let mut seen = Vec::new();
    for theme in ["light", "dark", "mono"] {
        page.run(&format!("probe.element().theme = '{theme}'"));
        // Colours may take their time where motion is welcome.
        page.run("probe.root().getAnimations?.().forEach((animation) => animation.finish())");
        seen.push(colours(page));
    }
    assert_eq!(auto, seen[0], "the page is light");
    assert_ne!(seen[0], seen[1]);
    assert_eq!(seen[2].0, "rgb(1, 2, 3)", "mono is written in the page's ink");
}

/// Without a theme it is dark where the page's text is light, also when the page changes.
pub fn follows_the_page_by_itself(page: &Page<'_>) {
    let dark = HER2.replace("src=", r#"theme="dark" src="#);
    let light = HER2.replace("src=", r#"theme="light" src="#);
    let head = format!("{SCRIPT}<style>.night {{ color: white; background: black }}</style>");
    page.open_with(&head, &[HER2, &dark, &light].concat());
    page.until_ready();
    let paper = |n: u32| format!("getComputedStyle(probe.part('badge', {n})).backgroundColor");
    let (auto, dark, light) = (paper(0), paper(1), paper(2));
    assert_eq!(page.value::<String>(&auto), page.value::<String>(&light));
    assert_ne!(page.value::<String>(&dark), page.value::<String>(&light));
    page.run("document.body.className = 'night'");
    page.until(&format!("{auto} === {dark}"));
    page.run("document.body.className = ''");
    page.until(&format!("{auto} === {light}"));
}

/// It is at home beside the page's text; custom properties say otherwise.
pub fn inherits_the_pages_font(page: &Page<'_>) {
    page.open(&format!(r#"<div id="page" style="font: 20px serif">{HER2}</div>"#));
    page.until_ready();
    let font = "(({ fontFamily, fontSize }) => [fontFamily, fontSize])(getComputedStyle(probe.part('badge')))";
    assert_eq!(page.value::<(String, String)>(font), ("serif".into(), "20px".into()));
    page.run("document.getElementById('page').style.setProperty('--pm-font', 'monospace')");
    page.run("document.getElementById('page').style.setProperty('--pm-color', 'rgb(9, 8, 7)')");
    page.until("getComputedStyle(probe.part('badge')).color === 'rgb(9, 8, 7)'");
    assert_eq!(page.value::<(String, String)>(font).0, "monospace");
}
