//! The widget: what is shown, and what is open.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

use super::badge::Badge;
use super::host::{Host, Icons};
use super::panel::{self, Panel};
use super::record::Record;
use super::settings::{BadgeKind, Layout, Settings};
use super::share_panel::{Copied, SharePanel};
use super::use_event::use_event;
use super::{attention, card, citations, clipboard, quartile};
use crate::language::{Language, Message};
use crate::share::{Subject, Target};

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
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let WidgetProps {
        record,
        settings,
        language,
        host,
        open,
    } = props;
    let open = use_state_eq(|| *open);
    let copied = use_state_eq(|| None::<Copied>);
    let icons = use_state(Icons::default);
    let root = use_node_ref();
    let subject = use_memo(record.clone(), |record| Subject::of(record.publication()));

    let badges: Vec<(BadgeKind, Badge)> = settings
        .badges
        .iter()
        .map(|kind| (*kind, badge(*kind, record, language)))
        .filter(|(_, badge)| badge.value.has_data() || !settings.hide_empty)
        .collect();
    let is_empty = !badges.iter().any(|(_, badge)| badge.value.has_data());

    use_effect_with(props.clone(), move |props| props.host.rendered(is_empty));
    use_effect_with(*open, {
        let (root, host, icons) = (root.clone(), host.clone(), icons.clone());
        move |open| opened(*open, &root, &*host, icons)
    });
    use_interaction(&root, &open, &copied, subject.clone(), host.clone());

    let badges = badges.into_iter().map(|(kind, badge)| {
        let details = badge.value.has_data() || !record_is_silent(kind, record);
        badge.view(
            *open,
            details.then_some(|| details_of(kind, record, language)),
        )
    });
    let targets = &settings.share;
    let share = subject
        .as_ref()
        .as_ref()
        .filter(|_| !targets.is_empty())
        .map(|subject| {
            let has_system_share = host.has_system_share();
            let (icons, copied) = (&*icons, *copied);
            SharePanel {
                subject,
                targets,
                icons,
                copied,
                has_system_share,
            }
            .view(*open, language)
        });
    let publication = record.publication();
    let class = match settings.layout {
        Layout::Badges => "widget",
        Layout::Card => "widget card",
    };
    html! {
        <div {class} lang={language.tag()} ref={root}>
            if publication.retracted == Some(true) {
                <p class="retracted">{language.word(Message::Retracted)}</p>
            }
            if settings.layout == Layout::Card { {card::head(publication, language)} }
            <div class="row" role="group" aria-label={language.word(Message::Metrics)}>
                {for badges}
                {for share}
            </div>
        </div>
    }
}

fn badge(kind: BadgeKind, record: &Record, language: &Language) -> Badge {
    match kind {
        BadgeKind::Citations => citations::badge(record, language),
        BadgeKind::Altmetric => attention::badge(record, language),
        BadgeKind::Quartile => quartile::badge(record, language),
    }
}

fn details_of(kind: BadgeKind, record: &Record, language: &Language) -> Html {
    match kind {
        BadgeKind::Citations => citations::details(record, language),
        BadgeKind::Altmetric => attention::details(record, language),
        BadgeKind::Quartile => quartile::details(record, language),
    }
}

/// Whether the record has no entry at all for a badge, so that there are no details either.
fn record_is_silent(kind: BadgeKind, record: &Record) -> bool {
    let publication = record.publication();
    match kind {
        BadgeKind::Citations => publication.citations.is_empty(),
        BadgeKind::Altmetric => publication.attention.is_empty(),
        BadgeKind::Quartile => publication.rankings.is_empty(),
    }
}

/// After a panel was opened: it is put in its place, and the share panel asks for its icons.
fn opened(open: Option<Panel>, root: &NodeRef, host: &dyn Host, icons: UseStateHandle<Icons>) {
    let Some(open) = open else { return };
    if open == Panel::Share && icons.0.is_empty() {
        host.icons(Box::new(move |arrived| icons.set(arrived)));
    }
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    if let (Some(panel), Some(button)) = (open.element(&root), open.button(&root)) {
        panel::place(&panel, &button);
    }
}

