//! Percentiles of a rank in its category.

use crate::publication::Rank;

/// The Journal Impact Factor percentile: (N − R + 0.5) / N × 100 for rank R of N.
///
/// Source: Clarivate, *Journal Citation Reports*; 35 of 363 gives 90.496, 41 of 42 gives 3.571.
pub fn jif_percentile(rank: Rank) -> f64 {
    let size = f64::from(rank.of());
    (size - f64::from(rank.rank()) + 0.5) / size * 100.0
}

/// The CiteScore percentile, the same fraction cut to a whole number: floor((N − R + 0.5) / N × 100).
///
/// Source: Elsevier, *CiteScore methodology*; it is cut, not rounded, as all published rows show.
pub fn citescore_percentile(rank: Rank) -> u8 {
    let size = u64::from(rank.of());
    let behind = size - u64::from(rank.rank());
    // In integers, so that a whole percentage cannot be lost to rounding: both sides doubled.
    u8::try_from((behind * 2 + 1) * 50 / size).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(rank: u32, of: u32) -> Rank {
        Rank::new(rank, of).unwrap()
    }

    #[test]
    fn jif_percentile_counts_half_of_the_own_place() {
        for (place, of, percentile) in [
            (2, 322, 99.534),
            (35, 363, 90.496),
            (41, 42, 3.571),
            (87, 267, 67.603),
            (43, 329, 87.082),
            (1, 1, 50.0),
        ] {
            let computed = jif_percentile(rank(place, of));
            assert!(
                (computed - percentile).abs() < 0.001,
                "{place} of {of}: {computed}"
            );
        }
    }

    #[test]
    fn citescore_percentile_is_cut_not_rounded() {
        for (place, of, percentile) in [
            (2, 322, 99),
            (35, 363, 90),
            (41, 42, 3),
            (87, 267, 67),
            (1, 1, 50),
            (1, 1000, 99),
        ] {
            assert_eq!(
                citescore_percentile(rank(place, of)),
                percentile,
                "{place} of {of}"
            );
        }
    }
}
