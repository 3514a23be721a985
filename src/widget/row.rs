//! The badges of a publication and its share button, in a row.

use super::glyph;
use super::nodes::Nodes;
use super::panel::{Content, Disclosure, Panel};
use super::props::WidgetProps;
use super::record::Record;
use super::settings::BadgeKind;
use crate::language::Message;
use crate::share::Subject;

/// A row, and what of it is open.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// What is shown.
    pub props: &'a WidgetProps,
    /// The panel that is open.
    pub open: Option<Panel>,
    /// What is in it.
    pub content: Content<'a>,
}

impl Row<'_> {
    /// The badges, then the share button.
    pub fn view(&self, out: &mut Nodes) {
        begin(out);
        let WidgetProps {
            record,
            settings,
            language,
            ..
        } = self.props;
        for kind in &settings.badges {
            let badge = kind.badge(record, language);
            if settings.hide_empty && !badge.value.has_data() {
                continue;
            }
            let details = has_entries(*kind, record).then_some(self.content);
            badge.view(self.open, details, out);
        }
        if self.shares() {
            self.share(out);
        }
        out.draw("</div>");
    }

    /// The share button alone.
    #[cfg(feature = "full")]
    pub fn share_alone(&self, out: &mut Nodes) {
        if self.shares() {
            begin(out);
            self.share(out);
            out.draw("</div>");
        }
    }

    /// Whether there is anything to share and anywhere to share it to.
    fn shares(&self) -> bool {
        self.props.settings.targets().next().is_some()
            && Subject::is_in(self.props.record.publication())
    }

    fn share(&self, out: &mut Nodes) {
        let share = Disclosure {
            panel: Panel::Share,
            class: "badge share",
            state: "known",
            part: "share-button",
            panel_part: "share-panel",
        };
        share.begin(self.open, out);
        out.draw(glyph::SHARE);
        out.word(Message::Share);
        out.draw("<span class='label'>*</span>");
        share.end(self.open, self.content, out);
    }
}

/// Begins a row, a group that assistive technology names.
fn begin(out: &mut Nodes) {
    out.word(Message::Metrics);
    out.draw("<div class='row' role='group' aria-label='*'>");
}

/// Whether the record has anything for the details of a badge.
fn has_entries(kind: BadgeKind, record: &Record) -> bool {
    let publication = record.publication();
    !match kind {
        BadgeKind::Citations => publication.citations.is_empty(),
        BadgeKind::Altmetric => publication.attention.is_empty(),
        BadgeKind::Quartile => publication.rankings.is_empty(),
    }
}
