use std::collections::BTreeSet;

use crate::formats::Json;
use crate::formats::contributors::{Affiliations, name_of_parts, named};
use crate::formats::csl_json::plain;
use crate::formats::native::page::{orcid, ror_address};
use crate::formats::node::Node;
use crate::publication::{Affiliation, Author};

/// The creators. A contact person who is one of them is whom readers should write to.
pub(super) fn authors(record: &Node, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut contacts = BTreeSet::new();
    record.field("contributors").each(&mut |entry| {
        let role = entry.field("contributorType").text();
        if role.as_deref() == Some("ContactPerson")
            && let Some(name) = name(entry)
        {
            contacts.insert(name);
        }
    });
    let mut authors = Vec::new();
    record.field("creators").each(&mut |entry| {
        let Some(name) = name(entry) else {
            return;
        };
        let mut author = Author {
            corresponding: contacts.contains(&name),
            orcid: orcid_of(&entry.field("nameIdentifiers")),
            ..named(name)
        };
        entry.field("affiliation").each(&mut |entry| {
            if let Some(affiliation) = affiliation(entry) {
                affiliations.of_author(&mut author, affiliation);
            }
        });
        authors.push(author);
    });
    authors
}

fn name(entry: &Node) -> Option<String> {
    if let Json::String(_) = entry.value() {
        return plain(entry);
    }
    let entry = entry.object()?;
    let part = |key| plain(&entry.field(key));
    match (part("givenName"), part("familyName")) {
        (Some(given), Some(family)) => name_of_parts(Some(given), Some(family)),
        (given, family) => part("name").or_else(|| name_of_parts(given, family)),
    }
}

fn orcid_of(identifiers: &Node) -> Option<String> {
    let mut found = None;
    identifiers.each(&mut |entry| {
        let scheme = entry.field("nameIdentifierScheme").text();
        if found.is_none() && scheme.is_some_and(|it| it.eq_ignore_ascii_case("orcid")) {
            found = entry.field("nameIdentifier").parsed("an ORCID iD", orcid);
        }
    });
    found
}

/// A name alone, or with the identifier of the organisation.
fn affiliation(entry: &Node) -> Option<Affiliation> {
    let (name, ror) = if let Json::String(_) = entry.value() {
        (plain(entry)?, None)
    } else {
        let entry = entry.object()?;
        let scheme = entry.field("affiliationIdentifierScheme").text();
        let identifier = entry.field("affiliationIdentifier");
        let is_ror = scheme.is_some_and(|it| it.eq_ignore_ascii_case("ror"));
        let ror = is_ror.then(|| identifier.parsed("a ROR iD", ror_address));
        (plain(&entry.field("name"))?, ror.flatten())
    };
    Some(Affiliation {
        name,
        country: None,
        ror,
    })
}
