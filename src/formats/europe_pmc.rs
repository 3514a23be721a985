//! Search results of Europe PMC (europepmc.org/RestfulWebService), short (`lite`) and whole (`core`).

mod authors;
mod types;

use super::contributors::Affiliations;
use super::dialect::{Dialect, Kind, Sign};
use super::native::all;
use super::node::Node;
use super::terms::{license, scripts};
use crate::formats::Json;
use crate::publication::{
    CitationCount, Index, OpenAccess, Publication, RichText, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "europepmc",
    title: "a search result of Europe PMC",
    signs: &[
        Sign {
            keys: &["source", "pmid", "pmcid"],
            kind: Kind::Any,
        },
        Sign {
            keys: &[
                "authorString",
                "authorList",
                "pubYear",
                "journalInfo",
                "journalTitle",
                "citedByCount",
            ],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    record.expect_objects(&[
        "authorList",
        "journalInfo",
        "pubTypeList",
        "keywordList",
        "meshHeadingList",
        "commentCorrectionList",
    ]);
    let title = title(&record.field("title"));
    let types = types::types(record);
    let doi = record.field("doi").doi();
    let published = record.field("firstPublicationDate").date();
    let notices = types::notices(record);
    let mut affiliations = Affiliations::default();
    let authors = authors::authors(record, &mut affiliations);
    Publication {
        retracted: types::is_retracted(&types, &notices, title.as_ref()),
        kind: types::kind(&types),
        title,
        url: page(record).filter(|_| doi.is_none()),
        doi,
        published: published
            .or_else(|| record.field("pubYear").date())
            .or_else(|| {
                record
                    .field("journalInfo")
                    .field("yearOfPublication")
                    .date()
            }),
        venue: venue(record),
        authors,
        affiliations: affiliations.list(),
        summary: record.field("abstractText").lines(),
        keywords: keywords(record),
        indexed_in: indexed_in(record),
        license: license(&record.field("license").text().unwrap_or_default()),
        open_access: how_open(&record.field("isOpenAccess")),
        notices,
        citations: citations(record),
        ..Publication::default()
    }
}

/// The keywords of the authors; where there are none, the headings under which the National Library of Medicine has it.
fn keywords(record: &Node) -> Vec<String> {
    let keywords = record.field("keywordList").field("keyword").texts();
    if !keywords.is_empty() {
        return keywords;
    }
    let headings = record.field("meshHeadingList");
    all(&headings.field("meshHeading"), |heading| {
        heading.field("descriptorName").text()
    })
}

/// A title without what MEDLINE puts around it: brackets for a translated one, and a dot at the end. A dot of an
/// abbreviation (`U.S.`) or of an omission stays.
fn title(text: &Node) -> Option<RichText> {
    let text = scripts(text.string()?.trim());
    let text = without_dot(&text);
    let text = without_brackets(text).map_or(text, without_dot);
    Some(RichText::parse(text)).filter(|title| !title.is_empty())
}

fn without_dot(text: &str) -> &str {
    match text.strip_suffix('.') {
        Some(title) if !last_word(title).contains('.') => title,
        _ => text,
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(_, word)| word)
}

/// What one pair of brackets holds, where nothing is outside of it.
fn without_brackets(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?;
    let mut open = 1_usize;
    for letter in inside.chars() {
        match letter {
            '[' => open += 1,
            ']' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return None;
        }
    }
    (open == 1).then_some(inside)
}

/// The page of Europe PMC about what a source (`MED`, `PMC`, `PPR`) knows by an identifier.
fn page(entry: &Node) -> Option<WebAddress> {
    let (source, id) = key(entry)?;
    WebAddress::parse(&["https://europepmc.org/article/", &source, "/", &id].concat())
}

fn key(entry: &Node) -> Option<(String, String)> {
    let is_plain = |text: &String| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let source = entry.field("source").text().filter(is_plain)?;
    let id = entry.field("id").text_or_number().filter(is_plain)?;
    Some((source, id))
}

fn indexed_in(record: &Node) -> Vec<Index> {
    let pmid = record.field("pmid").text_or_number();
    let index = pmid.map(|pmid| Index {
        name: "PubMed".to_owned(),
        url: WebAddress::parse(&["https://pubmed.ncbi.nlm.nih.gov/", &pmid].concat()),
    });
    index.into_iter().collect()
}

/// "Y" or "N". "N" is said too of what is free elsewhere: it means that Europe PMC has no open copy.
fn how_open(flag: &Node) -> Option<OpenAccess> {
    let is_open = match flag.value() {
        Json::String(text) => text.trim().eq_ignore_ascii_case("y"),
        _ => flag.flag()?,
    };
    is_open.then_some(OpenAccess::Open)
}

fn venue(record: &Node) -> Option<Venue> {
    let issue = record.field("journalInfo");
    let journal = issue.field("journal");
    let title = journal.field("title").text();
    let issn = journal.field("issn").text();
    let issn = issn.or_else(|| journal.field("essn").text());
    let volume = issue.field("volume").text_or_number();
    let number = issue.field("issue").text_or_number();
    let venue = Venue {
        title: title.or_else(|| record.field("journalTitle").text()),
        volume: volume.or_else(|| record.field("journalVolume").text_or_number()),
        issue: number.or_else(|| record.field("issue").text_or_number()),
        pages: record.field("pageInfo").text_or_number(),
        issn: issn.or_else(|| first_issn(&record.field("journalIssn").text()?)),
    };
    (venue != Venue::default()).then_some(venue)
}

/// Short records have all of a journal's in one text, in lower case: `0162-220x; 1538-9804; `.
fn first_issn(all: &str) -> Option<String> {
    let first = all.split(';').map(str::trim).find(|it| !it.is_empty())?;
    Some(first.to_ascii_uppercase())
}

/// The dates of a record are those of its indexing and revision, so the count has none.
fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("citedByCount").count();
    let count = count.map(|count| CitationCount {
        source: "Europe PMC".to_owned(),
        count: Some(count),
        as_of: None,
        url: key(record).and_then(|(source, id)| {
            let search = "https://europepmc.org/search?query=CITES%3A";
            WebAddress::parse(&[search, &id, "_", &source].concat())
        }),
    });
    count.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::title;
    use crate::formats::node::Node;
    use crate::formats::{AnyReading, Json, read_any};
    use crate::publication::{NoticeKind, OpenAccess, WebAddress};
    use std::cell::RefCell;

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.dialects[0].name(), "europepmc", "{text}");
        reading
    }

    #[test]
    fn carries_over_a_whole_record() {
        let reading = read(
            r#"{"resultList": {"result": [{"id": "77", "source": "MED", "pmid": "77", "doi": "10.1234/sheep",
            "title": "On &lt;i&gt;sheep&lt;/i&gt;.", "authorString": "Ram B, Flock.",
            "authorList": {"author": [
                {"fullName": "Ram B", "firstName": "Bob", "lastName": "Ram", "initials": "B",
                 "authorId": {"type": "ORCID", "value": "0000-0002-1825-0097"},
                 "authorAffiliationDetailsList": {"authorAffiliation": [
                    {"affiliation": "Meadow, New Zealand. Electronic address: bob@meadow.example."}, {"affiliation": "Hill."}]}},
                {"collectiveName": "Flock"}, {"fullName": "Ewe"}, {}]},
            "journalInfo": {"issue": "2", "volume": "7", "journal": {"title": "Pasture", "issn": null, "essn": "1234-5678"}},
            "pageInfo": "12-19", "pubYear": "2021", "firstPublicationDate": "2021-05-04", "firstIndexDate": "2021-06-01",
            "abstractText": "<h4>Aim</h4>To graze.", "pubTypeList": {"pubType": ["research-article", "Review", "Journal Article"]},
            "keywordList": {"keyword": ["wool"]}, "isOpenAccess": "Y", "license": "cc by-nc", "citedByCount": 3,
            "commentCorrectionList": {"commentCorrection": [
                {"type": "Erratum in", "source": "MED", "id": "78", "reference": "Pasture. 2022;8(1):1"},
                {"type": "Comment in", "source": "MED", "id": "79"}, {"type": "Retraction of", "id": "1", "source": "MED"}]}
            }]}}"#,
        );
        assert_eq!(reading.warnings, []);
        let result = reading.publication;
        assert_eq!(result.kind.as_deref(), Some("Review"));
        assert_eq!(result.title.expect("a title").markup(), "On <i>sheep</i>");
        assert_eq!(result.url, None);
        assert_eq!(result.published.expect("a date").iso(), "2021-05-04");
        let venue = result.venue.expect("a venue");
        assert_eq!(venue.title.as_deref(), Some("Pasture"));
        assert_eq!(venue.issn.as_deref(), Some("1234-5678"));
        let names: Vec<_> = result.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram, Bob", "Flock", "Ewe"]);
        assert!(result.authors[0].orcid.is_some());
        let places: Vec<_> = result.affiliations.iter().map(|it| &*it.name).collect();
        assert_eq!(places, ["Meadow, New Zealand", "Hill"]);
        assert_eq!(result.summary.as_deref(), Some("<h4>Aim</h4>To graze."));
        assert_eq!(result.keywords, ["wool"]);
        assert_eq!(result.indexed_in[0].name, "PubMed");
        assert_eq!(
            result.license.and_then(|it| it.name).as_deref(),
            Some("CC BY-NC")
        );
        assert_eq!(result.open_access, Some(OpenAccess::Open));
        assert_eq!(result.retracted, None, "it is corrected");
        assert_eq!(result.notices.len(), 1);
        assert_eq!(result.notices[0].kind, NoticeKind::Correction);
        let count = &result.citations[0];
        assert_eq!(
            (&*count.source, count.count, count.as_of),
            ("Europe PMC", Some(3), None)
        );
        assert_eq!(
            count.url.as_ref().map(WebAddress::as_str),
            Some("https://europepmc.org/search?query=CITES%3A77_MED")
        );
    }

    #[test]
    fn carries_over_a_short_record() {
        let reading = read(
            r#"{"id": "PPR5", "source": "PPR", "title": "Goats", "authorString": "Ram B, van der Ewe C, et al.",
            "journalTitle": "Hills", "journalVolume": "7", "issue": "1", "journalIssn": "0162-220x; 1538-9804; ",
            "journalInfo": {"yearOfPublication": 1999}, "pubType": "comparative study; research support, u.s. gov't, p.h.s.; journal article",
            "meshHeadingList": {"meshHeading": [{"majorTopic_YN": "Y", "descriptorName": "Goats"}, {"descriptorName": "Animals"}]},
            "isOpenAccess": "N", "citedByCount": 0}"#,
        );
        assert_eq!(reading.warnings, []);
        let result = reading.publication;
        assert_eq!(result.kind.as_deref(), Some("article"));
        let names: Vec<_> = result.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram B", "van der Ewe C"]);
        assert_eq!(result.published.expect("a year").iso(), "1999");
        assert_eq!(
            result.venue.and_then(|it| it.issn).as_deref(),
            Some("0162-220X")
        );
        assert_eq!(
            result.url.expect("a page").as_str(),
            "https://europepmc.org/article/PPR/PPR5"
        );
        assert_eq!(result.keywords, ["Goats", "Animals"]);
        assert_eq!(result.open_access, None, "it may be free elsewhere");
        assert_eq!(result.citations[0].count, Some(0));
    }

    #[test]
    fn titles_lose_what_medline_puts_around_them() {
        for (written, read) in [
            ("On sheep.", "On sheep"),
            ("[On sheep].", "On sheep"),
            ("[On sheep.]", "On sheep"),
            ("[On] sheep [again].", "[On] sheep [again]"),
            ("Sheep of the U.S.", "Sheep of the U.S."),
            ("Why sheep?", "Why sheep?"),
            ("And so on...", "And so on..."),
        ] {
            let (json, complaints) = (Json::String(written.to_owned()), RefCell::default());
            let title = title(&Node::root(&json, &complaints)).expect(written);
            assert_eq!(title.plain(), read);
        }
    }

    #[test]
    fn a_retracted_publication_is_told_from_its_notice() {
        let retracted = |rest: &str| {
            let text = [
                r#"{"source": "MED", "pubYear": "2020", "title": "Hay.", "#,
                rest,
                "}",
            ];
            read(&text.concat()).publication.retracted
        };
        assert_eq!(
            retracted(r#""pubType": "retracted publication; journal article""#),
            Some(true)
        );
        assert_eq!(
            retracted(r#""pubType": "retraction of publication; journal article""#),
            None
        );
        let notice = r#""commentCorrectionList": {"commentCorrection": {"type": "Retraction in", "id": "9", "source": "MED"}}"#;
        assert_eq!(retracted(notice), Some(true));
        assert_eq!(retracted(r#""pubType": null"#), None);
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading = read(
            r#"{"pmid": "7", "title": "Hay", "citedByCount": "-1", "authorList": {"author": 5}, "pubYear": "20",
            "doi": "none", "journalInfo": "Barn", "keywordList": {"keyword": null}, "license": null}"#,
        );
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(
            paths,
            [
                "journalInfo",
                "doi",
                "authorList.author",
                "pubYear",
                "citedByCount"
            ]
        );
    }
}
