//! What only the page of a publication shows: contributors, abstract, keywords, indexing, licence, notices.

use super::{all, name_alone};
use crate::formats::Json;
use crate::formats::node::Node;
use crate::publication::text::after_last;
use crate::publication::{Affiliation, Author, Index, License, OpenAccess, WebAddress};
#[cfg(feature = "full")]
use crate::publication::{NormalizedIndicator, Notice, NoticeKind};

#[cfg(feature = "full")]
pub(super) fn notice(entry: &Node) -> Option<Notice> {
    let entry = entry.object()?;
    let kind = entry.field("kind").demanded().parsed(
        "retraction, partial-retraction, withdrawal, removal, expression-of-concern, correction, addendum or \
         new-version",
        notice_kind,
    );
    let date = entry.field("date").date();
    let doi = entry.field("doi").doi();
    let url = entry.field("url").web_address();
    Some(Notice {
        kind: kind?,
        date,
        doi,
        url,
    })
}

/// A kind by its name, also as Crossref writes it (`expression_of_concern`), or an older name of a correction.
#[cfg(feature = "full")]
pub(in crate::formats) fn notice_kind(word: &str) -> Option<NoticeKind> {
    let is = |name: &str| {
        let alike = |(one, other): (u8, u8)| {
            one.eq_ignore_ascii_case(&other) || one == b'_' && other == b'-'
        };
        word.len() == name.len() && word.bytes().zip(name.bytes()).all(alike)
    };
    let kind = NoticeKind::ALL.into_iter().find(|kind| is(kind.name()));
    kind.or_else(|| (is("erratum") || is("corrigendum")).then_some(NoticeKind::Correction))
}

#[cfg(feature = "full")]
pub(super) fn indicator(entry: &Node) -> Option<NormalizedIndicator> {
    let entry = entry.object()?;
    // Each field is read before an entry is given up, so that one reading finds every fault.
    let name = entry.field("name").demanded().text();
    let source = entry.field("source").demanded().text();
    let value =
        entry
            .field("value")
            .demanded()
            .number_within(0.0, f64::MAX, "a number of 0 or more");
    let percentile =
        entry
            .field("percentile")
            .number_within(0.0, 100.0, "a percentile from 0 to 100");
    let category = entry.field("category").text();
    let as_of = entry.field("asOf").date();
    let url = entry.field("url").web_address();
    Some(NormalizedIndicator {
        name: name?,
        source: source?,
        value: value?,
        percentile,
        category,
        as_of,
        url,
    })
}

/// Whether a rank is marked as one that several venues have, by a flag or in the rank itself.
#[cfg(feature = "full")]
pub(super) fn is_tied(ranking: &Node) -> bool {
    let flag = ranking.field("tied").flag().unwrap_or(false);
    flag || shared_rank(&ranking.field("rank")).is_some()
}

/// A rank written as a shared one: `2=`, `=2`, `T2`. `None` for any other, also for one that is not shared.
#[cfg(feature = "full")]
pub(super) fn shared_rank(rank: &Node) -> Option<u32> {
    let Json::String(text) = rank.value() else {
        return None;
    };
    let text = text.trim();
    let place = text
        .strip_suffix('=')
        .or_else(|| text.strip_prefix(['=', 'T', 't']))?;
    place.trim().parse().ok()
}

pub(super) fn keyword(entry: &Node) -> Option<String> {
    entry.text()
}

/// The affiliations, and for each entry of the list the place of what was read from it: an entry that cannot be
/// read must not shift those that authors refer to after it.
pub(super) fn affiliations(list: &Node, places: &mut Vec<Option<usize>>) -> Vec<Affiliation> {
    let mut read = Vec::new();
    list.each(&mut |entry| {
        let affiliation = affiliation(entry);
        places.push(affiliation.is_some().then_some(read.len()));
        read.extend(affiliation);
    });
    read
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

pub(in crate::formats) fn country_code(text: &str) -> Option<String> {
    let text = text.trim();
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| text.to_ascii_uppercase())
}

/// A ROR iD is nine letters and digits, the first a 0 (ror.readme.io, "ROR identifier pattern").
pub(in crate::formats) fn ror_address(text: &str) -> Option<String> {
    let id = after_last(text.trim().trim_end_matches('/'), '/').to_ascii_lowercase();
    (id.len() == 9 && id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .then(|| ["https://ror.org/", &id].concat())
}

pub(super) fn author(entry: &Node, places: &[Option<usize>]) -> Option<Author> {
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
pub(in crate::formats) fn orcid(text: &str) -> Option<String> {
    let id = after_last(text.trim().trim_end_matches('/'), '/').to_ascii_uppercase();
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
            Some(last) => {
                index.refuse(&["an index of \"affiliations\", 0 to ", &last.to_string()].concat())
            }
            None => index.refuse("an index of \"affiliations\", which is empty"),
        },
    }
}

pub(super) fn index(entry: &Node) -> Option<Index> {
    if let Some(name) = name_alone(entry) {
        return Some(Index { name, url: None });
    }
    let entry = entry.object()?;
    Some(Index {
        url: entry.field("url").web_address(),
        name: entry.field("name").demanded().text()?,
    })
}

pub(super) fn license(entry: &Node) -> Option<License> {
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

pub(in crate::formats) fn open_access(entry: &Node) -> Option<OpenAccess> {
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
