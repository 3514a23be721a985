//! Files for reference managers are read back, and say the same as the record and as each other.

use publication_metrics::publication::{Author, PartialDate, Publication};
use publication_metrics::share::{Export, coins, file_stem};

use crate::read_back::{bibtex, csl_json, ris};
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

/// The letters and digits of a text in some order: files have the parts of a name in their own.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|it| it.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

/// Those of an author's name, the full one before the other; nobody has none.
fn letters_of(author: &Author) -> Option<Vec<char>> {
    let names = [author.full_name.as_deref(), Some(&author.name)];
    let mut names = names.into_iter().flatten().map(letters);
    names.find(|it| !it.is_empty())
}

fn has_equals(author: &Author) -> bool {
    let full = author.full_name.as_deref().unwrap_or_default();
    [&author.name, full].iter().any(|it| it.contains('='))
}

/// A DOI as BibTeX can have it, which counts braces.
fn without_braces(doi: &str) -> String {
    let changed = [("{", "%7B"), ("}", "%7D"), ("\\", "%5C")];
    changed
        .into_iter()
        .fold(doi.to_owned(), |doi, (from, to)| doi.replace(from, to))
}

/// A title without what CSL-JSON takes for a style, which it has no way to write as text.
fn without_styles(title: &str) -> String {
    let mut title = title.to_owned();
    for tag in ["i", "b", "sub", "sup"] {
        for tag in [format!("<{tag}>"), format!("</{tag}>")] {
            title = title.replace(&tag, "");
        }
    }
    folded(&title)
}

/// The reader of BibTeX makes dashes of hyphens, as TeX does, also where it reads a field as it stands.
fn with_hyphens(text: &str) -> String {
    text.replace('—', "---").replace('–', "--")
}

fn says_the_same(publication: &Publication) {
    let plain = |value: Option<&String>| {
        with_hyphens(&folded(value.map(String::as_str).unwrap_or_default()))
    };
    let venue = publication.venue.clone().unwrap_or_default();
    let title = publication
        .title
        .as_ref()
        .map(|it| with_hyphens(&folded(&it.plain())));
    let mut formats = vec![
        ("CSL-JSON", csl_json(publication)),
        ("RIS", ris(publication)),
    ];
    // Its reader does not tell a backslash from a command, or a brace from a command's, once both are read.
    if title
        .as_ref()
        .is_none_or(|it| !it.contains(['\\', '{', '}']))
    {
        formats.push(("BibTeX", bibtex(publication)));
    }
    for (_, known) in &mut formats {
        known.doi = with_hyphens(&without_braces(&known.doi));
        for text in [
            &mut known.title,
            &mut known.venue,
            &mut known.volume,
            &mut known.issue,
        ] {
            *text = with_hyphens(text);
        }
        for author in &mut known.authors {
            *author = with_hyphens(author);
        }
    }
    for (format, known) in &formats {
        assert_eq!(
            without_styles(&folded(&known.title)),
            without_styles(&title.clone().unwrap_or_default()),
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
            .map(|it| with_hyphens(&without_braces(it.as_str())));
        assert_eq!(known.doi, doi.unwrap_or_default(), "{format}");
    }
    // To the reader of BibTeX, a name with an equals sign is one of biblatex's extended format.
    let is_extended = publication.authors.iter().any(has_equals);
    let first = formats[0].1.authors.clone();
    let named: Vec<_> = publication.authors.iter().filter_map(letters_of).collect();
    let of_file: Vec<_> = first.iter().map(|it| letters(it)).collect();
    assert_eq!(of_file, named, "{first:?}");
    for (format, known) in formats {
        assert!(
            known.authors == first || is_extended,
            "{format}: {:?} for {first:?}",
            known.authors
        );
    }
}
