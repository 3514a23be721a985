//! A record with every field there is.

use publication_metrics::{
    formats::read_str,
    publication::{
        Affiliation, Attention, AttentionKind, Author, CitationCount, Doi, Index, License,
        NormalizedIndicator, Notice, NoticeKind, OpenAccess, PartialDate, Publication, Quartile,
        Rank, Ranking, RichText, Venue, WebAddress,
    },
};

use crate::file;

#[test]
fn every_field_reaches_the_model() {
    let text = |text: &str| Some(String::from(text));
    let url = |text: &str| Some(WebAddress::parse(text).expect(text));
    let reading = read_str(&file("tests/fixtures/full-record.json")).expect("a publication");
    assert_eq!(reading.warnings, []);
    assert_eq!(
        reading.publication,
        Publication {
            kind: text("article"),
            title: Some(RichText::parse("Role of <i>PIK3CA</i> in H<sub>2</sub>O")),
            doi: Doi::parse("10.5555/full.record"),
            url: url("https://journal.example/full-record"),
            published: Some(PartialDate::Day(2024, 9, 13)),
            venue: Some(Venue {
                title: text("Journal of Examples"),
                volume: text("21"),
                issue: text("11"),
                pages: text("818-832"),
                issn: text("1234-5679"),
            }),
            authors: vec![Author {
                name: "Carberry, J".into(),
                full_name: text("Carberry, Josiah"),
                orcid: text("0000-0002-1825-0097"),
                affiliations: vec![0],
                institutional: true,
                corresponding: true,
            }],
            affiliations: vec![Affiliation {
                name: "Brown University".into(),
                country: text("US"),
                ror: text("https://ror.org/05gq02987"),
            }],
            summary: text("Background.\nMethods."),
            keywords: vec!["psychoceramics".into()],
            indexed_in: vec![Index {
                name: "Scopus".into(),
                url: url("https://www.scopus.com/record")
            }],
            license: Some(License {
                name: text("CC BY 4.0"),
                url: url("https://creativecommons.org/licenses/by/4.0/"),
            }),
            open_access: Some(OpenAccess::Gold),
            retracted: Some(false),
            notices: vec![Notice {
                kind: NoticeKind::Correction,
                date: Some(PartialDate::Day(2024, 12, 3)),
                doi: Doi::parse("10.5555/full.record.correction"),
                url: url("https://journal.example/full-record/correction"),
            }],
            citations: vec![CitationCount {
                source: "Scopus".into(),
                count: Some(6),
                as_of: Some(PartialDate::Day(2025, 6, 30)),
                url: url("https://www.scopus.com/citedby"),
            }],
            attention: vec![Attention {
                provider: "Altmetric".into(),
                kind: AttentionKind::Mentions,
                source: text("Facebook"),
                value: 41.4,
                as_of: Some(PartialDate::Month(2025, 6)),
                url: url("https://www.altmetric.com/details/1"),
            }],
            rankings: vec![Ranking {
                agency: "WoS (JCR)".into(),
                year: Some(2023),
                category: text("Oncology"),
                rank: Rank::new(2, 322),
                tied: true,
                quartile: Some(Quartile::Q1),
                percentile: Some(99.5),
                indicator: text("Journal Impact Factor"),
                value: Some(81.1),
            }],
            indicators: vec![NormalizedIndicator {
                name: "FWCI".into(),
                source: "Scopus".into(),
                value: 2.41,
                percentile: Some(92.5),
                category: text("Oncology"),
                as_of: Some(PartialDate::Month(2025, 6)),
                url: url("https://www.scopus.com/fwci"),
            }],
            institution: text("Brown University"),
            as_of: Some(PartialDate::Year(2025)),
        }
    );
}
