//! What dialects say of authors in common.

use std::collections::BTreeMap;

use crate::publication::{Affiliation, Author};

/// A name in its parts, as `Family, Given`: so written, whoever formats references knows which is which. A name of one
/// part is that part.
pub(super) fn name_of_parts(given: Option<String>, family: Option<String>) -> Option<String> {
    match (given, family) {
        (Some(given), Some(family)) => Some([&family, ", ", &given].concat()),
        (one, other) => one.or(other),
    }
}

/// An author of whom only the name is known.
pub(super) fn named(name: String) -> Author {
    Author {
        name,
        ..Author::default()
    }
}

/// The affiliations of all authors, in the order in which they name them, each once.
#[derive(Default)]
pub(super) struct Affiliations {
    list: Vec<Affiliation>,
    /// Where each name stands in the list: a record may have thousands.
    places: BTreeMap<String, usize>,
}

impl Affiliations {
    /// The place of one in the list, where it is put if it is new. What the one mention does not say, another may.
    pub(super) fn place(&mut self, affiliation: Affiliation) -> usize {
        let place = self.places.get(&affiliation.name).copied();
        let known = place.and_then(|place| Some((place, self.list.get_mut(place)?)));
        if let Some((place, known)) = known {
            known.country = known.country.take().or(affiliation.country);
            known.ror = known.ror.take().or(affiliation.ror);
            return place;
        }
        let place = self.list.len();
        self.places.insert(affiliation.name.clone(), place);
        self.list.push(affiliation);
        place
    }

    /// Adds the place of an affiliation to an author's, once.
    pub(super) fn of_author(&mut self, author: &mut Author, affiliation: Affiliation) {
        let known = self.list.len();
        let place = self.place(affiliation);
        // One that is new to the record is looked for in no long list.
        if place == known || !author.affiliations.contains(&place) {
            author.affiliations.push(place);
        }
    }

    /// Adds the place of an affiliation of which only the name is known.
    pub(super) fn named(&mut self, author: &mut Author, name: String) {
        let affiliation = Affiliation {
            name,
            ..Affiliation::default()
        };
        self.of_author(author, affiliation);
    }

    /// All of them, for the publication.
    pub(super) fn list(self) -> Vec<Affiliation> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts_keep_their_parts() {
        let name = |given: &str, family: &str| {
            let part = |it: &str| (!it.is_empty()).then(|| it.to_owned());
            name_of_parts(part(given), part(family))
        };
        assert_eq!(name("Aleix", "Prat").as_deref(), Some("Prat, Aleix"));
        assert_eq!(name("", "Aristotle").as_deref(), Some("Aristotle"));
        assert_eq!(name("Madonna", "").as_deref(), Some("Madonna"));
        assert_eq!(name("", ""), None);
    }

    #[test]
    fn an_affiliation_is_listed_once_with_all_that_is_said_of_it() {
        let mut affiliations = Affiliations::default();
        let of = |name: &str, country: Option<&str>| Affiliation {
            name: name.to_owned(),
            country: country.map(str::to_owned),
            ror: None,
        };
        let mut author = named("A".to_owned());
        affiliations.of_author(&mut author, of("X", None));
        affiliations.of_author(&mut author, of("Y", None));
        affiliations.of_author(&mut author, of("X", Some("ES")));
        assert_eq!(author.affiliations, [0, 1]);
        assert_eq!(affiliations.list(), [of("X", Some("ES")), of("Y", None)]);
    }
}
