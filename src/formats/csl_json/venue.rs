//! Where something appeared, as CSL-JSON and Crossref say it.

use super::{plain, says_nothing};
use crate::formats::node::Node;
use crate::publication::Venue;

pub(in crate::formats) fn venue(record: &Node) -> Option<Venue> {
    let title = first_of(
        record,
        &[
            "container-title",
            "container-title-short",
            "short-container-title",
            "journalAbbreviation",
        ],
    );
    let issue = number(&record.field("issue"))
        .or_else(|| number(&record.field("journal-issue").field("issue")));
    something(Venue {
        title,
        volume: number(&record.field("volume")),
        issue,
        pages: pages(&record.field("page")).or_else(|| pages(&record.field("article-number"))),
        issn: issn(&record.field("ISSN")),
    })
}

/// A venue of which something is known.
pub(in crate::formats) fn something(venue: Venue) -> Option<Venue> {
    (venue != Venue::default()).then_some(venue)
}

/// The first text that one of the fields has.
pub(in crate::formats) fn first_of(record: &Node, keys: &[&str]) -> Option<String> {
    let mut found = None;
    for key in keys {
        record.field(key).each(&mut |entry| {
            if found.is_none() {
                found = plain(entry);
            }
        });
    }
    found
}

/// A volume or an issue.
pub(in crate::formats) fn number(entry: &Node) -> Option<String> {
    entry.text_or_number().filter(|it| !says_nothing(it))
}

/// Pages as `first-last`, whichever dash, `pp.` or space they are written with; or the number of the article.
pub(in crate::formats) fn pages(entry: &Node) -> Option<String> {
    let text = number(entry)?;
    let pages = ["pp.", "pp ", "p."]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(&text);
    let pages = pages.trim().trim_end_matches('.');
    let mut joined = String::with_capacity(pages.len());
    for part in pages.split(['-', '‐', '‑', '–', '—', '−']).map(str::trim) {
        if !joined.is_empty() && !part.is_empty() {
            joined.push('-');
        }
        joined.push_str(part);
    }
    (!joined.is_empty()).then_some(joined)
}

/// The first ISSN of a list or of a text with several, with its hyphen.
pub(in crate::formats) fn issn(list: &Node) -> Option<String> {
    let mut found = None;
    list.each(&mut |entry| {
        if found.is_none() {
            found = entry.parsed("an ISSN", of_text);
        }
    });
    found
}

/// An ISSN is eight digits, the last of which may be an X (ISO 3297).
fn of_text(text: &str) -> Option<String> {
    text.split(|it: char| !(it.is_ascii_alphanumeric() || it == '-'))
        .find_map(|word| {
            let word = word.replace('-', "").to_ascii_uppercase();
            let (start, end) = word.split_at_checked(4)?;
            let (digits, check) = end.split_at_checked(3)?;
            let are_digits = [start, digits]
                .concat()
                .bytes()
                .all(|it| it.is_ascii_digit());
            let is_check = matches!(check.as_bytes(), [b'0'..=b'9' | b'X']);
            (are_digits && is_check).then(|| [start, "-", end].concat())
        })
}

#[cfg(test)]
mod tests {
    use super::of_text;

    #[test]
    fn an_issn_is_found_in_whatever_form() {
        for (text, issn) in [
            ("1932-6203", Some("1932-6203")),
            ("15491277", Some("1549-1277")),
            ("2055-768x, 2055-7671", Some("2055-768X")),
            ("1939-1307(Electronic);1076-8998(Print)", Some("1939-1307")),
            ("978-3-16-148410-0", None),
        ] {
            assert_eq!(of_text(text).as_deref(), issn, "{text}");
        }
    }
}
