//! What other programs read in an export of a publication.

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use hayagriva::citationberg::json::{Item, NameValue, Value};
use publication_metrics::publication::Publication;
use publication_metrics::share::Export;

/// What every format can say of a publication, in one form for all of them.
#[derive(Debug, Default, PartialEq)]
pub struct Known {
    pub title: String,
    /// `Family, Given`, or the name of an organisation.
    pub authors: Vec<String>,
    /// `2025`, `2025-06`, `2025-06-30`
    pub date: String,
    pub venue: String,
    pub volume: String,
    pub issue: String,
    /// With a hyphen between the ends of a range.
    pub pages: String,
    pub doi: String,
}

/// White space is folded by every reader of names and titles.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined(family: &str, given: &str, suffix: &str) -> String {
    let parts = [family, given, suffix].map(folded);
    let parts: Vec<_> = parts.iter().filter(|it| !it.is_empty()).collect();
    let parts: Vec<_> = parts.into_iter().map(String::as_str).collect();
    parts.join(", ")
}

/// As biblatex reads the BibTeX file.
pub fn bibtex(publication: &Publication) -> Known {
    let file = Export::BibTex.write(publication);
    let read = Bibliography::parse(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(read.len(), 1, "{file}");
    let entry = read.iter().next().expect("the entry");
    let text = |name: &str| {
        let chunks = entry.get(name).map(ChunksExt::format_verbatim);
        folded(&chunks.unwrap_or_default())
    };
    let authors = entry.author().unwrap_or_default();
    let date = match entry.date() {
        Ok(PermissiveType::Typed(date)) => match date.value {
            DateValue::At(at) => {
                let parts = [at.month.map(|it| it + 1), at.day.map(|it| it + 1)];
                let parts = parts.into_iter().flatten().map(|it| format!("-{it:02}"));
                format!("{:04}{}", at.year, parts.collect::<String>())
            }
            other => panic!("{other:?}"),
        },
        _ => String::new(),
    };
    let venue = [
        "journal",
        "booktitle",
        "howpublished",
        "series",
        "publisher",
        "institution",
    ]
    .into_iter()
    .map(text)
    .find(|it| !it.is_empty());
    Known {
        title: without_commands(text("title")),
        authors: authors
            .iter()
            .map(|it| {
                let family = folded(&format!("{} {}", it.prefix, it.name));
                joined(&family, &it.given_name, &it.suffix)
            })
            .collect(),
        date,
        venue: venue.unwrap_or_default(),
        volume: text("volume"),
        issue: text("number"),
        // The reader makes a dash of two hyphens, as TeX does.
        pages: text("pages").replace('–', "-"),
        doi: text("doi"),
    }
}

/// The reader leaves the commands of inline styles to whoever typesets the title.
fn without_commands(mut title: String) -> String {
    for command in [
        "\\emph{",
        "\\textsc{",
        "\\underline{",
        "\\textbf{",
        "\\textsubscript{",
        "\\textsuperscript{",
    ] {
        while let Some((before, after)) = title.split_once(command) {
            let (styled, after) = after.split_once('}').expect("a command ends");
            title = format!("{before}{styled}{after}");
        }
    }
    title
}

/// As hayagriva reads the CSL-JSON file.
pub fn csl_json(publication: &Publication) -> Known {
    let file = Export::CslJson.write(publication);
    let items: Vec<Item> =
        serde_json::from_str(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    let [Item(fields)] = &items[..] else {
        panic!("one item: {file}")
    };
    let text = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => folded(text),
        None => String::new(),
        Some(other) => panic!("{name}: {other:?}"),
    };
    let authors = match fields.get("author") {
        Some(Value::Names(names)) => names.iter().map(name).collect(),
        None => Vec::new(),
        Some(other) => panic!("{other:?}"),
    };
    // hayagriva keeps the parts of a date to itself.
    let plain: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let date = match (&fields.get("issued"), &plain[0]["issued"]["date-parts"][0]) {
        (Some(Value::Date(_)), serde_json::Value::Array(parts)) => {
            let number = |it: &serde_json::Value| it.as_u64().expect("a number");
            let (year, rest) = parts.split_first().expect("a year");
            let rest = rest.iter().map(|it| format!("-{:02}", number(it)));
            format!("{:04}{}", number(year), rest.collect::<String>())
        }
        _ => String::new(),
    };
    let venue = ["container-title", "collection-title", "publisher"].map(text);
    Known {
        title: without_markup(&text("title")),
        authors,
        date,
        venue: venue
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
        volume: text("volume"),
        issue: text("issue"),
        pages: text("page"),
        doi: text("DOI"),
    }
}

fn name(name: &NameValue) -> String {
    match name {
        NameValue::Literal(literal) => literal.literal.clone(),
        NameValue::Item(item) => {
            let particle = item.non_dropping_particle.as_deref().unwrap_or_default();
            joined(
                &folded(&format!("{particle} {}", item.family)),
                item.given.as_deref().unwrap_or_default(),
                item.suffix.as_deref().unwrap_or_default(),
            )
        }
    }
}

fn without_markup(title: &str) -> String {
    let mut title = title.to_owned();
    for tag in ["i", "b", "sub", "sup"] {
        title = title
            .replace(&format!("<{tag}>"), "")
            .replace(&format!("</{tag}>"), "");
    }
    folded(&title)
}

/// The RIS file by its grammar: lines of a tag and a value, from `TY` to `ER`.
pub fn ris(publication: &Publication) -> Known {
    let file = Export::Ris.write(publication);
    let mut lines: Vec<(&str, &str)> = file
        .split_terminator("\r\n")
        .map(|line| {
            assert!(!line.contains(['\r', '\n']), "{line:?}");
            line.split_once("  - ")
                .unwrap_or_else(|| panic!("{line:?}"))
        })
        .collect();
    assert_eq!(lines.first().map(|(tag, _)| *tag), Some("TY"));
    assert_eq!(lines.pop(), Some(("ER", "")));
    let all = |tag: &str| {
        let of_tag = lines.iter().filter(|(it, _)| *it == tag);
        of_tag
            .map(|(_, value)| (*value).to_owned())
            .collect::<Vec<_>>()
    };
    let one = |tag: &str| all(tag).into_iter().next().unwrap_or_default();
    let date = one("DA");
    let date: Vec<&str> = date.split('/').filter(|it| !it.is_empty()).collect();
    let venue = [one("T2"), one("PB")].into_iter().find(|it| !it.is_empty());
    let pages = [one("SP"), one("EP")];
    Known {
        title: one("TI"),
        authors: all("AU"),
        date: date.join("-"),
        venue: venue.unwrap_or_default(),
        volume: one("VL"),
        issue: one("IS"),
        pages: pages
            .iter()
            .filter(|it| !it.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("-"),
        doi: one("DO"),
    }
}

/// All three, each with its name.
pub fn all(publication: &Publication) -> [(&'static str, Known); 3] {
    [
        ("BibTeX", bibtex(publication)),
        ("CSL-JSON", csl_json(publication)),
        ("RIS", ris(publication)),
    ]
}
