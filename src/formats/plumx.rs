//! `PlumX`, in the shapes of Elsevier's API (`count_categories`) and of what its widgets ask for (`plum_print_counts`).
//! <https://dev.elsevier.com/documentation/PlumXMetricsAPI.wadl>

use super::contributors::named;
use super::dialect::{Dialect, Kind, Sign};
use super::native::all;
use super::node::Node;
use super::terms::retracted;
use crate::formats::Json;
use crate::publication::{
    Attention, AttentionKind, CitationCount, Doi, Publication, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "plumx",
    title: "an answer of PlumX",
    signs: &[Sign {
        keys: &["count_categories", "plum_print_counts", "sort_count"],
        kind: Kind::Any,
    }],
    read: publication,
};

const PROVIDER: &str = "PlumX";

fn publication(record: &Node) -> Publication {
    let about = record.field("bibliographic_data");
    let title = about.field("artifact_title").title();
    let mut publication = Publication {
        // `ARTICLE`; in capitals it would shout.
        kind: record
            .field("artifact_type")
            .text()
            .map(|kind| kind.to_ascii_lowercase()),
        retracted: retracted(None, title.as_ref()),
        title,
        doi: doi(record),
        published: about
            .field("publication_date")
            .date()
            .or_else(|| about.field("publication_year").date()),
        venue: venue(&about),
        authors: all(&about.field("authors"), |author| author.text().map(named)),
        summary: about.field("description").lines(),
        keywords: about.field("tags").texts(),
        ..Publication::default()
    };
    count(record, &mut publication);
    publication
}

/// The DOI, where the question was one for a DOI: an answer says what it was asked.
fn doi(record: &Node) -> Option<Doi> {
    let listed = record.field("identifier");
    let listed = listed.field("doi").first(&mut |entry| match entry.value() {
        Json::Object(_) => entry.field("value").doi(),
        _ => entry.doi(),
    });
    let is_asked = matches!(record.value().get("id_type"), Some(Json::String(kind)) if kind.trim().eq_ignore_ascii_case("doi"));
    listed.or_else(|| is_asked.then(|| record.field("id_value").doi()).flatten())
}

fn venue(about: &Node) -> Option<Venue> {
    let pages = about.field("page_range").text_or_number().or_else(|| {
        match (
            about.field("start_page").text_or_number(),
            about.field("end_page").text_or_number(),
        ) {
            (Some(first), Some(last)) if first != last => Some([&first, "-", &last].concat()),
            (first, last) => first.or(last),
        }
    });
    let venue = Venue {
        title: about.field("publication_title").text(),
        volume: about.field("volume").text_or_number(),
        issue: about.field("issue").text_or_number(),
        pages,
        issn: about.field("issn").text().map(hyphenated),
    };
    (venue != Venue::default()).then_some(venue)
}

/// An ISSN with its hyphen, which `PlumX` leaves out.
fn hyphenated(issn: String) -> String {
    match issn.split_at_checked(4) {
        Some((start, end)) if end.len() == 4 => [start, "-", end].concat(),
        _ => issn,
    }
}

/// Adds what is counted, from the most detailed list that there is.
fn count(record: &Node, publication: &mut Publication) {
    let categories = record.field("count_categories");
    if !categories.is_absent() {
        categories.each(&mut |entry| {
            if let Some(name) = entry.field("name").text() {
                category(&name, entry, publication);
            }
        });
        return;
    }
    let (sorted, print) = (
        record.field("sort_count"),
        record.field("plum_print_counts"),
    );
    for name in ["usage", "capture", "mention", "social_media", "citation"] {
        let detailed = sorted.field(name);
        let entry = if detailed.is_absent() {
            print.field(name)
        } else {
            detailed
        };
        if !entry.is_absent() {
            category(name, &entry, publication);
        }
    }
}

