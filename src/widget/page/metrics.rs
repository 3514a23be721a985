//! The numbers with their details open.

use yew::Html;

use super::Page;
use super::section::{Section, titled};
use crate::language::Message;
use crate::widget::details::{attention, citations};
use crate::widget::settings::BadgeKind;

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
        let badge = (self.badge)(BadgeKind::Altmetric).view(None, None);
        let details = attention::figures(self.record, self.language);
        let title = self.language.word(Message::PageAltmetrics);
        Some(titled(
            Section::Altmetrics,
            self.level(),
            title,
            vec![badge, details],
        ))
    }
}
