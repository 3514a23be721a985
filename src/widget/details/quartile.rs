//! Where the venue stands, with the evidence.

use super::{scale, table};
use crate::indicators::{Derived, EditionFit, Standing, VenueStanding};
use crate::language::{Language, Message};
use crate::publication::{PartialDate, Publication};
use crate::widget::nodes::Nodes;
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::quartile::edition;
use crate::widget::record::Record;
use crate::widget::text;

/// The leading standing with its evidence, then the others.
pub fn view(record: &Record, out: &mut Nodes) {
    let publication = record.publication();
    let Some(standing) = VenueStanding::of(publication) else {
        return;
    };
    let venue = publication
        .venue
        .as_ref()
        .and_then(|venue| venue.title.as_deref());
    let title = match venue {
        Some(venue) => out
            .language
            .phrase(Message::StandingOfVenue)
            .text("venue", venue)
            .say(),
        None => out.language.word(Message::Standing),
    };
    heading(Panel::Quartile, title, out);
    evidence(&standing.leading, out);
    evidence_of_place(&standing, publication, out);
    if !standing.others.is_empty() {
        others(&standing.others, out);
    }
}

/// The place on the scale of ranks, and what has to be said of it.
pub fn evidence_of_place(standing: &VenueStanding, publication: &Publication, out: &mut Nodes) {
    if let (Some(_), Some(place)) = (standing.leading.ranking.rank, standing.leading.place()) {
        scale_of_ranks(place, out);
    }
    let published = publication.published.map(PartialDate::year);
    remarks(standing, published, out);
}

fn evidence(standing: &Standing, out: &mut Nodes) {
    let ranking = standing.ranking;
    let language = out.language;
    out.word(Message::Edition);
    out.given(edition(standing, language));
    out.draw("<dl><dt>*</dt><dd><bdi>*</bdi></dd>");
    if let Some(category) = &ranking.category {
        out.word(Message::Category);
        out.given(category.clone());
        out.draw("<dt>*</dt><dd><bdi>*</bdi></dd>");
    }
    if let Some(rank) = ranking.rank {
        out.word(Message::Position);
        out.given(text::rank(language, Message::PositionOf, rank));
        out.draw("<dt>*</dt><dd><bdi>*</bdi></dd>");
    }
    out.word(Message::Quartile);
    match standing.quartile {
        Some(quartile) => {
            let shown = quartile.value().name().to_owned();
            derived(shown, origin(quartile), out);
        }
        None => derived(language.word(Message::NoQuartile), None, out),
    }
    if let Some(percentile) = standing.percentile {
        out.word(Message::Percentile);
        let shown = language.conventions().number(tenths(percentile.value()));
        derived(shown, origin(percentile), out);
    }
    if let (Some(indicator), Some(value)) = (&ranking.indicator, ranking.value) {
        out.given(indicator.clone());
        out.given(language.conventions().number(value));
        out.draw("<dt><bdi>*</bdi></dt><dd>*</dd>");
    }
    out.draw("</dl>");
}

/// From what a value was computed here, in words; `None` where the agency gives it.
fn origin<T: Copy>(value: Derived<T>) -> Option<Message> {
    match value {
        Derived::Given(_) => None,
        Derived::FromRank(_) => Some(Message::DerivedFromRank),
        Derived::FromPercentile(_) => Some(Message::DerivedFromPercentile),
    }
}

/// A value after its name, which is given already, with a mark where it was computed here.
fn derived(shown: String, origin: Option<Message>, out: &mut Nodes) {
    out.given(shown);
    out.draw("<dt>*</dt><dd>*");
    if let Some(origin) = origin {
        out.word(origin);
        out.draw(" <span class='mark'>*</span>");
    }
    out.draw("</dd>");
}

/// The place on the scale of ranks, with its ends named.
fn scale_of_ranks(place: f64, out: &mut Nodes) {
    scale::drawing(place, out);
    out.word(Message::BestPlace);
    out.word(Message::LastPlace);
    out.draw("<p class='ends' aria-hidden='true'><span>*</span><span>*</span></p>");
}

fn remarks(standing: &VenueStanding, published: Option<u16>, out: &mut Nodes) {
    let ranking = standing.leading.ranking;
    let differs = matches!(standing.fit, EditionFit::Later | EditionFit::Earlier);
    if let (true, Some(published), Some(edition)) = (differs, published, ranking.year) {
        let differs = out
            .language
            .phrase(Message::EditionDiffers)
            .plain("published", published.into())
            .plain("edition", edition.into())
            .say();
        remark(differs, out);
    }
    if let Some(conflict) = conflict(&standing.leading, out.language) {
        remark(conflict, out);
    }
}

/// What the rank gives, where that is not the given quartile.
pub fn conflict(standing: &Standing, language: &Language) -> Option<String> {
    let said = language
        .phrase(Message::QuartileConflicts)
        .text("agency", &standing.ranking.agency)
        .text("given", standing.ranking.quartile?.name())
        .text("computed", standing.conflict?.name())
        .say();
    Some(said)
}

fn others(others: &[Standing], out: &mut Nodes) {
    let language = out.language;
    out.word(Message::OtherRankings);
    out.draw("<p class='subheading'>*</p>");
    table::begin(
        [Message::Category, Message::Quartile, Message::Edition],
        out,
    );
    for standing in others {
        let ranking = standing.ranking;
        let category = ranking.category.as_ref().unwrap_or(&ranking.agency);
        let rank = ranking
            .rank
            .map(|rank| text::rank(language, Message::PositionOf, rank));
        table::begin_row(out);
        out.isolated(category.clone());
        table::end_row(
            standing.quartile.map_or_else(
                || language.word(Message::NoQuartile),
                |quartile| quartile.value().name().to_owned(),
            ),
            text::joined(language, &[Some(edition(standing, language)), rank]),
            out,
        );
    }
    table::end(out);
}

/// A percentile to one decimal, as current editions print it.
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
