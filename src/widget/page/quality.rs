//! What the numbers mean, in sentences.

use yew::Html;

use super::Page;
use super::contributors::known;
use super::section::{Section, heading, titled};
use crate::indicators::{Derived, Standing, VenueStanding};
use crate::language::{Argument, DateWidth, Message};
use crate::publication::text::joined;
use crate::publication::{
    Attention, AttentionKind, Normalization, NormalizedIndicator, PartialDate, Rank,
};
use crate::widget::element::{element, fixed, text};
use crate::widget::link::linked;
use crate::widget::settings::BadgeKind;
use crate::widget::{attention, details::quartile};

/// Above this percentile a venue is in the best tenth of its category.
const BEST_TENTH: f64 = 90.0;

impl Page<'_> {
    pub(super) fn quality(&self) -> Option<Html> {
        let mut parts = self.bibliometric_impact();
        parts.extend(self.visibility());
        let title = self.language.word(Message::PageQuality);
        (!parts.is_empty()).then(|| titled(Section::Quality, self.level(), title, parts))
    }

    fn bibliometric_impact(&self) -> Vec<Html> {
        let publication = self.record.publication();
        let mut parts = Vec::new();
        if let Some(standing) = VenueStanding::of(publication) {
            parts.push((self.badge)(BadgeKind::Quartile).view(None, None));
            parts.push(paragraph(&self.all_of(&standing.leading)));
            parts.extend(quartile::evidence_of_place(
                &standing,
                publication,
                self.language,
            ));
            if !standing.others.is_empty() {
                let other = |standing: &Standing| {
                    let mut sentences = vec![self.all_of(standing)];
                    sentences.extend(quartile::conflict(standing, self.language));
                    element("li", &[], vec![text(joined(&sentences, " "))])
                };
                let entries = standing.others.iter().map(other).collect();
                let title = text(self.language.word(Message::OtherRankings));
                parts.push(element("p", fixed!["class" = "subheading"], vec![title]));
                parts.push(element("ul", fixed!["class" = "sentences"], entries));
            }
        }
        let cited: Vec<String> = publication
            .citations
            .iter()
            .filter_map(|entry| {
                let count = entry.count? as f64;
                let date = self.date(entry.as_of);
                let arguments = [
                    ("count", Argument::Number(count)),
                    ("source", Argument::Text(&entry.source)),
                    ("dateKnown", Argument::Text(known(date.as_ref()))),
                    ("date", Argument::Text(date.as_deref().unwrap_or_default())),
                ];
                Some(self.language.say(Message::PageCited, &arguments))
            })
            .collect();
        if !cited.is_empty() {
            parts.push(paragraph(&joined(&cited, " ")));
        }
        let indicators = &publication.indicators;
        parts.extend(indicators.iter().map(|it| self.normalized(it)));
        if !parts.is_empty() {
            let words = self.language.word(Message::PageBibliometric);
            parts.insert(0, heading(self.level() + 1, words));
        }
        parts
    }

    /// An indicator of the publication itself, whose it is, and what 1 means where that is known.
    fn normalized(&self, indicator: &NormalizedIndicator) -> Html {
        let date = self.date(indicator.as_of);
        let category = indicator.category.as_deref();
        let percentile = indicator.percentile.map(quartile::tenths);
        let arguments = [
            ("name", Argument::Text(&indicator.name)),
            ("source", Argument::Text(&indicator.source)),
            ("value", Argument::Number(indicator.value)),
            (
                "percentileKnown",
                Argument::Text(known(percentile.as_ref())),
            ),
            (
                "percentile",
                Argument::Number(percentile.unwrap_or_default()),
            ),
            ("categoryKnown", Argument::Text(known(category))),
            ("category", Argument::Text(category.unwrap_or_default())),
            ("dateKnown", Argument::Text(known(date.as_ref()))),
            ("date", Argument::Text(date.as_deref().unwrap_or_default())),
        ];
        let words = self.language.say(Message::PageIndicator, &arguments);
        let mut parts = vec![linked(words, indicator.url.as_ref())];
        if let Some(normalization) = Normalization::of(&indicator.name) {
            let which = [("which", Argument::Text(normalization.key()))];
            let meaning = self.language.say(Message::PageMeaningOfOne, &which);
            parts.push(text([" ", &meaning].concat()));
        }
        element("p", &[], parts)
    }

    /// Place, quartile and percentile of one ranking.
    fn all_of(&self, standing: &Standing) -> String {
        let mut sentences = vec![self.standing(standing), self.quartile(standing)];
        sentences.extend(self.percentile(standing));
        joined(&sentences, " ")
    }

    /// Where the venue stands, with whose ranking, which edition and which category.
    fn standing(&self, standing: &Standing) -> String {
        let ranking = standing.ranking;
        let venue = &self.record.publication().venue;
        let venue = venue.as_ref().and_then(|venue| venue.title.as_deref());
        let category = ranking.category.as_deref();
        let number = |number: Option<u32>| Argument::Number(f64::from(number.unwrap_or_default()));
        let arguments = [
            ("venueKnown", Argument::Text(known(venue))),
            ("venue", Argument::Text(venue.unwrap_or_default())),
            ("categoryKnown", Argument::Text(known(category))),
            ("category", Argument::Text(category.unwrap_or_default())),
            ("yearKnown", Argument::Text(known(ranking.year.as_ref()))),
            (
                "year",
                Argument::Plain(ranking.year.unwrap_or_default().into()),
            ),
            ("agency", Argument::Text(&ranking.agency)),
            (
                "tied",
                Argument::Text(if ranking.tied { "yes" } else { "no" }),
            ),
            ("rank", number(ranking.rank.map(Rank::rank))),
            ("of", number(ranking.rank.map(Rank::of))),
        ];
        let message = match ranking.rank {
            Some(_) => Message::PageStanding,
            None => Message::PageStandingUnranked,
        };
        self.language.say(message, &arguments)
    }

    fn quartile(&self, standing: &Standing) -> String {
        let Some(quartile) = standing.quartile else {
            return self.language.word(Message::PageNoQuartile);
        };
        let arguments = [
            ("quartile", Argument::Text(quartile.value().name())),
            ("origin", Argument::Text(origin(quartile))),
        ];
        self.language.say(Message::PageQuartile, &arguments)
    }

    /// The percentile, and a remark where it is of the best tenth.
    fn percentile(&self, standing: &Standing) -> Vec<String> {
        let Some(percentile) = standing.percentile else {
            return Vec::new();
        };
        let tenths = quartile::tenths(percentile.value());
        let arguments = [
            ("percentile", Argument::Number(tenths)),
            ("origin", Argument::Text(origin(percentile))),
        ];
        let mut sentences = vec![self.language.say(Message::PagePercentile, &arguments)];
        if percentile.value() > BEST_TENTH {
            sentences.push(self.language.word(Message::PageAboveNinety));
        }
        sentences
    }

    fn visibility(&self) -> Vec<Html> {
        let figures = &self.record.publication().attention;
        let academic = |figure: &&Attention| {
            matches!(
                figure.kind,
                AttentionKind::Readers | AttentionKind::Captures | AttentionKind::Usage
            )
        };
        let (academic, public): (Vec<_>, Vec<_>) = figures.iter().partition(academic);
        let mut parts = Vec::new();
        for (title, group) in [
            (Message::PageAcademicUse, academic),
            (Message::PagePublicAttention, public),
        ] {
            if group.is_empty() {
                continue;
            }
            let entry = |figure: &&Attention| element("li", &[], vec![text(self.figure(figure))]);
            let entries = group.iter().map(entry).collect();
            let title = text(self.language.word(title));
            parts.push(element("p", fixed!["class" = "subheading"], vec![title]));
            parts.push(element("ul", fixed!["class" = "sentences"], entries));
        }
        if !parts.is_empty() {
            let words = self.language.word(Message::PageVisibility);
            parts.insert(0, heading(self.level() + 1, words));
        }
        parts
    }

    fn figure(&self, figure: &Attention) -> String {
        let message = match figure.kind {
            AttentionKind::Score => Message::PageScore,
            _ => Message::PageFigure,
        };
        let counted = attention::what_is_counted(figure, self.language);
        let date = self.date(figure.as_of);
        let arguments = [
            ("figure", Argument::Number(figure.value)),
            ("counted", Argument::Text(&counted)),
            ("provider", Argument::Text(&figure.provider)),
            ("dateKnown", Argument::Text(known(date.as_ref()))),
            ("date", Argument::Text(date.as_deref().unwrap_or_default())),
        ];
        self.language.say(message, &arguments)
    }

    /// A date in words: an entry's own, else the record's.
    fn date(&self, own: Option<PartialDate>) -> Option<String> {
        let date = own.or(self.record.publication().as_of)?;
        Some(self.language.conventions().date(date, DateWidth::Long))
    }
}

fn paragraph(words: &str) -> Html {
    element("p", &[], vec![text(words.to_owned())])
}

/// The key of messages for where a value comes from.
fn origin<T: Copy>(value: Derived<T>) -> &'static str {
    match value {
        Derived::Given(_) => "given",
        Derived::FromRank(_) => "rank",
        Derived::FromPercentile(_) => "percentile",
    }
}
