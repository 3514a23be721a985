//! The quartile badge: where the venue stands.

use yew::prelude::*;

use super::badge::{Badge, Value};
use super::details::{Row, table};
use super::panel::{Panel, heading};
use super::record::Record;
use super::{glyph, text};
use crate::indicators::{Derived, EditionFit, Standing, VenueStanding};
use crate::language::{Argument, Language, Message};
use crate::publication::{PartialDate, Quartile};

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
            glyph: glyph::ladder(None),
            value,
            label,
            note,
        };
    };
    let leading = &standing.leading;
    let quartile = leading.quartile.map(Derived::value);
    let category = leading.ranking.category.clone();
    let without = || language.word(Message::NoQuartile);
    let rank = leading
        .ranking
        .rank
        .map(|rank| text::ordinal_rank(language, rank));
    Badge {
        panel,
        glyph: glyph::ladder(quartile),
        value: quartile.map_or(Value::NotRecorded, |it| Value::Known(it.name().to_owned())),
        label: category.unwrap_or_else(|| language.word(Message::Quartile)),
        note: text::joined([
            Some(edition(leading, language)),
            if quartile.is_some() {
                rank
            } else {
                Some(without())
            },
        ]),
    }
}

/// The leading standing with its evidence, then the others.
pub fn details(record: &Record, language: &Language) -> Html {
    let publication = record.publication();
    let Some(standing) = VenueStanding::of(publication) else {
        return Html::default();
    };
    let venue = publication
        .venue
        .as_ref()
        .and_then(|venue| venue.title.as_deref());
    let title = match venue {
        Some(venue) => language.say(
            Message::StandingOfVenue,
            &[("venue", Argument::Text(venue))],
        ),
        None => language.word(Message::Standing),
    };
    html! {
        <>
            {heading(Panel::Quartile, title)}
            {evidence(&standing.leading, language)}
            {remarks(&standing, publication.published.map(PartialDate::year), language)}
            {others(&standing.others, language)}
        </>
    }
}

fn evidence(standing: &Standing, language: &Language) -> Html {
    let ranking = standing.ranking;
    let number = |value| language.conventions().number(value);
    let entry = |name: Message, value: Html| {
        html! { <><dt>{language.word(name)}</dt><dd>{value}</dd></> }
    };
    let quartile = match standing.quartile {
        Some(quartile) => derived(quartile.value().name().to_owned(), quartile, language),
        None => html! { language.word(Message::NoQuartile) },
    };
    html! {
        <>
            <dl>
                {entry(Message::Edition, html! { <bdi>{edition(standing, language)}</bdi> })}
                if let Some(category) = &ranking.category {
                    {entry(Message::Category, html! { <bdi>{category.clone()}</bdi> })}
                }
                if let Some(rank) = ranking.rank {
                    {entry(Message::Position, html! { position(rank, language) })}
                }
                {entry(Message::Quartile, quartile)}
                if let Some(percentile) = standing.percentile {
                    {entry(
                        Message::Percentile,
                        derived(number(tenths(percentile.value())), percentile, language),
                    )}
                }
                if let Some(value) = ranking.value {
                    <dt><bdi>{ranking.indicator.clone().unwrap_or_default()}</bdi></dt>
                    <dd>{number(value)}</dd>
                }
            </dl>
            if ranking.rank.is_some() {
                if let Some(place) = standing.place() {
                    {glyph::scale(place)}
                    <p class="ends" aria-hidden="true">
                        <span>{language.word(Message::BestPlace)}</span>
                        <span>{language.word(Message::LastPlace)}</span>
                    </p>
                }
            }
        </>
    }
}

/// A value with a mark where it was computed here, and from what.
fn derived<T: Copy>(shown: String, value: Derived<T>, language: &Language) -> Html {
    let mark = match value {
        Derived::Given(_) => None,
        Derived::FromRank(_) => Some(Message::DerivedFromRank),
        Derived::FromPercentile(_) => Some(Message::DerivedFromPercentile),
    };
    html! {
        <>
            {shown}
            if let Some(mark) = mark { {" "}<span class="mark">{language.word(mark)}</span> }
        </>
    }
}

fn remarks(standing: &VenueStanding, published: Option<u16>, language: &Language) -> Html {
    let leading = &standing.leading;
    let differs = matches!(standing.fit, EditionFit::Later | EditionFit::Earlier);
    let years = published.zip(leading.ranking.year).filter(|_| differs);
    let given = leading.ranking.quartile.zip(leading.conflict);
    html! {
        <>
            if let Some((published, edition)) = years {
                <p class="remark">{language.say(Message::EditionDiffers, &[
                    ("published", Argument::Plain(published.into())),
                    ("edition", Argument::Plain(edition.into())),
                ])}</p>
            }
            if let Some((given, computed)) = given {
                <p class="remark">{conflict(leading, given, computed, language)}</p>
            }
        </>
    }
}

fn conflict(
    standing: &Standing,
    given: Quartile,
    computed: Quartile,
    language: &Language,
) -> String {
    let arguments = [
        ("agency", Argument::Text(&standing.ranking.agency)),
        ("given", Argument::Text(given.name())),
        ("computed", Argument::Text(computed.name())),
    ];
    language.say(Message::QuartileConflicts, &arguments)
}

fn others(others: &[Standing], language: &Language) -> Html {
    if others.is_empty() {
        return Html::default();
    }
    let columns =
        [Message::Category, Message::Quartile, Message::Edition].map(|it| language.word(it));
    let rows = others.iter().map(|standing| {
        let quartile = standing.quartile.map(|it| it.value().name().to_owned());
        let rank = standing.ranking.rank.map(|rank| position(rank, language));
        let category = standing.ranking.category.clone();
        Row {
            name: html! {
                <bdi>{category.unwrap_or_else(|| standing.ranking.agency.clone())}</bdi>
            },
            figure: html! { quartile.unwrap_or_else(|| language.word(Message::NoQuartile)) },
            provenance: html! { text::joined([Some(edition(standing, language)), rank]) },
        }
    });
    html! {
        <>
            <p class="subheading">{language.word(Message::OtherRankings)}</p>
            {table(columns, rows)}
        </>
    }
}

/// The agency and the year of its edition: `WoS (JCR) 2023`.
fn edition(standing: &Standing, language: &Language) -> String {
    let agency = &standing.ranking.agency;
    standing.ranking.year.map_or_else(
        || agency.clone(),
        |year| {
            let arguments = [
                ("agency", Argument::Text(agency)),
                ("year", Argument::Plain(year.into())),
            ];
            language.say(Message::EditionOf, &arguments)
        },
    )
}

fn position(rank: crate::publication::Rank, language: &Language) -> String {
    let arguments = [
        ("rank", Argument::Number(f64::from(rank.rank()))),
        ("of", Argument::Number(f64::from(rank.of()))),
    ];
    language.say(Message::PositionOf, &arguments)
}

/// A percentile to one decimal, as current editions print it.
fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
