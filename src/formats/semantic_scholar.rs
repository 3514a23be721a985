//! Papers of Semantic Scholar (api.semanticscholar.org, "Academic Graph API", `FullPaper`).

use super::contributors::{Affiliations, named};
use super::dialect::{Dialect, Kind, Sign};
use super::native::name_alone;
use super::native::page::{open_access, orcid};
use super::node::Node;
use super::terms::{license, pages, retracted};
use crate::publication::{
    Author, CitationCount, Index, OpenAccess, Publication, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "semanticscholar",
    title: "a paper of Semantic Scholar",
    signs: &[Sign {
        keys: &["paperId", "corpusId", "influentialCitationCount"],
        kind: Kind::Any,
    }],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    record.expect_objects(&["externalIds", "publicationVenue", "openAccessPdf"]);
    let title = record.field("title").title();
    let identifiers = record.field("externalIds");
    let doi = identifiers.field("DOI").doi();
    let published = record.field("publicationDate").date();
    let page = record.field("url").web_address();
    let free = record.field("openAccessPdf");
    let mut affiliations = Affiliations::default();
    let mut authors = Vec::new();
    record
        .field("authors")
        .each(&mut |entry| authors.extend(author(entry, &mut affiliations)));
    Publication {
        kind: kind(&record.field("publicationTypes")),
        retracted: retracted(None, title.as_ref()),
        title,
        published: published.or_else(|| record.field("year").date()),
        venue: venue(record),
        authors,
        affiliations: affiliations.list(),
        summary: record.field("abstract").lines(),
        indexed_in: indexed_in(&identifiers),
        license: free.field("license").text().and_then(|text| license(&text)),
        open_access: how_open(record, &free),
        citations: citations(record, page.as_ref()),
        // A paper with a DOI has a page of its own; that of Semantic Scholar is all that others have.
        url: page.filter(|_| doi.is_none()),
        doi,
        ..Publication::default()
    }
}

/// The first type, but a review wherever it stands; in the spelling that others have for the same words: `JournalArticle`
/// is a `journal-article`, and what is called a `Conference` is a paper of one.
fn kind(types: &Node) -> Option<String> {
    let types = types.texts();
    let review = types.iter().find(|it| it.eq_ignore_ascii_case("review"));
    let word = review.or_else(|| types.first())?;
    if word == "Conference" {
        return Some("conference-paper".to_owned());
    }
    let mut kind = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii_uppercase() && !kind.is_empty() {
            kind.push('-');
        }
        kind.push(letter.to_ascii_lowercase());
    }
    Some(kind)
}

fn venue(record: &Node) -> Option<Venue> {
    let (journal, known) = (record.field("journal"), record.field("publicationVenue"));
    // Exports have its name alone.
    let title = match name_alone(&journal) {
        Some(title) => Some(title),
        None => journal.object().and_then(|it| it.field("name").text()),
    };
    let title = title.or_else(|| known.field("name").text());
    let venue = Venue {
        title: title.or_else(|| record.field("venue").text()),
        volume: journal.field("volume").text_or_number(),
        issue: None,
        pages: journal.field("pages").text_or_number().map(closed_up),
        issn: known.field("issn").text(),
    };
    (venue != Venue::default()).then_some(venue)
}

/// Pages without the spaces around their dash: `525 - 535`.
fn closed_up(text: String) -> String {
    let range = text
        .split_once(" - ")
        .and_then(|(first, last)| pages(Some(first.to_owned()), Some(last.to_owned())));
    range.unwrap_or(text)
}

fn author(entry: &Node, affiliations: &mut Affiliations) -> Option<Author> {
    if let Some(name) = name_alone(entry) {
        return Some(named(name));
    }
    let entry = entry.object()?;
    let identifiers = entry.field("externalIds");
    let mut author = Author {
        orcid: identifiers.field("ORCID").parsed("an ORCID iD", orcid),
        ..named(entry.field("name").text()?)
    };
    for name in entry.field("affiliations").texts() {
        affiliations.named(&mut author, name);
    }
    Some(author)
}

