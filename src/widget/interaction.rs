//! What a reader does with a widget: opening and closing panels, copying, sharing.
//!
//! The listeners are the widget's own and not Yew's `on*` attributes, whose listeners and the nodes that these
//! hold are never released. They are held here, and go when the widget goes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::NodeRef;
use yew::html::Scope;

use super::host::Host;
use super::opened;
use super::page::{Answer, Cited, Section, wanted};
use super::panel::Panel;
use super::panel_host::Icons;
use super::share_panel::Copied;
use super::view::Widget;
use crate::fault::{self, Place};
use crate::share::{Subject, Target};

/// What is open, and all that leads to a change of it.
///
/// Events are answered at once and not through Yew's queue: whether a link is followed is decided before the
/// event ends, and the clipboard opens only to what a reader does.
pub struct Interaction {
    root: NodeRef,
    host: Rc<dyn Host>,
    subject: RefCell<Rc<Option<Subject>>>,
    open: Cell<Option<Panel>>,
    /// The panel that was open when the widget was last shown.
    settled: Cell<Option<Panel>>,
    copied: Cell<Option<Copied>>,
    icons: RefCell<Icons>,
    /// The long lists that are unfolded.
    unfolded: RefCell<Vec<Section>>,
    /// What was asked for last, to cite the publication.
    cited: RefCell<Option<Cited>>,
    /// Whether the share panel shows what it takes to cite the publication.
    is_citing: Cell<bool>,
    /// How often something was asked for: an answer to an earlier question is none to this one.
    asked: Cell<u32>,
    listeners: RefCell<Vec<EventListener>>,
    /// The last click in the widget. On its way through the document it does not tell what of a closed shadow root it was on.
    inside: Cell<Option<Event>>,
    /// Listens to the page while a panel is open.
    outside: RefCell<Option<EventListener>>,
    widget: Scope<Widget>,
}

type Handler = fn(&Rc<Interaction>, &Event);

impl Interaction {
    /// Before the widget is shown.
    pub fn new(
        host: Rc<dyn Host>,
        subject: Option<Subject>,
        open: Option<Panel>,
        widget: Scope<Widget>,
    ) -> Self {
        Self {
            root: NodeRef::default(),
            host,
            subject: RefCell::new(Rc::new(subject)),
            open: Cell::new(open),
            settled: Cell::new(None),
            copied: Cell::new(None),
            icons: RefCell::default(),
            unfolded: RefCell::default(),
            cited: RefCell::default(),
            is_citing: Cell::new(false),
            asked: Cell::new(0),
            listeners: RefCell::default(),
            inside: Cell::default(),
            outside: RefCell::default(),
            widget,
        }
    }

    /// The element that everything of the widget is in.
    pub fn root(&self) -> NodeRef {
        self.root.clone()
    }

    /// The panel that is open.
    pub fn open(&self) -> Option<Panel> {
        self.open.get()
    }

    /// What came of copying since the share panel was opened.
    pub fn copied(&self) -> Option<Copied> {
        self.copied.get()
    }

    /// Whether the share panel shows what it takes to cite the publication.
    pub fn is_citing(&self) -> bool {
        self.is_citing.get()
    }

    /// The icons of the share panel, as far as they have arrived.
    pub fn icons(&self) -> Icons {
        self.icons.borrow().clone()
    }

    /// The long lists that are unfolded.
    pub fn unfolded(&self) -> Vec<Section> {
        self.unfolded.borrow().clone()
    }

    /// Unfolds the list that a button is for, or folds it again. `false` where the event is of no such button.
    fn fold(&self, target: &Element) -> bool {
        let Ok(Some(button)) = target.closest("[data-more]") else {
            return false;
        };
        let key = button.get_attribute("data-more").unwrap_or_default();
        let mut unfolded = self.unfolded.borrow_mut();
        if let Some(section) = Section::ALL.into_iter().find(|it| it.key() == key) {
            match unfolded.iter().position(|it| *it == section) {
                Some(at) => {
                    unfolded.remove(at);
                }
                None => unfolded.push(section),
            }
        }
        self.widget.send_message(());
        true
    }

    /// What the reader asked for last, to cite the publication.
    pub fn cited(&self) -> Option<Cited> {
        self.cited.borrow().clone()
    }

    /// What was asked for is of another record or in another language.
    pub fn forget_cited(&self) {
        *self.cited.borrow_mut() = None;
    }

