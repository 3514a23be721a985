//! The scale of ranks.

use yew::{AttrValue, Html};

use crate::widget::element::{element, fixed, varied};

/// The place of a venue on the scale of its category, from 0 (best, at the start) to 1.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn drawing(place: f64) -> Html {
    // The scale goes from 8 to 312, so that a mark at either end is whole.
    let at = 8 + (place.clamp(0.0, 1.0) * 304.0) as u32;
    let quarters = ["8", "84", "160", "236"].into_iter().map(|x| {
        let values = ["quarter", x, "5", "75", "10"].map(|it| Some(AttrValue::Static(it)));
        varied(
            "rect",
            &["class", "x", "y", "width", "height"],
            values.into(),
            Vec::new(),
        )
    });
    let mut shapes: Vec<Html> = quarters.collect();
    let at = AttrValue::from(at.to_string());
    let fixed = |value: &'static str| Some(AttrValue::Static(value));
    let values = vec![fixed("point"), Some(at), fixed("10"), fixed("7")];
    shapes.push(varied(
        "circle",
        &["class", "cx", "cy", "r"],
        values,
        Vec::new(),
    ));
    element(
        "svg",
        fixed![
            "class" = "scale",
            "viewBox" = "0 0 320 20",
            "aria-hidden" = "true"
        ],
        shapes,
    )
}
