use std::collections::BTreeMap;

use super::bare;
use crate::formats::Json;
use crate::formats::contributors::{Affiliations, name_of_parts, named};
use crate::formats::csl_json::plain;
use crate::formats::native::page::orcid;
use crate::formats::node::Node;
use crate::publication::{Affiliation, Author};

/// The authors with their affiliations, where the answer has them (the view COMPLETE, or an abstract's). The standard view
/// has the first author alone: as the only one of a list it would be a false statement, unless the count says so.
pub(super) fn authors(record: &Node, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut places = BTreeMap::new();
    record.field("affiliation").each(&mut |entry| {
        if let Some(name) = plain(&entry.field("affilname")) {
            let place = affiliations.place(Affiliation {
                name,
                ..Affiliation::default()
            });
            if let Some(id) = entry.field("afid").text_or_number() {
                places.insert(id, place);
            }
        }
    });
    let creator = record.field("dc:creator");
    let list = record.field("author");
    let mut authors = Vec::new();
    let mut add = |entry: &Node| {
        if let Some(name) = name(entry) {
            let mut author = Author {
                orcid: entry.field("orcid").parsed("an ORCID iD", orcid),
                ..named(name)
            };
            for key in ["afid", "affiliation"] {
                entry.field(key).each(&mut |id| {
                    let id = match id.value() {
                        Json::Object(_) => ["$", "@id"]
                            .into_iter()
                            .find_map(|key| id.field(key).text_or_number()),
                        _ => id.text(),
                    };
                    let place = id.and_then(|id| places.get(&id).copied());
                    author.affiliations.extend(place);
                });
            }
            author.affiliations.sort_unstable();
            author.affiliations.dedup();
            authors.push(author);
        }
    };
    list.each(&mut add);
    if let Json::Object(_) = creator.value() {
        creator.field("author").each(&mut add);
    }
    if authors.is_empty() && matches!(creator.value(), Json::String(_)) {
        let count = bare(&record.field("author-count")).count();
        match plain(&creator) {
            Some(name) if count == Some(1) => authors.push(named(name)),
            Some(_) => creator.remark(String::from("is the first author alone, and left out")),
            None => {}
        }
    }
    authors
}

fn name(entry: &Node) -> Option<String> {
    let entry = entry.object()?;
    let part = |one, other| plain(&entry.field(one)).or_else(|| plain(&entry.field(other)));
    let name = name_of_parts(
        part("given-name", "ce:given-name"),
        part("surname", "ce:surname"),
    );
    name.or_else(|| part("authname", "ce:indexed-name"))
}
