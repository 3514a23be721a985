use std::rc::Rc;

use yew::Properties;

use super::host::Host;
use super::panel::Panel;
use super::record::Record;
use super::settings::{BadgeKind, Settings};
use crate::language::Language;

/// What the widget shows, and where.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// The record.
    pub record: Record,
    /// How it is shown.
    pub settings: Settings,
    /// In which language.
    pub language: Language,
    /// The page around it.
    pub host: Rc<dyn Host>,
    /// The panel that is open at first.
    #[prop_or_default]
    pub open: Option<Panel>,
}

impl PartialEq for WidgetProps {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record
            && self.settings == other.settings
            && self.language == other.language
            && Rc::ptr_eq(&self.host, &other.host)
    }
}

impl WidgetProps {
    /// Whether any of the badges that are wanted has anything to show.
    pub(super) fn has_data(&self) -> bool {
        let has_data = |kind: &BadgeKind| kind.badge(&self.record, &self.language).value.has_data();
        self.settings.badges.iter().any(has_data)
    }
}
