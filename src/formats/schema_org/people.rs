use std::collections::BTreeSet;

use super::graph::{Graph, is_of_type, property, text};
use super::identifier::identifier;
use crate::formats::Json;
use crate::formats::contributors::{Affiliations, name_of_parts, named};
use crate::formats::native::{name_alone, page};
use crate::formats::node::Node;
use crate::publication::{Affiliation, Author, mentions};

/// Where people and organisations have their identifiers.
const IDENTIFIED: [&str; 5] = ["@id", "id", "sameAs", "identifier", "url"];

/// The authors and their affiliations; of data, whoever made them.
pub(super) fn authors(thing: &Node, graph: &Graph) -> (Vec<Author>, Vec<Affiliation>) {
    let mut affiliations = Affiliations::default();
    for key in ["author", "creator"] {
        let authors = of_list(&property(thing, key), graph, &mut affiliations);
        if !authors.is_empty() {
            return (authors, affiliations.list());
        }
    }
    (Vec::new(), Vec::new())
}

fn of_list(list: &Node, graph: &Graph, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut authors = Vec::new();
    // Nobody is an author twice, and a thing that is referred to again and again is not read again and again.
    let mut seen = BTreeSet::new();
    let ordered = list.field("@list");
    let list = if ordered.is_absent() { list } else { &ordered };
    list.each(&mut |entry| {
        if graph.place(entry).is_some_and(|place| !seen.insert(place)) {
            return;
        }
        graph.follow(entry, &mut |entry| match entry.value() {
            Json::String(_) => authors.extend(names(entry)),
            _ => authors.extend(author(entry, graph, affiliations)),
        });
    });
    authors
}

/// A name alone, or several in one text: `Byron, A.; Lovelace, B.` The dot of a catalogue card after them is none of an
/// initial's.
fn names(entry: &Node) -> Vec<Author> {
    const LONGEST_ABBREVIATION: usize = 3;
    let text = entry.text().unwrap_or_default();
    let names = text.split(';').map(|name| {
        let name = name.trim();
        let bare = name.strip_suffix('.').unwrap_or(name);
        let last = bare.split([' ', '.', '-']).next_back().unwrap_or_default();
        if last.chars().count() > LONGEST_ABBREVIATION {
            bare
        } else {
            name
        }
    });
    names
        .filter(|name| !name.is_empty())
        .map(|name| named(name.to_owned()))
        .collect()
}

fn author(entry: &Node, graph: &Graph, affiliations: &mut Affiliations) -> Option<Author> {
    entry.object()?;
    // A role stands between a work and a person: `{ "@type": "Role", "author": { … } }`.
    if is_of_type(entry, &["Role", "OrganizationRole"]) {
        return ["author", "creator"].into_iter().find_map(|key| {
            property(entry, key).first(&mut |person| {
                graph.follow(person, &mut |person| {
                    let is_role = is_of_type(person, &["Role", "OrganizationRole"]);
                    (!is_role && !person.is_absent())
                        .then(|| author(person, graph, affiliations))
                        .flatten()
                })
            })
        });
    }
    let mut author = named(name(entry)?);
    author.orcid = identifier(entry, &IDENTIFIED, "orcid", &|text| page::orcid(text));
    for key in ["affiliation", "affiliations", "citation:authorAffiliation"] {
        property(entry, key).each(&mut |entry| {
            graph.follow(entry, &mut |entry| {
                if let Some(affiliation) = affiliation(entry) {
                    affiliations.of_author(&mut author, affiliation);
                }
            });
        });
    }
    Some(author)
}

fn name(entry: &Node) -> Option<String> {
    let family = text(entry, "familyName");
    if family.is_some() {
        return name_of_parts(text(entry, "givenName"), family);
    }
    // Dataverse exports the names of its own vocabulary.
    ["name", "legalName", "givenName", "citation:authorName"]
        .into_iter()
        .find_map(|key| text(entry, key))
}

fn affiliation(entry: &Node) -> Option<Affiliation> {
    if let Some(name) = name_alone(entry) {
        return Some(Affiliation {
            name,
            ..Affiliation::default()
        });
    }
    let entry = entry.object()?;
    let is_ror = |text: &str| {
        mentions(text, "ror.org/")
            .then(|| page::ror_address(text))
            .flatten()
    };
    Some(Affiliation {
        name: text(entry, "name").or_else(|| text(entry, "legalName"))?,
        country: property(entry, "address").first(&mut country),
        ror: identifier(entry, &IDENTIFIED, "ror", &is_ror),
    })
}

/// A country by its code. Many write its name instead, which is no fault.
fn country(address: &Node) -> Option<String> {
    let country = property(address, "addressCountry");
    let code = |text: String| page::country_code(&text);
    match country.value() {
        Json::Object(_) => ["identifier", "name"]
            .into_iter()
            .find_map(|key| text(&country, key).and_then(code)),
        _ => text(address, "addressCountry").and_then(code),
    }
}