/// Adds what is counted in one of the five categories.
///
/// The totals of captures and of usage are `PlumX`'s own. Readers are among its captures, and stay there. The total of
/// citations is the largest of its sources' and not a sum, so that it stands only where there is no source; mentions are
/// told apart by where they are, and by nothing else where their places are not known.
fn category(name: &str, entry: &Node, publication: &mut Publication) {
    let total = || entry.field("total").count();
    let types = entry.field("count_types");
    let has_types = matches!(types.value(), Json::Array(types) if !types.is_empty());
    match name {
        "usage" => add(publication, AttentionKind::Usage, None, total()),
        "capture" => {
            add(publication, AttentionKind::Captures, None, total());
            types.each(&mut |of_type| {
                of_type.field("sources").each(&mut |source| {
                    let name = source.field("name").text();
                    if name.is_some() {
                        let count = source.field("total").count();
                        add(publication, AttentionKind::Captures, name, count);
                    }
                });
            });
        }
        "citation" if has_types => types.each(&mut |of_type| citations(of_type, publication)),
        "citation" => cited(publication, PROVIDER, total(), None),
        "mention" if has_types => types.each(&mut |of_type| {
            let name = of_type.field("name").text();
            if let Some(place) = name.as_deref().and_then(place) {
                let count = of_type.field("total").count();
                add(
                    publication,
                    AttentionKind::Mentions,
                    Some(place.to_owned()),
                    count,
                );
            }
        }),
        "mention" => add(publication, AttentionKind::Mentions, None, total()),
        // Those of social media are posts, likes and shares, and no accounts.
        _ => {}
    }
}

/// Adds the counts of the sources that count citations, or what policies, patents and guidelines cite, which are
/// mentions.
fn citations(of_type: &Node, publication: &mut Publication) {
    let Some(name) = of_type.field("name").text() else {
        return;
    };
    let upper = name.to_ascii_uppercase();
    let total = || of_type.field("total").count();
    let places = [
        ("POLICY", "Policy documents"),
        ("PATENT", "Patents"),
        ("CLINICAL", "Clinical guidelines"),
    ];
    if let Some((_, place)) = places.iter().find(|(word, _)| upper.starts_with(word)) {
        return add(
            publication,
            AttentionKind::Mentions,
            Some((*place).to_owned()),
            total(),
        );
    }
    let sources = of_type.field("sources");
    if matches!(sources.value(), Json::Array(sources) if !sources.is_empty()) {
        return sources.each(&mut |source| {
            if let Some(name) = source.field("name").text() {
                let count = source.field("total").count();
                cited(publication, &name, count, source.field("uri").web_address());
            }
        });
    }
    // Some write the source in place of the type.
    let is_type = upper.ends_with("_COUNT");
    cited(
        publication,
        if is_type { PROVIDER } else { &name },
        total(),
        None,
    );
}

/// Where mentions of a type are, as far as `PlumX` counts outlets and pages. Of X, Facebook, reviews, comments and forums
/// it counts what was posted there, and posts are no accounts.
fn place(name: &str) -> Option<&'static str> {
    Some(match &*name.to_ascii_uppercase() {
        "NEWS_COUNT" => "News",
        "ALL_BLOG_COUNT" | "BLOG_COUNT" => "Blogs",
        // PlumX calls the links from Wikipedia references.
        "REFERENCE_COUNT" | "WIKIPEDIA_COUNT" => "Wikipedia",
        _ => return None,
    })
}

fn add(
    publication: &mut Publication,
    kind: AttentionKind,
    source: Option<String>,
    count: Option<u64>,
) {
    publication.attention.extend(count.map(|count| Attention {
        provider: String::from(PROVIDER),
        kind,
        source,
        value: count as f64,
        as_of: None,
        url: None,
    }));
}

