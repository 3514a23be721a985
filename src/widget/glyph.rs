//! The drawings of the badges. They are hidden from assistive technology, because the text says the same, and
//! they are drawn in whole numbers, so that no code to write fractions is needed in the wasm.

use yew::prelude::*;

use crate::indicators::Arc;
use crate::publication::Quartile;

/// The length of a full ring, in units of its path.
const RING: u32 = 1000;
/// The gap between two arcs.
const GAP: u32 = 16;

/// Quotation marks.
pub fn quotation() -> Html {
    html! {
        <svg class="glyph quotation" viewBox="0 0 36 36" aria-hidden="true">
            <path d="M7 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H16v8zM20 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H29v8z"/>
        </svg>
    }
}

/// A ring of the kinds of attention, each as long as its share of all. Without any, the bare track.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn ring(arcs: &[Arc]) -> Html {
    let gap = if arcs.len() > 1 { GAP } else { 0 };
    let mut start = 0;
    let arcs = arcs.iter().map(|arc| {
        // Shares are between 0 and 1, so the product is a small whole number.
        let length = (arc.share * f64::from(RING)) as u32;
        let drawn = length.saturating_sub(gap);
        let dashes = [drawn.to_string(), (RING - drawn).to_string()].join(" ");
        let offset = ["-", &start.to_string()].concat();
        start += length;
        html! {
            <circle
                class={["arc ", arc.kind.name()].concat()}
                cx="18" cy="18" r="14" pathLength="1000"
                stroke-dasharray={dashes} stroke-dashoffset={offset}
            />
        }
    });
    html! {
        <svg class="glyph ring" viewBox="0 0 36 36" aria-hidden="true">
            <circle class="track" cx="18" cy="18" r="14"/>
            {for arcs}
        </svg>
    }
}

/// A ladder of four rungs, the best on top, with the quartile's own marked.
pub fn ladder(quartile: Option<Quartile>) -> Html {
    let rungs = (1..=4u8).map(|number| {
        let marked = quartile.is_some_and(|quartile| quartile.number() == number);
        let class = if marked { "rung marked" } else { "rung" };
        html! { <rect {class} x="5" y={(number * 8 - 4).to_string()} width="26" height="5" rx="2"/> }
    });
    html! { <svg class="glyph ladder" viewBox="0 0 36 36" aria-hidden="true">{for rungs}</svg> }
}

/// The place of a venue on the scale of its category, from 0 (best, at the start) to 1.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn scale(place: f64) -> Html {
    let at = 8 + (place.clamp(0.0, 1.0) * 304.0) as u32;
    let quarters = (0..4u32).map(|quarter| {
        let x = (8 + quarter * 76).to_string();
        html! { <rect class="quarter" {x} y="5" width="75" height="10"/> }
    });
    html! {
        <svg class="scale" viewBox="0 0 320 20" aria-hidden="true">
            {for quarters}
            <circle class="mark" cx={at.to_string()} cy="10" r="7"/>
        </svg>
    }
}

/// An arrow that leaves a box.
pub fn share() -> Html {
    html! {
        <svg class="share-glyph" viewBox="0 0 18 18" aria-hidden="true">
            <path d="M9 11V2M5.5 5 9 1.5 12.5 5M3 9v6a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9"/>
        </svg>
    }
}
