//! Records of `InvenioRDM`, and those of Zenodo in the older shape that its API still gives.
//! <https://inveniordm.docs.cern.ch/reference/metadata/>

use super::contributors::{Affiliations, name_of_parts, named};
use super::dialect::{Dialect, Kind, Sign};
use super::native::{name_alone, page};
use super::node::Node;
use super::terms;
use crate::formats::Json;
use crate::publication::{
    Affiliation, Attention, AttentionKind, Author, License, Notice, NoticeKind, OpenAccess,
    PartialDate, Publication, Venue, WebAddress,
};

pub(super) const DIALECT: Dialect = Dialect {
    name: "invenio",
    title: "a record of InvenioRDM",
    signs: &[
        Sign {
            keys: &["metadata"],
            kind: Kind::Object,
        },
        Sign {
            keys: &[
                "pids",
                "access",
                "custom_fields",
                "conceptrecid",
                "conceptdoi",
                "submitted",
            ],
            kind: Kind::Any,
        },
    ],
    read: publication,
};

fn publication(record: &Node) -> Publication {
    let metadata = record.field("metadata");
    let links = record.field("links");
    let pids = record.field("pids");
    let pid = pids.field("doi");
    let url = links.field("self_html").landing_page();
    let url = url.or_else(|| links.field("html").landing_page());
    let mut affiliations = Affiliations::default();
    let title = metadata.field("title").title();
    Publication {
        kind: kind(&metadata.field("resource_type")),
        retracted: terms::retracted(None, title.as_ref()),
        title,
        doi: pid
            .field("identifier")
            .doi()
            .or_else(|| metadata.field("doi").doi())
            .or_else(|| record.field("doi").doi()),
        published: published(&metadata.field("publication_date")),
        venue: venue(record, &metadata),
        authors: authors(&metadata.field("creators"), &mut affiliations),
        affiliations: affiliations.list(),
        summary: metadata.field("description").lines(),
        keywords: keywords(&metadata),
        license: license(&metadata.field("rights")).or_else(|| license(&metadata.field("license"))),
        open_access: open_access(record, &metadata),
        notices: newer_version(record, &metadata, &links),
        attention: usage(&record.field("stats"), url.as_ref()),
        url,
        ..Publication::default()
    }
}

/// `publication-article`, which the older shape has in two parts.
fn kind(resource_type: &Node) -> Option<String> {
    if matches!(resource_type.value(), Json::String(_)) {
        return resource_type.text();
    }
    resource_type.field("id").text().or_else(|| {
        let subtype = resource_type.field("subtype").text();
        match (resource_type.field("type").text(), subtype) {
            (Some(kind), Some(subtype)) => Some([&kind, "-", &subtype].concat()),
            (kind, subtype) => kind.or(subtype),
        }
    })
}

/// A date in EDTF, level 0, and of level 1 what is uncertain or approximate. Of an interval, its begin.
fn published(date: &Node) -> Option<PartialDate> {
    date.parsed("a date such as 2024, 2024-09 or 2024-09-13", |text| {
        let (begin, _) = text.split_once('/').unwrap_or((text, ""));
        PartialDate::parse(begin.trim().trim_end_matches(['?', '~', '%']))
    })
}

/// The journal, the book that it is part of, or the repository or publisher.
fn venue(record: &Node, metadata: &Node) -> Option<Venue> {
    let custom = record.field("custom_fields");
    let of = |entry: &Node| {
        let venue = Venue {
            title: entry.field("title").text(),
            volume: entry.field("volume").text_or_number(),
            issue: entry.field("issue").text_or_number(),
            pages: entry.field("pages").text_or_number(),
            issn: entry.field("issn").text(),
        };
        venue.title.is_some().then_some(venue)
    };
    let alone = |title| Venue {
        title: Some(title),
        ..Venue::default()
    };
    of(&custom.field("journal:journal"))
        .or_else(|| of(&metadata.field("journal")))
        .or_else(|| of(&custom.field("imprint:imprint")))
        .or_else(|| of(&metadata.field("part_of")))
        .or_else(|| of(&custom.field("meeting:meeting")))
        .or_else(|| of(&metadata.field("meeting")))
        .or_else(|| metadata.field("publisher").text().map(alone))
}

