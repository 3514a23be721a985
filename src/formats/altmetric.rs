//! Altmetric, in the shapes of its two calls: counts (`/v1/doi/…`) and fetch (`/v1/fetch/…`).
//! <https://github.com/mlevans0/altmetric-details-page-api-docs>

use super::contributors::named;
use super::dialect::{Dialect, Kind, Sign};
use super::native::all;
use super::node::Node;
use super::terms::retracted;
use crate::formats::Json;
use crate::publication::{Attention, AttentionKind, PartialDate, Publication, Venue, WebAddress};

pub(super) const DIALECT: Dialect = Dialect {
    name: "altmetric",
    title: "an answer of Altmetric",
    signs: &[Sign {
        keys: &["altmetric_id", "cited_by_posts_count", "altmetric_score"],
        kind: Kind::Any,
    }],
    read: publication,
};

/// Where mentions are counted: the name, the key of the counts, which are of accounts, pages and outlets, and the key in
/// a fetch.
const PLACES: [(&str, &str, &str); 23] = [
    ("News", "cited_by_msm_count", "news"),
    ("Blogs", "cited_by_feeds_count", "blogs"),
    ("Policy documents", "cited_by_policies_count", "policy"),
    (
        "Clinical guidelines",
        "cited_by_guidelines_count",
        "guideline",
    ),
    ("Patents", "cited_by_patents_count", "patent"),
    ("Wikipedia", "cited_by_wikipedia_count", "wikipedia"),
    ("X", "cited_by_tweeters_count", "twitter"),
    ("Bluesky", "cited_by_bluesky_count", "bluesky"),
    ("Facebook", "cited_by_fbwalls_count", "facebook"),
    ("Reddit", "cited_by_rdts_count", "reddit"),
    ("Google+", "cited_by_gplus_count", "googleplus"),
    ("LinkedIn", "cited_by_linkedin_count", "linkedin"),
    ("Weibo", "cited_by_weibo_count", "weibo"),
    ("Pinterest", "cited_by_pinners_count", "pinterest"),
    ("Videos", "cited_by_videos_count", "video"),
    ("Podcasts", "cited_by_podcasts_count", "podcast"),
    (
        "Peer review sites",
        "cited_by_peer_review_sites_count",
        "peer_reviews",
    ),
    ("Research highlights", "cited_by_rh_count", "f1000"),
    ("Q&A sites", "cited_by_qs_count", "qna"),
    ("Q&A sites", "cited_by_qna_count", "q&a"),
    ("Syllabi", "cited_by_syllabi_count", "syllabi"),
    (
        "Book reviews",
        "cited_by_book_reviews_count",
        "book_reviews",
    ),
    ("Forums", "cited_by_forums_count", "forums"),
];

/// Whose readers are counted. Some of these are closed, and their zeros say so no less.
const READERS: [(&str, &str); 3] = [
    ("Mendeley", "mendeley"),
    ("CiteULike", "citeulike"),
    ("Connotea", "connotea"),
];

/// A fetch describes the publication apart from what is counted of it.
fn publication(record: &Node) -> Publication {
    let citation = record.field("citation");
    let read = |key| either(record, &citation, key);
    let links = citation.field("links");
    let title = read("title").title();
    Publication {
        kind: read("type").text(),
        retracted: retracted(None, title.as_ref()),
        title,
        doi: read("doi").doi(),
        url: record
            .field("url")
            .landing_page()
            .or_else(|| links.first(&mut |link| link.landing_page())),
        published: published(record, &citation),
        venue: venue(&read("journal"), &read("issns"), &citation),
        authors: all(&read("authors"), |author| author.text().map(named)),
        summary: read("abstract").lines(),
        attention: attention(record),
        ..Publication::default()
    }
}

/// An entry of the one object, or else of the other.
fn either<'a>(one: &'a Node<'a>, other: &'a Node<'a>, key: &'a str) -> Node<'a> {
    let entry = one.field(key);
    if entry.is_absent() {
        other.field(key)
    } else {
        entry
    }
}

/// A date in a fetch, or the moment at which the day of publication began where Altmetric took it from: midnight in
/// London, say, which in summer is 23:00 of the day before. The nearest midnight is that of the day.
fn published(record: &Node, citation: &Node) -> Option<PartialDate> {
    const HALF_A_DAY: f64 = DAY / 2.0;
    let date = citation.field("pubdate").date();
    date.or_else(|| day(&record.field("published_on"), HALF_A_DAY))
        .or_else(|| day(&citation.field("published_on"), HALF_A_DAY))
}

