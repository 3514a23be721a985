use crate::publication::{Author, lower};

/// Who is named as an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Creator {
    /// A person, or someone with a name of one part.
    Person {
        /// The name that lists are sorted by, without its particle.
        family: String,
        /// All other names, or initials.
        given: Option<String>,
        /// What stands before the family name in lower case: `van der`, `de la`.
        particle: Option<String>,
        /// `Jr.`, `III`
        suffix: Option<String>,
    },
    /// An organisation, whose name is one whole.
    Organisation(String),
}

/// Words that only an organisation has in its name.
const OF_ORGANISATIONS: [&str; 44] = [
    "academy",
    "agency",
    "alliance",
    "association",
    "asociación",
    "board",
    "center",
    "centre",
    "centro",
    "collaboration",
    "collaborators",
    "college",
    "comité",
    "commission",
    "committee",
    "consorcio",
    "consortium",
    "council",
    "department",
    "federation",
    "foundation",
    "fundación",
    "group",
    "grupo",
    "hospital",
    "initiative",
    "institut",
    "institute",
    "institution",
    "instituto",
    "investigators",
    "ministry",
    "network",
    "organisation",
    "organization",
    "program",
    "programme",
    "project",
    "sociedad",
    "society",
    "team",
    "universidad",
    "universität",
    "university",
];

/// Particles of family names, as they are written before one.
const PARTICLES: [&str; 25] = [
    "af", "al", "av", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "la", "las", "le", "los", "ten", "ter", "van", "von", "zu", "zur",
];

const SUFFIXES: [&str; 8] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd"];

impl Creator {
    /// Takes a name apart. The full name goes before the one on the publication.
    ///
    /// With a comma it is `Family, Given` or `Family, Given, Jr.`; without one, the last word is the family name
    /// (`Aleix Prat`), unless it can only be initials (`Prat A`, as PubMed has it), with the particles before it. A name
    /// with a word that only organisations have is an organisation's. What stands between two commas and is nothing is no part.
    /// `None` where there is no name.
    pub fn of(author: &Author) -> Option<Self> {
        let name = name_of(author)?;
        if is_of_organisation(&name) {
            return Some(Self::Organisation(name));
        }
        Some(if name.contains(',') {
            inverted(&name)
        } else {
            in_order(&name)
        })
    }

    /// `van der Berg`, or the organisation's name.
    pub fn family(&self) -> String {
        match self {
            Self::Organisation(name) => name.clone(),
            Self::Person {
                family, particle, ..
            } => joined([particle.as_deref(), Some(family)]),
        }
    }

