//! The project's own dialect, which `publication.schema.json` describes.

pub(super) mod page;
#[cfg(feature = "dialects")]
mod write;

#[cfg(feature = "dialects")]
pub use write::write;

use super::Json;
#[cfg(feature = "dialects")]
use super::dialect::{Dialect, Kind, Sign};
use super::node::Node;
#[cfg(not(feature = "full"))]
use crate::publication::NoticeKind;
use crate::publication::{
    Attention, AttentionKind, CitationCount, Publication, Quartile, Rank, Ranking, Venue,
};

#[cfg(feature = "dialects")]
pub(super) const DIALECT: Dialect = Dialect {
    name: "native",
    title: "a record of publication.schema.json",
    signs: &[Sign {
        keys: &["title", "doi"],
        kind: Kind::Any,
    }],
    read: publication,
};

/// Reads what can be read of a record; every fault leaves a complaint.
pub(super) fn publication(record: &Node) -> Publication {
    let mut places = Vec::new();
    // What badges and cards show comes first, and so do the complaints of it. In one piece: what is taken out of another
    // publication is moved field by field.
    #[cfg_attr(not(feature = "full"), allow(unused_mut))]
    let mut read = Publication {
        kind: record.field("type").text(),
        title: record.field("title").rich_text(),
        doi: record.field("doi").doi(),
        url: record.field("url").web_address(),
        published: record.field("published").date(),
        venue: venue(&record.field("venue")),
        retracted: retracted(record),
        citations: some(&record.field("citations"), citation_count),
        attention: some(&record.field("attention"), attention),
        rankings: some(&record.field("rankings"), ranking),
        as_of: record.field("asOf").date(),
        affiliations: page::affiliations(&record.field("affiliations"), &mut places),
        #[cfg(feature = "full")]
        notices: some(&record.field("notices"), page::notice),
        #[cfg(feature = "full")]
        indicators: some(&record.field("indicators"), page::indicator),
        authors: all(&record.field("authors"), |it| page::author(it, &places)),
        summary: record.field("abstract").lines(),
        keywords: some(&record.field("keywords"), page::keyword),
        indexed_in: some(&record.field("indexedIn"), page::index),
        license: page::license(&record.field("license")),
        open_access: page::open_access(&record.field("openAccess")),
        institution: record.field("institution").text(),
    };
    // Sources that keep a flag beside their notices may not have updated it.
    #[cfg(feature = "full")]
    if read.notices.iter().any(|it| it.kind.is_retraction()) {
        read.retracted = Some(true);
    }
    read
}

/// Whether it has been retracted, by its own word.
#[cfg(feature = "full")]
fn retracted(record: &Node) -> Option<bool> {
    record.field("retracted").flag()
}

/// Whether it has been retracted, by its own word or by a notice, of which nothing else is read.
#[cfg(not(feature = "full"))]
fn retracted(record: &Node) -> Option<bool> {
    let mut retracted = record.field("retracted").flag();
    record.field("notices").each(&mut |notice| {
        if let Some(Json::String(kind)) = notice.value().get("kind") {
            let is_it = |it: &NoticeKind| it.name().eq_ignore_ascii_case(kind.trim());
            if NoticeKind::ALL
                .iter()
                .any(|it| it.is_retraction() && is_it(it))
            {
                retracted = Some(true);
            }
        }
    });
    retracted
}

/// The entries of a list that can be read, in order.
pub(super) fn all<T>(list: &Node, entry: impl Fn(&Node) -> Option<T>) -> Vec<T> {
    let mut read = Vec::new();
    list.each(&mut |item| read.extend(entry(item)));
    read
}

/// The same of a list of statements, of which no publication has so many.
fn some<T>(list: &Node, entry: impl Fn(&Node) -> Option<T>) -> Vec<T> {
    let mut read = Vec::new();
    list.each_of(1_000, "a list of at most 1,000", &mut |item| {
        read.extend(entry(item));
    });
    read
}