fn venue(journal: &Node, issns: &Node, citation: &Node) -> Option<Venue> {
    let pages = match (
        citation.field("startpage").text_or_number(),
        citation.field("endpage").text_or_number(),
    ) {
        (Some(first), Some(last)) if first != last => Some([&first, "-", &last].concat()),
        (first, last) => first.or(last),
    };
    let venue = Venue {
        title: journal.text(),
        volume: citation.field("volume").text_or_number(),
        issue: citation.field("issue").text_or_number(),
        pages,
        issn: issns.first(&mut |issn| issn.text()),
    };
    (venue != Venue::default()).then_some(venue)
}

/// Every figure. Of posts there is none: a post is no account, and one account writes many.
fn attention(record: &Node) -> Vec<Attention> {
    let counted = record.field("last_updated");
    let as_of = day(&counted, 0.0);
    let url = record.field("details_url").web_address();
    let mut figures = Vec::new();
    let mut add = |kind: AttentionKind, source: Option<&str>, value: Option<f64>| {
        figures.extend(value.map(|value| figure(kind, source, value, as_of, url.clone())));
    };
    let of_fetch = record.field("altmetric_score");
    let score = known(&record.field("score")).or_else(|| known(&of_fetch.field("score")));
    add(AttentionKind::Score, None, score);
    add(
        AttentionKind::Mentions,
        None,
        count(&record.field("cited_by_accounts_count")),
    );
    let counts = record.field("counts");
    for (name, key, key_of_fetch) in PLACES {
        let of_fetch = counts.field(key_of_fetch);
        let accounts =
            count(&record.field(key)).or_else(|| count(&of_fetch.field("unique_users_count")));
        add(AttentionKind::Mentions, Some(name), accounts);
    }
    let delicious = count(&record.field("cited_by_delicious_count"));
    add(AttentionKind::Captures, Some("Delicious"), delicious);
    add(
        AttentionKind::Readers,
        None,
        count(&record.field("readers_count")),
    );
    let (readers, of_fetch) = (record.field("readers"), counts.field("readers"));
    for (name, key) in READERS {
        let number = count(&readers.field(key)).or_else(|| count(&of_fetch.field(key)));
        add(AttentionKind::Readers, Some(name), number);
    }
    figures
}

fn figure(
    kind: AttentionKind,
    source: Option<&str>,
    value: f64,
    as_of: Option<PartialDate>,
    url: Option<WebAddress>,
) -> Attention {
    Attention {
        provider: String::from("Altmetric"),
        kind,
        source: source.map(str::to_owned),
        value,
        // The date is that of the score and of what it is made of, and readers are not in it.
        as_of: as_of.filter(|_| kind != AttentionKind::Readers),
        url,
    }
}

/// A figure. Altmetric writes −1 where it has none.
fn known(figure: &Node) -> Option<f64> {
    let is_none = match figure.value() {
        Json::Number(number) => number.total_cmp(&-1.0).is_eq(),
        Json::String(text) => text.trim() == "-1",
        _ => false,
    };
    if is_none {
        return None;
    }
    figure.number_within(0.0, f64::MAX, "a number of 0 or more")
}

fn count(figure: &Node) -> Option<f64> {
    known(figure)?;
    figure.count().map(|count| count as f64)
}

/// The length of a day, in seconds.
const DAY: f64 = 86_400.0;

