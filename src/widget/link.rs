//! Text that leads somewhere.

use super::nodes::Nodes;
use crate::publication::WebAddress;

/// Text that is a link where there is an address.
pub fn linked(words: String, url: Option<&WebAddress>, out: &mut Nodes) {
    let Some(url) = url else {
        return out.isolated(words);
    };
    out.given(url.as_str().to_owned());
    out.given(words);
    out.draw("<a href='*'><bdi>*</bdi></a>");
}
