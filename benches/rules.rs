//! The rules by which a record's figures become what a badge shows, on usual records and on large ones.
//!
//! `cargo xtask bench` runs it. What counts are the ratios within one run: those beside the plain sort, and those of ten times as many
//! rankings or authors, which should be about ten.

use divan::{Bencher, black_box};
use publication_metrics::indicators::{
    AttentionProfile, VenueStanding, jcr_quartile, leading_citation_count, roles,
};
use publication_metrics::publication::{
    Attention, AttentionKind, Author, CitationCount, PartialDate, Publication, Rank, Ranking,
};

fn main() {
    divan::main();
}

/// A publication of 2024 whose venue is in so many categories, over ten editions.
fn ranked(rankings: u32) -> Publication {
    let ranking = |number: u32| Ranking {
        agency: "WoS (JCR)".into(),
        year: u16::try_from(2014 + number % 10).ok(),
        category: Some(format!("Category {number}")),
        rank: Rank::new(1 + number * 7 % 322, 322),
        tied: false,
        quartile: None,
        percentile: None,
        indicator: None,
        value: None,
    };
    Publication {
        published: Some(PartialDate::Year(2024)),
        rankings: (0..rankings).map(ranking).collect(),
        ..Publication::default()
    }
}

/// The peer: the places of so many rankings, sorted.
#[divan::bench(args = [1, 10, 100])]
fn sort_of_places(bencher: Bencher, rankings: u32) {
    let publication = ranked(rankings);
    bencher.bench_local(|| {
        let ranks = black_box(&publication).rankings.iter();
        let mut places: Vec<f64> = ranks
            .filter_map(|ranking| ranking.rank)
            .map(|rank| f64::from(rank.rank()) / f64::from(rank.of()))
            .collect();
        places.sort_by(f64::total_cmp);
        places.first().copied()
    });
}

/// Which of so many rankings leads, with its quartile, its percentile and its edition.
#[divan::bench(args = [1, 10, 100])]
fn standing_of_a_venue(bencher: Bencher, rankings: u32) {
    let publication = ranked(rankings);
    bencher.bench_local(|| {
        VenueStanding::of(black_box(&publication)).map(|standing| standing.others.len())
    });
}

/// The quartile of every place in a category.
#[divan::bench]
fn quartiles_of_a_category() -> usize {
    let ranks = (1..=black_box(322)).filter_map(|rank| Rank::new(rank, 322));
    ranks.map(|rank| jcr_quartile(rank) as usize).sum()
}

/// The ring of so many figures of attention.
#[divan::bench(args = [1, 10, 100])]
fn profile_of_attention(bencher: Bencher, figures: u32) {
    let figure = |number: u32| Attention {
        provider: format!("Provider {}", number % 3),
        kind: AttentionKind::ALL[number as usize % AttentionKind::ALL.len()],
        source: Some(format!("Source {number}")),
        value: f64::from(number),
        as_of: None,
        url: None,
    };
    let figures: Vec<Attention> = (0..figures).map(figure).collect();
    bencher.bench_local(|| AttentionProfile::of(black_box(&figures)).map(|it| it.arcs.len()));
}

/// The count that leads, where the first sources have none.
#[divan::bench(args = [1, 10, 100])]
fn leading_count(bencher: Bencher, counts: u64) {
    let count = |number: u64| CitationCount {
        source: format!("Source {number}"),
        count: (number + 1 == counts).then_some(number),
        as_of: None,
        url: None,
    };
    let counts: Vec<CitationCount> = (0..counts).map(count).collect();
    bencher.bench_local(|| leading_citation_count(black_box(&counts)).map(|(_, count)| count));
}

/// Who led, of so many authors.
#[divan::bench(args = [3, 300, 3_000])]
fn roles_of_all_authors(bencher: Bencher, authors: usize) {
    let author = |number: usize| Author {
        name: format!("Author, N{number}"),
        corresponding: number.is_multiple_of(100),
        ..Author::default()
    };
    let authors: Vec<Author> = (0..authors).map(author).collect();
    bencher.bench_local(|| {
        let authors = black_box(&authors);
        (0..authors.len())
            .map(|index| roles(authors, index).len())
            .sum::<usize>()
    });
}
