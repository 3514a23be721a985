//! Where a venue stands: which of a record's rankings leads, and what follows from it.

use std::cmp::Ordering;

use super::{
    EditionFit, citescore_percentile, citescore_quartile, jcr_quartile, jif_percentile,
    nearest_edition,
};
use crate::publication::{Agency, PartialDate, Publication, Quartile, Ranking};

/// A value, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Derived<T> {
    /// The agency's own, as the record gives it.
    Given(T),
    /// Computed here from the rank and the size of the category, by the agency's rule.
    FromRank(T),
    /// Computed here from the percentile, because there is no rank.
    FromPercentile(T),
}

impl<T: Copy> Derived<T> {
    /// The value.
    pub fn value(self) -> T {
        match self {
            Self::Given(value) | Self::FromRank(value) | Self::FromPercentile(value) => value,
        }
    }

    /// Whether it was computed here.
    pub fn is_derived(self) -> bool {
        !matches!(self, Self::Given(_))
    }
}

/// One ranking with what follows from it by its agency's own rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The ranking as the record gives it.
    pub ranking: &'a Ranking,
    /// Whose it is.
    pub agency: Agency,
    /// The quartile: as given, else from the rank, else from the percentile. `None` is legitimate: some
    /// indexes (AHCI, ESCI before 2023) have indicators and no quartiles.
    pub quartile: Option<Derived<Quartile>>,
    /// The percentile from 0 to 100: as given, else from the rank.
    pub percentile: Option<Derived<f64>>,
    /// What the rank gives where that is not the given quartile. The given one is shown all the same.
    pub conflict: Option<Quartile>,
}

impl<'a> Standing<'a> {
    /// Applies the rule of the ranking's agency. SJR publishes no rule and other agencies are not known, so
    /// theirs is what the record gives and nothing else.
    pub fn of(ranking: &'a Ranking) -> Self {
        let agency = Agency::of(&ranking.agency);
        let given = ranking.percentile.map(Derived::Given);
        let from_rank = ranking.rank.and_then(|rank| match agency {
            Agency::Jcr => Some(jif_percentile(rank)),
            Agency::CiteScore => Some(f64::from(citescore_percentile(rank))),
            Agency::Sjr | Agency::Other => None,
        });
        let percentile = given.or(from_rank.map(Derived::FromRank));
        let computed = match agency {
            Agency::Jcr => ranking
                .rank
                .map(|rank| Derived::FromRank(jcr_quartile(rank))),
            Agency::CiteScore => {
                from_rank.map(|percentile| Derived::FromRank(citescore_quartile(percentile)))
            }
            Agency::Sjr | Agency::Other => None,
        };
        let by_percentile = || match agency {
            Agency::Jcr | Agency::CiteScore => ranking
                .percentile
                .map(|given| Derived::FromPercentile(citescore_quartile(given))),
            Agency::Sjr | Agency::Other => None,
        };
        Self {
            ranking,
            agency,
            quartile: ranking
                .quartile
                .map(Derived::Given)
                .or(computed)
                .or_else(by_percentile),
            percentile,
            conflict: ranking.quartile.and_then(|given| {
                computed
                    .map(Derived::value)
                    .filter(|computed| *computed != given)
            }),
        }
    }

    /// Where in its category the venue stands, from 0 (best) to 1 (last), by the finest that is known.
    pub fn place(&self) -> Option<f64> {
        let by_rank = self
            .ranking
            .rank
            .map(|rank| f64::from(rank.rank()) / f64::from(rank.of()));
        by_rank
            .or_else(|| {
                self.percentile
                    .map(|percentile| 1.0 - percentile.value() / 100.0)
            })
            .or_else(|| {
                self.quartile
                    .map(|quartile| f64::from(quartile.value().number()) / 4.0)
            })
    }
}

/// The standing that a badge shows, and the others.
#[derive(Clone, Debug, PartialEq)]
pub struct VenueStanding<'a> {
    /// The one to show.
    pub leading: Standing<'a>,
    /// How its edition fits the year of publication.
    pub fit: EditionFit,
    /// The others, in the order of the record.
    pub others: Vec<Standing<'a>>,
}

