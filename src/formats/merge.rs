use std::collections::{BTreeMap, BTreeSet};

use super::Warning;
use super::any::Part;
use crate::publication::{
    Attention, CitationCount, Doi, Index, NormalizedIndicator, Notice, PartialDate, Publication,
    Ranking, Venue, lower,
};

/// Several records of one publication, as one.
pub(super) struct Merged {
    pub publication: Publication,
    /// The records that are of another publication.
    pub disagreements: Vec<Warning>,
}

/// How many records are merged with the first. There are not so many services; and each is held against all before it.
const MOST: usize = 100;

/// Merges records, each with its path: the first that has a field wins, counts of different sources stand side by side,
/// and a retraction that one of them knows of holds.
pub(super) fn merge(parts: Vec<(String, Part)>) -> Merged {
    let mut disagreements = Vec::new();
    let mut parts = parts.into_iter();
    let Some((_, first)) = parts.next() else {
        return Merged {
            publication: Publication::default(),
            disagreements,
        };
    };
    // One record stays as it is: what its numbers have in common is said once.
    let mut rest: Vec<_> = parts.collect();
    if let Some((path, _)) = rest.get(MOST) {
        disagreements.push(Warning {
            path: path.clone(),
            message: String::from(
                "is left out, and so is what follows: too many records for one publication",
            ),
        });
        rest.truncate(MOST);
    }
    if rest.is_empty() {
        return Merged {
            publication: first.publication,
            disagreements,
        };
    }
    let mut merged = dated(first.publication);
    for (path, part) in rest {
        match (&merged.doi, &part.publication.doi) {
            (Some(one), Some(other)) if one != other => disagreements.push(Warning {
                path,
                message: [
                    "is left out: its DOI is ",
                    other.as_str(),
                    ", and that of the records before ",
                    one.as_str(),
                ]
                .concat(),
            }),
            _ => merged = beside(merged, dated(part.publication)),
        }
    }
    Merged {
        publication: merged,
        disagreements,
    }
}

/// The date of all of a record's numbers belongs to each of them once they stand beside others.
fn dated(mut publication: Publication) -> Publication {
    let date = publication.as_of.take();
    for count in &mut publication.citations {
        count.as_of = count.as_of.or(date);
    }
    for figure in &mut publication.attention {
        figure.as_of = figure.as_of.or(date);
    }
    for indicator in &mut publication.indicators {
        indicator.as_of = indicator.as_of.or(date);
    }
    publication
}

fn beside(first: Publication, second: Publication) -> Publication {
    // Authors and affiliations refer to each other, so they come from one record: the first with authors, or else the
    // first with affiliations.
    let has_none = first.affiliations.is_empty() || !second.authors.is_empty();
    let (authors, affiliations) = if first.authors.is_empty() && has_none {
        (second.authors, second.affiliations)
    } else {
        (first.authors, first.affiliations)
    };
    Publication {
        kind: first.kind.or(second.kind),
        title: first.title.or(second.title),
        doi: first.doi.or(second.doi),
        url: first.url.or(second.url),
        published: first.published.or(second.published),
        venue: venue(first.venue, second.venue),
        authors,
        affiliations,
        summary: first.summary.or(second.summary),
        keywords: or_else(first.keywords, second.keywords),
        indexed_in: side_by_side(first.indexed_in, second.indexed_in, index),
        license: first.license.or(second.license),
        open_access: first.open_access.or(second.open_access),
        retracted: match (first.retracted, second.retracted) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (one, other) => one.or(other),
        },
        notices: notices(first.notices, second.notices),
        citations: newest(first.citations, second.citations, source, |count| {
            count.count.and(Some(moment(count.as_of)))
        }),
        attention: newest(first.attention, second.attention, figure, |figure| {
            Some(moment(figure.as_of))
        }),
        rankings: side_by_side(first.rankings, second.rankings, edition),
        indicators: newest(
            first.indicators,
            second.indicators,
            indicator,
            |indicator| Some(moment(indicator.as_of)),
        ),
        institution: first.institution.or(second.institution),
        as_of: None,
    }
}

