//! The badges of a publication and its share button, in a row.

use yew::{AttrValue, Html};

use super::element::{element, fixed, text, varied};
use super::glyph;
use super::panel::{Disclosure, Panel};
use super::props::WidgetProps;
use super::record::Record;
use super::settings::BadgeKind;
use crate::language::{Language, Message};
use crate::share::Subject;

/// A row, and what of it is open.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// What is shown.
    pub props: &'a WidgetProps,
    /// The panel that is open.
    pub open: Option<Panel>,
    /// What is in it.
    pub content: &'a dyn Fn(Panel) -> Html,
}

impl Row<'_> {
    /// The badges, then the share button.
    pub fn view(&self) -> Html {
        let WidgetProps {
            record,
            settings,
            language,
            ..
        } = self.props;
        let mut items = Vec::new();
        for kind in &settings.badges {
            let badge = kind.badge(record, language);
            if settings.hide_empty && !badge.value.has_data() {
                continue;
            }
            let panel = badge.panel;
            let content = || (self.content)(panel);
            items.push(badge.view(self.open, has_entries(*kind, record).then_some(&content)));
        }
        items.extend(self.share());
        group(language, items)
    }

    /// The share button alone.
    #[cfg(feature = "full")]
    pub fn share_alone(&self) -> Option<Html> {
        Some(group(&self.props.language, vec![self.share()?]))
    }

    /// The share button, where there is anything to share and anywhere to share it to.
    fn share(&self) -> Option<Html> {
        let WidgetProps {
            record,
            settings,
            language,
            ..
        } = self.props;
        if settings.targets().next().is_none() || !Subject::is_in(record.publication()) {
            return None;
        }
        let words = text(language.word(Message::Share));
        let face = vec![
            glyph::share(),
            element("span", fixed!["class" = "label"], vec![words]),
        ];
        let share = Disclosure {
            panel: Panel::Share,
            class: "badge share",
            state: "known",
            part: "share-button",
            panel_part: "share-panel",
        };
        Some(share.view(self.open, face, &|| (self.content)(Panel::Share)))
    }
}

/// Items in a row, as one group that assistive technology names.
fn group(language: &Language, items: Vec<Html>) -> Html {
    let name = AttrValue::from(language.word(Message::Metrics));
    varied(
        "div",
        &["class", "role", "aria-label"],
        vec![
            Some(AttrValue::Static("row")),
            Some(AttrValue::Static("group")),
            Some(name),
        ],
        items,
    )
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
