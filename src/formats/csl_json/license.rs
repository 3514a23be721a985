//! The licences of Crossref, and that of CSL-JSON, which is a text.

use super::is_for_mining;
use crate::formats::Json;
use crate::formats::node::Node;
use crate::formats::terms;
use crate::publication::License;

/// The licence of the article: that of the version of record, else one that is said to be of no version in particular.
/// Of several, the first of Creative Commons, else the first. Terms for text and data mining (`tdm`, `stm-asf`) are for
/// machines, and those of the accepted manuscript (`am`) do not hold for the article.
pub(in crate::formats) fn license(list: &Node) -> Option<License> {
    let mut best: Option<((bool, bool), License)> = None;
    list.each(&mut |entry| {
        let found = match entry.value() {
            Json::String(_) => entry
                .text()
                .and_then(|it| terms::license(&it))
                .map(|it| (false, it)),
            _ => of_version(entry),
        };
        let Some((is_of_no_version, license)) = found else {
            return;
        };
        let rank = (is_of_no_version, license.name.is_none());
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, license));
        }
    });
    best.map(|(_, license)| license)
}

/// A licence, and whether the version is left open that it is of.
fn of_version(entry: &Node) -> Option<(bool, License)> {
    let entry = entry.object()?;
    let version = entry.field("content-version").text();
    let is_of_no_version = match version.as_deref() {
        Some("vor") => false,
        None | Some("unspecified") => true,
        Some(_) => return None,
    };
    let address = entry.field("URL").web_address()?;
    if is_for_mining(address.as_str()) {
        return None;
    }
    Some((is_of_no_version, terms::license(address.as_str())?))
}