/// Opens and closes the panels, and shares.
#[hook]
fn use_interaction(
    root: &NodeRef,
    open: &UseStateHandle<Option<Panel>>,
    copied: &UseStateHandle<Option<Copied>>,
    subject: Rc<Option<Subject>>,
    host: Rc<dyn Host>,
) {
    let of_root = || {
        let root = root.clone();
        move || root.cast::<Element>().map(Into::into)
    };
    let is_open = open.is_some();

    use_event(of_root(), "click", true, {
        let (root, open, copied) = (root.clone(), open.clone(), copied.clone());
        move |event| {
            let Some(target) = event.target().map(JsCast::unchecked_into::<Element>) else {
                return;
            };
            if let Some(panel) = Panel::of_button(&target) {
                copied.set(None);
                open.set((*open != Some(panel)).then_some(panel));
            } else if let Ok(Some(entry)) = target.closest("[data-share]") {
                if let Some(subject) = subject.as_ref() {
                    share(event, &entry, subject, &*host, &root, &copied);
                }
            } else if is_open && matches!(target.closest(".panel"), Ok(None)) {
                open.set(None);
            }
        }
    });
    use_event(of_root(), "keydown", is_open, {
        let (root, open) = (root.clone(), open.clone());
        move |event| {
            let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
            if let (true, Some(panel)) = (is_escape, *open) {
                // A dialog around the widget is not meant.
                event.prevent_default();
                event.stop_propagation();
                open.set(None);
                focus_button(panel, &root);
            }
        }
    });
    // With the keyboard past the panel: it would hide what has the focus now (WCAG 2.2, 2.4.11).
    use_event(of_root(), "focusout", is_open, {
        let (root, open) = (root.clone(), open.clone());
        move |event| {
            let next = event.unchecked_ref::<FocusEvent>().related_target();
            let (Some(panel), Some(next)) = (*open, next) else {
                return;
            };
            let stays = root.cast::<Element>().is_some_and(|root| {
                let next = next.unchecked_ref::<Node>();
                let holds = |element: Option<HtmlElement>| {
                    element.is_some_and(|it| it.contains(Some(next)))
                };
                holds(panel.element(&root)) || holds(panel.button(&root))
            });
            if !stays {
                open.set(None);
            }
        }
    });
    let document = || web_sys::window()?.document().map(Into::into);
    use_event(document, "click", is_open, {
        let (root, open) = (root.clone(), open.clone());
        move |event| {
            let (Some(panel), Some(element)) = (*open, root.get()) else {
                return;
            };
            if event.composed_path().includes(&element, 0) {
                return;
            }
            open.set(None);
            // Where the reader clicked on something that takes the focus, it stays there.
            let document = web_sys::window().and_then(|window| window.document());
            let active = document.and_then(|document| document.active_element());
            if active.is_none_or(|active| active.tag_name() == "BODY") {
                focus_button(panel, &root);
            }
        }
    });
}

fn focus_button(panel: Panel, root: &NodeRef) {
    let button = root.cast::<Element>().and_then(|root| panel.button(&root));
    if let Some(button) = button {
        let _ = button.focus();
    }
}

/// A reader chose an entry of the share panel.
fn share(
    event: &Event,
    entry: &Element,
    subject: &Subject,
    host: &dyn Host,
    root: &NodeRef,
    copied: &UseStateHandle<Option<Copied>>,
) {
    let Some(target) = entry
        .get_attribute("data-share")
        .as_deref()
        .and_then(Target::parse)
    else {
        return;
    };
    let url = target
        .address(subject)
        .unwrap_or_else(|| subject.link.clone());
    if !host.share(target.name(), &url) {
        event.prevent_default();
        return;
    }
    match target {
        Target::Copy => {
            let field = root
                .cast::<Element>()
                .and_then(|root| root.query_selector("input").ok()?);
            let field = field.map(JsCast::unchecked_into);
            let (link, copied) = (subject.link.clone(), copied.clone());
            yew::platform::spawn_local(async move {
                copied.set(Some(clipboard::copy(link, field).await));
            });
        }
        Target::System => {
            if let Some(window) = web_sys::window() {
                clipboard::system_share(&window.navigator(), subject);
            }
        }
        _ => {}
    }
}
