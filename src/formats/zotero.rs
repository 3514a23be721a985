//! Items of Zotero, as its API has them in `data`, and as it and its translators export them.

use super::contributors::{name_of_parts, named};
use super::csl_json::index::{central_record, pubmed_record};
use super::csl_json::venue::{first_of, issn, number, pages, something};
use super::csl_json::{date, doi_of_address, known, landing_page, plain, summary, title};
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
use super::terms::{kebab, retracted};
use crate::formats::Json;
use crate::publication::{Author, Doi, Index, Publication, RichText, Venue};

pub(super) const DIALECT: Dialect = Dialect {
    name: "zotero",
    title: "an item of Zotero",
    signs: &[Sign {
        keys: &["itemType"],
        kind: Kind::Text,
    }],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let title = titled(record);
    let address = record.field("url");
    let extra = record.field("extra").lines().unwrap_or_default();
    let doi = record.field("DOI").doi();
    Publication {
        kind: record.field("itemType").text().map(|it| kebab(&it)),
        retracted: retracted(None, title.as_ref()),
        title,
        doi: doi
            .or_else(|| Doi::parse(line_of(&extra, "DOI")?))
            .or_else(|| doi_of_address(&address)),
        url: landing_page(&address),
        published: date::in_words(&record.field("date")),
        venue: venue(record),
        authors: authors(&record.field("creators")),
        summary: summary(&record.field("abstractNote")),
        keywords: keywords(&record.field("tags")),
        indexed_in: indexed_in(&extra),
        // Most rights are those of a publisher, in words that are no licence.
        license: record.field("rights").text().and_then(|it| known(&it)),
        ..Publication::default()
    }
}

/// The title, which some types call by another name.
fn titled(record: &Node) -> Option<RichText> {
    ["title", "caseName", "nameOfAct", "subject"]
        .into_iter()
        .find_map(|key| title::title(&record.field(key)))
}

/// A field that has no place of its own in an item, on a line of `extra`: `DOI: 10.…`.
fn line_of<'a>(extra: &'a str, field: &str) -> Option<&'a str> {
    extra.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_it = name.trim().eq_ignore_ascii_case(field);
        is_it.then(|| value.trim())
    })
}

fn venue(record: &Node) -> Option<Venue> {
    const TITLES: [&str; 13] = [
        "publicationTitle",
        "bookTitle",
        "proceedingsTitle",
        "encyclopediaTitle",
        "dictionaryTitle",
        "blogTitle",
        "websiteTitle",
        "forumTitle",
        "programTitle",
        "repository",
        "conferenceName",
        "university",
        "journalAbbreviation",
    ];
    something(Venue {
        title: first_of(record, &TITLES),
        volume: number(&record.field("volume")),
        issue: number(&record.field("issue")),
        pages: pages(&record.field("pages")),
        issn: issn(&record.field("ISSN")),
    })
}

/// The creators that come first for some type of item, as an author does for most; editors, translators and the like are
/// not authors (Zotero's documentation, "Item types and fields").
fn authors(creators: &Node) -> Vec<Author> {
    const KINDS: [&str; 11] = [
        "author",
        "artist",
        "cartographer",
        "director",
        "interviewee",
        "inventor",
        "performer",
        "podcaster",
        "presenter",
        "programmer",
        "sponsor",
    ];
    let mut authors = Vec::new();
    creators.each(&mut |entry| {
        let kind = entry.field("creatorType").text();
        if kind.is_none_or(|it| KINDS.contains(&&*it)) {
            authors.extend(name(entry).map(named));
        }
    });
    authors
}

/// A name in two fields, or in one: an organisation's, as `name` or as `lastName` alone.
fn name(entry: &Node) -> Option<String> {
    if let Json::String(_) = entry.value() {
        return plain(entry);
    }
    let entry = entry.object()?;
    let part = |key| plain(&entry.field(key));
    name_of_parts(part("firstName"), part("lastName")).or_else(|| part("name"))
}

fn keywords(tags: &Node) -> Vec<String> {
    let mut keywords = Vec::new();
    tags.each(&mut |entry| {
        keywords.extend(match entry.value() {
            Json::String(_) => plain(entry),
            _ => plain(&entry.field("tag")),
        });
    });
    keywords
}

fn indexed_in(extra: &str) -> Vec<Index> {
    let indexes = [
        line_of(extra, "PMID").and_then(pubmed_record),
        line_of(extra, "PMCID").and_then(central_record),
    ];
    indexes.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