fn cited(publication: &mut Publication, source: &str, count: Option<u64>, url: Option<WebAddress>) {
    let source = match source {
        "CrossRef" => "Crossref",
        other => other,
    };
    publication
        .citations
        .extend(count.map(|count| CitationCount {
            source: source.to_owned(),
            count: Some(count),
            as_of: None,
            url,
        }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read_any;

    fn read(record: &str) -> (Publication, Vec<String>) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, None).expect("a publication");
        assert_eq!(reading.dialects[0].name(), "plumx");
        let warnings = reading.warnings.iter().map(ToString::to_string).collect();
        (reading.publication, warnings)
    }

    fn figures(publication: &Publication) -> Vec<(&str, Option<&str>, f64)> {
        let figures = publication.attention.iter();
        figures
            .map(|it| (it.kind.name(), it.source.as_deref(), it.value))
            .collect()
    }

    fn counts(publication: &Publication) -> Vec<(&str, Option<u64>)> {
        let counts = publication.citations.iter();
        counts.map(|it| (&*it.source, it.count)).collect()
    }

    #[test]
    fn each_source_counts_for_itself_and_no_total_is_taken_for_a_sum() {
        let (publication, warnings) = read(
            r#"{ "id_type": "doi", "id_value": "10.1234/a", "count_categories": [
                { "name": "citation", "total": 13, "count_types": [
                    { "name": "CITED_BY_COUNT", "total": 12, "sources": [
                        { "name": "Scopus", "total": 12 }, { "name": "CrossRef", "total": "9" }, { "name": "PubMed", "total": null } ] },
                    { "name": "POLICY_CITED_BY_COUNT", "total": 1, "sources": [{ "name": "Policy Citation", "total": 1 }] } ] },
                { "name": "capture", "total": 8, "count_types": [
                    { "name": "READER_COUNT", "total": 7, "sources": [{ "name": "Mendeley", "total": 7 }] },
                    { "name": "EXPORTS_SAVES", "total": 1 } ] },
                { "name": "mention", "total": 5, "count_types": [{ "name": "NEWS_COUNT", "total": 2 }, { "name": "REFERENCE_COUNT", "total": 3 }] },
                { "name": "socialMedia", "total": 4, "count_types": [{ "name": "TWEET_COUNT", "total": 4 }] },
                { "name": "usage", "total": 0, "count_types": [{ "name": "ABSTRACT_VIEWS", "total": 0 }] },
                { "name": "sixth", "total": 1 } ] }"#,
        );
        assert_eq!(
            counts(&publication),
            [("Scopus", Some(12)), ("Crossref", Some(9))]
        );
        assert_eq!(
            figures(&publication),
            [
                ("mentions", Some("Policy documents"), 1.0),
                ("captures", None, 8.0),
                ("captures", Some("Mendeley"), 7.0),
                ("mentions", Some("News"), 2.0),
                ("mentions", Some("Wikipedia"), 3.0),
                ("usage", None, 0.0),
            ]
        );
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn totals_stand_where_there_is_nothing_else() {
        let (publication, warnings) = read(
            r#"{ "identifier": { "doi": "10.1234/a" }, "plum_print_counts": { "citation": { "total": 11 }, "usage": { "total": "-" },
                "social_media": { "total": 3 }, "mention": null },
                "bibliographic_data": { "artifact_title": "A", "authors": ["B, C", null], "issn": "1234567X",
                    "publication_date": "2018-06-14T00:00:00.000Z+0000", "start_page": "1", "end_page": "9" } }"#,
        );
        assert_eq!(counts(&publication), [("PlumX", Some(11))]);
        assert_eq!(figures(&publication), [], "posts are no accounts");
        let venue = publication.venue.expect("a venue");
        assert_eq!(venue.issn.as_deref(), Some("1234-567X"));
        assert_eq!(venue.pages.as_deref(), Some("1-9"));
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].starts_with("plum_print_counts.usage.total"));
    }

    #[test]
    fn another_identifier_is_no_doi() {
        let record: Json = serde_json::from_str(
            r#"{ "id_type": "pmid", "id_value": "26918975", "count_categories": [{ "name": "usage", "total": 1 }] }"#,
        )
        .expect("JSON");
        assert!(read_any(&record, None).is_err());
    }
}
