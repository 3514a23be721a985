//! Names and affiliations of CSL-JSON and Crossref.

use super::plain;
use crate::formats::Json;
use crate::formats::contributors::{Affiliations, name_of_parts, named};
use crate::formats::native::page::{orcid, ror_address};
use crate::formats::node::Node;
use crate::publication::{Affiliation, Author};

/// The authors that have a name, with the affiliations that Crossref gives them.
pub(in crate::formats) fn authors(list: &Node, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut authors = Vec::new();
    list.each(&mut |entry| {
        let Some(name) = name(entry) else {
            return;
        };
        let mut author = named(name);
        author.orcid = entry
            .field("ORCID")
            .first(&mut |id| id.parsed("an ORCID iD", orcid));
        entry.field("affiliation").each(&mut |entry| {
            if let Some(affiliation) = affiliation(entry) {
                affiliations.of_author(&mut author, affiliation);
            }
        });
        authors.push(author);
    });
    authors
}

/// A name in its parts, with particles and suffix where CSL has them; or as a whole: an organisation's, or one that nobody
/// has taken apart.
fn name(entry: &Node) -> Option<String> {
    if let Json::String(_) = entry.value() {
        return plain(entry);
    }
    let entry = entry.object()?;
    let part = |key| plain(&entry.field(key));
    let family = spaced(part("non-dropping-particle"), part("family"));
    let given = spaced(part("given"), part("dropping-particle"));
    let whole = part("literal").or_else(|| part("name"));
    if given.is_none() && whole.is_some() {
        return whole;
    }
    let suffix = part("suffix").filter(|_| given.is_some() && family.is_some());
    let name = name_of_parts(given, family).or(whole)?;
    Some(match suffix {
        Some(suffix) => [&name, ", ", &suffix].concat(),
        None => name,
    })
}

/// Two parts with a space between; of one alone, that one.
fn spaced(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some([&one, " ", &other].concat()),
        (one, other) => one.or(other),
    }
}

fn affiliation(entry: &Node) -> Option<Affiliation> {
    if let Json::String(_) = entry.value() {
        let name = plain(entry)?;
        return Some(Affiliation {
            name,
            ..Affiliation::default()
        });
    }
    let entry = entry.object()?;
    let mut ror = None;
    entry.field("id").each(&mut |id| {
        let is_ror = id.field("id-type").text().is_some_and(|it| it == "ROR");
        if is_ror && ror.is_none() {
            ror = id.field("id").parsed("a ROR iD", ror_address);
        }
    });
    Some(Affiliation {
        name: plain(&entry.field("name"))?,
        country: None,
        ror,
    })
}
