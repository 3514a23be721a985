use super::Warning;
use super::any::Part;
use crate::publication::{
    Attention, CitationCount, NormalizedIndicator, Notice, PartialDate, Publication, Ranking,
    Venue, lower,
};

/// Several records of one publication, as one.
pub(super) struct Merged {
    pub publication: Publication,
    /// The records that are of another publication.
    pub disagreements: Vec<Warning>,
}

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
    let rest: Vec<_> = parts.collect();
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
        indexed_in: side_by_side(first.indexed_in, second.indexed_in, |one, other| {
            one.name.eq_ignore_ascii_case(&other.name)
        }),
        license: first.license.or(second.license),
        open_access: first.open_access.or(second.open_access),
        retracted: match (first.retracted, second.retracted) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (one, other) => one.or(other),
        },
        notices: side_by_side(first.notices, second.notices, same_notice),
        citations: newest(first.citations, second.citations, same_source, |count| {
            count.count.and(Some(moment(count.as_of)))
        }),
        attention: newest(first.attention, second.attention, same_figure, |figure| {
            Some(moment(figure.as_of))
        }),
        rankings: side_by_side(first.rankings, second.rankings, same_ranking),
        indicators: newest(
            first.indicators,
            second.indicators,
            same_indicator,
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
fn side_by_side<T>(mut first: Vec<T>, second: Vec<T>, same: fn(&T, &T) -> bool) -> Vec<T> {
    for one in second {
        if !first.iter().any(|other| same(other, &one)) {
            first.push(one);
        }
    }
    first
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
    same: fn(&T, &T) -> bool,
    date: fn(&T) -> Option<(u16, u8, u8)>,
) -> Vec<T> {
    for one in second {
        match first.iter_mut().find(|other| same(other, &one)) {
            None => first.push(one),
            Some(other) if date(&one) > date(other) => *other = one,
            Some(_) => {}
        }
    }
    first
}

fn same_source(one: &CitationCount, other: &CitationCount) -> bool {
    one.source.eq_ignore_ascii_case(&other.source)
}

fn same_figure(one: &Attention, other: &Attention) -> bool {
    let source = |figure: &Attention| figure.source.as_deref().map(lower);
    one.kind == other.kind
        && one.provider.eq_ignore_ascii_case(&other.provider)
        && source(one) == source(other)
}

fn same_ranking(one: &Ranking, other: &Ranking) -> bool {
    one.agency.eq_ignore_ascii_case(&other.agency)
        && one.year == other.year
        && one.category == other.category
        && one.indicator == other.indicator
}

fn same_indicator(one: &NormalizedIndicator, other: &NormalizedIndicator) -> bool {
    one.name.eq_ignore_ascii_case(&other.name) && one.source.eq_ignore_ascii_case(&other.source)
}

fn same_notice(one: &Notice, other: &Notice) -> bool {
    one.kind == other.kind && (one.doi == other.doi || one.doi.is_none() || other.doi.is_none())
}
