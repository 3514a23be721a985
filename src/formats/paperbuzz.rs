//! Answers of Paperbuzz: what Crossref and Unpaywall say of a publication, and events about it.

use std::collections::BTreeSet;

use super::csl_json::plain;
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::{crossref, unpaywall};
use crate::publication::{Attention, AttentionKind, Publication};

pub(super) const DIALECT: Dialect = Dialect {
    name: "paperbuzz",
    title: "an answer of Paperbuzz",
    signs: &[
        Sign {
            keys: &["altmetrics_sources", "sources"],
            kind: Kind::List,
        },
        Sign {
            keys: &["metadata", "open_access", "crossref_event_data_url"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let inner = |key, read: fn(&Node) -> Publication| {
        let inner = record.field(key);
        inner.object().map(read).unwrap_or_default()
    };
    let work = inner("metadata", crossref::publication);
    let access = inner("open_access", unpaywall::DIALECT.read);
    // Authors and affiliations refer to each other, so they come from one of the two.
    let (authors, affiliations) = if work.authors.is_empty() {
        (access.authors, access.affiliations)
    } else {
        (work.authors, work.affiliations)
    };
    Publication {
        title: work.title.or(access.title),
        doi: record.field("doi").doi().or(work.doi).or(access.doi),
        kind: work.kind.or(access.kind),
        url: work.url.or(access.url),
        published: work.published.or(access.published),
        venue: work.venue.or(access.venue),
        authors,
        affiliations,
        license: work.license.or(access.license),
        open_access: access.open_access,
        attention: attention(record),
        ..work
    }
}

/// The figures of each source. In 2017 the list was called `sources`. No date says when they were counted.
fn attention(record: &Node) -> Vec<Attention> {
    let mut figures = Vec::new();
    for key in ["altmetrics_sources", "sources"] {
        record
            .field(key)
            .each(&mut |entry| figures.extend(figure(entry)));
    }
    figures
}

fn figure(entry: &Node) -> Option<Attention> {
    let entry = entry.object()?;
    let id = entry.field("source_id").demanded().text();
    let events = entry.field("events_count").count();
    let (id, events) = (id?, events?);
    // Links between registered works are citations, and of no count that is said to be complete.
    if ["crossref", "datacite"].contains(&&*id) {
        return None;
    }
    let source = plain(&entry.field("source").field("display_name")).unwrap_or_else(|| source(&id));
    let is_usage = id.ends_with("_views");
    let value = match accounts(entry, events) {
        Some(accounts) if !is_usage => accounts,
        // Of X and the like these are posts, and posts are no accounts.
        None if !is_usage && !OF_PLACES.contains(&&*id) => return None,
        _ => events,
    };
    Some(Attention {
        provider: String::from("Paperbuzz"),
        kind: if is_usage {
            AttentionKind::Usage
        } else {
            AttentionKind::Mentions
        },
        source: Some(source),
        value: value as f64,
        as_of: None,
        url: None,
    })
}

/// Sources whose events are places of their own: pages, outlets, patents.
const OF_PLACES: [&str; 4] = ["cambia-lens", "newsfeed", "wikipedia", "wordpressdotcom"];

/// The sources of Crossref Event Data by their names, and Unpaywall's views.
fn source(id: &str) -> String {
    let name = match id {
        "cambia-lens" => "Patents",
        "f1000" => "F1000",
        "hypothesis" => "Hypothesis",
        "newsfeed" => "News",
        "reddit" | "reddit-links" => "Reddit",
        "stackexchange" => "Stack Exchange",
        "twitter" => "X",
        "unpaywall_views" => "Unpaywall",
        "web" => "Web",
        "wikipedia" => "Wikipedia",
        "wordpressdotcom" => "WordPress",
        other => other,
    };
    String::from(name)
}

/// How many accounts the events are of, where the answer has every event and each has its author: one account may have
/// written many.
fn accounts(entry: &Node, count: u64) -> Option<u64> {
    let mut accounts = BTreeSet::new();
    let (mut events, mut signed) = (0_u64, 0_u64);
    entry.field("events").each(&mut |event| {
        events += 1;
        if let Some(author) = event.field("author").text() {
            signed += 1;
            accounts.insert(author);
        }
    });
    let is_whole = events > 0 && events == count && signed == events;
    is_whole.then_some(accounts.len() as u64)
}

#[cfg(test)]
mod tests;