    /// Answers a button of references and exports. `false` where the event is of no such button.
    fn cite(this: &Rc<Self>, target: &Element) -> bool {
        if let Ok(Some(button)) = target.closest("[data-cite]") {
            let key = button.get_attribute("data-cite").unwrap_or_default();
            let before = this.cited().map(|it| it.wanted);
            match wanted(&key) {
                Some(key) if before != Some(key) => Self::ask(this, key),
                _ => this.forget_cited(),
            }
        } else if let Ok(Some(button)) = target.closest("[data-cited]") {
            match button.get_attribute("data-cited").as_deref() {
                Some("copy") => Self::copy_cited(this),
                Some("save") => this.host.save_cited(),
                _ => {
                    if let Some(cited) = this.cited() {
                        Self::ask(this, cited.wanted);
                    }
                }
            }
        } else {
            return false;
        }
        this.widget.send_message(());
        true
    }

    fn ask(this: &Rc<Self>, wanted: &'static str) {
        let answered = move |answer| {
            Some(Cited {
                wanted,
                answer,
                copied: None,
            })
        };
        *this.cited.borrow_mut() = answered(Answer::Waiting);
        let question = this.asked.get().wrapping_add(1);
        this.asked.set(question);
        let waiting = Rc::downgrade(this);
        let arrived = move |shown: Option<String>| {
            fault::at(Place::Answer);
            let Some(this) = waiting.upgrade() else {
                return;
            };
            // The reader may have gone on to something else meanwhile.
            if this.asked.get() == question && this.cited.borrow().is_some() {
                let answer = shown.map_or(Answer::Unavailable, Answer::Here);
                *this.cited.borrow_mut() = answered(answer);
                this.widget.send_message(());
            }
        };
        this.host.cite(wanted, &this.language(), Box::new(arrived));
    }

    fn copy_cited(this: &Rc<Self>) {
        let shown = this
            .element()
            .and_then(|root| root.query_selector(".cited").ok()?);
        let Some(shown) = shown else { return };
        let waiting = Rc::downgrade(this);
        let copied = move |is_done| {
            let Some(this) = waiting.upgrade() else {
                return;
            };
            if let Some(cited) = this.cited.borrow_mut().as_mut() {
                cited.copied = Some(if is_done {
                    Copied::Done
                } else {
                    Copied::Selected
                });
            }
            this.widget.send_message(());
        };
        this.host.copy_cited(&shown, Box::new(copied));
    }

    /// The language that the widget is in.
    fn language(&self) -> String {
        let tag = self.element().and_then(|root| root.get_attribute("lang"));
        tag.unwrap_or_default()
    }

    /// Nothing is shown any more that a reference manager could keep.
    pub fn retire(&self) {
        self.host.announce("");
    }

    /// What is shared.
    pub fn subject(&self) -> Rc<Option<Subject>> {
        self.subject.borrow().clone()
    }

    /// Another record is shown.
    pub fn set_subject(&self, subject: Option<Subject>) {
        *self.subject.borrow_mut() = Rc::new(subject);
        self.copied.set(None);
        self.forget_cited();
    }

