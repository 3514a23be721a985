//! Which edition of a ranking serves a publication.

/// How an edition relates to the year of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionFit {
    /// The edition of the publication's own year.
    SameYear,
    /// The nearest one after it; there is none of the same year.
    Later,
    /// The nearest one before it; there is none of the same year, nor a later one.
    Earlier,
    /// The record does not say when the publication appeared, or which edition the ranking is of.
    Unknown,
}

/// The edition that serves a publication of `published`: of the same year, else the nearest later one,
/// else the nearest earlier one. Without a year of publication, the newest.
///
/// No standard exists. Evaluation asks for the year of publication; the indicators of a year appear in the
/// middle of the next, and PRISMA (Universidad de Sevilla) then takes the nearest later edition. Whichever is
/// used, its year is shown.
pub fn nearest_edition(
    published: Option<u16>,
    editions: impl IntoIterator<Item = u16>,
) -> Option<(u16, EditionFit)> {
    let Some(published) = published else {
        return editions
            .into_iter()
            .max()
            .map(|newest| (newest, EditionFit::Unknown));
    };
    let (mut later, mut earlier) = (None::<u16>, None::<u16>);
    for edition in editions {
        if edition >= published {
            later = Some(later.map_or(edition, |nearest| nearest.min(edition)));
        } else {
            earlier = Some(earlier.map_or(edition, |nearest| nearest.max(edition)));
        }
    }
    match (later, earlier) {
        (Some(edition), _) if edition == published => Some((edition, EditionFit::SameYear)),
        (Some(edition), _) => Some((edition, EditionFit::Later)),
        (None, Some(edition)) => Some((edition, EditionFit::Earlier)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_year_then_nearest_later_then_nearest_earlier() {
        for (published, editions, chosen) in [
            (
                Some(2024),
                &[2023, 2024, 2025][..],
                Some((2024, EditionFit::SameYear)),
            ),
            (
                Some(2024),
                &[2023, 2026, 2025],
                Some((2025, EditionFit::Later)),
            ),
            (
                Some(2024),
                &[2021, 2023, 2022],
                Some((2023, EditionFit::Earlier)),
            ),
            (None, &[2021, 2023, 2022], Some((2023, EditionFit::Unknown))),
            (Some(2024), &[], None),
        ] {
            assert_eq!(nearest_edition(published, editions.iter().copied()), chosen);
        }
    }
}