impl<'a> VenueStanding<'a> {
    /// Chooses the agency (JCR, else SJR, else CiteScore, else the first listed; one with a quartile goes
    /// before one without), then its edition ([`nearest_edition`]), then the category in which the venue is
    /// best placed: the lowest rank over size, not the lowest rank. `None` without rankings.
    pub fn of(publication: &'a Publication) -> Option<Self> {
        let mut standings: Vec<Standing> = publication.rankings.iter().map(Standing::of).collect();
        let agency = leading_agency(&standings)?;
        let of_agency = |standing: &Standing| agency.is_the_one_of(standing);
        let years = standings
            .iter()
            .filter(|s| of_agency(s))
            .filter_map(|s| s.ranking.year);
        let published = publication.published.map(PartialDate::year);
        let edition = nearest_edition(published, years);
        let in_edition = |standing: &Standing| {
            edition.is_none_or(|(year, _)| standing.ranking.year == Some(year))
        };
        let leading = standings
            .iter()
            .enumerate()
            .filter(|(_, standing)| of_agency(standing) && in_edition(standing))
            .min_by(|(_, one), (_, other)| better_placed(one, other))
            .map(|(index, _)| index)?;
        Some(Self {
            leading: standings.remove(leading),
            fit: edition.map_or(EditionFit::Unknown, |(_, fit)| fit),
            others: standings,
        })
    }
}

/// The agency that leads. Other agencies are told apart by their names.
struct LeadingAgency<'a> {
    agency: Agency,
    name: &'a str,
}

impl LeadingAgency<'_> {
    fn is_the_one_of(&self, standing: &Standing) -> bool {
        standing.agency == self.agency
            && (self.agency != Agency::Other || standing.ranking.agency == self.name)
    }
}

fn leading_agency<'a>(standings: &[Standing<'a>]) -> Option<LeadingAgency<'a>> {
    let preference = |standing: &&Standing| {
        let agency = match standing.agency {
            Agency::Jcr => 0,
            Agency::Sjr => 1,
            Agency::CiteScore => 2,
            Agency::Other => 3,
        };
        (standing.quartile.is_none(), agency)
    };
    let leading = standings.iter().min_by_key(preference)?;
    Some(LeadingAgency {
        agency: leading.agency,
        name: &leading.ranking.agency,
    })
}

