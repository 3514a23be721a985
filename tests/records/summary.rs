//! What was understood of a record, in a few lines: facts, and none of the record's texts beyond its title.

use std::collections::BTreeSet;

use publication_metrics::formats::{AnyReading, Json, read_any};
use publication_metrics::publication::{Author, PartialDate, Publication, RichText};

/// The lines about a record, each with its key before a colon.
pub fn summary(record: &Json) -> Vec<String> {
    match read_any(record, None) {
        Ok(reading) => of_reading(&reading),
        Err(error) => vec![format!("unusable: {error}")],
    }
}

fn of_reading(reading: &AnyReading) -> Vec<String> {
    let AnyReading {
        publication,
        warnings,
        dialects,
    } = reading;
    let dialects: Vec<&str> = dialects.iter().map(|dialect| dialect.name()).collect();
    let mut lines = vec![format!("dialect: {}", dialects.join(", "))];
    lines.extend(of_publication(publication));
    for warning in warnings.iter().take(WARNINGS) {
        lines.push(format!("warning: {}", cut(&warning.text())));
    }
    if warnings.len() > WARNINGS {
        lines.push(format!("warnings: {}", warnings.len()));
    }
    lines
}

/// How many warnings are named.
const WARNINGS: usize = 6;

fn of_publication(publication: &Publication) -> Vec<String> {
    let mut lines = Lines::default();
    bibliography(publication, &mut lines);
    people(publication, &mut lines);
    contents(publication, &mut lines);
    rights(publication, &mut lines);
    numbers(publication, &mut lines);
    lines.0
}

/// Lines with their keys.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn say(&mut self, key: &str, value: Option<String>) {
        let line = value.map(|value| format!("{key}: {}", cut(&value)));
        self.0.extend(line);
    }
}

fn bibliography(publication: &Publication, lines: &mut Lines) {
    lines.say("type", publication.kind.clone());
    lines.say("title", publication.title.as_ref().map(RichText::markup));
    lines.say("doi", publication.doi.as_ref().map(ToString::to_string));
    let url = publication.url.as_ref();
    lines.say("url", url.map(|it| it.as_str().to_owned()));
    lines.say("published", publication.published.map(PartialDate::iso));
    let Some(venue) = &publication.venue else {
        return;
    };
    let parts = [
        ("", &venue.title),
        ("volume ", &venue.volume),
        ("issue ", &venue.issue),
        ("pages ", &venue.pages),
        ("ISSN ", &venue.issn),
    ];
    let parts = parts.iter();
    let parts = parts.filter_map(|(name, value)| Some(format!("{name}{}", value.as_ref()?)));
    lines.say("venue", Some(parts.collect::<Vec<_>>().join(", ")));
}

fn people(publication: &Publication, lines: &mut Lines) {
    let authors = &publication.authors;
    if let (Some(first), Some(last)) = (authors.first(), authors.last()) {
        let many = authors.len() > 1;
        let count = |what: &str, is: fn(&Author) -> bool| {
            let number = authors.iter().filter(|it| is(it)).count();
            (number > 0).then(|| format!("{number} {what}"))
        };
        let parts = [
            Some(authors.len().to_string()),
            Some(format!("first {}", first.name)),
            many.then(|| format!("last {}", last.name)),
            count("ORCID", |it| it.orcid.is_some()),
            count("with affiliations", |it| !it.affiliations.is_empty()),
            count("corresponding", |it| it.corresponding),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        lines.say("authors", Some(parts.join("; ")));
    }
    let affiliations = &publication.affiliations;
    let countries: BTreeSet<&str> = affiliations
        .iter()
        .filter_map(|it| it.country.as_deref())
        .collect();
    let countries = countries.into_iter().collect::<Vec<_>>().join(" ");
    let count = affiliations.len();
    let words = [count.to_string(), countries];
    let words: Vec<String> = words.into_iter().filter(|it| !it.is_empty()).collect();
    lines.say("affiliations", (count > 0).then(|| words.join("; ")));
}

fn contents(publication: &Publication, lines: &mut Lines) {
    let summary = publication.summary.as_ref();
    let length = summary.map(|it| format!("{} characters", it.chars().count()));
    lines.say("abstract", length);
    let keywords = &publication.keywords;
    let words = format!("{}: {}", keywords.len(), keywords.join("; "));
    lines.say("keywords", (!keywords.is_empty()).then_some(words));
    let indexes: Vec<&str> = publication.indexed_in.iter().map(|it| &*it.name).collect();
    let indexes = (!indexes.is_empty()).then(|| indexes.join(", "));
    lines.say("indexed in", indexes);
}

fn rights(publication: &Publication, lines: &mut Lines) {
    let license = publication.license.as_ref().map(|license| {
        let url = license.url.as_ref().map(|it| it.as_str().to_owned());
        let parts = [license.name.clone(), url].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ")
    });
    lines.say("licence", license);
    let open_access = publication.open_access;
    lines.say(
        "open access",
        open_access.map(|it| format!("{it:?}").to_lowercase()),
    );
    lines.say("retracted", publication.retracted.map(|it| it.to_string()));
    for notice in &publication.notices {
        let doi = notice.doi.as_ref().map(ToString::to_string);
        let words = format!("{} {}", notice.kind.name(), doi.unwrap_or_default());
        lines.say("notice", Some(dated(&words, notice.date)));
    }
}

fn numbers(publication: &Publication, lines: &mut Lines) {
    for count in &publication.citations {
        let number = count
            .count
            .map_or_else(|| "no number".to_owned(), |it| it.to_string());
        let words = format!("{} {number}", count.source);
        lines.say("citations", Some(dated(&words, count.as_of)));
    }
    for figure in &publication.attention {
        let source = figure.source.as_ref().map(|it| format!(" on {it}"));
        let (kind, source) = (figure.kind.name(), source.unwrap_or_default());
        let words = format!("{} {} {kind}{source}", figure.provider, figure.value);
        lines.say("attention", Some(dated(&words, figure.as_of)));
    }
    for ranking in &publication.rankings {
        let words = format!(
            "{} {:?} {:?}",
            ranking.agency, ranking.rank, ranking.quartile
        );
        lines.say("ranking", Some(words));
    }
    for indicator in &publication.indicators {
        let percentile = indicator.percentile.map(|it| format!(", percentile {it}"));
        let (name, percentile) = (&indicator.name, percentile.unwrap_or_default());
        let words = format!(
            "{} {name} {}{percentile}",
            indicator.source, indicator.value
        );
        lines.say("indicator", Some(dated(&words, indicator.as_of)));
    }
    lines.say("institution", publication.institution.clone());
    lines.say("as of", publication.as_of.map(PartialDate::iso));
}

fn dated(words: &str, date: Option<PartialDate>) -> String {
    match date {
        Some(date) => format!("{words}, {date}"),
        None => words.to_owned(),
    }
}

/// As much of a text as a reviewer needs.
fn cut(text: &str) -> String {
    const LONGEST: usize = 120;
    let text: String = text
        .chars()
        .map(|it| if it == '\n' { ' ' } else { it })
        .collect();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
