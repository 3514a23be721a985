use crate::publication::{Affiliation, Author, Publication, lower, mentions};

/// A place in the list of authors that stands for leading the work.
///
/// By the convention of most experimental sciences (`CRediT` and the ICMJE leave it to the authors): the first author
/// did most of it, the last one led the group, the corresponding one answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The only author.
    Sole,
    /// The first of several.
    First,
    /// The last of several.
    Last,
    /// Readers should write to this author.
    Corresponding,
}

/// The roles of the author at an index.
pub fn roles(authors: &[Author], index: usize) -> Vec<Role> {
    let Some(author) = authors.get(index) else {
        return Vec::new();
    };
    let last = authors.len() - 1;
    let by_place = match (index, last) {
        (0, 0) => Some(Role::Sole),
        (0, _) => Some(Role::First),
        _ if index == last => Some(Role::Last),
        _ => None,
    };
    let mut roles: Vec<Role> = by_place.into_iter().collect();
    roles.extend(author.corresponding.then_some(Role::Corresponding));
    roles
}

/// From what the country of the institution was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnCountry {
    /// The affiliations of the institution's authors.
    OfInstitutionalAuthors,
    /// The affiliations that name the institution.
    OfInstitution,
    /// The country of most affiliations.
    OfMostAffiliations,
}

/// Between which countries the work was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collaboration<'a> {
    /// The institution's own country, and how it was found; `None` where the record does not tell.
    pub own: Option<(&'a str, OwnCountry)>,
    /// The other countries, in the order of the affiliations; all of them where the own one is not known.
    pub others: Vec<&'a str>,
}

impl<'a> Collaboration<'a> {
    /// `None` where no affiliation has a country.
    pub fn of(publication: &'a Publication) -> Option<Self> {
        let affiliations = &publication.affiliations;
        let own = own_country(publication);
        let mut others = Vec::new();
        for country in countries(affiliations) {
            if own.is_none_or(|(own, _)| own != country) && !others.contains(&country) {
                others.push(country);
            }
        }
        (own.is_some() || !others.is_empty()).then_some(Self { own, others })
    }

    /// Whether several countries took part.
    pub fn is_international(&self) -> bool {
        self.others.len() + usize::from(self.own.is_some()) > 1
    }
}

fn countries(affiliations: &[Affiliation]) -> impl Iterator<Item = &str> {
    affiliations
        .iter()
        .filter_map(|affiliation| affiliation.country.as_deref())
}

/// How long the name of an institution is at most, in bytes: each is held against each place of each affiliation.
const LONGEST: usize = 256;

/// Each way is only tried where the one before it tells nothing.
fn own_country(publication: &Publication) -> Option<(&str, OwnCountry)> {
    let affiliations = &publication.affiliations;
    let mut of_authors = publication
        .authors
        .iter()
        .filter(|author| author.institutional)
        .flat_map(|author| &author.affiliations)
        .filter_map(|place| affiliations.get(*place)?.country.as_deref());
    let institution = publication.institution.as_deref().map(lower);
    let institution = institution.filter(|name| !name.is_empty() && name.len() <= LONGEST);
    let mut of_institution = affiliations
        .iter()
        .filter(|affiliation| {
            let is_named = |name: &String| mentions(&lower(&affiliation.name), name);
            institution.as_ref().is_some_and(is_named)
        })
        .filter_map(|affiliation| affiliation.country.as_deref());
    most_frequent(&mut of_authors)
        .map(|country| (country, OwnCountry::OfInstitutionalAuthors))
        .or_else(|| {
            Some((
                most_frequent(&mut of_institution)?,
                OwnCountry::OfInstitution,
            ))
        })
        .or_else(|| {
            Some((
                most_frequent(&mut countries(affiliations))?,
                OwnCountry::OfMostAffiliations,
            ))
        })
}

/// The country that is named most often; `None` where two are named as often. Not generic: one copy of it serves every way.
fn most_frequent<'a>(countries: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for country in countries {
        match counts.iter_mut().find(|(name, _)| *name == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    let mut leading = counts.iter().filter(|(_, count)| *count == most);
    let (country, _) = leading.next()?;
    leading.next().is_none().then_some(*country)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(institutional: bool, affiliations: &[usize]) -> Author {
        Author {
            institutional,
            affiliations: affiliations.to_vec(),
            ..Author::default()
        }
    }

    fn publication(countries: &[&str], authors: Vec<Author>) -> Publication {
        let affiliation = |(index, country): (usize, &&str)| Affiliation {
            name: format!("University {index}"),
            country: (!country.is_empty()).then(|| (*country).to_owned()),
            ror: None,
        };
        Publication {
            affiliations: countries.iter().enumerate().map(affiliation).collect(),
            authors,
            ..Publication::default()
        }
    }

    #[test]
    fn roles_are_places_in_the_list() {
        let mut authors = vec![Author::default(); 3];
        authors[2].corresponding = true;
        assert_eq!(roles(&authors, 0), [Role::First]);
        assert_eq!(roles(&authors, 1), []);
        assert_eq!(roles(&authors, 2), [Role::Last, Role::Corresponding]);
        assert_eq!(roles(&authors, 3), []);
        assert_eq!(roles(&authors[..1], 0), [Role::Sole]);
    }

    #[test]
    fn the_own_country_is_that_of_the_institutions_authors() {
        let authors = vec![author(false, &[0, 1]), author(true, &[2])];
        let publication = publication(&["US", "US", "ES"], authors);
        let collaboration = Collaboration::of(&publication).expect("countries");
        assert_eq!(
            collaboration.own,
            Some(("ES", OwnCountry::OfInstitutionalAuthors))
        );
        assert_eq!(collaboration.others, ["US"]);
        assert!(collaboration.is_international());
    }

    #[test]
    fn else_that_of_the_affiliations_that_name_it_else_that_of_most() {
        let mut publication = publication(&["US", "", "US", "ES"], vec![author(true, &[1])]);
        assert_eq!(
            Collaboration::of(&publication).and_then(|it| it.own),
            Some(("US", OwnCountry::OfMostAffiliations))
        );
        publication.institution = Some("university 3".into());
        assert_eq!(
            Collaboration::of(&publication).and_then(|it| it.own),
            Some(("ES", OwnCountry::OfInstitution))
        );
    }

    #[test]
    fn of_two_that_are_named_as_often_none_is_taken() {
        let publication = publication(&["US", "ES"], vec![]);
        let collaboration = Collaboration::of(&publication).expect("countries");
        assert_eq!(
            (collaboration.own, &*collaboration.others),
            (None, &["US", "ES"][..])
        );
        assert!(collaboration.is_international());
    }

    #[test]
    fn one_country_is_no_collaboration_and_none_is_nothing() {
        let one = publication(&["ES", "ES"], vec![]);
        assert!(
            !Collaboration::of(&one)
                .expect("a country")
                .is_international()
        );
        assert_eq!(Collaboration::of(&publication(&[""], vec![])), None);
    }
}
