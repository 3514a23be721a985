//! The card: type, title and venue above the badges.

use yew::{AttrValue, Html};

use super::element::{element, fixed, isolated, text as plain, varied};
use super::text;
use crate::language::{Argument, DateWidth, Language, Message};
use crate::publication::{Publication, Venue};

/// What stands above the badges.
pub fn head(publication: &Publication, language: &Language) -> Html {
    let mut parts = Vec::new();
    if let Some(kind) = &publication.kind {
        let kind = isolated(kind_in_words(kind, language).into());
        parts.push(element("p", fixed!["class" = "type"], vec![kind]));
    }
    parts.push(element(
        "p",
        fixed!["class" = "title", "part" = "heading"],
        vec![title(publication, language)],
    ));
    parts.push(published_in(publication, language));
    element("div", fixed!["class" = "head-matter"], parts)
}

/// The title. It may be in another script than the page, but begins where the page's lines begin.
pub fn title(publication: &Publication, language: &Language) -> Html {
    let title = match &publication.title {
        Some(title) => text::rich(title),
        None => plain(language.word(Message::Untitled)),
    };
    element("bdi", &[], vec![title])
}

/// The type of a publication, as the language names it.
pub fn kind_in_words(kind: &str, language: &Language) -> String {
    let name = kind.replace(['-', '_'], " ");
    let key = kind.to_ascii_lowercase();
    let arguments = [
        ("type", Argument::Text(&key)),
        ("name", Argument::Text(&name)),
    ];
    language.say(Message::PublicationType, &arguments)
}

/// Venue, volume (issue): pages · date · DOI.
pub fn published_in(publication: &Publication, language: &Language) -> Html {
    let mut parts = Vec::new();
    if let Some(venue) = &publication.venue {
        if let Some(title) = &venue.title {
            parts.push(element("cite", &[], vec![isolated(title.clone().into())]));
        }
        let location = location(venue);
        if !location.is_empty() {
            if !parts.is_empty() {
                parts.push(plain(" "));
            }
            parts.push(isolated(location.into()));
        }
    }
    let dot = |parts: &mut Vec<Html>| {
        if !parts.is_empty() {
            parts.push(plain(text::DOT));
        }
    };
    if let Some(date) = publication.published {
        dot(&mut parts);
        let words = plain(language.conventions().date(date, DateWidth::Long));
        let value = Some(AttrValue::from(date.iso()));
        let values = vec![value, Some(AttrValue::Static("auto"))];
        parts.push(varied("time", &["datetime", "dir"], values, vec![words]));
    }
    if let Some(doi) = &publication.doi {
        dot(&mut parts);
        let values = ["doi", &doi.url(), "ltr"].map(|it| Some(AttrValue::from(it.to_owned())));
        let words = vec![plain(doi.as_str().to_owned())];
        parts.push(varied("a", &["class", "href", "dir"], values.into(), words));
    }
    element("p", fixed!["class" = "venue"], parts)
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
