//! What the numbers mean, in sentences.

use super::Page;
use super::section::{Section, heading, paragraph};
use crate::indicators::{Derived, Standing, VenueStanding};
use crate::language::{DateWidth, Message};
use crate::publication::text::joined;
use crate::publication::{
    Attention, AttentionKind, Normalization, NormalizedIndicator, PartialDate,
};
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;
use crate::widget::settings::BadgeKind;
use crate::widget::{attention, details::quartile};

/// Above this percentile a venue is in the best tenth of its category.
const BEST_TENTH: f64 = 90.0;

impl Page<'_> {
    pub(super) fn quality(&self, out: &mut Nodes) {
        let publication = self.record.publication();
        let standing = VenueStanding::of(publication);
        let cited = self.cited();
        let has_impact =
            standing.is_some() || !cited.is_empty() || !publication.indicators.is_empty();
        let is_visible = !publication.attention.is_empty();
        if !has_impact && !is_visible {
            return;
        }
        let title = self.language.word(Message::PageQuality);
        Section::Quality.begin_titled(self.level(), title, out);
        if has_impact {
            let words = self.language.word(Message::PageBibliometric);
            heading(self.level() + 1, words, out);
        }
        if let Some(standing) = standing {
            self.standings(&standing, out);
        }
        if !cited.is_empty() {
            paragraph(joined(&cited, " "), out);
        }
        for indicator in &publication.indicators {
            self.normalized(indicator, out);
        }
        if is_visible {
            self.visibility(out);
        }
        out.draw("</section>");
    }

    fn standings(&self, standing: &VenueStanding, out: &mut Nodes) {
        (self.badge)(BadgeKind::Quartile).view(None, None, out);
        paragraph(self.all_of(&standing.leading), out);
        quartile::evidence_of_place(standing, self.record.publication(), out);
        if standing.others.is_empty() {
            return;
        }
        begin_sentences(Message::OtherRankings, out);
        for standing in &standing.others {
            let mut sentences = vec![self.all_of(standing)];
            sentences.extend(quartile::conflict(standing, self.language));
            out.given(joined(&sentences, " "));
            out.draw("<li>*</li>");
        }
        out.draw("</ul>");
    }

    /// How often it is cited, a sentence for each source.
    fn cited(&self) -> Vec<String> {
        let mut cited = Vec::new();
        for entry in &self.record.publication().citations {
            if let Some(count) = entry.count {
                let date = self.date(entry.as_of);
                let said = self
                    .language
                    .phrase(Message::PageCited)
                    .number("count", count as f64)
                    .text("source", &entry.source)
                    .text("date", &date)
                    .say();
                cited.push(said);
            }
        }
        cited
    }

    /// An indicator of the publication itself, whose it is, and what 1 means where that is known.
    fn normalized(&self, indicator: &NormalizedIndicator, out: &mut Nodes) {
        let date = self.date(indicator.as_of);
        let mut says = self.language.phrase(Message::PageIndicator);
        says.text("name", &indicator.name)
            .text("source", &indicator.source)
            .number("value", indicator.value)
            .text(
                "category",
                indicator.category.as_deref().unwrap_or_default(),
            )
            .text("date", &date);
        if let Some(percentile) = indicator.percentile {
            says.number("percentile", quartile::tenths(percentile));
        }
        out.draw("<p>");
        linked(says.say(), indicator.url.as_ref(), out);
        if let Some(normalization) = Normalization::of(&indicator.name) {
            let meaning = self
                .language
                .phrase(Message::PageMeaningOfOne)
                .text("which", normalization.key())
                .say();
            out.text([" ", &meaning].concat());
        }
        out.draw("</p>");
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
        let message = match ranking.rank {
            Some(_) => Message::PageStanding,
            None => Message::PageStandingUnranked,
        };
        let mut says = self.language.phrase(message);
        says.text("venue", venue.unwrap_or_default())
            .text("category", ranking.category.as_deref().unwrap_or_default())
            .text("agency", &ranking.agency)
            .whether("tied", ranking.tied);
        if let Some(year) = ranking.year {
            says.plain("year", year.into());
        }
        if let Some(rank) = ranking.rank {
            says.number("rank", rank.rank().into())
                .number("of", rank.of().into());
        }
        says.say()
    }

    fn quartile(&self, standing: &Standing) -> String {
        let Some(quartile) = standing.quartile else {
            return self.language.word(Message::PageNoQuartile);
        };
        self.language
            .phrase(Message::PageQuartile)
            .text("quartile", quartile.value().name())
            .text("origin", origin(quartile))
            .say()
    }

    /// The percentile, and a remark where it is of the best tenth.
    fn percentile(&self, standing: &Standing) -> Vec<String> {
        let Some(percentile) = standing.percentile else {
            return Vec::new();
        };
        let tenths = quartile::tenths(percentile.value());
        let said = self
            .language
            .phrase(Message::PagePercentile)
            .number("percentile", tenths)
            .text("origin", origin(percentile))
            .say();
        let mut sentences = vec![said];
        if percentile.value() > BEST_TENTH {
            sentences.push(self.language.word(Message::PageAboveNinety));
        }
        sentences
    }

    fn visibility(&self, out: &mut Nodes) {
        let words = self.language.word(Message::PageVisibility);
        heading(self.level() + 1, words, out);
        let figures = &self.record.publication().attention;
        let is_academic = |figure: &Attention| {
            matches!(
                figure.kind,
                AttentionKind::Readers | AttentionKind::Captures | AttentionKind::Usage
            )
        };
        for (title, academic) in [
            (Message::PageAcademicUse, true),
            (Message::PagePublicAttention, false),
        ] {
            if figures.iter().all(|it| is_academic(it) != academic) {
                continue;
            }
            begin_sentences(title, out);
            for figure in figures {
                if is_academic(figure) == academic {
                    out.given(self.figure(figure));
                    out.draw("<li>*</li>");
                }
            }
            out.draw("</ul>");
        }
    }

    fn figure(&self, figure: &Attention) -> String {
        let message = match figure.kind {
            AttentionKind::Score => Message::PageScore,
            _ => Message::PageFigure,
        };
        let counted = attention::what_is_counted(figure, self.language);
        let date = self.date(figure.as_of);
        self.language
            .phrase(message)
            .number("figure", figure.value)
            .text("counted", &counted)
            .text("provider", &figure.provider)
            .text("date", &date)
            .say()
    }

    /// A date in words: an entry's own, else the record's; empty without one.
    fn date(&self, own: Option<PartialDate>) -> String {
        let date = own.or(self.record.publication().as_of);
        let words = |date| self.language.conventions().date(date, DateWidth::Long);
        date.map(words).unwrap_or_default()
    }
}

/// Begins a list of sentences under its name.
fn begin_sentences(title: Message, out: &mut Nodes) {
    out.word(title);
    out.draw("<p class='subheading'>*</p><ul class='sentences'>");
}

/// The key of messages for where a value comes from.
fn origin<T: Copy>(value: Derived<T>) -> &'static str {
    match value {
        Derived::Given(_) => "given",
        Derived::FromRank(_) => "rank",
        Derived::FromPercentile(_) => "percentile",
    }
}
