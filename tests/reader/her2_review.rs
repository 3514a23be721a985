//! The record of the demo.

use publication_metrics::{
    formats::read_str,
    publication::{AttentionKind, Doi, PartialDate},
};

use crate::file;

#[test]
fn the_demo_record_is_read_in_full() {
    let reading = read_str(&file("www/her2-review.json")).expect("a publication");
    assert_eq!(reading.warnings, []);

    let publication = reading.publication;
    assert_eq!(publication.kind.as_deref(), Some("review"));
    assert_eq!(
        publication.title.map(|title| title.plain()).as_deref(),
        Some("Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance")
    );
    assert_eq!(publication.doi, Doi::parse("10.1038/s41571-024-00939-2"));
    assert_eq!(publication.published, Some(PartialDate::Day(2024, 9, 13)));
    assert_eq!(publication.authors.len(), 8);
    assert_eq!(
        publication
            .authors
            .iter()
            .filter(|author| author.institutional)
            .count(),
        4
    );
    assert_eq!(publication.affiliations.len(), 13);
    assert_eq!(publication.keywords.len(), 45);

    let [citations] = &publication.citations[..] else {
        panic!("one source of citations")
    };
    assert_eq!((&*citations.source, citations.count), ("Scopus", Some(6)));
    assert_eq!(citations.as_of, Some(PartialDate::Day(2025, 6, 30)));

    let attention: Vec<_> = publication
        .attention
        .iter()
        .map(|figure| {
            (
                &*figure.provider,
                figure.kind,
                figure.source.as_deref(),
                figure.value,
            )
        })
        .collect();
    assert_eq!(
        attention,
        [
            ("Altmetric", AttentionKind::Score, None, 41.4),
            ("Altmetric", AttentionKind::Readers, Some("Mendeley"), 31.0),
            ("Altmetric", AttentionKind::Mentions, Some("Facebook"), 3.0),
            ("Altmetric", AttentionKind::Mentions, Some("X"), 72.0),
            ("PlumX", AttentionKind::Captures, None, 31.0),
        ]
    );

    let [ranking] = &publication.rankings[..] else {
        panic!("one ranking")
    };
    let rank = ranking.rank.expect("a rank");
    assert_eq!((ranking.year, rank.rank(), rank.of()), (Some(2023), 2, 322));
    assert_eq!(ranking.quartile, None);
}