fn authors(creators: &Node, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut authors = Vec::new();
    creators.each(&mut |creator| authors.extend(author(creator, affiliations)));
    authors
}

/// A creator. In the older shape a person is not set apart from what is said of it.
fn author(creator: &Node, affiliations: &mut Affiliations) -> Option<Author> {
    let inner = creator.field("person_or_org");
    let person = if inner.is_absent() { creator } else { &inner };
    let name = name_alone(person).or_else(|| {
        let (given, family) = (person.field("given_name"), person.field("family_name"));
        family
            .text()
            .and_then(|family| name_of_parts(given.text(), Some(family)))
            .or_else(|| person.field("name").text())
    })?;
    let mut author = named(name);
    author.orcid = identifier(&person.field("identifiers"), "orcid")
        .and_then(|id| page::orcid(&id))
        .or_else(|| person.field("orcid").parsed("an ORCID iD", page::orcid));
    for key in ["affiliations", "affiliation"] {
        creator.field(key).each(&mut |entry| {
            if let Some(affiliation) = affiliation(entry) {
                affiliations.of_author(&mut author, affiliation);
            }
        });
    }
    Some(author)
}

fn affiliation(entry: &Node) -> Option<Affiliation> {
    if let Some(name) = name_alone(entry) {
        return Some(Affiliation {
            name,
            ..Affiliation::default()
        });
    }
    let ror = identifier(&entry.field("identifiers"), "ror");
    Some(Affiliation {
        name: entry.field("name").text()?,
        country: None,
        // The vocabulary of affiliations is made of ROR, but each repository can have another.
        ror: ror
            .or_else(|| entry.field("id").text())
            .and_then(|id| page::ror_address(&id)),
    })
}

/// The first identifier of a scheme.
fn identifier(identifiers: &Node, scheme: &str) -> Option<String> {
    let mut found = None;
    identifiers.each(&mut |entry| {
        let is_of_scheme = matches!(entry.value().get("scheme"), Some(Json::String(name)) if name.eq_ignore_ascii_case(scheme));
        if is_of_scheme && found.is_none() {
            found = entry.field("identifier").text();
        }
    });
    found
}

fn keywords(metadata: &Node) -> Vec<String> {
    let mut keywords = metadata.field("keywords").texts();
    metadata.field("subjects").each(&mut |entry| {
        let word = name_alone(entry)
            .or_else(|| entry.field("subject").text())
            .or_else(|| entry.field("term").text());
        keywords.extend(word);
    });
    keywords
}

/// The first licence. Those of Creative Commons are known by their keys; of others, the record has a title.
fn license(rights: &Node) -> Option<License> {
    rights.first(&mut |entry| {
        if let Some(name) = name_alone(entry) {
            return of_key(&name);
        }
        let props = entry.field("props");
        let of_id = entry.field("id").text().and_then(|id| of_key(&id));
        let address = || {
            let address = props.field("url").web_address();
            address.or_else(|| entry.field("link").web_address())
        };
        match of_id {
            Some(license) if license.url.is_some() => Some(license),
            license => {
                let license = License {
                    name: title(&entry.field("title"))
                        .or_else(|| license.and_then(|license| license.name)),
                    url: address(),
                };
                (license != License::default()).then_some(license)
            }
        }
    })
}

/// A licence by its key, or the name that is in place of one. `other-open` and its like name none.
fn of_key(key: &str) -> Option<License> {
    let is_none = key.trim().to_ascii_lowercase().starts_with("other-");
    (!is_none).then(|| terms::license(key)).flatten()
}

/// A title in English, or else in the first language that it has.
fn title(title: &Node) -> Option<String> {
    match title.value() {
        Json::Object(languages) => {
            let english = title.field("en").text();
            let (first, _) = languages.first()?;
            english.or_else(|| title.field(first).text())
        }
        _ => title.text(),
    }
}