/// An entry that may be written as its name alone.
pub(super) fn name_alone(entry: &Node) -> Option<String> {
    matches!(entry.value(), Json::String(_))
        .then(|| entry.text())
        .flatten()
}

fn venue(entry: &Node) -> Option<Venue> {
    if let Some(title) = name_alone(entry) {
        return Some(Venue {
            title: Some(title),
            ..Venue::default()
        });
    }
    let venue = entry.object().map(|entry| Venue {
        title: entry.field("title").text(),
        volume: entry.field("volume").text_or_number(),
        issue: entry.field("issue").text_or_number(),
        pages: entry.field("pages").text_or_number(),
        issn: entry.field("issn").text(),
    });
    venue.filter(|venue| *venue != Venue::default())
}

fn citation_count(entry: &Node) -> Option<CitationCount> {
    let entry = entry.object()?;
    Some(CitationCount {
        count: entry.field("count").count(),
        as_of: entry.field("asOf").date(),
        url: entry.field("url").web_address(),
        source: entry.field("source").demanded().text()?,
    })
}

fn attention(entry: &Node) -> Option<Attention> {
    let entry = entry.object()?;
    // Each field is read before an entry is given up, so that one reading finds every fault.
    let provider = entry.field("provider").demanded().text();
    let kind = entry.field("kind").demanded().parsed(
        "score, readers, mentions, captures or usage",
        |word| {
            AttentionKind::ALL
                .into_iter()
                .find(|kind| word.trim().eq_ignore_ascii_case(kind.name()))
        },
    );
    let value =
        entry
            .field("value")
            .demanded()
            .number_within(0.0, f64::MAX, "a number of 0 or more");
    let source = entry.field("source").text();
    let as_of = entry.field("asOf").date();
    let url = entry.field("url").web_address();
    Some(Attention {
        provider: provider?,
        kind: kind?,
        source,
        value: value?,
        as_of,
        url,
    })
}

fn ranking(entry: &Node) -> Option<Ranking> {
    let entry = entry.object()?;
    Some(Ranking {
        year: entry
            .field("year")
            .whole_number(1, 9999, "a year such as 2023")
            .and_then(|year| u16::try_from(year).ok()),
        category: entry.field("category").text(),
        rank: rank(entry),
        #[cfg(feature = "full")]
        tied: page::is_tied(entry),
        quartile: quartile(&entry.field("quartile")),
        percentile: entry.field("percentile").number_within(
            0.0,
            100.0,
            "a percentile from 0 to 100",
        ),
        indicator: entry.field("indicator").text(),
        value: entry.field("value").number(),
        agency: entry.field("agency").demanded().text()?,
    })
}

/// `rank` and `of` mean something only together.
fn rank(entry: &Node) -> Option<Rank> {
    let (rank, of) = (entry.field("rank"), entry.field("of"));
    if rank.is_absent() && of.is_absent() {
        return None;
    }
    let size = of
        .demanded()
        .whole_number(1, u32::MAX, "a number of venues, 1 or more");
    #[cfg(feature = "full")]
    let shared = page::shared_rank(&rank);
    #[cfg(not(feature = "full"))]
    let shared = None;
    let place = shared.or_else(|| {
        rank.demanded()
            .whole_number(1, u32::MAX, "a rank of 1 or more")
    });
    let (size, place) = (size?, place?);
    Rank::new(place, size)
        .or_else(|| rank.refuse(&["a rank from 1 to ", &size.to_string()].concat()))
}

fn quartile(entry: &Node) -> Option<Quartile> {
    const WHAT: &str = "a quartile, Q1 to Q4";
    let of_number = |number: &str| match number {
        "1" => Some(Quartile::Q1),
        "2" => Some(Quartile::Q2),
        "3" => Some(Quartile::Q3),
        "4" => Some(Quartile::Q4),
        _ => None,
    };
    match entry.value() {
        Json::Number(_) => of_number(&entry.text_or_number()?).or_else(|| entry.refuse(WHAT)),
        _ => entry.parsed(WHAT, |text| {
            of_number(text.trim().trim_start_matches(['Q', 'q']))
        }),
    }
}
