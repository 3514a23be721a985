//! Entries of Scopus' search, and the core data of its answer to an abstract retrieval.

mod authors;

use super::Json;
use super::contributors::Affiliations;
use super::csl_json::index::pubmed_record;
use super::csl_json::venue::{issn, number, pages, something};
use super::csl_json::{plain, summary, title};
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::terms::retracted;
use crate::publication::{
    CitationCount, Index, OpenAccess, Publication, RichText, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "scopus",
    title: "a search entry of Scopus",
    signs: &[
        // `eid`, `dc:title` and `prism:…` are in ScienceDirect's entries too.
        Sign {
            keys: &["citedby-count", "subtypeDescription"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["dc:title", "dc:identifier", "prism:doi", "prism:url", "eid"],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let mut affiliations = Affiliations::default();
    let authors = authors::authors(record, &mut affiliations);
    let title = titled(&record.field("dc:title"));
    let subtype = record.field("subtype").text();
    // The code of the type `Retracted`; the notice is an `er`.
    let is_retracted = subtype.as_deref() == Some("tb");
    let kind = record.field("subtypeDescription").text().or(subtype);
    Publication {
        kind: kind.or_else(|| record.field("prism:aggregationType").text()),
        retracted: is_retracted
            .then_some(true)
            .or_else(|| retracted(None, title.as_ref())),
        title,
        doi: record.field("prism:doi").doi(),
        published: record
            .field("prism:coverDate")
            .first(&mut |it| bare(it).date()),
        venue: venue(record),
        authors,
        affiliations: affiliations.list(),
        summary: summary(&record.field("dc:description")),
        keywords: keywords(&record.field("authkeywords")),
        indexed_in: indexed_in(record),
        open_access: open_access(record),
        citations: citations(record),
        ..Publication::default()
    }
}

/// What is in a `$`, as Elsevier's JSON wraps a value that was an element with attributes; else the value itself.
fn bare<'a>(entry: &'a Node) -> Node<'a> {
    match entry.value() {
        Json::Object(_) => entry.field("$"),
        _ => *entry,
    }
}

/// Scopus writes what is low as `<inf>`.
fn titled(entry: &Node) -> Option<RichText> {
    let title = title::title(entry)?;
    let Json::String(text) = entry.value() else {
        return Some(title);
    };
    if !text.contains("<inf>") {
        return Some(title);
    }
    let text = text.replace("<inf>", "<sub>").replace("</inf>", "</sub>");
    Some(RichText::parse(&text))
}

fn venue(record: &Node) -> Option<Venue> {
    let issn = ["prism:issn", "prism:eIssn"]
        .into_iter()
        .find_map(|key| record.field(key).first(&mut |it| issn(&bare(it))));
    let range = pages(&record.field("prism:pageRange"));
    let from_to = || {
        let first = number(&record.field("prism:startingPage"))?;
        let last = number(&record.field("prism:endingPage"));
        Some(match last.filter(|last| *last != first) {
            Some(last) => [&first, "-", &last].concat(),
            None => first,
        })
    };
    something(Venue {
        title: plain(&record.field("prism:publicationName")),
        volume: number(&record.field("prism:volume")),
        issue: number(&record.field("prism:issueIdentifier")),
        pages: range
            .or_else(from_to)
            .or_else(|| pages(&record.field("article-number"))),
        issn,
    })
}

/// One text, with bars between the keywords.
fn keywords(entry: &Node) -> Vec<String> {
    let text = match entry.value() {
        Json::String(_) => entry.text().unwrap_or_default(),
        _ => return Vec::new(),
    };
    let words = text.split('|').map(str::trim).filter(|it| !it.is_empty());
    words.map(str::to_owned).collect()
}

/// The address of a link by what it leads to, which the search calls `@ref` and the abstracts call `@rel`.
fn link(record: &Node, to: &str) -> Option<WebAddress> {
    let mut found = None;
    record.field("link").each(&mut |entry| {
        let is_it = ["@ref", "@rel"]
            .into_iter()
            .any(|key| entry.field(key).text().as_deref() == Some(to));
        if is_it && found.is_none() {
            found = entry.field("@href").web_address();
        }
    });
    found
}

fn indexed_in(record: &Node) -> Vec<Index> {
    let scopus = Index {
        name: String::from("Scopus"),
        url: link(record, "scopus"),
    };
    let pubmed = record.field("pubmed-id").text_or_number();
    let pubmed = pubmed.and_then(|id| pubmed_record(&id));
    [Some(scopus), pubmed].into_iter().flatten().collect()
}

/// How it is free to read, the publisher's ways first; else whether it is.
fn open_access(record: &Node) -> Option<OpenAccess> {
    const WAYS: [(&str, OpenAccess); 6] = [
        ("publisherfullgold", OpenAccess::Gold),
        ("publisherhybridgold", OpenAccess::Hybrid),
        ("publisherfree2read", OpenAccess::Bronze),
        ("repository", OpenAccess::Green),
        ("repositoryvor", OpenAccess::Green),
        ("repositoryam", OpenAccess::Green),
    ];
    let mut ways = Vec::new();
    let free = record.field("freetoread");
    let list = free.field("value");
    list.each(&mut |it| ways.extend(bare(it).text()));
    let way = WAYS
        .into_iter()
        .find(|(word, _)| ways.iter().any(|it| it == word));
    way.map(|(_, way)| way).or_else(|| {
        let flag = match record.field("openaccessFlag").flag() {
            Some(flag) => flag,
            None => match &*record.field("openaccess").text_or_number()? {
                "1" => true,
                "0" => false,
                _ => return None,
            },
        };
        Some(if flag {
            OpenAccess::Open
        } else {
            OpenAccess::Closed
        })
    })
}

/// When Scopus counted is not said.
fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("citedby-count").count();
    let count = count.map(|count| CitationCount {
        source: String::from("Scopus"),
        count: Some(count),
        as_of: None,
        url: link(record, "scopus-citedby"),
    });
    count.into_iter().collect()
}

#[cfg(test)]
mod tests;
