//! JSON-LD of schema.org: one thing, or a graph of them that refer to each other.
//! <https://schema.org/ScholarlyArticle>

mod graph;
mod identifier;
mod people;
mod venue;

use super::dialect::{Dialect, Kind, Sign};
use super::native::{all, page};
use super::node::Node;
use super::terms;
use crate::formats::Json;
use crate::publication::{
    Attention, AttentionKind, Doi, License, OpenAccess, Publication, RichText, WebAddress,
    mentions, text::line,
};
use graph::{Graph, literal, property, text, types};
use identifier::identifier;

pub(super) const DIALECT: Dialect = Dialect {
    name: "schemaorg",
    title: "JSON-LD of schema.org",
    signs: &[Sign {
        keys: &["@context", "@graph", "@type"],
        kind: Kind::Any,
    }],
    read: publication,
};

/// Reads the thing in the record that is most likely the publication; nothing where there is only what surrounds one on
/// its page, such as a site or a list of links.
fn publication(record: &Node) -> Publication {
    let graph = Graph::of(record);
    let work = graph.main(&mut |thing| work(thing, &graph));
    work.unwrap_or_default()
}

fn work(thing: &Node, graph: &Graph) -> Publication {
    let (authors, affiliations) = people::authors(thing, graph);
    let date = property(thing, "datePublished");
    let (url, page) = (property(thing, "url"), property(thing, "mainEntityOfPage"));
    let title = title(thing);
    Publication {
        kind: kind(thing),
        retracted: terms::retracted(retracted(thing), title.as_ref()),
        title,
        doi: identifier(
            thing,
            &["@id", "id", "identifier", "doi", "sameAs", "url"],
            "doi",
            &|text| Doi::parse(text),
        ),
        url: url.first(&mut address).or_else(|| page.first(&mut address)),
        published: date.first(&mut |date| literal(date, &mut |date| date.date())),
        venue: venue::venue(thing, graph),
        authors,
        affiliations,
        summary: summary(thing),
        keywords: keywords(&property(thing, "keywords")),
        license: license(&property(thing, "license")),
        open_access: open_access(&property(thing, "isAccessibleForFree")),
        attention: interactions(thing, graph),
        ..Publication::default()
    }
}

/// The type that says most.
fn kind(thing: &Node) -> Option<String> {
    const SAY_LITTLE: [&str; 4] = ["Aggregation", "CreativeWork", "PublicationIssue", "Thing"];
    let mut names = types(thing.value());
    let says_more = names.find(|name| !SAY_LITTLE.contains(name));
    says_more
        .or_else(|| types(thing.value()).next())
        .map(line)
        .filter(|name| !name.is_empty())
}

/// The headline, or the name where the headline is cut to the 110 characters that search engines show.
fn title(thing: &Node) -> Option<RichText> {
    const LONGEST_UNCUT: usize = 100;
    let read = |name| {
        let title = property(thing, name);
        title.first(&mut |title| literal(title, &mut |title| title.title()))
    };
    match (read("headline"), read("name")) {
        (Some(headline), Some(name)) => {
            let (short, long) = (headline.plain(), name.plain());
            let start = short.trim_end_matches(['…', '.', ' ']);
            let is_cut = short.ends_with('…') || short.chars().count() >= LONGEST_UNCUT;
            Some(if is_cut && long.starts_with(start) {
                name
            } else {
                headline
            })
        }
        (headline, name) => headline.or(name).or_else(|| read("title")),
    }
}

/// The page of the publication, as an address or as a thing with one.
fn address(page: &Node) -> Option<WebAddress> {
    match page.value() {
        Json::Object(_) => page.field("@id").landing_page(),
        Json::String(_) => page.landing_page(),
        _ => None,
    }
}

/// The abstract, or a description. Of several the first: what follows is in another language, or on the methods.
fn summary(thing: &Node) -> Option<String> {
    let read = |name| {
        let text = property(thing, name);
        text.first(&mut |text| literal(text, &mut |text| text.lines()))
    };
    read("abstract")
        .or_else(|| read("description"))
        .or_else(|| {
            // Dataverse exports the names of its own vocabulary.
            let description = thing.field("citation:dsDescription");
            description.first(&mut |entry| entry.field("citation:dsDescriptionValue").lines())
        })
}

/// Keywords in a list, which may have markup or be terms of a vocabulary, or in one text with commas or semicolons.
fn keywords(list: &Node) -> Vec<String> {
    let plain = |text: &str| RichText::parse(text).plain();
    if let Json::String(text) = list.value() {
        // Without its entities, which end with semicolons.
        let text = plain(text);
        let separator = if text.contains(';') { ';' } else { ',' };
        let words = text.split(separator).map(str::trim);
        return words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
    }
    all(list, |entry| match entry.value() {
        Json::Object(_) => literal(entry, &mut |entry| match entry.value() {
            Json::Object(_) => text(entry, "name"),
            _ => entry.text(),
        }),
        _ => entry.string().map(plain).filter(|word| !word.is_empty()),
    })
}

/// A licence as an address, a name, or a thing that has both.
fn license(entry: &Node) -> Option<License> {
    entry.first(&mut |entry| {
        if let Json::String(license) = entry.value() {
            return terms::license(license);
        }
        let entry = entry.object()?;
        let all = ["url", "@id", "license", "name"]
            .into_iter()
            .filter_map(|name| terms::license(&text(entry, name)?));
        all.reduce(|known, other| {
            let is_whole = |it: &License| it.name.is_some() && it.url.is_some();
            if is_whole(&known) {
                known
            } else if is_whole(&other) {
                other
            } else {
                License {
                    name: known.name.or(other.name),
                    url: known.url.or(other.url),
                }
            }
        })
    })
}

/// A flag, which may be written as the address of one: `https://schema.org/True`.
fn open_access(flag: &Node) -> Option<OpenAccess> {
    match flag.value() {
        Json::String(text) if text.ends_with("schema.org/True") => Some(OpenAccess::Open),
        Json::String(text) if text.ends_with("schema.org/False") => Some(OpenAccess::Closed),
        _ => page::open_access(flag),
    }
}

/// schema.org has no word for it but the status, which is any.
fn retracted(thing: &Node) -> Option<bool> {
    let status = property(thing, "creativeWorkStatus");
    let status = status.first(&mut |status| match status.value() {
        Json::Object(_) => text(status, "name"),
        _ => status.text(),
    })?;
    let is = |word| mentions(&status, word);
    (is("retracted") || is("withdrawn")).then_some(true)
}

/// Views and downloads, of whoever counts or publishes. Shares and comments are neither accounts nor pages.
fn interactions(thing: &Node, graph: &Graph) -> Vec<Attention> {
    all(&property(thing, "interactionStatistic"), |counter| {
        let counter = counter.object()?;
        let action = property(counter, "interactionType");
        let action = match action.value() {
            Json::String(action) => action.as_str(),
            action => types(action).next()?,
        };
        let source = match action.split(['/', '#', ':']).next_back()? {
            "ViewAction" | "ReadAction" => "views",
            "DownloadAction" => "downloads",
            _ => return None,
        };
        let count = property(counter, "userInteractionCount").count()?;
        let service = graph.name_of(counter, "interactionService");
        Some(Attention {
            provider: service
                .or_else(|| graph.name_of(thing, "publisher"))
                .unwrap_or_else(|| String::from("schema.org")),
            kind: AttentionKind::Usage,
            source: Some(String::from(source)),
            value: count as f64,
            as_of: property(counter, "endTime").date(),
            url: None,
        })
    })
}

#[cfg(test)]
mod tests;