    /// Listens, once the widget is in the page.
    pub fn listen(this: &Rc<Self>) {
        let Some(root) = this.element() else { return };
        let answers: [(&'static str, Handler); 3] = [
            ("click", Self::clicked),
            ("keydown", Self::key_pressed),
            ("focusout", Self::focus_left),
        ];
        let listen = |(event, answer)| Self::on(this, &root, event, answer);
        *this.listeners.borrow_mut() = answers.into_iter().map(listen).collect();
    }

    /// Releases all that was held.
    pub fn stop(&self) {
        self.listeners.borrow_mut().clear();
        self.outside.borrow_mut().take();
    }

    fn on(
        this: &Rc<Self>,
        target: &EventTarget,
        event: &'static str,
        answer: Handler,
    ) -> EventListener {
        // Otherwise the listener is passive, and a share link could not be held back.
        let options = EventListenerOptions::enable_prevent_default();
        let this: Weak<Self> = Rc::downgrade(this);
        EventListener::new_with_options(target, event, options, move |event| {
            fault::at(Place::Event);
            if let Some(this) = this.upgrade() {
                answer(&this, event);
            }
        })
    }

    /// After a render: what was opened is put in its place, and the share panel asks for its icons.
    pub fn settle(&self) {
        let open = self.open.get();
        if self.settled.replace(open) == open {
            return;
        }
        let Some((panel, root)) = open.zip(self.element()) else {
            return;
        };
        if let (Some(panel), Some(button)) = (panel.element(&root), panel.button(&root)) {
            opened::place(&panel, &button);
        }
    }

    fn element(&self) -> Option<Element> {
        self.root.cast()
    }

    /// Opens a panel in place of the one that is open, or closes that.
    pub fn set_open(this: &Rc<Self>, open: Option<Panel>) {
        this.open.set(open);
        this.copied.set(None);
        this.is_citing.set(false);
        *this.outside.borrow_mut() = open
            .and_then(|_| this.host.page())
            .map(|page| Self::on(this, &page, "click", Self::clicked_somewhere));
        if open == Some(Panel::Share) && this.icons.borrow().0.is_empty() {
            let waiting = Rc::downgrade(this);
            this.host.icons(Box::new(move |icons| {
                fault::at(Place::Answer);
                if let Some(this) = waiting.upgrade() {
                    *this.icons.borrow_mut() = icons;
                    this.widget.send_message(());
                }
            }));
        }
        this.widget.send_message(());
    }

    fn clicked(this: &Rc<Self>, event: &Event) {
        this.inside.set(Some(event.clone()));
        let Some(target) = event.target().map(JsCast::unchecked_into::<Element>) else {
            return;
        };
        if this.fold(&target) || Self::cite(this, &target) {
            return;
        }
        if let Some(panel) = Panel::of_button(&target) {
            let is_open = this.open.get() == Some(panel);
            Self::set_open(this, (!is_open).then_some(panel));
        } else if let Ok(Some(entry)) = target.closest("[data-share]") {
            Self::share(this, event, &entry);
        } else if this.open.get().is_some() && matches!(target.closest(".panel"), Ok(None)) {
            Self::set_open(this, None);
        }
    }

    fn key_pressed(this: &Rc<Self>, event: &Event) {
        let Some(open) = this.open.get() else { return };
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            // A dialog around the widget is not meant.
            event.prevent_default();
            event.stop_propagation();
            Self::set_open(this, None);
            this.focus_button(open);
        }
    }

    /// With the keyboard past the panel: it would hide what has the focus now (WCAG 2.2, 2.4.11).
    fn focus_left(this: &Rc<Self>, event: &Event) {
        let next = event.unchecked_ref::<FocusEvent>().related_target();
        let (Some(open), Some(next), Some(root)) = (this.open.get(), next, this.element()) else {
            return;
        };
        let next = next.unchecked_ref::<Node>();
        let holds = |it: Option<HtmlElement>| it.is_some_and(|it| it.contains(Some(next)));
        if !holds(open.element(&root)) && !holds(open.button(&root)) {
            Self::set_open(this, None);
        }
    }

    fn clicked_somewhere(this: &Rc<Self>, event: &Event) {
        let Some(open) = this.open.get() else { return };
        if this.inside.take().as_ref() == Some(event) {
            return;
        }
        Self::set_open(this, None);
        // Where the reader clicked on something that takes the focus, it stays there.
        let document = web_sys::window().and_then(|window| window.document());
        let active = document.and_then(|document| document.active_element());
        if active.is_none_or(|active| active.tag_name() == "BODY") {
            this.focus_button(open);
        }
    }

    fn focus_button(&self, panel: Panel) {
        let button = self.element().and_then(|root| panel.button(&root));
        if let Some(button) = button {
            // Focus is refused to what is not shown; then there is nothing to return to.
            let _ = button.focus();
        }
    }

    /// A reader chose an entry of the share panel.
    fn share(this: &Rc<Self>, event: &Event, entry: &Element) {
        let name = entry.get_attribute("data-share");
        let target = name.as_deref().and_then(Target::parse);
        let subject = this.subject();
        let (Some(target), Some(subject)) = (target, subject.as_ref()) else {
            return;
        };
        let url = target
            .address(subject)
            .unwrap_or_else(|| subject.link.clone());
        let host = this.host.clone();
        if !host.share(target.name(), &url) {
            event.prevent_default();
            return;
        }
        match target {
            Target::Copy => {
                let field = this
                    .element()
                    .and_then(|root| root.query_selector("input").ok()?);
                let Some(field) = field else { return };
                let this = Rc::downgrade(this);
                let copied = move |is_done| {
                    if let Some(this) = this.upgrade() {
                        this.copied.set(Some(if is_done {
                            Copied::Done
                        } else {
                            Copied::Selected
                        }));
                        this.widget.send_message(());
                    }
                };
                host.copy(&subject.link, &field, Box::new(copied));
            }
            Target::System => host.share_with_system(&subject.title, &subject.link),
            Target::Cite => {
                this.is_citing.set(!this.is_citing.get());
                this.widget.send_message(());
            }
            _ => {}
        }
    }
}
