//! The numbers with their details open.

use yew::Html;

use super::Page;
use super::section::{Section, titled};
use crate::indicators::{Arc, AttentionProfile};
use crate::language::Message;
use crate::widget::glyph::ring_in_words;
use crate::widget::settings::BadgeKind;
use crate::widget::{attention, citations};

impl Page<'_> {
    pub(super) fn citations(&self) -> Option<Html> {
        if self.record.publication().citations.is_empty() {
            return None;
        }
        let badge = (self.badge)(BadgeKind::Citations).view(None, None);
        let details = citations::counts(self.record, self.language);
        let title = self.language.word(Message::PageCitations);
        Some(titled(
            Section::Citations,
            self.level(),
            title,
            vec![badge, details],
        ))
    }

    pub(super) fn altmetrics(&self) -> Option<Html> {
        if self.record.publication().attention.is_empty() {
            return None;
        }
        let mut badge = (self.badge)(BadgeKind::Altmetric);
        if let Some(ring) = self.ring() {
            badge.glyph = ring;
        }
        let badge = badge.view(None, None);
        let details = attention::figures(self.record, self.language);
        let title = self.language.word(Message::PageAltmetrics);
        Some(titled(
            Section::Altmetrics,
            self.level(),
            title,
            vec![badge, details],
        ))
    }

    /// The ring with the kinds of attention that it draws, in words: `75 mentions, 31 readers`. `None` where it draws
    /// none.
    fn ring(&self) -> Option<Html> {
        let arcs = AttentionProfile::of(&self.record.publication().attention)?.arcs;
        if arcs.is_empty() {
            return None;
        }
        let kinds: Vec<String> = arcs.iter().map(|arc| self.amount(arc)).collect();
        Some(ring_in_words(
            &arcs,
            self.joined(Message::PageNextTo, &kinds),
        ))
    }

    fn amount(&self, arc: &Arc) -> String {
        let figure = self.language.conventions().number(arc.volume);
        let counted = attention::words(self.language, arc.kind, arc.volume, None);
        [figure, counted].join(" ")
    }
}
