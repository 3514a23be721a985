//! Quartile rules. They differ between agencies and disagree at the borders of a category.

use crate::publication::{Quartile, Rank};

/// The JCR quartile of a rank in a category: with Z = rank / size, Q1 is Z ≤ 0.25, Q2 Z ≤ 0.5,
/// Q3 Z ≤ 0.75 and Q4 the rest.
///
/// Source: Clarivate, *JCR quartile rankings*; its examples are 78 of 314 (Q1) and 102 of 204 (Q2).
pub fn jcr_quartile(rank: Rank) -> Quartile {
    let place = u64::from(rank.rank()) * 4;
    let size = u64::from(rank.of());
    if place <= size {
        Quartile::Q1
    } else if place <= size * 2 {
        Quartile::Q2
    } else if place <= size * 3 {
        Quartile::Q3
    } else {
        Quartile::Q4
    }
}

/// The CiteScore quartile of a percentile from 0 to 100: 75 and more is Q1, 50 Q2, 25 Q3, the rest Q4.
///
/// Source: Elsevier, *CiteScore methodology*. For a JCR ranking of which only the percentile is known it is
/// the nearest rule there is; where the rank is known too, [`jcr_quartile`] goes first.
pub fn citescore_quartile(percentile: f64) -> Quartile {
    if percentile >= 75.0 {
        Quartile::Q1
    } else if percentile >= 50.0 {
        Quartile::Q2
    } else if percentile >= 25.0 {
        Quartile::Q3
    } else {
        Quartile::Q4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::{citescore_percentile, jif_percentile};

    fn rank(rank: u32, of: u32) -> Rank {
        Rank::new(rank, of).unwrap()
    }

    #[test]
    fn jcr_quartile_follows_rank_over_size() {
        for (place, of, quartile) in [
            (78, 314, Quartile::Q1),
            (102, 204, Quartile::Q2),
            (2, 6, Quartile::Q2),
            (3, 5, Quartile::Q3),
            (2, 322, Quartile::Q1),
            (35, 363, Quartile::Q1),
            (41, 42, Quartile::Q4),
            (1, 1, Quartile::Q4),
            (1, 4, Quartile::Q1),
            (3, 4, Quartile::Q3),
            (4, 4, Quartile::Q4),
        ] {
            assert_eq!(jcr_quartile(rank(place, of)), quartile, "{place} of {of}");
        }
    }

    #[test]
    fn the_percentile_rule_is_one_quartile_better_at_uneven_borders() {
        for (place, of, by_percentile) in [(2, 6, Quartile::Q1), (3, 5, Quartile::Q2)] {
            let place = rank(place, of);
            assert_eq!(citescore_quartile(jif_percentile(place)), by_percentile);
            assert!(by_percentile < jcr_quartile(place));
        }
    }

    #[test]
    fn the_percentile_rule_never_disagrees_where_the_size_is_a_multiple_of_four() {
        for of in (4..200).step_by(4) {
            for place in 1..=of {
                let place = rank(place, of);
                assert_eq!(
                    citescore_quartile(jif_percentile(place)),
                    jcr_quartile(place)
                );
            }
        }
    }

    #[test]
    fn citescore_quartile_has_its_borders_at_75_50_and_25() {
        for (percentile, quartile) in [
            (99.0, Quartile::Q1),
            (75.0, Quartile::Q1),
            (74.0, Quartile::Q2),
            (50.0, Quartile::Q2),
            (49.0, Quartile::Q3),
            (25.0, Quartile::Q3),
            (24.0, Quartile::Q4),
            (0.0, Quartile::Q4),
        ] {
            assert_eq!(citescore_quartile(percentile), quartile, "{percentile}");
        }
        assert_eq!(
            citescore_quartile(f64::from(citescore_percentile(rank(1, 1)))),
            Quartile::Q2
        );
    }
}
