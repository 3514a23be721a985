use crate::formats::csl_json::{is_for_mining, known};
use crate::formats::node::Node;
use crate::formats::terms;
use crate::publication::{License, OpenAccess};

/// The first licence of Creative Commons, else the first of another. What says only whether there is access is none, and
/// neither are terms for text and data mining.
pub(super) fn license(rights: &Node) -> Option<License> {
    let (mut best, mut other) = (None, None);
    rights.each(&mut |entry| {
        if best.is_some() || access(entry).is_some() {
            return;
        }
        let said = entry.field("rights").text();
        let address = entry.field("rightsUri").text();
        if address.as_deref().is_some_and(is_for_mining) {
            return;
        }
        let identifier = entry.field("rightsIdentifier").text();
        let texts = [&address, &identifier, &said];
        let known = texts
            .into_iter()
            .flatten()
            .filter_map(|text| known(text))
            .find(|license| license.name.is_some());
        if known.is_some() {
            best = known;
        } else if other.is_none() {
            let url = address.and_then(|it| terms::license(&it)?.url);
            other = match (identifier.or(said), url) {
                (None, None) => None,
                (name, url) => Some(License { name, url }),
            };
        }
    });
    best.or(other)
}

/// What the rights say of access, in the vocabulary of the EU's repositories (`info:eu-repo/semantics/openAccess`).
pub(super) fn open_access(rights: &Node) -> Option<OpenAccess> {
    let mut found = None;
    rights.each(&mut |entry| {
        if found.is_none() {
            found = access(entry);
        }
    });
    found
}

fn access(entry: &Node) -> Option<OpenAccess> {
    const SEMANTICS: &str = "info:eu-repo/semantics/";
    let word = |key| {
        let text = entry.field(key).text()?;
        let word = text.strip_prefix(SEMANTICS).unwrap_or(&text);
        match &*word.replace(' ', "").to_ascii_lowercase() {
            "openaccess" => Some(OpenAccess::Open),
            "closedaccess" | "restrictedaccess" | "embargoedaccess" => Some(OpenAccess::Closed),
            _ => None,
        }
    };
    word("rightsUri").or_else(|| word("rights"))
}