/// Whether the files are open. A record without files says nothing of where the publication itself is.
fn open_access(record: &Node, metadata: &Node) -> Option<OpenAccess> {
    let access = record.field("access");
    let status = access.field("status").text();
    let status = status.or_else(|| metadata.field("access_right").text())?;
    match &*status.to_ascii_lowercase() {
        "open" => Some(OpenAccess::Open),
        "restricted" | "embargoed" | "closed" => Some(OpenAccess::Closed),
        _ => None,
    }
}

/// A record says whether it is the latest of its versions, and where that is.
fn newer_version(record: &Node, metadata: &Node, links: &Node) -> Vec<Notice> {
    let (versions, relations) = (record.field("versions"), metadata.field("relations"));
    let is_latest = versions.field("is_latest").flag().or_else(|| {
        let version = relations.field("version");
        version.first(&mut |version| version.field("is_last").flag())
    });
    let notice = (is_latest == Some(false)).then(|| Notice {
        kind: NoticeKind::NewVersion,
        date: None,
        doi: None,
        url: links.field("latest_html").web_address(),
    });
    notice.into_iter().collect()
}

/// Views and downloads of this version: the DOI is its own. They are the repository's, which the record's address names;
/// nothing dates them.
fn usage(stats: &Node, address: Option<&WebAddress>) -> Vec<Attention> {
    let version = stats.field("this_version");
    let host = address.and_then(|address| address.as_str().split('/').nth(2));
    let provider = match host {
        Some("zenodo.org") => "Zenodo",
        Some(host) => host,
        None => "InvenioRDM",
    };
    let figure = |key, key_of_version| {
        let count = version.field(key).count();
        let count = count
            .or_else(|| stats.field(key_of_version).count())
            .or_else(|| stats.field(key).count())?;
        Some(Attention {
            provider: provider.to_owned(),
            kind: AttentionKind::Usage,
            source: Some(String::from(key)),
            value: count as f64,
            as_of: None,
            url: address.cloned(),
        })
    };
    let figures = [
        figure("views", "version_views"),
        figure("downloads", "version_downloads"),
    ];
    figures.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read_any;
    use crate::publication::Doi;

    fn read(record: &str) -> (Publication, Vec<String>) {
        let json: Json = serde_json::from_str(record).expect("JSON");
        let reading = read_any(&json, None).expect("a publication");
        assert_eq!(reading.dialects[0].name(), "invenio");
        let warnings = reading.warnings.iter().map(ToString::to_string).collect();
        (reading.publication, warnings)
    }

    fn figures(publication: &Publication) -> Vec<(&str, Option<&str>, f64)> {
        let figures = publication.attention.iter();
        figures
            .map(|it| (&*it.provider, it.source.as_deref(), it.value))
            .collect()
    }

    #[test]
    fn a_record_is_read_with_its_own_doi_and_numbers() {
        let (publication, warnings) = read(
            r#"{ "parent": { "pids": { "doi": { "identifier": "10.1234/all" } } }, "pids": { "doi": { "identifier": "10.1234/v1" } },
                "links": { "self_html": "https://repository.example/records/1", "latest_html": "https://repository.example/records/1/latest" },
                "versions": { "is_latest": false }, "access": { "record": "public", "files": "public", "status": "open" },
                "updated": "2026-07-23T18:31:29.399755+00:00",
                "metadata": { "title": "A", "resource_type": { "id": "publication-article" }, "publication_date": "2019-05/2019-07",
                    "creators": [
                        { "person_or_org": { "type": "personal", "given_name": "Ada", "family_name": "Byron", "identifiers": [{ "scheme": "orcid", "identifier": "0000-0002-1825-0097" }] },
                          "affiliations": [{ "id": "05gq02987", "name": "Here" }] },
                        { "person_or_org": { "type": "organizational", "name": "The Group" }, "affiliations": [{ "id": "x1", "name": "There" }, { "name": "Here" }] },
                        { "person_or_org": { "name": "" } } ],
                    "subjects": [{ "subject": "B" }], "description": "<p>C</p>",
                    "rights": [{ "id": "mit", "title": { "de": "MIT-Lizenz", "en": "MIT License" }, "props": { "url": "https://opensource.org/licenses/MIT" } }] },
                "custom_fields": { "journal:journal": { "title": "J", "volume": 3, "pages": "1-9" } },
                "stats": { "this_version": { "views": 4, "unique_views": 2, "downloads": 0 }, "all_versions": { "views": 400 } } }"#,
        );
        assert_eq!(
            publication.doi.as_ref().map(Doi::as_str),
            Some("10.1234/v1")
        );
        assert_eq!(publication.published, PartialDate::parse("2019-05"));
        let names = publication.authors.iter().map(|it| &*it.name);
        assert!(names.eq(["Byron, Ada", "The Group"]));
        assert_eq!(publication.authors[1].affiliations, [1, 0]);
        let rors = publication.affiliations.iter().map(|it| it.ror.as_deref());
        assert!(rors.eq([Some("https://ror.org/05gq02987"), None]));
        let license = publication
            .license
            .as_ref()
            .and_then(|it| it.name.as_deref());
        assert_eq!(license, Some("MIT License"));
        assert_eq!(publication.open_access, Some(OpenAccess::Open));
        assert_eq!(publication.notices[0].kind, NoticeKind::NewVersion);
        assert_eq!(
            figures(&publication),
            [
                ("repository.example", Some("views"), 4.0),
                ("repository.example", Some("downloads"), 0.0),
            ]
        );
        assert_eq!(publication.attention[0].as_of, None);
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn the_older_shape_of_zenodo_is_read_too() {
        let (publication, warnings) = read(
            r#"{ "hits": { "hits": [{ "conceptdoi": "10.5281/zenodo.1", "doi": "10.5281/zenodo.2",
                "links": { "self_html": "https://zenodo.org/records/2" },
                "metadata": { "title": "A", "access_right": "embargoed", "publication_date": "2020-01-21",
                    "creators": [{ "name": "Byron, Ada", "affiliation": "Here", "orcid": "0000-0002-1825-0097" }, { "name": "B", "affiliation": null }],
                    "keywords": ["C"], "license": { "id": "cc-by-4.0" }, "resource_type": { "type": "publication", "subtype": "article", "title": "Journal article" },
                    "journal": { "title": "J", "issue": "2" }, "relations": { "version": [{ "index": 0, "is_last": true }] } },
                "stats": { "views": 70, "version_views": 7, "downloads": 10.0 } }] } }"#,
        );
        assert_eq!(publication.kind.as_deref(), Some("publication-article"));
        assert_eq!(publication.authors[0].affiliations, [0]);
        assert!(publication.authors[0].orcid.is_some());
        let license = publication
            .license
            .as_ref()
            .and_then(|it| it.name.as_deref());
        assert_eq!(license, Some("CC BY 4.0"));
        assert_eq!(publication.open_access, Some(OpenAccess::Closed));
        assert_eq!(publication.notices, []);
        assert_eq!(
            figures(&publication),
            [
                ("Zenodo", Some("views"), 7.0),
                ("Zenodo", Some("downloads"), 10.0)
            ]
        );
        assert_eq!(warnings, [""; 0]);
    }

    #[test]
    fn what_cannot_be_read_costs_its_field() {
        let (publication, warnings) = read(
            r#"{ "doi": "10.5281/zenodo.2", "submitted": true, "metadata": { "title": ["A"], "publication_date": "0000",
                "creators": 3, "license": "other-open", "rights": null, "resource_type": "dataset", "publisher": "P" },
                "stats": { "views": -1 }, "access": { "status": "metadata-only" } }"#,
        );
        assert_eq!(publication.kind.as_deref(), Some("dataset"));
        assert_eq!(publication.license, None);
        assert_eq!(publication.open_access, None);
        assert_eq!(publication.attention, []);
        let title = publication.venue.and_then(|venue| venue.title);
        assert_eq!(title.as_deref(), Some("P"));
        assert_eq!(warnings.len(), 4, "{warnings:?}");
    }
}