/// The day, in UTC, of a moment in seconds since 1970, so many seconds later.
fn day(moment: &Node, later: f64) -> Option<PartialDate> {
    const FIRST: f64 = -62_135_596_800.0; // 0001-01-01
    const LAST: f64 = 253_402_214_400.0; // 9999-12-31
    let what = "seconds since 1970, of a year from 1 to 9999";
    let seconds = moment.number_within(FIRST, LAST, what)?;
    #[expect(clippy::cast_possible_truncation, reason = "within the bounds")]
    let days = ((seconds + later) / DAY).floor() as i64;
    PartialDate::since_1970(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read_any;

    fn read(record: &str) -> (Publication, Vec<String>) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, Some(&DIALECT)).expect("a publication");
        let warnings = reading.warnings.iter().map(ToString::to_string).collect();
        (reading.publication, warnings)
    }

    fn figures(publication: &Publication) -> Vec<(&str, Option<&str>, f64, Option<String>)> {
        let figure = |it: &Attention| (it.value, it.as_of.map(PartialDate::iso));
        publication
            .attention
            .iter()
            .map(|it| {
                let (value, date) = figure(it);
                (it.kind.name(), it.source.as_deref(), value, date)
            })
            .collect::<Vec<_>>()
    }

    #[test]
    fn counts_are_of_accounts_and_dated_and_readers_are_not() {
        let (publication, warnings) = read(
            r#"{ "altmetric_id": 1, "title": "A", "doi": "10.1234/a", "score": 12.75, "cited_by_posts_count": 40,
                "cited_by_accounts_count": 31, "cited_by_tweeters_count": "30", "cited_by_msm_count": 1,
                "cited_by_fbwalls_count": null, "last_updated": 1334237127, "readers_count": 7,
                "readers": { "mendeley": "7", "citeulike": 0, "connotea": -1 }, "is_oa": false,
                "details_url": "https://www.altmetric.com/details/1" }"#,
        );
        let date = Some("2012-04-12".to_owned());
        assert_eq!(
            figures(&publication),
            [
                ("score", None, 12.75, date.clone()),
                ("mentions", None, 31.0, date.clone()),
                ("mentions", Some("News"), 1.0, date.clone()),
                ("mentions", Some("X"), 30.0, date),
                ("readers", None, 7.0, None),
                ("readers", Some("Mendeley"), 7.0, None),
                ("readers", Some("CiteULike"), 0.0, None),
            ]
        );
        // Altmetric has never updated its flag of open access since 2011.
        assert_eq!(publication.open_access, None);
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn a_fetch_has_the_publication_apart_and_counts_of_users() {
        let (publication, warnings) = read(
            r#"{ "altmetric_id": 1, "score": 3.5, "altmetric_score": { "score": 3.5 },
                "citation": { "title": "A", "doi": "10.1234/a", "journal": "J", "authors": ["A. B.", ""],
                    "pubdate": "2011-07-21T00:00:00+01:00", "startpage": "3", "endpage": "9",
                    "links": ["https://j.example/a", "https://j.example/b"] },
                "counts": { "total": { "posts_count": 9 }, "readers": { "mendeley": "5" },
                    "twitter": { "unique_users_count": 2, "posts_count": 9 } } }"#,
        );
        assert_eq!(
            figures(&publication),
            [
                ("score", None, 3.5, None),
                ("mentions", Some("X"), 2.0, None),
                ("readers", Some("Mendeley"), 5.0, None),
            ]
        );
        assert_eq!(publication.published, PartialDate::parse("2011-07-21"));
        assert_eq!(publication.authors.len(), 1);
        let url = publication.url.as_ref().map(WebAddress::as_str);
        assert_eq!(url, Some("https://j.example/a"));
        let pages = publication.venue.and_then(|venue| venue.pages);
        assert_eq!(pages.as_deref(), Some("3-9"));
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn what_cannot_be_read_costs_its_field() {
        let (publication, warnings) = read(
            r#"{ "altmetric_id": 1, "title": "A", "score": "high", "cited_by_msm_count": -3, "cited_by_rdts_count": 1.5,
                "published_on": 1e300, "readers": [], "counts": "none", "url": "https://doi.org/10.1234/a" }"#,
        );
        assert_eq!(figures(&publication), []);
        assert_eq!(publication.published, None);
        assert_eq!(publication.url, None);
        let paths = warnings.iter().map(|it| it.split(':').next());
        let expected = [
            "published_on",
            "score",
            "cited_by_msm_count",
            "cited_by_rdts_count",
        ];
        assert!(paths.eq(expected.map(Some)), "{warnings:?}");
    }

    #[test]
    fn a_day_of_publication_begins_at_midnight_somewhere() {
        // 23:00 UTC, midnight in the summer of London.
        let (publication, _) =
            read(r#"{ "altmetric_id": 1, "title": "A", "published_on": 1314054000 }"#);
        assert_eq!(publication.published, PartialDate::parse("2011-08-23"));
    }
}
