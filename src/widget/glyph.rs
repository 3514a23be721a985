//! The drawings of the badges. They are hidden from assistive technology where text beside them says the same, which
//! the ring's does not, and they are drawn in whole numbers, so that no code to write fractions is needed in the wasm.

use yew::{AttrValue, Html};

use super::element::{Fixed, element, fixed, varied};
use crate::indicators::Arc;
use crate::publication::Quartile;

/// The length of a full ring, in units of its path.
const RING: u32 = 1000;
/// The gap between two arcs.
const GAP: u32 = 16;

fn drawing(attributes: Fixed, shapes: Vec<Html>) -> Html {
    element("svg", attributes, shapes)
}

/// Quotation marks.
pub fn quotation() -> Html {
    const MARKS: &str = "M7 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H16v8zM20 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H29v8z";
    drawing(
        fixed![
            "class" = "glyph quotation",
            "viewBox" = "0 0 36 36",
            "aria-hidden" = "true"
        ],
        vec![element("path", fixed!["d" = MARKS], Vec::new())],
    )
}

/// A ring of the kinds of attention, each as long as its share of all, with what it shows in words. Without any, the
/// bare track, which says nothing.
pub fn ring(arcs: &[Arc], words: String) -> Html {
    let fixed = |value: &'static str| Some(AttrValue::Static(value));
    let said = !arcs.is_empty();
    varied(
        "svg",
        &["class", "viewBox", "aria-hidden", "role", "aria-label"],
        vec![
            fixed("glyph ring"),
            fixed("0 0 36 36"),
            (!said).then_some(AttrValue::Static("true")),
            said.then_some(AttrValue::Static("img")),
            said.then_some(AttrValue::from(words)),
        ],
        circles(arcs),
    )
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn circles(arcs: &[Arc]) -> Vec<Html> {
    let gap = if arcs.len() > 1 { GAP } else { 0 };
    let track = fixed!["class" = "track", "cx" = "18", "cy" = "18", "r" = "14"];
    let mut shapes = vec![element("circle", track, Vec::new())];
    let mut start = 0;
    for arc in arcs {
        // Shares are between 0 and 1, so the product is a small whole number.
        let length = (arc.share * f64::from(RING)) as u32;
        let drawn = length.saturating_sub(gap);
        let dashes = [&drawn.to_string(), " ", &(RING - drawn).to_string()].concat();
        let offset = ["-", &start.to_string()].concat();
        start += length;
        let names = &[
            "class",
            "cx",
            "cy",
            "r",
            "pathLength",
            "stroke-dasharray",
            "stroke-dashoffset",
        ];
        let values = vec![
            Some(AttrValue::from(["arc ", arc.kind.name()].concat())),
            Some(AttrValue::Static("18")),
            Some(AttrValue::Static("18")),
            Some(AttrValue::Static("14")),
            Some(AttrValue::Static("1000")),
            Some(AttrValue::from(dashes)),
            Some(AttrValue::from(offset)),
        ];
        shapes.push(varied("circle", names, values, Vec::new()));
    }
    shapes
}

/// A ladder of four rungs, the best on top, with the quartile's own marked.
pub fn ladder(quartile: Option<Quartile>) -> Html {
    let rungs = ["4", "12", "20", "28"].into_iter().zip(1..);
    let rungs = rungs.map(|(y, number)| {
        let is_marked = quartile.is_some_and(|quartile| quartile.number() == number);
        let class = if is_marked { "rung marked" } else { "rung" };
        let values = [class, "5", y, "26", "5", "2"].map(|it| Some(AttrValue::Static(it)));
        varied(
            "rect",
            &["class", "x", "y", "width", "height", "rx"],
            values.into(),
            Vec::new(),
        )
    });
    drawing(
        fixed![
            "class" = "glyph ladder",
            "viewBox" = "0 0 36 36",
            "aria-hidden" = "true"
        ],
        rungs.collect(),
    )
}

/// An arrow that leaves a box.
pub fn share() -> Html {
    const ARROW: &str = "M9 11V2M5.5 5 9 1.5 12.5 5M3 9v6a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9";
    drawing(
        fixed![
            "class" = "share-glyph",
            "viewBox" = "0 0 18 18",
            "aria-hidden" = "true"
        ],
        vec![element("path", fixed!["d" = ARROW], Vec::new())],
    )
}
