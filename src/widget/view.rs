//! The component: what is shown, and what is open.

use std::rc::Rc;

use yew::{AttrValue, Component, Context, Html, Properties};

use super::badge::Badge;
use super::element::{build, element, fixed, text, varied, varying};
use super::host::Host;
use super::interaction::Interaction;
#[cfg(feature = "full")]
use super::page::{self, Citing, Page};
use super::panel::Panel;
use super::record::Record;
use super::settings::{BadgeKind, Layout, Settings};
use super::share_panel::SharePanel;
use super::{attention, card, citations, quartile};
use crate::language::{Language, Message};
use crate::share::Subject;
#[cfg(feature = "full")]
use crate::share::{Target, coins};

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
        #[cfg(feature = "full")]
        if props.language != before.language {
            self.interaction.forget_cited();
        }
        self.is_told = false;
        true
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            Interaction::listen(&self.interaction);
        }
        self.interaction.settle();
        #[cfg(feature = "full")]
        if is_first && context.props().host.is_citing() {
            Interaction::start_citing(&self.interaction);
        }
        if !self.is_told {
            self.is_told = true;
            let props = context.props();
            let mut badges = props.settings.badges.iter();
            let has_data = badges.any(|kind| badge(*kind, props).value.has_data());
            props.host.rendered(!has_data);
            #[cfg(feature = "full")]
            announce(props);
        }
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.interaction.stop();
        #[cfg(feature = "full")]
        self.interaction.retire();
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let WidgetProps {
            record,
            settings,
            language,
            ..
        } = props;
        let mut parts = Vec::new();
        let publication = record.publication();
        #[cfg(feature = "full")]
        let is_told =
            settings.layout == Layout::Full && page::announces_retraction(publication, settings);
        #[cfg(not(feature = "full"))]
        let is_told = false;
        if publication.retracted == Some(true) && !is_told {
            let notice = vec![text(language.word(Message::Retracted))];
            parts.push(element("p", fixed!["class" = "retracted"], notice));
        }
        let class = match settings.layout {
            Layout::Badges => {
                parts.push(self.row(props));
                "widget"
            }
            Layout::Card => {
                parts.push(card::head(publication, language));
                parts.push(self.row(props));
                "widget card"
            }
            #[cfg(feature = "full")]
            Layout::Full => {
                parts.extend(self.page(props));
                "widget page"
            }
        };
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        let attributes = varying(
            &["class", "lang"],
            vec![
                fixed(class),
                Some(AttrValue::from(language.tag().to_owned())),
            ],
        );
        let mut root = build("div", attributes, parts);
        root.node_ref = self.interaction.root();
        root.into()
    }
}

impl Widget {
    /// The badges and the share button.
    fn row(&self, props: &WidgetProps) -> Html {
        let open = self.interaction.open();
        let mut items = Vec::new();
        for kind in &props.settings.badges {
            let badge = badge(*kind, props);
            if props.settings.hide_empty && !badge.value.has_data() {
                continue;
            }
            let details = || details(*kind, props);
            let has_entries = has_entries(*kind, &props.record);
            items.push(badge.view(open, has_entries.then_some(&details)));
        }
        items.extend(self.share(props));
        group(&props.language, items)
    }

    /// The share button with its panel, where there is anything to share and anywhere to share it to.
    fn share(&self, props: &WidgetProps) -> Option<Html> {
        let subject = self.interaction.subject();
        let subject = (*subject).as_ref()?;
        let targets = &props.settings.share;
        // A whole page has what it takes to cite below the panel.
        #[cfg(feature = "full")]
        let targets = &match props.settings.layout {
            Layout::Full => targets
                .iter()
                .copied()
                .filter(|it| *it != Target::Cite)
                .collect(),
            _ => targets.clone(),
        };
        if targets.is_empty() {
            return None;
        }
        #[cfg(feature = "full")]
        let citing = || self.citing(props, None).view();
        let share = SharePanel {
            subject,
            targets,
            icons: &self.interaction.icons(),
            said: self.interaction.said(),
            has_system_share: props.host.has_system_share(),
            #[cfg(feature = "full")]
            citing: self.interaction.is_citing().then_some(&citing),
        };
        Some(share.view(self.interaction.open(), &props.language))
    }

    #[cfg(feature = "full")]
    fn citing<'a>(&self, props: &'a WidgetProps, level: Option<u8>) -> Citing<'a> {
        let subject = self.interaction.subject();
        let link = (*subject).as_ref().map(|subject| subject.link.clone());
        Citing {
            language: &props.language,
            cited: self.interaction.cited(),
            link: link.unwrap_or_default(),
            level,
        }
    }

    #[cfg(feature = "full")]
    fn page(&self, props: &WidgetProps) -> Vec<Html> {
        let share = || Some(group(&props.language, vec![self.share(props)?]));
        let subject = self.interaction.subject();
        Page {
            record: &props.record,
            settings: &props.settings,
            language: &props.language,
            unfolded: &self.interaction.unfolded(),
            citing: &|level| self.citing(props, Some(level)).view(),
            link: (*subject).as_ref().map(|subject| subject.link.as_str()),
            badge: &|kind| badge(kind, props),
            share: &share,
        }
        .view()
    }
}

/// Tells reference managers of the record, where it has the page to itself.
#[cfg(feature = "full")]
fn announce(props: &WidgetProps) {
    let context = match props.settings.layout {
        Layout::Full => coins(props.record.publication()),
        _ => String::new(),
    };
    props.host.announce(&context);
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

fn badge(kind: BadgeKind, props: &WidgetProps) -> Badge {
    badge_of(kind, &props.record, &props.language)
}

/// A badge of a record.
pub(super) fn badge_of(kind: BadgeKind, record: &Record, language: &Language) -> Badge {
    let of = match kind {
        BadgeKind::Citations => citations::badge,
        BadgeKind::Altmetric => attention::badge,
        BadgeKind::Quartile => quartile::badge,
    };
    of(record, language)
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
