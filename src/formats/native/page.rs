//! What only the page of a publication shows: contributors, abstract, keywords, indexing, licence.

use super::{all, name_alone};
use crate::formats::Json;
use crate::formats::node::Node;
use crate::publication::{
    Affiliation, Author, Index, License, OpenAccess, Publication, WebAddress,
};

/// Adds to what badges and cards show.
pub(super) fn complete(badges: Publication, record: &Node) -> Publication {
    let (affiliations, places) = affiliations(&record.field("affiliations"));
    Publication {
        authors: all(&record.field("authors"), |entry| author(entry, &places)),
        affiliations,
        summary: record.field("abstract").lines(),
        keywords: all(&record.field("keywords"), keyword),
        indexed_in: all(&record.field("indexedIn"), index),
        license: license(&record.field("license")),
        open_access: open_access(&record.field("openAccess")),
        institution: record.field("institution").text(),
        ..badges
    }
}

fn keyword(entry: &Node) -> Option<String> {
    entry.text()
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
