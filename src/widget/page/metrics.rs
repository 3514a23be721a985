//! The numbers with their details open.

use super::Page;
use super::section::Section;
use crate::language::Message;
use crate::widget::details::{attention, citations};
use crate::widget::nodes::Nodes;
use crate::widget::settings::BadgeKind;

impl Page<'_> {
    pub(super) fn citations(&self, out: &mut Nodes) {
        if self.record.publication().citations.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageCitations);
        Section::Citations.begin_titled(self.level(), title, out);
        (self.badge)(BadgeKind::Citations).view(None, None, out);
        citations::counts(self.record, out);
        out.draw("</section>");
    }

    pub(super) fn altmetrics(&self, out: &mut Nodes) {
        if self.record.publication().attention.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageAltmetrics);
        Section::Altmetrics.begin_titled(self.level(), title, out);
        (self.badge)(BadgeKind::Altmetric).view(None, None, out);
        attention::figures(self.record, out);
        out.draw("</section>");
    }
}
