//! The quartile badge: where the venue stands.

use super::badge::{Badge, Value};
use super::glyph::Glyph;
use super::panel::Panel;
use super::record::Record;
use super::text;
use crate::indicators::{Derived, Standing, VenueStanding};
use crate::language::{Language, Message};

/// What the badge shows.
pub fn badge(record: &Record, language: &Language) -> Badge {
    let standing = VenueStanding::of(record.publication());
    let panel = Panel::Quartile;
    let Some(standing) = standing else {
        let (value, note) = if record.faults().rankings {
            (Value::Unreadable, Message::Unreadable)
        } else {
            (Value::NotRecorded, Message::NotRecorded)
        };
        let (label, note) = (language.word(Message::Quartile), language.word(note));
        return Badge {
            panel,
            glyph: Glyph::Ladder(None),
            value,
            label,
            note,
        };
    };
    let leading = &standing.leading;
    let quartile = leading.quartile.map(Derived::value);
    let category = leading.ranking.category.clone();
    let rank = leading
        .ranking
        .rank
        .map(|rank| text::rank(language, Message::RankOf, rank));
    let without = || language.word(Message::NoQuartile);
    Badge {
        panel,
        glyph: Glyph::Ladder(quartile),
        value: quartile.map_or(Value::NotRecorded, |it| Value::Known(it.name().to_owned())),
        label: category.unwrap_or_else(|| language.word(Message::Quartile)),
        note: text::joined(
            language,
            &[
                Some(edition(leading, language)),
                if quartile.is_some() {
                    rank
                } else {
                    Some(without())
                },
            ],
        ),
    }
}

/// The agency and the year of its edition: `WoS (JCR) 2023`.
pub fn edition(standing: &Standing, language: &Language) -> String {
    let agency = &standing.ranking.agency;
    let Some(year) = standing.ranking.year else {
        return agency.clone();
    };
    language
        .phrase(Message::EditionOf)
        .text("agency", agency)
        .plain("year", year.into())
        .say()
}