    /// The parts of a name in the order of lists: family name with its particle, given names, suffix.
    pub fn inverted(&self) -> String {
        let Self::Person { given, suffix, .. } = self else {
            return self.family();
        };
        let family = self.family();
        let parts = [Some(&family), given.as_ref(), suffix.as_ref()];
        parts
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The authors of a list who have a name.
    pub fn all(authors: &[Author]) -> Vec<Self> {
        authors.iter().filter_map(Self::of).collect()
    }
}

/// The name that an author is listed by, on one line: the full name, else the one on the publication. Nobody has a name of
/// nothing but what separates its parts.
fn name_of(author: &Author) -> Option<String> {
    let written = [author.full_name.as_deref(), Some(&author.name)];
    let mut names = written.into_iter().flatten().map(folded);
    names.find(|name| name.chars().any(char::is_alphanumeric))
}

/// White space folded, and nothing else that only steers a printer.
fn folded(name: &str) -> String {
    name.split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    let word = lower(word);
    words.contains(&word.as_str())
}

fn is_of_organisation(name: &str) -> bool {
    let mut words = name.split([' ', ',', '(', ')', '-']);
    name.contains(' ') && words.any(|word| is_one_of(&OF_ORGANISATIONS, word))
}

fn something(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn inverted(name: &str) -> Creator {
    let mut parts = name
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let family = parts.next().unwrap_or(name);
    let mut given = parts.next().map(str::to_owned);
    let mut suffix = something(&parts.collect::<Vec<_>>().join(", "));
    // `King, Jr., Martin Luther`, as BibTeX has it.
    if given.as_deref().is_some_and(|it| is_one_of(&SUFFIXES, it)) {
        std::mem::swap(&mut given, &mut suffix);
    }
    let words: Vec<&str> = family.split(' ').collect();
    let (particle, family) = split_particle(&words);
    person(&family, given, particle, suffix)
}

fn in_order(name: &str) -> Creator {
    let mut words: Vec<&str> = name.split(' ').collect();
    let suffix = words.last().copied().filter(|it| is_one_of(&SUFFIXES, it));
    let suffix = suffix.filter(|_| words.len() > 2).map(str::to_owned);
    if suffix.is_some() {
        words.pop();
    }
    let Some((last, before)) = words.split_last() else {
        return person(name, None, None, suffix);
    };
    if !before.is_empty() && are_initials(last) && !before.iter().all(|it| are_initials(it)) {
        let (particle, family) = split_particle(before);
        return person(&family, Some((*last).to_owned()), particle, suffix);
    }
    let is_particle = |word: &&&str| PARTICLES.contains(*word);
    let particles = before.iter().rev().take_while(is_particle).count();
    let (given, particle) = before.split_at(before.len() - particles);
    person(
        last,
        something(&given.join(" ")),
        something(&particle.join(" ")),
        suffix,
    )
}

/// What can be nothing but initials: one to three capital letters.
fn are_initials(word: &str) -> bool {
    word.chars().count() <= 3
        && word
            .chars()
            .all(|it| it.is_uppercase() || matches!(it, '.' | '-'))
}

/// A family name without the particles that it begins with; something is left of every name.
fn split_particle(words: &[&str]) -> (Option<String>, String) {
    let is_particle = |word: &&&str| PARTICLES.contains(*word);
    let most = words.len().saturating_sub(1);
    let count = words.iter().take_while(is_particle).count().min(most);
    let (particle, family) = words.split_at(count);
    (something(&particle.join(" ")), family.join(" "))
}

/// Initials that are written together, as PubMed has them, with their points: `AG` becomes `A. G.`, which is what programs
/// know for initials.
fn spelled(given: &str) -> String {
    let is_bare = given.chars().count() <= 3 && given.chars().all(char::is_uppercase);
    if !is_bare {
        return given.to_owned();
    }
    let initials = given.chars().map(|it| [&it.to_string(), "."].concat());
    initials.collect::<Vec<_>>().join(" ")
}

fn person(
    family: &str,
    given: Option<String>,
    particle: Option<String>,
    suffix: Option<String>,
) -> Creator {
    Creator::Person {
        family: family.to_owned(),
        given: given.map(|it| spelled(&it)),
        particle,
        suffix,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> String {
        let author = Author {
            name: name.to_owned(),
            ..Author::default()
        };
        match Creator::of(&author) {
            None => "nobody".to_owned(),
            Some(Creator::Organisation(name)) => format!("[{name}]"),
            Some(Creator::Person {
                family,
                given,
                particle,
                suffix,
            }) => [particle, Some(family), given, suffix]
                .map(Option::unwrap_or_default)
                .join("|"),
        }
    }

    #[test]
    fn names_are_taken_apart() {
        for (name, expected) in [
            ("Prat Aparicio, Aleix", "|Prat Aparicio|Aleix|"),
            ("Aleix Prat", "|Prat|Aleix|"),
            ("Prat, A", "|Prat|A.|"),
            ("Prat A", "|Prat|A.|"),
            ("Prat AB", "|Prat|A. B.|"),
            ("A. Prat", "|Prat|A.|"),
            ("J. R. R. Tolkien", "|Tolkien|J. R. R.|"),
            ("Vincent van der Berg", "van der|Berg|Vincent|"),
            ("de la Cruz, Juana Inés", "de la|Cruz|Juana Inés|"),
            ("van den Berg J", "van den|Berg|J.|"),
            ("Van Den Berg, Jan", "|Van Den Berg|Jan|"),
            ("King, Martin Luther, Jr.", "|King|Martin Luther|Jr."),
            ("King, Jr., Martin Luther", "|King|Martin Luther|Jr."),
            ("Martin Luther King III", "|King|Martin Luther|III"),
            ("Plato", "|Plato||"),
            ("Voltaire,", "|Voltaire||"),
            (", Sukarno", "|Sukarno||"),
            (", , Sukarno", "|Sukarno||"),
            ("King,, Jr.", "|King||Jr."),
            ("a,, b, c,, d", "|a|b|c, d"),
            ("王小明", "|王小明||"),
            ("The HER2 Consortium", "[The HER2 Consortium]"),
            ("World Health Organization", "[World Health Organization]"),
            ("Writing Group, ESC", "[Writing Group, ESC]"),
            ("  Ada \u{a0} Lovelace\n", "|Lovelace|Ada|"),
            (" \t", "nobody"),
            (",,,.", "nobody"),
            ("de", "|de||"),
        ] {
            assert_eq!(parts(name), expected, "{name:?}");
        }
    }

    #[test]
    fn the_full_name_goes_before_the_short_one_where_it_is_a_name() {
        for (full, expected) in [
            ("Prat Aparicio, Aleix", "Prat Aparicio, Aleix"),
            (", ,", "Prat, A."),
        ] {
            let author = Author {
                name: "Prat, A".to_owned(),
                full_name: Some(full.to_owned()),
                ..Author::default()
            };
            let name = Creator::of(&author).map(|it| it.inverted());
            assert_eq!(name.as_deref(), Some(expected));
        }
    }
}
