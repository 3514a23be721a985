//! BibTeX as BibTeX itself and biblatex read it: UTF-8, so that accents are letters and no commands; `date` beside `year`
//! and `month`, for the one and the other; capitals inside a word protected from styles that lower them.
//!
//! Entry types and fields are those of the biblatex manual, chapter 2.

use super::creator::Creator;
use super::kind::Kind;
use super::pages::Pages;
use super::{file_stem, note, summary};
use crate::publication::{PartialDate, Publication, RichText, Style};

pub fn write(publication: &Publication) -> String {
    let kind = Kind::of(publication);
    let entry = match kind {
        Kind::Article => "article",
        Kind::Book => "book",
        Kind::Chapter => "incollection",
        Kind::ConferencePaper => "inproceedings",
        Kind::Dataset => "dataset",
        Kind::Preprint => "online",
        Kind::Report => "report",
        Kind::Software => "software",
        Kind::Thesis => "thesis",
        Kind::Other => "misc",
    };
    let mut file = ["@", entry, "{", &file_stem(publication)].concat();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|it| !it.is_empty()) {
            file.push_str(&[",\n  ", name, " = {", &value, "}"].concat());
        }
    };
    let venue = publication.venue.as_ref();
    let of_venue = |value: Option<&String>| value.map(|it| escaped(it));
    let creators = Creator::all(&publication.authors);
    field(
        "author",
        Some(
            creators
                .iter()
                .map(author)
                .collect::<Vec<_>>()
                .join(" and "),
        ),
    );
    field("title", publication.title.as_ref().map(title));
    let host = match kind {
        Kind::Article => "journal",
        Kind::Chapter | Kind::ConferencePaper => "booktitle",
        Kind::Preprint | Kind::Other => "howpublished",
        Kind::Book => "series",
        Kind::Dataset | Kind::Software => "publisher",
        Kind::Report | Kind::Thesis => "institution",
    };
    field(host, of_venue(venue.and_then(|it| it.title.as_ref())));
    field("date", publication.published.map(PartialDate::iso));
    field(
        "year",
        publication.published.map(|it| it.year().to_string()),
    );
    field("month", publication.published.and_then(month));
    field("volume", of_venue(venue.and_then(|it| it.volume.as_ref())));
    field("number", of_venue(venue.and_then(|it| it.issue.as_ref())));
    let pages = venue.and_then(|it| Pages::of(it.pages.as_deref()?));
    field("pages", pages.map(|it| escaped(&it.joined("--"))));
    field("issn", of_venue(venue.and_then(|it| it.issn.as_ref())));
    // biblatex reads both as they stand, but for the braces that it counts.
    field(
        "doi",
        publication.doi.as_ref().map(|it| verbatim(it.as_str())),
    );
    let url = publication.url.as_ref();
    field("url", url.map(|it| verbatim(it.as_str())));
    field("abstract", summary(publication).map(|it| escaped(&it)));
    let keywords = publication.keywords.iter();
    field(
        "keywords",
        Some(
            keywords
                .map(|it| escaped(it))
                .collect::<Vec<_>>()
                .join(", "),
        ),
    );
    field("note", note(publication).map(str::to_owned));
    file.push_str("\n}\n");
    file
}

fn month(date: PartialDate) -> Option<String> {
    let iso = date.iso();
    let month = iso.split('-').nth(1)?;
    Some(month.trim_start_matches('0').to_owned())
}

/// `Family, Given`, which a reader takes apart at its commas, and an organisation in braces, which nothing takes apart.
fn author(creator: &Creator) -> String {
    match creator {
        Creator::Organisation(name) => in_braces(name),
        Creator::Person {
            family,
            given,
            particle,
            suffix,
        } => {
            let is_alone = suffix.is_none() && given.is_none();
            // Without a comma after it, a reader would take the last word for the family name.
            let family = if is_alone && family.contains(' ') {
                in_braces(family)
            } else {
                part(family)
            };
            let family = match particle {
                Some(particle) => [&escaped(particle), " ", &family].concat(),
                None => family,
            };
            let others = [suffix, given].into_iter().flatten().map(|it| part(it));
            std::iter::once(family)
                .chain(others)
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}

/// A part of a name, in braces where it has what would take it apart.
fn part(name: &str) -> String {
    let joins = |word: &str| word.eq_ignore_ascii_case("and");
    // A particle.
    let starts_low = name.chars().next().is_some_and(char::is_lowercase);
    if name.contains(',') || name.split(' ').any(joins) || starts_low {
        in_braces(name)
    } else {
        escaped(name)
    }
}

/// One whole, which nothing takes apart.
fn in_braces(name: &str) -> String {
    ["{", &escaped(name), "}"].concat()
}

fn title(title: &RichText) -> String {
    let mut written = String::new();
    for run in title.runs() {
        let text = protected(&run.text);
        let command = match run.style {
            Style::Italic => "\\emph",
            Style::Bold => "\\textbf",
            Style::Sub => "\\textsubscript",
            Style::Sup => "\\textsuperscript",
            Style::SmallCaps => "\\textsc",
            Style::Underline => "\\underline",
            // Of a formula, its text.
            Style::Plain | Style::Tex | Style::Begin(_) | Style::End => "",
        };
        if command.is_empty() {
            written.push_str(&text);
        } else {
            written.push_str(&[command, "{", &text, "}"].concat());
        }
    }
    written
}

/// Escaped, with the words in braces that have a capital behind their first letter: `{HER2}`, `{mRNA}`.
fn protected(text: &str) -> String {
    let mut written = String::new();
    for word in text.split_inclusive(|it: char| !it.is_alphanumeric()) {
        let letters = word.trim_end_matches(|it: char| !it.is_alphanumeric());
        let rest = word.get(letters.len()..).unwrap_or_default();
        let mut inner = letters.chars().skip(1);
        if inner.any(char::is_uppercase) {
            written.push_str(&["{", &escaped(letters), "}"].concat());
        } else {
            written.push_str(&escaped(letters));
        }
        written.push_str(&escaped(rest));
    }
    written
}

/// Text in which nothing is a command of TeX's.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for character in text.chars() {
        match character {
            // Not with a backslash: BibTeX counts those braces as well, and one without its pair ends the field.
            '{' => written.push_str("\\textbraceleft{}"),
            '}' => written.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => {
                written.push('\\');
                written.push(character);
            }
            '~' => written.push_str("\\textasciitilde{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '\\' => written.push_str("\\textbackslash{}"),
            // A hard space of TeX's is the tilde, and text may hold none of its own.
            _ if character.is_control() && character != '\n' => {}
            _ => written.push(character),
        }
    }
    written
}

/// What is read as it stands: a brace without its pair would end the field, and an address can do without.
fn verbatim(text: &str) -> String {
    text.replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
}
