//! The card: type, title and venue above the badges.

use yew::prelude::*;

use super::text;
use crate::language::{Argument, DateWidth, Language, Message};
use crate::publication::{Publication, Venue};

/// What stands above the badges.
pub fn head(publication: &Publication, language: &Language) -> Html {
    html! {
        <div class="head-matter">
            if let Some(kind) = &publication.kind {
                <p class="type">{kind_in_words(kind, language)}</p>
            }
            {title(publication, language)}
            {published_in(publication, language)}
        </div>
    }
}

fn kind_in_words(kind: &str, language: &Language) -> String {
    let name = kind.replace(['-', '_'], " ");
    let key = kind.to_ascii_lowercase();
    let arguments = [
        ("type", Argument::Text(&key)),
        ("name", Argument::Text(&name)),
    ];
    language.say(Message::PublicationType, &arguments)
}

fn title(publication: &Publication, language: &Language) -> Html {
    let title = publication.title.as_ref();
    html! {
        <p class="title" part="heading" dir="auto">
            if let Some(title) = title { {text::rich(title)} } else { {language.word(Message::Untitled)} }
        </p>
    }
}

/// Venue, volume (issue): pages · date · DOI.
fn published_in(publication: &Publication, language: &Language) -> Html {
    let venue = publication.venue.as_ref();
    let date = publication
        .published
        .map(|it| language.conventions().date(it, DateWidth::Long));
    let pieces: Vec<Html> = [
        venue.map(|venue| {
            html! {
                <>
                    if let Some(title) = &venue.title { <cite dir="auto">{title.clone()}</cite>{" "} }
                    <bdi>{location(venue)}</bdi>
                </>
            }
        }),
        date.map(|date| html! { date }),
        publication.doi.as_ref().map(|doi| {
            html! { <a class="doi" href={doi.url()} dir="ltr">{doi.as_str().to_owned()}</a> }
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let last = pieces.len().saturating_sub(1);
    let spaced = pieces.into_iter().enumerate().map(|(index, piece)| {
        html! { <>{piece}if index < last { <span class="dot">{" · "}</span> }</> }
    });
    html! { <p class="venue">{for spaced}</p> }
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