/// What the one record does not say of the place in the venue, the other may, where both mean the same venue.
fn venue(first: Option<Venue>, second: Option<Venue>) -> Option<Venue> {
    match (first, second) {
        (Some(first), Some(second)) => {
            let is_same = match (&first.title, &second.title) {
                (Some(one), Some(other)) => lower(one) == lower(other),
                _ => true,
            };
            if !is_same {
                return Some(first);
            }
            Some(Venue {
                title: first.title.or(second.title),
                volume: first.volume.or(second.volume),
                issue: first.issue.or(second.issue),
                pages: first.pages.or(second.pages),
                issn: first.issn.or(second.issn),
            })
        }
        (one, other) => one.or(other),
    }
}

fn or_else<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    if first.is_empty() { second } else { first }
}

/// All of the first, and of the second what is not the same as any of these.
fn side_by_side<T>(first: Vec<T>, second: Vec<T>, key: fn(&T) -> String) -> Vec<T> {
    newest(first, second, key, |_| None)
}

/// A date that can be compared with others; none is the oldest, and so is one that says less.
fn moment(date: Option<PartialDate>) -> (u16, u8, u8) {
    match date {
        None => (0, 0, 0),
        Some(PartialDate::Year(year)) => (year, 0, 0),
        Some(PartialDate::Month(year, month)) => (year, month, 0),
        Some(PartialDate::Day(year, month, day)) => (year, month, day),
    }
}

/// All of both; of two that are the same, the one with the newer date, and the first where neither has one. `date` is
/// `None` for what says nothing.
fn newest<T>(
    mut first: Vec<T>,
    second: Vec<T>,
    key: fn(&T) -> String,
    date: fn(&T) -> Option<(u16, u8, u8)>,
) -> Vec<T> {
    if second.is_empty() {
        return first;
    }
    let mut places = BTreeMap::new();
    for (place, one) in first.iter().enumerate() {
        places.entry(key(one)).or_insert(place);
    }
    for one in second {
        let place = *places.entry(key(&one)).or_insert(first.len());
        match first.get_mut(place) {
            None => first.push(one),
            Some(other) if date(&one) > date(other) => *other = one,
            Some(_) => {}
        }
    }
    first
}

/// The notices of both. One without a DOI may be of any of the same kind.
fn notices(mut first: Vec<Notice>, second: Vec<Notice>) -> Vec<Notice> {
    let mut known = BTreeSet::new();
    for notice in &first {
        know(&mut known, notice);
    }
    for notice in second {
        let kind = notice.kind.name();
        let is_known = if notice.doi.is_some() {
            known.contains(announced(&notice).as_str()) || known.contains(key(&[kind, ""]).as_str())
        } else {
            known.contains(kind)
        };
        if !is_known {
            know(&mut known, &notice);
            first.push(notice);
        }
    }
    first
}

/// Keeps a notice in mind, and that there is one of its kind.
fn know(known: &mut BTreeSet<String>, notice: &Notice) {
    known.insert(notice.kind.name().to_owned());
    known.insert(announced(notice));
}

/// What tells things apart, as one text: maps of keys of other types would each be a map of its own in the wasm. Nothing of it
/// has a line break, and an empty text stands for none.
fn key(parts: &[&str]) -> String {
    parts.join("\n")
}

/// What two notices of the same have in common: one that several report is one.
pub(super) fn announced(notice: &Notice) -> String {
    let doi = notice.doi.as_ref().map_or("", Doi::as_str);
    key(&[notice.kind.name(), doi])
}

fn source(count: &CitationCount) -> String {
    count.source.to_ascii_lowercase()
}

fn figure(figure: &Attention) -> String {
    let source = figure.source.as_deref().unwrap_or_default();
    let provider = figure.provider.to_ascii_lowercase();
    key(&[figure.kind.name(), &provider, &lower(source)])
}

fn edition(ranking: &Ranking) -> String {
    key(&[
        &ranking.agency.to_ascii_lowercase(),
        &ranking.year.unwrap_or_default().to_string(),
        ranking.category.as_deref().unwrap_or_default(),
        ranking.indicator.as_deref().unwrap_or_default(),
    ])
}

fn indicator(indicator: &NormalizedIndicator) -> String {
    key(&[&indicator.name, &indicator.source]).to_ascii_lowercase()
}

fn index(index: &Index) -> String {
    index.name.to_ascii_lowercase()
}
