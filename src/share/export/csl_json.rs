//! CSL-JSON, by the schema `csl-data.json` of CSL 1.0.2: a list with the one item. Titles have the inline markup that
//! CSL processors understand (`<i>`, `<b>`, `<sub>`, `<sup>`) and no entities.

use super::creator::Creator;
use super::kind::Kind;
use super::pages::Pages;
use super::{address, file_stem, note, summary};
use crate::publication::{PartialDate, Publication, RichText, Style};

pub fn write(publication: &Publication) -> String {
    let kind = match Kind::of(publication) {
        Kind::Article => "article-journal",
        Kind::Book => "book",
        Kind::Chapter => "chapter",
        Kind::ConferencePaper => "paper-conference",
        Kind::Dataset => "dataset",
        Kind::Preprint => "article",
        Kind::Report => "report",
        Kind::Software => "software",
        Kind::Thesis => "thesis",
        Kind::Other => "document",
    };
    let mut fields = Vec::new();
    let mut field = |name: &str, value: Option<String>| {
        fields.extend(value.map(|value| [&string(name), ": ", &value].concat()));
    };
    let venue = publication.venue.as_ref();
    let text = |value: Option<&String>| value.map(|it| string(it));
    field("id", Some(string(&file_stem(publication))));
    field("type", Some(string(kind)));
    field(
        "title",
        publication.title.as_ref().map(|it| string(&title(it))),
    );
    let creators = Creator::all(&publication.authors);
    let names: Vec<String> = creators.iter().map(name).collect();
    field("author", list(&names));
    let host = match Kind::of(publication) {
        Kind::Book => "collection-title",
        Kind::Dataset | Kind::Software | Kind::Report | Kind::Thesis => "publisher",
        _ => "container-title",
    };
    field(host, text(venue.and_then(|it| it.title.as_ref())));
    field("issued", publication.published.map(date));
    field("volume", text(venue.and_then(|it| it.volume.as_ref())));
    field("issue", text(venue.and_then(|it| it.issue.as_ref())));
    let pages = venue.and_then(|it| Pages::of(it.pages.as_deref()?));
    field("page", pages.map(|it| string(&it.joined("-"))));
    field("ISSN", text(venue.and_then(|it| it.issn.as_ref())));
    field(
        "DOI",
        publication.doi.as_ref().map(|it| string(it.as_str())),
    );
    field("URL", address(publication).map(|it| string(&it)));
    field("abstract", summary(publication).map(|it| string(&it)));
    let keywords = publication.keywords.join(", ");
    field(
        "keyword",
        Some(string(&keywords)).filter(|_| !keywords.is_empty()),
    );
    field("note", note(publication).map(string));
    ["[\n  {\n    ", &fields.join(",\n    "), "\n  }\n]\n"].concat()
}

fn name(creator: &Creator) -> String {
    let (family, given, particle, suffix) = match creator {
        Creator::Organisation(name) => {
            return ["{ \"literal\": ", &string(name), " }"].concat();
        }
        Creator::Person {
            family,
            given,
            particle,
            suffix,
        } => (Some(family), given, particle, suffix),
    };
    let parts = [
        ("family", family),
        ("given", given.as_ref()),
        ("non-dropping-particle", particle.as_ref()),
        ("suffix", suffix.as_ref()),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(key, value)| Some([&string(key), ": ", &string(value?)].concat()));
    ["{ ", &parts.collect::<Vec<_>>().join(", "), " }"].concat()
}

fn date(date: PartialDate) -> String {
    let iso = date.iso();
    let parts = iso.split('-').map(|it| it.trim_start_matches('0'));
    let parts = parts.collect::<Vec<_>>().join(", ");
    ["{ \"date-parts\": [[", &parts, "]] }"].concat()
}

fn title(title: &RichText) -> String {
    let mut written = String::new();
    for run in title.runs() {
        let tag = match run.style {
            Style::Italic => "i",
            Style::Bold => "b",
            Style::Sub => "sub",
            Style::Sup => "sup",
            // Processors know no tag for these, and of a formula the text is what they can show.
            Style::Plain
            | Style::SmallCaps
            | Style::Underline
            | Style::Tex
            | Style::Begin(_)
            | Style::End => "",
        };
        if tag.is_empty() {
            written.push_str(&run.text);
        } else {
            written.push_str(&["<", tag, ">", &run.text, "</", tag, ">"].concat());
        }
    }
    written
}

fn list(values: &[String]) -> Option<String> {
    let inside = values.join(",\n      ");
    (!values.is_empty()).then(|| ["[\n      ", &inside, "\n    ]"].concat())
}

/// A string of JSON (RFC 8259, section 7). The separators of lines are escaped too, for JSON in a script.
fn string(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                written.push('\\');
                written.push(character);
            }
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            _ if u32::from(character) < 0x20 || matches!(character, '\u{2028}' | '\u{2029}') => {
                written.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit((u32::from(character) >> shift) & 15, 16);
                    written.extend(digit);
                }
            }
            _ => written.push(character),
        }
    }
    written.push('"');
    written
}
