//! The project's own dialect, which `publication.schema.json` describes.

use super::Json;
use super::node::Node;
use crate::publication::{
    Affiliation, Attention, AttentionKind, Author, CitationCount, Index, License, OpenAccess,
    Publication, Quartile, Rank, Ranking, Venue, WebAddress,
};

/// Reads what can be read of a record; every fault leaves a complaint.
pub(super) fn publication(record: &Node) -> Publication {
    let (affiliations, places) = affiliations(&record.field("affiliations"));
    Publication {
        kind: record.field("type").text(),
        title: record.field("title").rich_text(),
        doi: record.field("doi").doi(),
        url: record.field("url").web_address(),
        published: record.field("published").date(),
        venue: venue(&record.field("venue")),
        authors: all(&record.field("authors"), |entry| author(entry, &places)),
        affiliations,
        summary: record.field("abstract").lines(),
        keywords: all(&record.field("keywords"), keyword),
        indexed_in: all(&record.field("indexedIn"), index),
        license: license(&record.field("license")),
        open_access: open_access(&record.field("openAccess")),
        retracted: record.field("retracted").flag(),
        citations: all(&record.field("citations"), citation_count),
        attention: all(&record.field("attention"), attention),
        rankings: all(&record.field("rankings"), ranking),
        institution: record.field("institution").text(),
        as_of: record.field("asOf").date(),
    }
}

fn keyword(entry: &Node) -> Option<String> {
    entry.text()
}

/// The entries of a list that can be read, in order.
fn all<T>(list: &Node, entry: impl Fn(&Node) -> Option<T>) -> Vec<T> {
    let mut read = Vec::new();
    list.each(&mut |item| read.extend(entry(item)));
    read
}

/// An entry that may be written as its name alone.
fn name_alone(entry: &Node) -> Option<String> {
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

/// The affiliations, and for each entry of the list the place of what was read from it: an entry that cannot be
/// read must not shift those that authors refer to after it.
fn affiliations(list: &Node) -> (Vec<Affiliation>, Vec<Option<usize>>) {
    let mut read = Vec::new();
    let mut places = Vec::new();
    list.each(&mut |entry| {
        let affiliation = affiliation(entry);
        places.push(affiliation.is_some().then_some(read.len()));
        read.extend(affiliation);
    });
    (read, places)
}

fn affiliation(entry: &Node) -> Option<Affiliation> {
    if let Some(name) = name_alone(entry) {
        return Some(Affiliation {
            name,
            ..Affiliation::default()
        });
    }
    let entry = entry.object()?;
    let (country, ror) = (entry.field("country"), entry.field("ror"));
    Some(Affiliation {
        country: country.parsed("two letters of ISO 3166-1", country_code),
        ror: ror.parsed("a ROR iD", ror_address),
        name: entry.field("name").demanded().text()?,
    })
}

fn country_code(text: &str) -> Option<String> {
    let text = text.trim();
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| text.to_ascii_uppercase())
}

/// A ROR iD is nine letters and digits, the first a 0 (ror.readme.io, "ROR identifier pattern").
fn ror_address(text: &str) -> Option<String> {
    let id = text
        .trim()
        .trim_end_matches('/')
        .rsplit('/')
        .next()?
        .to_ascii_lowercase();
    (id.len() == 9 && id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .then(|| ["https://ror.org/", &id].concat())
}

fn author(entry: &Node, places: &[Option<usize>]) -> Option<Author> {
    if let Some(name) = name_alone(entry) {
        return Some(Author {
            name,
            ..Author::default()
        });
    }
    let entry = entry.object()?;
    let (name, full_name) = (entry.field("name"), entry.field("fullName").text());
    Some(Author {
        orcid: entry.field("orcid").parsed("an ORCID iD", orcid),
        affiliations: all(&entry.field("affiliations"), |index| place(index, places)),
        institutional: entry.field("institutional").flag().unwrap_or(false),
        corresponding: entry.field("corresponding").flag().unwrap_or(false),
        name: match &full_name {
            Some(full_name) if name.is_absent() => full_name.clone(),
            _ => name.demanded().text()?,
        },
        full_name,
    })
}

/// An ORCID iD is four groups of four digits, the last of which may be an X (ISO 27729).
fn orcid(text: &str) -> Option<String> {
    let id = text
        .trim()
        .trim_end_matches('/')
        .rsplit('/')
        .next()?
        .to_ascii_uppercase();
    let fits = |(index, byte): (usize, u8)| match index {
        4 | 9 | 14 => byte == b'-',
        18 => byte.is_ascii_digit() || byte == b'X',
        _ => byte.is_ascii_digit(),
    };
    (id.len() == 19 && id.bytes().enumerate().all(fits)).then_some(id)
}

/// Where the affiliation with that index in the record stands among those read.
fn place(index: &Node, places: &[Option<usize>]) -> Option<usize> {
    let count = index.count()?;
    match usize::try_from(count)
        .ok()
        .and_then(|count| places.get(count))
    {
        Some(place) => *place,
        None => match places.len().checked_sub(1) {
            Some(last) => index.refuse(&format!("an index of \"affiliations\", 0 to {last}")),
            None => index.refuse("an index of \"affiliations\", which is empty"),
        },
    }
}

fn index(entry: &Node) -> Option<Index> {
    if let Some(name) = name_alone(entry) {
        return Some(Index { name, url: None });
    }
    let entry = entry.object()?;
    Some(Index {
        url: entry.field("url").web_address(),
        name: entry.field("name").demanded().text()?,
    })
}

fn license(entry: &Node) -> Option<License> {
    if let Some(text) = name_alone(entry) {
        return Some(match WebAddress::parse(&text) {
            Some(url) => License {
                name: None,
                url: Some(url),
            },
            None => License {
                name: Some(text),
                url: None,
            },
        });
    }
    let license = entry.object().map(|entry| License {
        name: entry.field("name").text(),
        url: entry.field("url").web_address(),
    });
    license.filter(|license| *license != License::default())
}

fn open_access(entry: &Node) -> Option<OpenAccess> {
    match entry.value() {
        Json::Bool(true) => Some(OpenAccess::Open),
        Json::Bool(false) => Some(OpenAccess::Closed),
        _ => entry.parsed(
            "true, false, diamond, gold, hybrid, bronze, green, open or closed",
            |word| match word.trim().to_ascii_lowercase().as_str() {
                "diamond" => Some(OpenAccess::Diamond),
                "gold" => Some(OpenAccess::Gold),
                "hybrid" => Some(OpenAccess::Hybrid),
                "bronze" => Some(OpenAccess::Bronze),
                "green" => Some(OpenAccess::Green),
                "open" | "true" => Some(OpenAccess::Open),
                "closed" | "false" => Some(OpenAccess::Closed),
                _ => None,
            },
        ),
    }
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
    let place = rank
        .demanded()
        .whole_number(1, u32::MAX, "a rank of 1 or more");
    let (size, place) = (size?, place?);
    Rank::new(place, size).or_else(|| rank.refuse(&format!("a rank from 1 to {size}")))
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
