//! Works of OpenAlex (docs.openalex.org, "The Work object"), as they are now and with the keys of before 2023.

mod authors;
mod figures;

use super::dialect::{Dialect, Kind, Sign};
use super::native::page::open_access;
use super::native::{all, name_alone};
use super::node::{LONGEST_TEXT, Node};
use super::terms::{license, pages, retracted};
use crate::publication::{
    Index, License, OpenAccess, Publication, Venue, WebAddress, entity, text::lines,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "openalex",
    title: "an OpenAlex work",
    signs: &[
        Sign {
            keys: &[
                "authorships",
                "cited_by_count",
                "abstract_inverted_index",
                "primary_location",
                "host_venue",
                "is_retracted",
            ],
            kind: Kind::Any,
        },
        // What sources, authors and institutions of OpenAlex have not, though they are cited too.
        Sign {
            keys: &[
                "title",
                "doi",
                "publication_year",
                "authorships",
                "is_retracted",
            ],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    record.expect_objects(&[
        "ids",
        "primary_location",
        "best_oa_location",
        "host_venue",
        "biblio",
        "open_access",
        "primary_topic",
        "citation_normalized_percentile",
    ]);
    let title = record.field("title").title();
    let title = title.or_else(|| record.field("display_name").title());
    let kind = record.field("type").text();
    let is_notice = kind.as_deref() == Some("retraction");
    let flag = record.field("is_retracted").flag();
    let doi = record.field("doi").doi();
    let published = record.field("publication_date").date();
    let (authors, affiliations) = authors::authors(&record.field("authorships"));
    Publication {
        retracted: retracted(flag, title.as_ref()).filter(|flag| !(*flag && is_notice)),
        kind,
        title,
        doi: doi.or_else(|| record.field("ids").field("doi").doi()),
        url: landing_page(record),
        published: published.or_else(|| record.field("publication_year").date()),
        venue: venue(record),
        authors,
        affiliations: affiliations.list(),
        summary: summary(&record.field("abstract_inverted_index")),
        keywords: keywords(record),
        indexed_in: indexed_in(record),
        license: license_of(record),
        open_access: how_open(record),
        citations: figures::citations(record),
        indicators: figures::indicators(record),
        ..Publication::default()
    }
}

/// Where it is published, unless the DOI leads there.
fn landing_page(record: &Node) -> Option<WebAddress> {
    let location = record.field("primary_location");
    let page = location.field("landing_page_url").web_address();
    let page = page.or_else(|| record.field("host_venue").field("url").web_address())?;
    let address = page.as_str().to_ascii_lowercase();
    let (_, place) = address.split_once("://")?;
    let is_doi = ["doi.org/", "dx.doi.org/", "www.doi.org/"]
        .iter()
        .any(|host| place.starts_with(host));
    (!is_doi).then_some(page)
}

fn venue(record: &Node) -> Option<Venue> {
    let location = record.field("primary_location");
    let (source, before) = (location.field("source"), record.field("host_venue"));
    let known = source.field("display_name").text();
    let written = location.field("raw_source_name").text();
    // Of a chapter the source is the platform that sells the book, and what is written is the book's title.
    let title = if source.field("type").text().as_deref() == Some("ebook platform") {
        written.or(known)
    } else {
        known.or(written)
    };
    let places = record.field("biblio");
    let venue = Venue {
        title: title.or_else(|| before.field("display_name").text()),
        volume: places.field("volume").text_or_number(),
        issue: places.field("issue").text_or_number(),
        pages: pages(
            places.field("first_page").text_or_number(),
            places.field("last_page").text_or_number(),
        ),
        issn: issn(&source).or_else(|| issn(&before)),
    };
    (venue != Venue::default()).then_some(venue)
}

fn issn(source: &Node) -> Option<String> {
    let linking = source.field("issn_l").text();
    linking.or_else(|| source.field("issn").first(&mut |issn| issn.text()))
}

/// The abstract, which is given as the places of each of its words. The places order the words and nothing else, so that
/// a place beyond all others costs nothing. A word is written once and may stand in many places: a record of a few megabytes
/// could ask for more than there is memory.
fn summary(index: &Node) -> Option<String> {
    let mut words: Vec<(u64, &str)> = Vec::new();
    index.each_entry(&mut |word, places| {
        places.each(&mut |place| words.extend(place.count().map(|place| (place, word))));
    });
    let length = words
        .iter()
        .fold(0_usize, |sum, (_, word)| sum.saturating_add(word.len() + 1));
    // The last word has no space after it.
    if length > LONGEST_TEXT + 1 {
        return index.refuse("an abstract of 200,000 bytes at most");
    }
    words.sort_unstable();
    let words: Vec<&str> = words.into_iter().map(|(_, word)| word).collect();
    let text = lines(&entity::decode(&words.join(" ")));
    (!text.is_empty()).then_some(text)
}

/// The keywords, of which records of before 2024 have none: they have concepts, as which the keywords began.
fn keywords(record: &Node) -> Vec<String> {
    let keywords = record.field("keywords");
    if !keywords.is_absent() {
        return all(&keywords, keyword);
    }
    all(&record.field("concepts"), |entry| {
        // With a score of 0 stands what only contains another concept of the list.
        let is_above = entry.field("score").number() == Some(0.0);
        keyword(entry).filter(|_| !is_above)
    })
}

/// A keyword; before 2024 with another key.
fn keyword(entry: &Node) -> Option<String> {
    if let Some(keyword) = name_alone(entry) {
        return Some(keyword);
    }
    let entry = entry.object()?;
    let keyword = entry.field("display_name").text();
    keyword.or_else(|| entry.field("keyword").text())
}

/// The databases that OpenAlex has the work from, by their usual names.
fn indexed_in(record: &Node) -> Vec<Index> {
    let pubmed = record.field("ids").field("pmid").web_address();
    let mut indexes = all(&record.field("indexed_in"), |entry| {
        let word = entry.text()?;
        let name = match word.as_str() {
            "crossref" => "Crossref",
            "datacite" => "DataCite",
            "doaj" => "DOAJ",
            "arxiv" => "arXiv",
            "pubmed" => PUBMED,
            _ => &word,
        };
        let url = pubmed.clone().filter(|_| name == PUBMED);
        let name = name.to_owned();
        Some(Index { name, url })
    });
    // Older records say so by the identifier alone.
    if pubmed.is_some() && !indexes.iter().any(|index| index.name == PUBMED) {
        let name = PUBMED.to_owned();
        indexes.push(Index { name, url: pubmed });
    }
    indexes
}

const PUBMED: &str = "PubMed";

/// The licence of the place of publication, else of a free copy of the same version.
fn license_of(record: &Node) -> Option<License> {
    let own = record.field("primary_location").field("license").text();
    let free = record.field("best_oa_location");
    let is_same = free.field("version").text().as_deref() == Some("publishedVersion");
    let copy = is_same.then(|| free.field("license").text()).flatten();
    own.and_then(|text| license(&text))
        .or_else(|| license(&copy?))
}

fn how_open(record: &Node) -> Option<OpenAccess> {
    let access = record.field("open_access");
    open_access(&access.field("oa_status")).or_else(|| open_access(&access.field("is_oa")))
}

#[cfg(test)]
mod tests {
    use crate::formats::{AnyReading, read_any};
    use crate::publication::{OpenAccess, WebAddress};

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.dialects[0].name(), "openalex", "{text}");
        reading
    }

    #[test]
    fn carries_over_a_work() {
        let reading = read(
            r#"{
            "id": "https://openalex.org/W12", "doi": "https://doi.org/10.1234/SHEEP", "type": "article",
            "title": "On <i>sheep</i>", "publication_date": "2021-05-04", "publication_year": 2021,
            "primary_location": {"landing_page_url": "https://doi.org/10.1234/sheep", "license": "cc-by",
                "source": {"display_name": "Pasture", "issn_l": "1234-5678", "type": "journal"}},
            "biblio": {"volume": "7", "issue": null, "first_page": "e9", "last_page": "e9"},
            "authorships": [
                {"author": {"display_name": "B. Ram", "orcid": "https://orcid.org/0000-0002-1825-0097"},
                 "raw_author_name": "Bob Ram", "is_corresponding": true,
                 "affiliations": [{"raw_affiliation_string": "The Meadow", "institution_ids": ["https://openalex.org/I1"]},
                    {"raw_affiliation_string": "Flock Ltd", "institution_ids": []}],
                 "raw_affiliation_strings": ["The Meadow", "Flock Ltd"],
                 "institutions": [{"display_name": "Meadow", "country_code": "NZ", "ror": "https://ror.org/05ppvf150"}]},
                {"author": {"display_name": "Ewe"}, "institutions": [],
                 "raw_affiliation_string": "Hill", "raw_affiliation_strings": ["Hill"]},
                {"author": {"display_name": null}}, null],
            "keywords": [{"keyword": "wool"}, {"display_name": "Grass"}],
            "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/1"}, "indexed_in": ["crossref", "pubmed"],
            "open_access": {"is_oa": true, "oa_status": "gold"}, "is_retracted": false,
            "cited_by_count": 4, "updated_date": "2025-01-01", "referenced_works_count": 40,
            "fwci": 1.5, "citation_normalized_percentile": {"value": 0.999768},
            "primary_topic": {"subfield": {"display_name": "Animal Science"}},
            "abstract_inverted_index": {"eat": [1], "Sheep": [0], "grass.": [2, 5], "They": [3], "like": [999999999]}
            }"#,
        );
        assert_eq!(reading.warnings, []);
        let work = reading.publication;
        assert_eq!(work.kind.as_deref(), Some("article"));
        assert_eq!(work.title.expect("a title").markup(), "On <i>sheep</i>");
        assert_eq!(work.doi.expect("a DOI").as_str(), "10.1234/sheep");
        assert_eq!(work.url, None, "it is the DOI's");
        assert_eq!(work.published.expect("a date").iso(), "2021-05-04");
        let venue = work.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture"));
        assert_eq!(venue.pages.as_deref(), Some("e9"));
        let names: Vec<_> = work.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Bob Ram", "Ewe"]);
        assert_eq!(
            work.authors[0].orcid.as_deref(),
            Some("0000-0002-1825-0097")
        );
        assert!(work.authors[0].corresponding && !work.authors[0].institutional);
        assert_eq!(work.authors[0].affiliations, [0, 1]);
        assert_eq!(work.authors[1].affiliations, [2]);
        assert_eq!(work.affiliations[0].country.as_deref(), Some("NZ"));
        let names: Vec<_> = work.affiliations.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Meadow", "Flock Ltd", "Hill"]);
        assert_eq!(
            work.summary.as_deref(),
            Some("Sheep eat grass. They grass. like")
        );
        assert_eq!(work.keywords, ["wool", "Grass"]);
        let indexes: Vec<_> = work.indexed_in.iter().map(|it| &*it.name).collect();
        assert_eq!(indexes, ["Crossref", "PubMed"]);
        assert!(work.indexed_in[1].url.is_some());
        assert_eq!(
            work.license.and_then(|it| it.name).as_deref(),
            Some("CC BY")
        );
        assert_eq!(work.open_access, Some(OpenAccess::Gold));
        assert_eq!(work.retracted, Some(false));
        let count = &work.citations[0];
        assert_eq!(
            (&*count.source, count.count, count.as_of),
            ("OpenAlex", Some(4), None)
        );
        assert_eq!(
            count.url.as_ref().map(WebAddress::as_str),
            Some("https://openalex.org/works?filter=cites:W12")
        );
        let indicator = &work.indicators[0];
        assert_eq!((&*indicator.name, indicator.value), ("FWCI", 1.5));
        assert_eq!(indicator.percentile, Some(99.9768));
        assert_eq!(indicator.category.as_deref(), Some("Animal Science"));
    }

    #[test]
    fn takes_what_older_and_shorter_records_have() {
        let work = read(
            r#"{"display_name": "RETRACTED ARTICLE: Goats", "doi": null, "ids": {"doi": "10.1234/goat"},
            "publication_year": 1999, "cited_by_count": null,
            "concepts": [{"display_name": "Grazing", "score": 0.7}, {"display_name": "Biology", "score": 0.0}],
            "host_venue": {"display_name": "Hills", "issn": ["1234-5678"], "url": "https://hills.example/goats"},
            "open_access": {"is_oa": false, "oa_status": null}, "is_retracted": false}"#,
        )
        .publication;
        assert_eq!(work.doi.expect("a DOI").as_str(), "10.1234/goat");
        assert_eq!(work.published.expect("a date").iso(), "1999");
        let venue = work.venue.expect("a venue");
        assert_eq!(
            (venue.title.as_deref(), venue.issn.as_deref()),
            (Some("Hills"), Some("1234-5678"))
        );
        assert_eq!(
            work.url.expect("a page").as_str(),
            "https://hills.example/goats"
        );
        assert_eq!(work.open_access, Some(OpenAccess::Closed));
        assert_eq!(work.retracted, Some(true), "its title says so");
        assert_eq!(work.citations, [], "null is not 0");
        assert_eq!(work.keywords, ["Grazing"]);
    }

    #[test]
    fn a_chapter_is_in_its_book_and_not_in_the_platform() {
        let work = read(
            r#"{"title": "Hay", "is_retracted": true, "type": "retraction", "primary_location": {
            "raw_source_name": "All About Hay", "license": null,
            "source": {"type": "ebook platform", "display_name": "Barn eBooks"}},
            "best_oa_location": {"license": "cc-by-nc", "version": "acceptedVersion"}}"#,
        )
        .publication;
        assert_eq!(
            work.venue.and_then(|it| it.title).as_deref(),
            Some("All About Hay")
        );
        assert_eq!(work.license, None, "the licence is that of a manuscript");
        assert_eq!(work.retracted, None, "it is the notice");
    }

    #[test]
    fn an_abstract_takes_no_more_room_than_its_record_is_worth() {
        let word = "baa".repeat(1000);
        let places: Vec<String> = (0..1000).map(|place| place.to_string()).collect();
        let reading = read(
            &[
                r#"{"title": "Hay", "abstract_inverted_index": {""#,
                &word,
                r#"": ["#,
                &places.join(","),
                "]}}",
            ]
            .concat(),
        );
        assert_eq!(reading.publication.summary, None);
        assert_eq!(reading.warnings[0].path, "abstract_inverted_index");
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading = read(
            r#"{"title": "Hay", "cited_by_count": -1, "publication_date": "0000-00-00", "authorships": "Ram",
            "abstract_inverted_index": "Hay is", "citation_normalized_percentile": {"value": 1.7},
            "open_access": "gold", "ids": {"doi": "none"}}"#,
        );
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(
            paths,
            [
                "open_access",
                "publication_date",
                "authorships",
                "ids.doi",
                "abstract_inverted_index",
                "cited_by_count",
                "citation_normalized_percentile.value"
            ]
        );
        assert_eq!(reading.publication.citations, []);
    }
}
