//! Files for reference managers are read back, and say the same as the record and as each other.

use publication_metrics::publication::{PartialDate, Publication};
use publication_metrics::share::{Export, coins, file_stem};

use crate::read_back::all;
use crate::{proportion, record};

/// Holds the record of JSON text, if it is one, to its files.
pub fn holds(text: &[u8]) {
    if let Some(publication) = record::publication(text) {
        check(text.len(), &publication);
    }
}

/// Holds a publication to its files.
pub fn check(length: usize, publication: &Publication) {
    for export in Export::ALL {
        let file = export.write(publication);
        proportion::of_text(export.name(), length, file.len());
        assert!(!file.contains('\0'), "{file}");
    }
    let stem = file_stem(publication);
    assert!(is_portable(&stem), "{stem:?}");
    context_object(publication);
    says_the_same(publication);
}

/// A name that every file system takes, and that hides nothing.
fn is_portable(stem: &str) -> bool {
    let fits = |it: char| it.is_alphanumeric() || "-_.".contains(it);
    !stem.is_empty() && stem.len() <= 200 && !stem.starts_with('.') && stem.chars().all(fits)
}

/// Pairs of names and values, each decoded to text.
fn context_object(publication: &Publication) {
    for (name, value) in url::form_urlencoded::parse(coins(publication).as_bytes()) {
        assert!(!name.is_empty(), "{value}");
        assert!(
            !value.contains('\u{fffd}') || said(publication).contains('\u{fffd}'),
            "{value}"
        );
    }
}

fn said(publication: &Publication) -> String {
    format!("{publication:?}")
}

fn folded(text: &str) -> String {
    text.split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A DOI as BibTeX can have it, which counts braces.
fn without_braces(doi: &str) -> String {
    let encoded = [('{', "%7B"), ('}', "%7D"), ('\\', "%5C")];
    encoded
        .into_iter()
        .fold(doi.to_owned(), |doi, (character, code)| {
            doi.replace(character, code)
        })
}

fn says_the_same(publication: &Publication) {
    let plain = |value: Option<&String>| folded(value.map(String::as_str).unwrap_or_default());
    let venue = publication.venue.clone().unwrap_or_default();
    let title = publication.title.as_ref().map(|it| folded(&it.plain()));
    let mut formats = all(publication);
    for (_, known) in &mut formats {
        known.doi = without_braces(&known.doi);
    }
    for (format, known) in &formats {
        assert_eq!(
            folded(&known.title),
            title.clone().unwrap_or_default(),
            "{format}"
        );
        let date = publication.published.map(PartialDate::iso);
        assert_eq!(known.date, date.unwrap_or_default(), "{format}");
        assert_eq!(
            folded(&known.venue),
            plain(venue.title.as_ref()),
            "{format}"
        );
        assert_eq!(known.volume, plain(venue.volume.as_ref()), "{format}");
        assert_eq!(known.issue, plain(venue.issue.as_ref()), "{format}");
        let doi = publication
            .doi
            .as_ref()
            .map(|it| without_braces(it.as_str()));
        assert_eq!(known.doi, doi.unwrap_or_default(), "{format}");
    }
    let [(_, bibtex), (_, csl_json), (_, ris)] = formats;
    assert_eq!(bibtex, csl_json);
    assert_eq!(bibtex, ris);
}
