//! The component: what is shown, and what is open.

use std::rc::Rc;

use yew::{AttrValue, Component, Context, Html, Properties};

use super::badge::Badge;
use super::element::{build, element, fixed, text, varied, varying};
use super::host::Host;
use super::interaction::Interaction;
use super::panel::Panel;
use super::record::Record;
use super::settings::{BadgeKind, Layout, Settings};
use super::share_panel::SharePanel;
use super::{attention, card, citations, quartile};
use crate::language::{Language, Message};
use crate::share::Subject;

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

/// The badges and the share panel of one publication.
pub struct Widget {
    interaction: Rc<Interaction>,
    /// Whether the page knows of what is shown now.
    is_told: bool,
}

impl Component for Widget {
    /// Something to show again: what is open, the icons, what came of copying.
    type Message = ();
    type Properties = WidgetProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let subject = Subject::of(props.record.publication());
        let link = context.link().clone();
        let interaction = Interaction::new(props.host.clone(), subject, props.open, link);
        Self {
            interaction: Rc::new(interaction),
            is_told: false,
        }
    }

    fn changed(&mut self, context: &Context<Self>, before: &WidgetProps) -> bool {
        let props = context.props();
        if props.record != before.record {
            self.interaction
                .set_subject(Subject::of(props.record.publication()));
        }
        self.is_told = false;
        true
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            Interaction::listen(&self.interaction);
        }
        self.interaction.settle();
        if !self.is_told {
            self.is_told = true;
            let props = context.props();
            let mut badges = props.settings.badges.iter();
            let has_data = badges.any(|kind| badge(*kind, props).value.has_data());
            props.host.rendered(!has_data);
        }
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.interaction.stop();
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let WidgetProps {
            record,
            settings,
            language,
            host,
            ..
        } = props;
        let open = self.interaction.open();
        let mut items = Vec::new();
        for kind in &settings.badges {
            let badge = badge(*kind, props);
            if settings.hide_empty && !badge.value.has_data() {
                continue;
            }
            let details = || details(*kind, props);
            items.push(badge.view(open, has_entries(*kind, record).then_some(&details)));
        }
        let subject = self.interaction.subject();
        if let (Some(subject), false) = (subject.as_ref(), settings.share.is_empty()) {
            let share = SharePanel {
                subject,
                targets: &settings.share,
                icons: &self.interaction.icons(),
                copied: self.interaction.copied(),
                has_system_share: host.has_system_share(),
            };
            items.push(share.view(open, language));
        }
        let mut parts = Vec::new();
        let publication = record.publication();
        if publication.retracted == Some(true) {
            let notice = vec![text(language.word(Message::Retracted))];
            parts.push(element("p", fixed!["class" = "retracted"], notice));
        }
        let class = match settings.layout {
            Layout::Badges => "widget",
            Layout::Card => {
                parts.push(card::head(publication, language));
                "widget card"
            }
        };
        let names = &["class", "role", "aria-label"];
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        let name = AttrValue::from(language.word(Message::Metrics));
        parts.push(varied(
            "div",
            names,
            vec![fixed("row"), fixed("group"), Some(name)],
            items,
        ));
        let attributes = varying(
            &["class", "lang"],
            vec![fixed(class), fixed(language.tag())],
        );
        let mut root = build("div", attributes, parts);
        root.node_ref = self.interaction.root();
        root.into()
    }
}

fn badge(kind: BadgeKind, props: &WidgetProps) -> Badge {
    let of = match kind {
        BadgeKind::Citations => citations::badge,
        BadgeKind::Altmetric => attention::badge,
        BadgeKind::Quartile => quartile::badge,
    };
    of(&props.record, &props.language)
}

fn details(kind: BadgeKind, props: &WidgetProps) -> Html {
    let of = match kind {
        BadgeKind::Citations => citations::details,
        BadgeKind::Altmetric => attention::details,
        BadgeKind::Quartile => quartile::details,
    };
    of(&props.record, &props.language)
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
