//! Answers of Unpaywall (unpaywall.org/data-format), with the authors of Crossref until 2024 and those of OpenAlex since.

use super::contributors::{Affiliations, name_of_parts, named};
use super::dialect::{Dialect, Kind, Sign};
use super::native::name_alone;
use super::native::page::{open_access, orcid};
use super::node::Node;
use super::terms::{license, retracted};
use crate::publication::{Author, License, Publication, Venue};

pub(super) const DIALECT: Dialect = Dialect {
    name: "unpaywall",
    title: "an answer of Unpaywall",
    signs: &[
        Sign {
            keys: &["oa_locations", "best_oa_location", "z_authors", "doi_url"],
            kind: Kind::Any,
        },
        Sign {
            keys: &["doi"],
            kind: Kind::Text,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    record.expect_objects(&["best_oa_location"]);
    let title = record.field("title").title();
    let kind = record.field("genre").text();
    let published = record.field("published_date").date();
    let open = open_access(&record.field("oa_status"));
    let mut affiliations = Affiliations::default();
    let mut authors = Vec::new();
    record
        .field("z_authors")
        .each(&mut |entry| authors.extend(author(entry, &mut affiliations)));
    Publication {
        retracted: retracted(None, title.as_ref()),
        title,
        doi: record.field("doi").doi(),
        published: published.or_else(|| record.field("year").date()),
        venue: venue(record),
        authors,
        affiliations: affiliations.list(),
        license: license_of(record, kind.as_deref() == Some("posted-content")),
        open_access: open.or_else(|| open_access(&record.field("is_oa"))),
        kind,
        ..Publication::default()
    }
}

fn venue(record: &Node) -> Option<Venue> {
    let linking = record.field("journal_issn_l").text();
    let venue = Venue {
        title: record.field("journal_name").text(),
        issn: linking.or_else(|| first_issn(&record.field("journal_issns").text()?)),
        ..Venue::default()
    };
    (venue != Venue::default()).then_some(venue)
}

/// All of a journal's are in one text, with commas between them.
fn first_issn(all: &str) -> Option<String> {
    let first = all.split(',').map(str::trim).find(|it| !it.is_empty())?;
    Some(first.to_owned())
}

fn author(entry: &Node, affiliations: &mut Affiliations) -> Option<Author> {
    if let Some(name) = name_alone(entry) {
        return Some(named(name));
    }
    let entry = entry.object()?;
    let (given, family) = (entry.field("given").text(), entry.field("family").text());
    let name = name_of_parts(given, family);
    let name = name.or_else(|| entry.field("raw_author_name").text());
    let mut author = Author {
        orcid: entry.field("ORCID").parsed("an ORCID iD", orcid),
        corresponding: entry.field("is_corresponding").flag().unwrap_or(false),
        ..named(name.or_else(|| entry.field("name").text())?)
    };
    let mut names = entry.field("raw_affiliation_strings").texts();
    entry
        .field("affiliation")
        .each(&mut |organisation| names.extend(organisation.field("name").text()));
    for name in names {
        affiliations.named(&mut author, name);
    }
    Some(author)
}

/// The licence of the first copy of the version of record that has one; the best copy may be a manuscript, whose terms are
/// not the publication's. Of a preprint every copy is what was published.
fn license_of(record: &Node, is_preprint: bool) -> Option<License> {
    let of_copy = |copy: &Node| {
        let text = copy.field("license").text()?;
        let version = copy.field("version").text();
        let is_record = version.is_none_or(|version| version == "publishedVersion");
        (is_record || is_preprint).then(|| license(&text)).flatten()
    };
    let mut found = of_copy(&record.field("best_oa_location"));
    record.field("oa_locations").each(&mut |copy| {
        if found.is_none() {
            found = of_copy(copy);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use crate::formats::{AnyReading, read_any};
    use crate::publication::OpenAccess;

    fn read(text: &str) -> AnyReading {
        let json = serde_json::from_str(text).expect(text);
        let reading = read_any(&json, None).expect(text);
        assert_eq!(reading.dialects[0].name(), "unpaywall", "{text}");
        reading
    }

    #[test]
    fn carries_over_an_answer() {
        let reading = read(
            r#"{"doi": "10.1234/sheep", "doi_url": "https://doi.org/10.1234/sheep", "title": "On sheep",
            "genre": "journal-article", "published_date": "2021-05-04", "year": 2021, "updated": "2025-01-01",
            "journal_name": "Pasture", "journal_issn_l": null, "journal_issns": "1234-5678,8765-4321",
            "is_oa": true, "oa_status": "hybrid",
            "best_oa_location": {"license": "cc-by-nc", "version": "acceptedVersion"},
            "oa_locations": [{"license": "cc-by-nc", "version": "acceptedVersion"}, null,
                {"license": null, "version": "publishedVersion"},
                {"license": "cc-by", "version": "publishedVersion"}],
            "z_authors": [
                {"given": "Bob", "family": "Ram", "ORCID": "http://orcid.org/0000-0002-1825-0097",
                 "affiliation": [{"name": "Meadow"}]},
                {"family": "Ewe", "affiliation": []}, "Flock", {"given": ""},
                {"raw_author_name": "Ann Lamb", "is_corresponding": true, "raw_affiliation_strings": ["Hill", "Meadow"]}]
            }"#,
        );
        assert_eq!(reading.warnings, []);
        let answer = reading.publication;
        assert_eq!(answer.kind.as_deref(), Some("article"));
        assert_eq!(answer.published.expect("a date").iso(), "2021-05-04");
        assert_eq!(
            answer.venue.and_then(|it| it.issn).as_deref(),
            Some("1234-5678")
        );
        let names: Vec<_> = answer.authors.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["Ram, Bob", "Ewe", "Flock", "Ann Lamb"]);
        assert_eq!(
            answer.authors[0].orcid.as_deref(),
            Some("0000-0002-1825-0097")
        );
        assert!(answer.authors[3].corresponding);
        assert_eq!(answer.authors[3].affiliations, [1, 0]);
        let license = answer.license.and_then(|it| it.name);
        assert_eq!(license.as_deref(), Some("CC BY"), "not the manuscript's");
        assert_eq!(answer.open_access, Some(OpenAccess::Hybrid));
        assert_eq!(answer.url, None);
        assert_eq!(answer.as_of, None, "the record's date is of no count");
    }

    #[test]
    fn takes_the_terms_of_a_preprint_and_of_a_trimmed_answer() {
        let name = |text: &str| read(text).publication.license.and_then(|it| it.name);
        let preprint = r#"{"doi": "10.1234/hay", "genre": "posted-content",
            "best_oa_location": {"license": "cc-by", "version": "submittedVersion"}}"#;
        assert_eq!(name(preprint).as_deref(), Some("CC BY"));
        let trimmed = r#"{"doi": "10.1234/hay", "best_oa_location": {"license": "cc-by"}}"#;
        assert_eq!(name(trimmed).as_deref(), Some("CC BY"));
        let manuscript = r#"{"doi": "10.1234/hay", "best_oa_location": {"license": "cc-by", "version": "acceptedVersion"}}"#;
        assert_eq!(name(manuscript), None);
    }

    #[test]
    fn a_notice_is_not_itself_retracted() {
        let retracted = |title: &str| {
            let text = [
                r#"{"doi": "10.1234/hay", "z_authors": null, "title": ""#,
                title,
                r#""}"#,
            ];
            read(&text.concat()).publication.retracted
        };
        assert_eq!(retracted("Retraction Notice: Hay"), None);
        assert_eq!(retracted("RETRACTED ARTICLE: Hay"), Some(true));
    }

    #[test]
    fn what_cannot_be_read_costs_that_field() {
        let reading = read(
            r#"{"doi": "10.1234/hay", "oa_status": "purple", "is_oa": false, "z_authors": [7], "year": "2013",
            "oa_locations": null, "best_oa_location": "none"}"#,
        );
        let paths: Vec<_> = reading.warnings.iter().map(|it| &*it.path).collect();
        assert_eq!(paths, ["best_oa_location", "oa_status", "z_authors[0]"]);
        assert_eq!(reading.publication.open_access, Some(OpenAccess::Closed));
        assert_eq!(reading.publication.published.expect("a year").iso(), "2013");
    }
}
