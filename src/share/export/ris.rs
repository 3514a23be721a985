//! RIS, by the specification of Research Information Systems as EndNote, Zotero and Mendeley read it: a tag of two
//! letters, two spaces, a hyphen and a space in front of each value; a line for each value, ended by CR and LF.

use super::creator::Creator;
use super::kind::Kind;
use super::pages::Pages;
use super::{address, note, summary};
use crate::publication::{Doi, PartialDate, Publication, RichText};

pub fn write(publication: &Publication) -> String {
    let kind = Kind::of(publication);
    let mut file = String::new();
    let mut line = |tag: &str, value: Option<String>| {
        let value = value.as_deref().map(on_one_line);
        if let Some(value) = value.filter(|it| !it.is_empty()) {
            file.push_str(&[tag, "  - ", &value, "\r\n"].concat());
        }
    };
    let tag_of_kind = match kind {
        Kind::Article => "JOUR",
        Kind::Book => "BOOK",
        Kind::Chapter => "CHAP",
        Kind::ConferencePaper => "CPAPER",
        Kind::Dataset => "DATA",
        Kind::Preprint => "UNPB",
        Kind::Report => "RPRT",
        Kind::Software => "COMP",
        Kind::Thesis => "THES",
        Kind::Other => "GEN",
    };
    line("TY", Some(tag_of_kind.to_owned()));
    for creator in Creator::all(&publication.authors) {
        line("AU", Some(creator.inverted()));
    }
    line("TI", publication.title.as_ref().map(RichText::plain));
    let venue = publication.venue.as_ref();
    let host = if kind.is_part() { "T2" } else { "PB" };
    line(host, venue.and_then(|it| it.title.clone()));
    line("PY", publication.published.map(|it| it.year().to_string()));
    line("DA", publication.published.map(date));
    line("VL", venue.and_then(|it| it.volume.clone()));
    line("IS", venue.and_then(|it| it.issue.clone()));
    let pages = venue.and_then(|it| Pages::of(it.pages.as_deref()?));
    line("SP", pages.map(|it| it.first.to_owned()));
    line("EP", pages.and_then(|it| Some(it.last?.to_owned())));
    line("SN", venue.and_then(|it| it.issn.clone()));
    line(
        "DO",
        publication.doi.as_ref().map(Doi::as_str).map(str::to_owned),
    );
    line("UR", address(publication));
    line("AB", summary(publication));
    for keyword in &publication.keywords {
        line("KW", Some(keyword.clone()));
    }
    line("N1", note(publication).map(str::to_owned));
    file.push_str("ER  - \r\n");
    file
}

/// `YYYY/MM/DD/`, with what is not known left empty.
fn date(date: PartialDate) -> String {
    let iso = date.iso();
    let mut parts = iso.split('-');
    let mut part = || parts.next().unwrap_or_default();
    [part(), "/", part(), "/", part(), "/"].concat()
}

/// A value ends with its line.
fn on_one_line(value: &str) -> String {
    let words = value.split(|it: char| it.is_whitespace() || it.is_control());
    words
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
