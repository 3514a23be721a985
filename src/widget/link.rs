//! Text that leads somewhere.

use yew::{AttrValue, Html};

use super::element::{isolated, varied};
use crate::publication::WebAddress;

/// Text that is a link where there is an address.
pub fn linked(words: String, url: Option<&WebAddress>) -> Html {
    let words = isolated(words.into());
    match url {
        Some(url) => varied(
            "a",
            &["href"],
            vec![Some(AttrValue::from(url.as_str().to_owned()))],
            vec![words],
        ),
        None => words,
    }
}
