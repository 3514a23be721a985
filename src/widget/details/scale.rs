//! The scale of ranks.

use crate::widget::nodes::Nodes;

/// The place of a venue on the scale of its category, from 0 (best, at the start) to 1.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn drawing(place: f64, out: &mut Nodes) {
    // The scale goes from 8 to 312, so that a mark at either end is whole.
    let at = 8 + (place.clamp(0.0, 1.0) * 304.0) as u32;
    out.given(at.to_string());
    out.draw(
        "<svg class='scale' viewBox='0 0 320 20' aria-hidden='true'>\
         <rect class='quarter' x='8' y='5' width='75' height='10'/>\
         <rect class='quarter' x='84' y='5' width='75' height='10'/>\
         <rect class='quarter' x='160' y='5' width='75' height='10'/>\
         <rect class='quarter' x='236' y='5' width='75' height='10'/>\
         <circle class='point' cx='*' cy='10' r='7'/></svg>",
    );
}
