//! JSON-LD as far as publishers write it: names with a prefix, values with a language, things that refer to each other.

use std::collections::BTreeMap;

use crate::formats::Json;
use crate::formats::node::Node;

/// What stands before the names of schema.org, where a context does not take it off.
const PREFIXES: [&str; 7] = [
    "schema:",
    "sc:",
    "sdo:",
    "so:",
    "s:",
    "https://schema.org/",
    "http://schema.org/",
];

/// Types of what surrounds a publication on its page, and never is one.
const SURROUNDINGS: [&str; 24] = [
    "AboutPage",
    "BreadcrumbList",
    "CollectionPage",
    "CollegeOrUniversity",
    "ContactPoint",
    "DataCatalog",
    "DataDownload",
    "ImageObject",
    "ItemList",
    "ItemPage",
    "ListItem",
    "MediaObject",
    "NewsMediaOrganization",
    "Organization",
    "Person",
    "Place",
    "PostalAddress",
    "ProfilePage",
    "PropertyValue",
    "ResearchOrganization",
    "SearchAction",
    "SiteNavigationElement",
    "WebPage",
    "WebSite",
];

/// Types of publications that are not articles of scholars.
const WORKS: [&str; 15] = [
    "Article",
    "BlogPosting",
    "Book",
    "Chapter",
    "Collection",
    "Dataset",
    "LearningResource",
    "NewsArticle",
    "Poster",
    "PresentationDigitalDocument",
    "Report",
    "SoftwareApplication",
    "SoftwareSourceCode",
    "TechArticle",
    "Thesis",
];

/// The things of a record, which refer to each other by their `@id`.
pub(super) struct Graph<'a> {
    record: &'a Node<'a>,
    /// The places of the things in the list, by what identifies them.
    places: BTreeMap<String, usize>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(record: &'a Node<'a>) -> Self {
        let mut places = BTreeMap::new();
        if let Some(Json::Array(things)) = record.value().get("@graph") {
            for (place, thing) in things.iter().enumerate() {
                if let Some(Json::String(id)) = thing.get("@id") {
                    places.entry(id.clone()).or_insert(place);
                }
            }
        }
        Self { record, places }
    }

    /// Reads the first of the things that most likely are the publication, or the one that such a page is about.
    pub(super) fn main<T>(&self, read: &mut dyn FnMut(&Node) -> T) -> Option<T> {
        let list = self.record.field("@graph");
        match list.value() {
            Json::Array(things) => {
                let mut best = (0, 0);
                for (place, thing) in things.iter().enumerate() {
                    let rank = rank(thing).max(rank_of_subject(thing));
                    if rank > best.0 {
                        best = (rank, place);
                    }
                }
                let (rank, place) = best;
                (rank > 0).then(|| subject(&list.item(place), read))?
            }
            Json::Object(_) => subject(&list, read),
            _ => subject(self.record, read),
        }
    }

    /// The place of the thing that a value does no more than refer to.
    pub(super) fn place(&self, reference: &Node) -> Option<usize> {
        let id = match reference.value() {
            Json::String(id) => id,
            value @ Json::Object(entries) => {
                let says_more = entries
                    .iter()
                    .any(|(key, _)| !matches!(&**key, "@id" | "@type"));
                match value.get("@id") {
                    Some(Json::String(id)) if !says_more => id,
                    _ => return None,
                }
            }
            _ => return None,
        };
        self.places.get(id).copied()
    }

    /// Reads what a value refers to; the value itself where it refers to nothing in the record.
    pub(super) fn follow<T>(&self, reference: &Node, read: &mut dyn FnMut(&Node) -> T) -> T {
        match self.place(reference) {
            Some(place) => read(&self.record.field("@graph").item(place)),
            None => read(reference),
        }
    }

    /// The name of what a property has, such as a publisher's.
    pub(super) fn name_of(&self, thing: &Node, property_name: &str) -> Option<String> {
        let it = property(thing, property_name);
        it.first(&mut |it| self.follow(it, &mut |it| text(it, "name")))
    }
}

/// Reads a thing, or what it is a page about.
fn subject<T>(thing: &Node, read: &mut dyn FnMut(&Node) -> T) -> Option<T> {
    if rank_of_subject(thing.value()) > rank(thing.value()) {
        return Some(read(&property(thing, "mainEntity")));
    }
    (rank(thing.value()) > 0).then(|| read(thing))
}

fn rank_of_subject(thing: &Json) -> u8 {
    let subject = key_of(thing, "mainEntity").and_then(|key| thing.get(key));
    subject
        .filter(|subject| subject.get("@type").is_some())
        .map_or(0, rank)
}

/// How likely a thing is the publication, from 0 for what is none.
fn rank(thing: &Json) -> u8 {
    let ranks = types(thing).map(|name| match name {
        "ScholarlyArticle" | "MedicalScholarlyArticle" => 3,
        name if WORKS.contains(&name) => 2,
        name if SURROUNDINGS.contains(&name) => 0,
        _ => 1,
    });
    match thing {
        // What has no type is what the record is all about.
        Json::Object(_) => ranks.max().unwrap_or(1),
        _ => 0,
    }
}

/// The names of a thing's types, without what stands before them.
pub(super) fn types(thing: &Json) -> impl Iterator<Item = &str> {
    let types = thing.get("@type").or_else(|| thing.get("type"));
    let list = match types {
        Some(Json::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    list.iter().filter_map(|name| match name {
        Json::String(name) => name
            .split(['/', '#', ':'])
            .next_back()
            .filter(|name| !name.is_empty()),
        _ => None,
    })
}

pub(super) fn is_of_type(thing: &Node, names: &[&str]) -> bool {
    types(thing.value()).any(|name| names.contains(&name))
}

/// Whether a thing is a part of the page that a publication is on.
pub(super) fn surrounds(thing: &Node) -> bool {
    rank(thing.value()) == 0
}

/// A property of a thing, by its name with or without a prefix.
pub(super) fn property<'a>(thing: &'a Node<'a>, name: &'a str) -> Node<'a> {
    thing.field(key_of(thing.value(), name).unwrap_or(name))
}

/// The key of the property with that name that is not blank.
pub(super) fn key_of<'a>(thing: &'a Json, name: &str) -> Option<&'a str> {
    let Json::Object(entries) = thing else {
        return None;
    };
    let is_blank = |value: &Json| match value {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        _ => false,
    };
    let is_it = |key: &str| {
        key == name
            || PREFIXES
                .iter()
                .any(|prefix| key.strip_prefix(prefix) == Some(name))
    };
    let entry = entries
        .iter()
        .find(|(key, value)| is_it(key) && !is_blank(value));
    entry.map(|(key, _)| key.as_str())
}

/// Reads a value that may be written with its language or its type: `{ "@value": "…", "@language": "en" }`.
pub(super) fn literal<T>(value: &Node, read: &mut dyn FnMut(&Node) -> T) -> T {
    if value.value().get("@value").is_some() {
        read(&value.field("@value"))
    } else {
        read(value)
    }
}

/// The first of what a property has, as text.
pub(super) fn text(thing: &Node, name: &str) -> Option<String> {
    property(thing, name).first(&mut |value| literal(value, &mut |value| value.text_or_number()))
}
