//! Where the venue stands, with the evidence.

use yew::Html;

use super::scale;
use super::table::{Row, table};
use crate::indicators::{Derived, EditionFit, Standing, VenueStanding};
use crate::language::{Argument, Language, Message};
use crate::publication::{PartialDate, Publication};
use crate::widget::element::{element, fixed, isolated, list, text as plain};
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::quartile::edition;
use crate::widget::record::Record;
use crate::widget::text;

/// The leading standing with its evidence, then the others.
pub fn view(record: &Record, language: &Language) -> Html {
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
    let mut parts = vec![
        heading(Panel::Quartile, title),
        evidence(&standing.leading, language),
    ];
    parts.extend(evidence_of_place(&standing, publication, language));
    if !standing.others.is_empty() {
        parts.push(others(&standing.others, language));
    }
    list(parts)
}

/// The place on the scale of ranks, and what has to be said of it.
pub fn evidence_of_place(
    standing: &VenueStanding,
    publication: &Publication,
    language: &Language,
) -> Vec<Html> {
    let mut parts = Vec::new();
    if let (Some(_), Some(place)) = (standing.leading.ranking.rank, standing.leading.place()) {
        parts.push(scale_of_ranks(place, language));
    }
    let published = publication.published.map(PartialDate::year);
    parts.extend(remarks(standing, published, language));
    parts
}

fn evidence(standing: &Standing, language: &Language) -> Html {
    let ranking = standing.ranking;
    let number = |value| language.conventions().number(value);
    let mut entries = Vec::new();
    let mut entry = |name: Html, value: Html| {
        entries.push(element("dt", &[], vec![name]));
        entries.push(element("dd", &[], vec![value]));
    };
    let word = |name: Message| plain(language.word(name));
    entry(
        word(Message::Edition),
        isolated(edition(standing, language).into()),
    );
    if let Some(category) = &ranking.category {
        entry(word(Message::Category), isolated(category.clone().into()));
    }
    if let Some(rank) = ranking.rank {
        let position = text::rank(language, Message::PositionOf, rank);
        entry(word(Message::Position), isolated(position.into()));
    }
    let quartile = match standing.quartile {
        Some(quartile) => {
            let shown = quartile.value().name().to_owned();
            derived(shown, origin(quartile), language)
        }
        None => word(Message::NoQuartile),
    };
    entry(word(Message::Quartile), quartile);
    if let Some(percentile) = standing.percentile {
        let shown = number(tenths(percentile.value()));
        entry(
            word(Message::Percentile),
            derived(shown, origin(percentile), language),
        );
    }
    if let (Some(indicator), Some(value)) = (&ranking.indicator, ranking.value) {
        entry(isolated(indicator.clone().into()), plain(number(value)));
    }
    element("dl", &[], entries)
}

/// From what a value was computed here, in words; `None` where the agency gives it.
fn origin<T: Copy>(value: Derived<T>) -> Option<Message> {
    match value {
        Derived::Given(_) => None,
        Derived::FromRank(_) => Some(Message::DerivedFromRank),
        Derived::FromPercentile(_) => Some(Message::DerivedFromPercentile),
    }
}

/// A value, with a mark where it was computed here.
fn derived(shown: String, origin: Option<Message>, language: &Language) -> Html {
    let mut parts = vec![plain(shown)];
    if let Some(origin) = origin {
        let mark = element(
            "span",
            fixed!["class" = "mark"],
            vec![plain(language.word(origin))],
        );
        parts.extend([plain(" "), mark]);
    }
    list(parts)
}

/// The place on the scale of ranks, with its ends named.
fn scale_of_ranks(place: f64, language: &Language) -> Html {
    let end = |name: Message| element("span", &[], vec![plain(language.word(name))]);
    let ends = vec![end(Message::BestPlace), end(Message::LastPlace)];
    list(vec![
        scale::drawing(place),
        element("p", fixed!["class" = "ends", "aria-hidden" = "true"], ends),
    ])
}

fn remarks(standing: &VenueStanding, published: Option<u16>, language: &Language) -> Vec<Html> {
    let ranking = standing.leading.ranking;
    let mut remarks = Vec::new();
    let differs = matches!(standing.fit, EditionFit::Later | EditionFit::Earlier);
    if let (true, Some(published), Some(edition)) = (differs, published, ranking.year) {
        let arguments = [
            ("published", Argument::Plain(published.into())),
            ("edition", Argument::Plain(edition.into())),
        ];
        remarks.push(remark(language.say(Message::EditionDiffers, &arguments)));
    }
    remarks.extend(conflict(&standing.leading, language).map(remark));
    remarks
}

/// What the rank gives, where that is not the given quartile.
pub fn conflict(standing: &Standing, language: &Language) -> Option<String> {
    let arguments = [
        ("agency", Argument::Text(&standing.ranking.agency)),
        ("given", Argument::Text(standing.ranking.quartile?.name())),
        ("computed", Argument::Text(standing.conflict?.name())),
    ];
    Some(language.say(Message::QuartileConflicts, &arguments))
}

fn others(others: &[Standing], language: &Language) -> Html {
    let columns =
        [Message::Category, Message::Quartile, Message::Edition].map(|it| language.word(it));
    let mut rows = Vec::new();
    for standing in others {
        let ranking = standing.ranking;
        let category = ranking.category.as_ref().unwrap_or(&ranking.agency);
        let rank = ranking
            .rank
            .map(|rank| text::rank(language, Message::PositionOf, rank));
        rows.push(Row {
            name: isolated(category.clone().into()),
            figure: standing.quartile.map_or_else(
                || language.word(Message::NoQuartile),
                |quartile| quartile.value().name().to_owned(),
            ),
            provenance: isolated(
                text::joined(language, &[Some(edition(standing, language)), rank]).into(),
            ),
        });
    }
    let heading = plain(language.word(Message::OtherRankings));
    list(vec![
        element("p", fixed!["class" = "subheading"], vec![heading]),
        table(columns, rows),
    ])
}

/// A percentile to one decimal, as current editions print it.
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
