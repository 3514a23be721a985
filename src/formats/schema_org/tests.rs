use super::*;
use crate::formats::{NotAPublication, read_any};
use crate::publication::{PartialDate, Venue};

fn try_read(record: &str) -> Result<(Publication, Vec<String>), NotAPublication> {
    let json: Json = serde_json::from_str(record).expect("JSON");
    let reading = read_any(&json, None)?;
    let warnings = reading.warnings.iter().map(ToString::to_string).collect();
    Ok((reading.publication, warnings))
}

fn read(record: &str) -> (Publication, Vec<String>) {
    try_read(record).expect("a publication")
}

fn names(publication: &Publication) -> Vec<&str> {
    publication.authors.iter().map(|it| &*it.name).collect()
}

#[test]
fn an_article_is_read_with_all_that_it_has() {
    let (publication, warnings) = read(
        r#"{ "@context": "https://schema.org", "@type": ["CreativeWork", "https://schema.org/ScholarlyArticle"],
            "@id": "https://j.example/a", "url": ["https://doi.org/10.1234/a"], "headline": "On <i>B</i>",
            "identifier": [{ "@type": "PropertyValue", "propertyID": "pmid", "value": "10.9/9" },
                { "@type": "PropertyValue", "propertyID": "DOI", "value": "10.1234/a" }],
            "datePublished": "2020-01-02", "pageStart": 1, "pageEnd": "9",
            "isPartOf": { "@type": "PublicationIssue", "name": "An issue", "issueNumber": 2, "isPartOf": { "@type": "PublicationVolume",
                "volumeNumber": "3", "isPartOf": { "@type": "Periodical", "name": "J", "issn": ["1234-5678", "8765-4321"] } } },
            "author": [{ "@type": "Person", "givenName": "Ada", "familyName": "Byron", "sameAs": ["https://a.example", "https://orcid.org/0000-0002-1825-0097"],
                "affiliation": { "name": "Here", "sameAs": "https://ror.org/05gq02987", "address": { "addressCountry": "es" } } },
                { "@type": "Organization", "name": "The Group", "affiliation": ["There", { "name": "Here" }] },
                { "@type": "Person", "name": "" }, null, "Plato." ],
            "description": "<p>C</p>", "keywords": "d &amp; e; f", "isAccessibleForFree": "http://schema.org/False",
            "license": { "url": "https://creativecommons.org/licenses/by/4.0/", "name": "CC BY" } }"#,
    );
    assert_eq!(publication.kind.as_deref(), Some("ScholarlyArticle"));
    assert_eq!(publication.title, Some(RichText::parse("On <i>B</i>")));
    assert_eq!(publication.doi, Doi::parse("10.1234/a"));
    assert_eq!(publication.url, None);
    let venue = Venue {
        title: Some("J".into()),
        volume: Some("3".into()),
        issue: Some("2".into()),
        pages: Some("1-9".into()),
        issn: Some("1234-5678".into()),
    };
    assert_eq!(publication.venue, Some(venue));
    assert_eq!(names(&publication), ["Byron, Ada", "The Group", "Plato"]);
    let orcid = publication.authors[0].orcid.as_deref();
    assert_eq!(orcid, Some("0000-0002-1825-0097"));
    assert_eq!(publication.authors[1].affiliations, [1, 0]);
    assert_eq!(publication.affiliations[0].country.as_deref(), Some("ES"));
    assert!(publication.affiliations[0].ror.is_some());
    assert_eq!(publication.summary.as_deref(), Some("<p>C</p>"));
    assert_eq!(publication.keywords, ["d & e", "f"]);
    assert_eq!(publication.open_access, Some(OpenAccess::Closed));
    let license = publication.license.and_then(|it| it.name);
    assert_eq!(license.as_deref(), Some("CC BY 4.0"));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_graph_has_one_publication_and_what_it_refers_to() {
    let (publication, warnings) = read(
        r##"{ "@context": "https://schema.org", "@graph": [
            { "@type": "WebSite", "@id": "#site", "name": "A site" },
            { "@type": "Person", "@id": "#ada", "name": "Ada Byron", "affiliation": { "@id": "#here" } },
            { "@type": "ScholarlyArticle", "@id": "#it", "name": "A", "author": [{ "@id": "#ada" }, { "@id": "#ada" }, { "@id": "#nobody" }],
                "isPartOf": [{ "@id": "#site" }, { "@id": "#journal" }], "sameAs": "https://doi.org/10.1234/a" },
            { "@type": "Organization", "@id": "#here", "name": "Here" },
            { "@type": "Periodical", "@id": "#journal", "name": "J", "isPartOf": { "@id": "#journal" } } ] }"##,
    );
    assert_eq!(publication.title, Some(RichText::parse("A")));
    assert_eq!(names(&publication), ["Ada Byron"]);
    assert_eq!(publication.affiliations[0].name, "Here");
    let title = publication.venue.and_then(|it| it.title);
    assert_eq!(title.as_deref(), Some("J"));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_page_is_read_for_what_it_is_about_and_nothing_else_is_a_publication() {
    let (publication, _) = read(
        r#"{ "@context": "https://schema.org", "@type": "WebPage", "name": "A | A site",
            "mainEntity": { "@type": "ScholarlyArticle", "headline": "A" } }"#,
    );
    assert_eq!(publication.title, Some(RichText::parse("A")));
    for nothing in [
        r#"{ "@context": "https://schema.org", "@type": "Organization", "name": "A" }"#,
        r#"{ "@context": "https://schema.org", "@graph": [{ "@type": "Person", "name": "A" }] }"#,
        r#"{ "@graph": [] }"#,
        r#"{ "@graph": 1, "@type": "WebSite", "name": "A" }"#,
    ] {
        assert!(try_read(nothing).is_err(), "{nothing}");
    }
}

