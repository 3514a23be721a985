use std::io;

use clap::Args;
use publication_metrics::formats::{AnyReading, Dialect};
use publication_metrics::publication::{PartialDate, Publication, RichText};
use serde_json::{Value, json};

use super::each::each_record;
use super::input::read;
use super::{Outcome, dialect, fault};

/// Tells what is understood of records: the dialect, the publication, and what could not be read, with its place
///
/// The exit code is 1 where one of them is not usable.
#[derive(Args)]
pub struct Check {
    /// Files with a record each, or with one on each line (.ndjson, .jsonl); - is standard input, with one on each line
    #[arg(required = true)]
    files: Vec<String>,
    /// The dialect of all of them, in place of the one that each is found to be in
    #[arg(long, value_parser = dialect)]
    format: Option<&'static Dialect>,
    /// One line of JSON for each record
    #[arg(long)]
    json: bool,
}

impl Check {
    pub fn run(self) -> io::Result<Outcome> {
        let work = |name: &str, text: &[u8]| {
            let reading = read(text, self.format)?;
            Ok(self.told(name, &reading).into_bytes())
        };
        each_record(&self.files, None, &work, &mut |place, message| {
            self.refuse(place, message);
        })
    }

    fn told(&self, place: &str, reading: &AnyReading) -> String {
        if self.json {
            format!("{}\n", as_json(place, reading))
        } else {
            in_words(place, reading)
        }
    }

    /// Tells of a record that is not usable: as a fault, and for programs as a line like any other.
    fn refuse(&self, place: &str, message: &str) {
        if self.json {
            println!(
                "{}",
                json!({ "file": place, "usable": false, "message": message })
            );
        } else {
            fault(place, message);
        }
    }
}

fn dialects(reading: &AnyReading) -> Vec<&'static str> {
    reading
        .dialects
        .iter()
        .map(|dialect| dialect.name())
        .collect()
}

fn as_json(place: &str, reading: &AnyReading) -> Value {
    let publication = &reading.publication;
    let warning = |it: &publication_metrics::formats::Warning| json!({ "path": it.path, "message": it.message });
    json!({
        "file": place,
        "usable": true,
        "dialects": dialects(reading),
        "title": publication.title.as_ref().map(RichText::plain),
        "doi": publication.doi.as_ref().map(ToString::to_string),
        "published": publication.published.map(PartialDate::iso),
        "authors": publication.authors.len(),
        "citations": publication.citations.len(),
        "attention": publication.attention.len(),
        "rankings": publication.rankings.len(),
        "warnings": reading.warnings.iter().map(warning).collect::<Vec<_>>(),
    })
}

fn in_words(place: &str, reading: &AnyReading) -> String {
    let dialects = dialects(reading).join(", ");
    let understood = understood(&reading.publication).into_iter();
    let warnings = reading.warnings.iter().map(|it| format!("warning: {it}"));
    let lines = understood.chain(warnings).map(|line| format!("  {line}\n"));
    format!("{place}: {dialects}\n{}", lines.collect::<String>())
}

/// What was understood, a line for each thing that there is.
fn understood(publication: &Publication) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |key: &str, value: Option<String>| {
        lines.extend(value.map(|value| format!("{key}: {value}")));
    };
    say("title", publication.title.as_ref().map(RichText::plain));
    say("doi", publication.doi.as_ref().map(ToString::to_string));
    say("published", publication.published.map(PartialDate::iso));
    say(
        "venue",
        publication.venue.as_ref().and_then(|it| it.title.clone()),
    );
    let authors = publication.authors.len();
    say("authors", (authors > 0).then(|| authors.to_string()));
    say(
        "retracted",
        publication
            .retracted
            .filter(|it| *it)
            .map(|_| String::from("yes")),
    );
    for count in &publication.citations {
        let number = count
            .count
            .map_or_else(|| String::from("no number"), |it| it.to_string());
        say(
            "citations",
            Some(format!("{} {number}{}", count.source, as_of(count.as_of))),
        );
    }
    for figure in &publication.attention {
        let source = figure
            .source
            .as_deref()
            .map(|it| format!(", {it}"))
            .unwrap_or_default();
        let words = format!(
            "{}{source}: {} {}{}",
            figure.provider,
            figure.value,
            figure.kind.name(),
            as_of(figure.as_of)
        );
        say("attention", Some(words));
    }
    for ranking in &publication.rankings {
        let quartile = ranking
            .quartile
            .map(|it| format!(" Q{}", it.number()))
            .unwrap_or_default();
        say("ranking", Some(format!("{}{quartile}", ranking.agency)));
    }
    lines
}

fn as_of(date: Option<PartialDate>) -> String {
    date.map(|date| format!(", {date}")).unwrap_or_default()
}
