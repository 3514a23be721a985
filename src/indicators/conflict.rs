use std::fmt;

use super::Standing;
use crate::publication::{Publication, Quartile, Rank};

/// A quartile that is given and is not the one that its agency's rule makes of the rank. The given one is
/// shown; whoever keeps the record should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which of the publication's rankings, the first being 0.
    pub ranking: usize,
    /// The quartile in the record.
    pub given: Quartile,
    /// The quartile by the rule.
    pub computed: Quartile,
    /// The rank that the rule was applied to.
    pub rank: Rank,
}

impl Conflict {
    /// All of a publication.
    pub fn of(publication: &Publication) -> Vec<Self> {
        let mut conflicts = Vec::new();
        for (index, ranking) in publication.rankings.iter().enumerate() {
            let computed = Standing::of(ranking).conflict;
            if let (Some(given), Some(computed), Some(rank)) =
                (ranking.quartile, computed, ranking.rank)
            {
                conflicts.push(Self {
                    ranking: index,
                    given,
                    computed,
                    rank,
                });
            }
        }
        conflicts
    }
}

impl Conflict {
    /// In the form of a reader's warning: the place in the record, then what is there.
    pub fn text(&self) -> String {
        [
            "rankings[",
            &self.ranking.to_string(),
            "].quartile: ",
            self.given.name(),
            " is given, and the agency's rule makes ",
            self.computed.name(),
            " of rank ",
            &self.rank.rank().to_string(),
            " of ",
            &self.rank.of().to_string(),
        ]
        .concat()
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::Ranking;

    #[test]
    fn only_a_given_quartile_that_differs_from_the_rule_is_a_conflict() {
        let ranking = |agency: &str, quartile, place: (u32, u32)| Ranking {
            agency: agency.into(),
            year: Some(2023),
            category: None,
            rank: Rank::new(place.0, place.1),
            quartile,
            tied: false,
            percentile: None,
            indicator: None,
            value: None,
        };
        let rankings = vec![
            ranking("JCR", Some(Quartile::Q1), (1, 6)),
            ranking("JCR", Some(Quartile::Q1), (2, 6)),
            ranking("CiteScore", Some(Quartile::Q1), (2, 6)),
            ranking("SJR", Some(Quartile::Q4), (1, 6)),
            ranking("JCR", None, (2, 6)),
        ];
        let publication = Publication {
            rankings,
            ..Publication::default()
        };
        let conflicts: Vec<String> = Conflict::of(&publication)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            conflicts,
            ["rankings[1].quartile: Q1 is given, and the agency's rule makes Q2 of rank 2 of 6"]
        );
    }
}