#[test]
fn names_may_have_prefixes_and_values_a_language() {
    let (publication, warnings) = read(
        r#"{ "@type": "schema:Dataset", "schema:name": [{ "@value": "A", "@language": "en" }, { "@value": "B", "@language": "de" }],
            "http://schema.org/datePublished": { "@value": "2014", "@type": "xsd:gYear" }, "sc:creator": { "@list": [{ "schema:name": "C" }, { "schema:name": "D" }] },
            "schema:includedInDataCatalog": { "schema:name": "E" }, "schema:identifier": "doi:10.1234/a", "name": " " }"#,
    );
    assert_eq!(publication.kind.as_deref(), Some("Dataset"));
    assert_eq!(publication.title, Some(RichText::parse("A")));
    assert_eq!(publication.doi, Doi::parse("10.1234/a"));
    assert_eq!(publication.published, Some(PartialDate::Year(2014)));
    assert_eq!(names(&publication), ["C", "D"]);
    let title = publication.venue.and_then(|it| it.title);
    assert_eq!(title.as_deref(), Some("E"));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn views_and_downloads_are_counted_and_shares_are_not() {
    let (publication, warnings) = read(
        r#"{ "@type": "Dataset", "name": "A", "publisher": { "name": "P" }, "interactionStatistic": [
            { "@type": "InteractionCounter", "interactionType": { "@type": "http://schema.org/ViewAction" }, "userInteractionCount": "12" },
            { "interactionType": "https://schema.org/DownloadAction", "userInteractionCount": 0, "endTime": "2024-01-02", "interactionService": { "name": "S" } },
            { "interactionType": "https://schema.org/ShareAction", "userInteractionCount": 5 },
            { "interactionType": "https://schema.org/ViewAction", "userInteractionCount": "many" } ],
            "creativeWorkStatus": "Retracted", "citation": [{ "name": "B" }] }"#,
    );
    let figures = publication.attention.iter();
    assert!(
        figures
            .map(|it| (&*it.provider, it.source.as_deref(), it.value))
            .eq([("P", Some("views"), 12.0), ("S", Some("downloads"), 0.0)])
    );
    assert_eq!(publication.retracted, Some(true));
    assert_eq!(publication.citations, []);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("interactionStatistic[3].userInteractionCount"));
}

#[test]
fn headlines_that_are_cut_yield_to_the_name() {
    let long = "word ".repeat(30);
    let cut: String = long.chars().take(109).collect();
    let record = |headline: &str, name: &str| {
        read(&format!(
            r#"{{ "@type": "Article", "headline": "{headline}", "name": "{name}" }}"#
        ))
        .0
        .title
        .expect("a title")
        .plain()
    };
    assert_eq!(record(&format!("{cut}…"), &long), long.trim());
    assert_eq!(record(&cut, &long), long.trim());
    assert_eq!(record("A", "A | A site"), "A");
}

#[test]
fn what_refers_to_itself_comes_to_an_end() {
    let parts: Vec<String> = (0..200)
        .map(|at| format!(r##"{{ "@id": "#{at}" }}"##))
        .collect();
    let parts = parts.join(",");
    let things: Vec<String> = (0..200)
        .map(|at| {
            format!(r##"{{ "@id": "#{at}", "@type": "Periodical", "isPartOf": [{parts}] }}"##)
        })
        .collect();
    let record = format!(
        r#"{{ "@graph": [{{ "@type": "Article", "name": "A", "isPartOf": [{parts}], "author": [{parts}] }}, {}] }}"#,
        things.join(",")
    );
    let (publication, _) = read(&record);
    assert_eq!(publication.venue, None);
    assert_eq!(publication.authors, []);
}

#[test]
fn values_of_other_kinds_cost_themselves() {
    let (publication, warnings) = read(
        r#"{ "@type": 5, "@context": null, "name": "A", "author": 7, "isPartOf": true, "license": [], "keywords": [1, null, "b"],
            "url": "a/b", "mainEntityOfPage": true, "datePublished": "Thu Mar 13 2025", "identifier": 12, "publisher": "P" }"#,
    );
    assert_eq!(publication.keywords, ["b"]);
    let paths = warnings.iter().map(|it| it.split(':').next());
    let expected = ["url", "datePublished", "isPartOf", "author", "keywords[0]"];
    let mut paths: Vec<_> = paths.flatten().collect();
    paths.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(paths, expected);
}