/// A place before none; the first listed of equals, because `min_by` keeps the first.
fn better_placed(one: &Standing, other: &Standing) -> Ordering {
    match (one.place(), other.place()) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::Rank;

    fn ranking(agency: &str, year: u16, category: &str, place: Option<(u32, u32)>) -> Ranking {
        Ranking {
            agency: agency.into(),
            year: Some(year),
            category: Some(category.into()),
            rank: place.and_then(|(rank, of)| Rank::new(rank, of)),
            quartile: None,
            tied: false,
            percentile: None,
            indicator: None,
            value: None,
        }
    }

    fn published(year: u16, rankings: Vec<Ranking>) -> Publication {
        let published = Some(PartialDate::Year(year));
        Publication {
            published,
            rankings,
            ..Publication::default()
        }
    }

    #[test]
    fn a_jcr_quartile_comes_from_the_rank_and_says_so() {
        let ranking = ranking("WoS (JCR)", 2023, "Oncology", Some((2, 322)));
        let standing = Standing::of(&ranking);
        assert_eq!(standing.quartile, Some(Derived::FromRank(Quartile::Q1)));
        let Some(Derived::FromRank(percentile)) = standing.percentile else {
            panic!()
        };
        assert!((percentile - 99.534).abs() < 0.001);
    }

    #[test]
    fn a_jcr_quartile_is_not_taken_from_a_percentile_where_there_is_a_rank() {
        let ranking = Ranking {
            percentile: Some(75.0),
            ..ranking("JCR", 2023, "Border", Some((2, 6)))
        };
        assert_eq!(
            Standing::of(&ranking).quartile,
            Some(Derived::FromRank(Quartile::Q2))
        );
        let ranking = Ranking {
            rank: None,
            ..ranking
        };
        assert_eq!(
            Standing::of(&ranking).quartile,
            Some(Derived::FromPercentile(Quartile::Q1))
        );
    }

    #[test]
    fn a_given_quartile_stands_and_a_conflict_is_told() {
        let ranking = Ranking {
            quartile: Some(Quartile::Q1),
            ..ranking("JCR", 2023, "Border", Some((2, 6)))
        };
        let standing = Standing::of(&ranking);
        assert_eq!(standing.quartile, Some(Derived::Given(Quartile::Q1)));
        assert_eq!(standing.conflict, Some(Quartile::Q2));
    }

    #[test]
    fn citescore_has_its_own_percentile_and_quartile() {
        let ranking = ranking("CiteScore", 2023, "Border", Some((2, 6)));
        let standing = Standing::of(&ranking);
        assert_eq!(standing.percentile, Some(Derived::FromRank(75.0)));
        assert_eq!(standing.quartile, Some(Derived::FromRank(Quartile::Q1)));
    }

    #[test]
    fn sjr_and_unknown_agencies_have_what_the_record_gives_and_nothing_else() {
        for agency in ["SJR", "Dialnet Métricas"] {
            let bare = ranking(agency, 2023, "Oncology", Some((1, 100)));
            let standing = Standing::of(&bare);
            assert_eq!(
                (standing.quartile, standing.percentile),
                (None, None),
                "{agency}"
            );
            let given = Ranking {
                quartile: Some(Quartile::Q2),
                ..bare.clone()
            };
            let standing = Standing::of(&given);
            assert_eq!(
                standing.quartile,
                Some(Derived::Given(Quartile::Q2)),
                "{agency}"
            );
            assert_eq!(standing.conflict, None, "{agency}");
        }
    }

    #[test]
    fn a_journal_without_a_quartile_stays_without() {
        let arts = Ranking {
            indicator: Some("Journal Impact Factor".into()),
            value: Some(0.4),
            ..ranking("JCR", 2022, "History (AHCI)", None)
        };
        let publication = published(2022, vec![arts]);
        assert_eq!(
            VenueStanding::of(&publication).unwrap().leading.quartile,
            None
        );
    }

    #[test]
    fn the_best_placed_category_leads_by_fraction_not_by_rank() {
        let publication = published(
            2023,
            vec![
                ranking("JCR", 2023, "Small", Some((2, 6))),
                ranking("JCR", 2023, "Large", Some((10, 300))),
                ranking("JCR", 2022, "Other edition", Some((1, 300))),
            ],
        );
        let standing = VenueStanding::of(&publication).unwrap();
        assert_eq!(standing.leading.ranking.category.as_deref(), Some("Large"));
        assert_eq!(standing.fit, EditionFit::SameYear);
        let others: Vec<_> = standing
            .others
            .iter()
            .filter_map(|other| other.ranking.category.as_deref())
            .collect();
        assert_eq!(others, ["Small", "Other edition"]);
    }

    #[test]
    fn jcr_leads_before_sjr_before_citescore_and_a_quartile_before_none() {
        let sjr = Ranking {
            quartile: Some(Quartile::Q1),
            ..ranking("SJR", 2023, "Any", None)
        };
        let citescore = ranking("CiteScore", 2023, "Any", Some((1, 9)));
        let jcr = ranking("JCR", 2023, "Any", Some((9, 9)));
        let without = ranking("JCR", 2023, "Arts", None);
        for (rankings, agency) in [
            (vec![citescore.clone(), sjr.clone(), jcr], Agency::Jcr),
            (
                vec![citescore.clone(), sjr.clone(), without.clone()],
                Agency::Sjr,
            ),
            (vec![citescore, without.clone()], Agency::CiteScore),
            (vec![without], Agency::Jcr),
        ] {
            let publication = published(2023, rankings);
            assert_eq!(
                VenueStanding::of(&publication).unwrap().leading.agency,
                agency
            );
        }
    }

    #[test]
    fn an_edition_of_another_year_is_told() {
        let publication = published(
            2024,
            vec![ranking("WoS (JCR)", 2023, "Oncology", Some((2, 322)))],
        );
        assert_eq!(
            VenueStanding::of(&publication).unwrap().fit,
            EditionFit::Earlier
        );
        assert_eq!(VenueStanding::of(&published(2024, vec![])), None);
    }
}
