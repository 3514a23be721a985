//! The card: type, title and venue above the badges.

use super::nodes::Nodes;
use super::text;
use crate::language::{DateWidth, Language, Message};
use crate::publication::{Publication, Venue};

/// What stands above the badges.
pub fn head(publication: &Publication, out: &mut Nodes) {
    out.draw("<div class='head-matter'>");
    if let Some(kind) = &publication.kind {
        out.given(kind_in_words(kind, out.language));
        out.draw("<p class='type'><bdi>*</bdi></p>");
    }
    out.draw("<p class='title' part='heading'>");
    title(publication, out);
    out.draw("</p>");
    published_in(publication, out);
    out.draw("</div>");
}

/// The title. It may be in another script than the page, but begins where the page's lines begin.
pub fn title(publication: &Publication, out: &mut Nodes) {
    out.draw("<bdi>");
    match &publication.title {
        Some(title) => text::rich(title, out),
        None => out.text(out.language.word(Message::Untitled)),
    }
    out.draw("</bdi>");
}

/// The type of a publication, as the language names it.
pub fn kind_in_words(kind: &str, language: &Language) -> String {
    let name = kind.replace(['-', '_'], " ");
    let key = kind.to_ascii_lowercase();
    language
        .phrase(Message::PublicationType)
        .text("type", &key)
        .text("name", &name)
        .say()
}

/// Venue, volume (issue): pages · date · DOI. No line where there is none of these.
pub fn published_in(publication: &Publication, out: &mut Nodes) {
    const BEGIN: &str = "<p class='venue'>";
    let mut before = BEGIN;
    if let Some(venue) = &publication.venue {
        if let Some(title) = &venue.title {
            out.draw(before);
            out.given(title.clone());
            out.draw("<cite><bdi>*</bdi></cite>");
            before = text::DOT;
        }
        let location = location(venue);
        if !location.is_empty() {
            out.draw(if venue.title.is_some() { " " } else { BEGIN });
            out.isolated(location);
            before = text::DOT;
        }
    }
    if let Some(date) = publication.published {
        out.draw(before);
        out.given(date.iso());
        out.given(out.language.conventions().date(date, DateWidth::Long));
        out.draw("<time datetime='*' dir='auto'>*</time>");
        before = text::DOT;
    }
    if let Some(doi) = &publication.doi {
        out.draw(before);
        out.given(doi.url());
        out.given(doi.as_str().to_owned());
        out.draw("<a class='doi' href='*' dir='ltr'>*</a>");
        before = text::DOT;
    }
    if before != BEGIN {
        out.draw("</p>");
    }
}

/// `21 (11): 818–832`
fn location(venue: &Venue) -> String {
    let mut location = venue.volume.clone().unwrap_or_default();
    if let Some(issue) = &venue.issue {
        let space = if location.is_empty() { "" } else { " " };
        location = [&location, space, "(", issue, ")"].concat();
    }
    if let Some(pages) = &venue.pages {
        let colon = if location.is_empty() { "" } else { ": " };
        // Between numbers a range has an en dash; an article number such as `e-12` keeps its hyphen.
        let is_range = pages
            .split('-')
            .all(|end| end.chars().all(|it| it.is_ascii_digit()));
        let pages = if is_range {
            pages.replace('-', "–")
        } else {
            pages.clone()
        };
        location = [&location, colon, &pages].concat();
    }
    location
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_written_from_what_is_known() {
        let of = |volume: &str, issue: &str, pages: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (volume, issue, pages) = (some(volume), some(issue), some(pages));
            location(&Venue {
                volume,
                issue,
                pages,
                ..Venue::default()
            })
        };
        assert_eq!(of("21", "11", "818-832"), "21 (11): 818–832");
        assert_eq!(of("21", "", "e-12"), "21: e-12");
        assert_eq!(of("", "11", ""), "(11)");
        assert_eq!(of("", "", "7"), "7");
        assert_eq!(of("", "", ""), "");
    }
}