/// The databases of which the record has an identifier. Preprint servers and PubMed Central hold papers, and index none.
fn indexed_in(identifiers: &Node) -> Vec<Index> {
    [
        ("PubMed", "PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
        ("DBLP", "DBLP", "https://dblp.org/rec/"),
    ]
    .into_iter()
    .filter_map(|(key, name, place)| {
        let identifier = identifiers.field(key).text_or_number()?;
        Some(Index {
            name: name.to_owned(),
            url: WebAddress::parse(&[place, &identifier].concat()),
        })
    })
    .collect()
}

/// How a paper is open where that is known. `isOpenAccess` is false too where nothing was found out: only a status says
/// that a paper is closed.
fn how_open(record: &Node, free: &Node) -> Option<OpenAccess> {
    let status = open_access(&free.field("status"));
    let is_open = record.field("isOpenAccess").flag().unwrap_or(false);
    status.or_else(|| is_open.then_some(OpenAccess::Open))
}

fn citations(record: &Node, page: Option<&WebAddress>) -> Vec<CitationCount> {
    let count = record.field("citationCount").count();
    let count = count.map(|count| CitationCount {
        source: "Semantic Scholar".to_owned(),
        count: Some(count),
        as_of: None,
        url: page.cloned(),
    });
    count.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::formats::{AnyReading, read_any};
    use crate::publication::{OpenAccess, WebAddress};

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.dialects[0].name(), "semanticscholar", "{text}");
        reading
    }

    #[test]
    fn carries_over_a_paper() {
        let reading = read(
            r#"{"paperId": "ab1", "externalIds": {"DOI": "10.1234/SHEEP", "PubMed": "77", "CorpusId": 5},
            "url": "https://www.semanticscholar.org/paper/ab1", "title": "On sheep", "abstract": "They\ngraze.",
            "venue": "Past.", "publicationVenue": {"name": "Pasture Letters", "issn": "1234-5678"},
            "journal": {"name": "Pasture", "volume": 7, "pages": "12 - 19"},
            "year": 2021, "publicationDate": null, "publicationTypes": ["JournalArticle", "Study"],
            "referenceCount": 40, "citationCount": "4", "influentialCitationCount": 1,
            "isOpenAccess": true, "openAccessPdf": {"url": "", "status": "HYBRID", "license": "CCBYNC"},
            "authors": [{"name": "B. Ram", "affiliations": ["Meadow"], "externalIds": {"ORCID": "0000-0002-1825-0097"}},
                {"authorId": null, "name": ""}, {"name": "Ewe"}]}"#,
        );
        assert_eq!(reading.warnings, []);
        let paper = reading.publication;
        assert_eq!(paper.kind.as_deref(), Some("article"));
        assert_eq!(paper.doi.expect("a DOI").as_str(), "10.1234/sheep");
        assert_eq!(paper.url, None, "the DOI leads to its page");
        assert_eq!(paper.published.expect("a year").iso(), "2021");
        let venue = paper.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture"));
        assert_eq!(venue.volume.as_deref(), Some("7"));
        assert_eq!(venue.pages.as_deref(), Some("12-19"));
        assert_eq!(venue.issn.as_deref(), Some("1234-5678"));
        let names: Vec<_> = paper.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["B. Ram", "Ewe"]);
        assert!(paper.authors[0].orcid.is_some());
        assert_eq!(paper.affiliations[0].name, "Meadow");
        assert_eq!(paper.summary.as_deref(), Some("They\ngraze."));
        let index = &paper.indexed_in[0];
        assert_eq!(
            index.url.as_ref().map(WebAddress::as_str),
            Some("https://pubmed.ncbi.nlm.nih.gov/77")
        );
        assert_eq!(
            paper.license.and_then(|it| it.name).as_deref(),
            Some("CC BY-NC")
        );
        assert_eq!(paper.open_access, Some(OpenAccess::Hybrid));
        assert_eq!(
            paper.citations.len(),
            1,
            "references and influential citations are none"
        );
        let count = &paper.citations[0];
        assert_eq!((&*count.source, count.count), ("Semantic Scholar", Some(4)));
        assert!(count.url.is_some());
    }

    #[test]
    fn takes_short_records_and_nulls() {
        let paper = read(
            r#"{"paperId": null, "title": "RETRACTED ARTICLE: Goats", "url": "https://s2.example/p", "year": null,
            "externalIds": null, "journal": null, "venue": "", "citationCount": null, "authors": [],
            "isOpenAccess": false, "openAccessPdf": {"status": null, "license": null},
            "publicationTypes": ["CaseReport", "Review"]}"#,
        );
        assert_eq!(paper.warnings, []);
        let paper = paper.publication;
        assert_eq!(paper.kind.as_deref(), Some("review"));
        assert_eq!(paper.retracted, Some(true));
        assert_eq!(
            paper.url.expect("the only page").as_str(),
            "https://s2.example/p"
        );
        assert_eq!(paper.venue, None);
        assert_eq!(paper.citations, [], "null is not 0");
        assert_eq!(paper.open_access, None, "false says that nothing was found");
        let closed =
            read(r#"{"paperId": "a", "title": "G", "openAccessPdf": {"status": "CLOSED"}}"#);
        assert_eq!(closed.publication.open_access, Some(OpenAccess::Closed));
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading = read(
            r#"{"corpusId": 5, "title": "Hay", "citationCount": -1, "authors": 3, "journal": "Barn", "externalIds": "10.1", "publicationDate": "June",
            "openAccessPdf": {"status": "SHUT"}}"#,
        );
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(
            paths,
            [
                "externalIds",
                "publicationDate",
                "authors",
                "openAccessPdf.status",
                "citationCount"
            ]
        );
    }
}
