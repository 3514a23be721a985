use super::creator::Creator;
use crate::publication::{Doi, PartialDate, Publication, lower};

/// A name for a file and for the entry in it: the first author's family name, of several the first, and the year
/// (`prat2025`); without an author the letters and digits of the DOI; else `publication`. ASCII in lower case, which
/// every program takes.
pub fn file_stem(publication: &Publication) -> String {
    let family = match publication.authors.iter().find_map(Creator::of) {
        Some(Creator::Person { family, .. }) => {
            plain(family.split([' ', '-']).next().unwrap_or_default())
        }
        Some(Creator::Organisation(name)) => plain(&name),
        None => String::new(),
    };
    let year = publication.published.map(PartialDate::year);
    let year = year.map(|it| it.to_string()).unwrap_or_default();
    let doi = publication.doi.as_ref().map(Doi::as_str);
    let stem = if family.is_empty() {
        plain(doi.unwrap_or_default())
    } else {
        [family, year].concat()
    };
    if stem.is_empty() {
        "publication".to_owned()
    } else {
        stem
    }
}

/// At most forty letters and digits of a text, in lower case and without their accents.
fn plain(text: &str) -> String {
    let lowered = lower(text);
    let letters = lowered.chars().map(|it| match it {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    });
    letters
        .filter(char::is_ascii_alphanumeric)
        .take(40)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::Author;

    #[test]
    fn files_are_named_after_the_first_author_and_the_year() {
        for (author, doi, expected) in [
            ("Prat Aparicio, Aleix", "", "prat2025"),
            ("van der Müller-Lüdenscheidt, P.", "", "muller2025"),
            ("The HER2 Consortium", "", "theher2consortium2025"),
            ("王小明", "10.1000/A(b)_c", "101000abc"),
            ("", "", "publication"),
        ] {
            let publication = Publication {
                authors: vec![Author {
                    name: author.to_owned(),
                    ..Author::default()
                }],
                doi: Doi::parse(doi),
                published: PartialDate::parse("2025-06"),
                ..Publication::default()
            };
            assert_eq!(file_stem(&publication), expected);
        }
    }
}
