//! The drawings of the badges. They are hidden from assistive technology where text beside them says the same, which
//! the ring's does not, and they are drawn in whole numbers, so that no code to write fractions is needed in the wasm.

use super::nodes::Nodes;
use crate::indicators::Arc;
use crate::publication::Quartile;

/// The length of a full ring, in units of its path.
const RING: u32 = 1000;
/// The gap between two arcs.
const GAP: u32 = 16;

/// The drawing of a badge.
pub enum Glyph {
    /// Quotation marks.
    Quotation,
    /// A ring of the kinds of attention, each as long as its share of all, with what it shows in words. Without any, the
    /// bare track, which says nothing.
    Ring(Vec<Arc>, String),
    /// A ladder of four rungs, the best on top, with the quartile's own marked.
    Ladder(Option<Quartile>),
}

impl Glyph {
    /// Draws it.
    pub fn draw(self, out: &mut Nodes) {
        match self {
            Self::Quotation => out.draw(
                "<svg class='glyph quotation' viewBox='0 0 36 36' aria-hidden='true'>\
                 <path d='M7 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H16v8zM20 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H29v8z'/>\
                 </svg>",
            ),
            Self::Ring(arcs, words) => ring(&arcs, words, out),
            Self::Ladder(quartile) => ladder(quartile, out),
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn ring(arcs: &[Arc], words: String, out: &mut Nodes) {
    if arcs.is_empty() {
        out.draw("<svg class='glyph ring' viewBox='0 0 36 36' aria-hidden='true'>");
    } else {
        out.given(words);
        out.draw("<svg class='glyph ring' viewBox='0 0 36 36' role='img' aria-label='*'>");
    }
    out.draw("<circle class='track' cx='18' cy='18' r='14'/>");
    let gap = if arcs.len() > 1 { GAP } else { 0 };
    let mut start = 0;
    for arc in arcs {
        // Shares are between 0 and 1, so the product is a small whole number.
        let length = (arc.share * f64::from(RING)) as u32;
        let drawn = length.saturating_sub(gap);
        out.given(["arc ", arc.kind.name()].concat());
        out.given([&drawn.to_string(), " ", &(RING - drawn).to_string()].concat());
        out.given(["-", &start.to_string()].concat());
        out.draw(
            "<circle class='*' cx='18' cy='18' r='14' pathLength='1000' stroke-dasharray='*' \
             stroke-dashoffset='*'/>",
        );
        start += length;
    }
    out.draw("</svg>");
}

fn ladder(quartile: Option<Quartile>, out: &mut Nodes) {
    out.draw("<svg class='glyph ladder' viewBox='0 0 36 36' aria-hidden='true'>");
    for (y, number) in ["4", "12", "20", "28"].into_iter().zip(1..) {
        let is_marked = quartile.is_some_and(|quartile| quartile.number() == number);
        out.fixed(if is_marked { "rung marked" } else { "rung" });
        out.fixed(y);
        out.draw("<rect class='*' x='5' y='*' width='26' height='5' rx='2'/>");
    }
    out.draw("</svg>");
}

/// An arrow that leaves a box.
pub const SHARE: &str = "<svg class='share-glyph' viewBox='0 0 18 18' aria-hidden='true'>\
    <path d='M9 11V2M5.5 5 9 1.5 12.5 5M3 9v6a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9'/></svg>";
