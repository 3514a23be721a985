//! The component: what is shown, and what is open.

use std::rc::Rc;

use yew::{Component, Context, Html};

use super::details;
use super::frame;
use super::interaction::Interaction;
use super::nodes::Nodes;
use super::page::{self, Citing, Page};
use super::panel::Panel;
use super::props::WidgetProps;
use super::row::Row;
use super::settings::Layout;
use super::share_panel::SharePanel;
use crate::fault::{self, Place};
use crate::share::{Subject, coins};

/// The badges and the share panel of one publication, or its whole page.
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
        if props.language != before.language {
            self.interaction.forget_cited();
        }
        self.is_told = false;
        true
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        fault::at(Place::Effect);
        let props = context.props();
        if is_first {
            Interaction::listen(&self.interaction);
        }
        self.interaction.settle();
        if is_first && let Some(panel) = props.host.opening() {
            Interaction::set_open(&self.interaction, Some(panel));
        }
        if !self.is_told {
            self.is_told = true;
            props.host.rendered(!props.has_data());
            announce(props);
        }
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.interaction.stop();
        self.interaction.retire();
    }

    fn view(&self, context: &Context<Self>) -> Html {
        fault::at(Place::Render);
        let props = context.props();
        let layout = props.settings.layout;
        let row = Row {
            props,
            open: self.interaction.open(),
            content: &|panel, out| self.content(panel, props, out),
        };
        let is_told = layout == Layout::Full
            && page::announces_retraction(props.record.publication(), &props.settings);
        let mut out = Nodes::new(&props.language);
        let class = match layout {
            Layout::Badges => "widget",
            Layout::Card => "widget card",
            Layout::Full => "widget page",
        };
        frame::begin(class, &mut out);
        out.refer(self.interaction.root());
        frame::above(props, is_told, &mut out);
        if layout == Layout::Full {
            self.page(props, &row, &mut out);
        } else {
            row.view(&mut out);
        }
        out.draw("</div>");
        out.finish()
    }
}

impl Widget {
    /// What is in a panel.
    fn content(&self, panel: Panel, props: &WidgetProps, out: &mut Nodes) {
        match panel {
            Panel::Citations => details::citations::view(&props.record, out),
            Panel::Altmetric => details::attention::view(&props.record, out),
            Panel::Quartile => details::quartile::view(&props.record, out),
            Panel::Share => self.share(props, out),
        }
    }

    fn share(&self, props: &WidgetProps, out: &mut Nodes) {
        let subject = self.interaction.subject();
        let Some(subject) = (*subject).as_ref() else {
            return;
        };
        let citing = |out: &mut Nodes| self.citing(props, None).view(out);
        let share = SharePanel {
            subject,
            targets: &props.settings.targets().collect::<Vec<_>>(),
            icons: &self.interaction.icons(),
            copied: self.interaction.copied(),
            has_system_share: props.host.has_system_share(),
            citing: self.interaction.is_citing().then_some(&citing),
        };
        share.view(out);
    }

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

    fn page(&self, props: &WidgetProps, row: &Row, out: &mut Nodes) {
        let subject = self.interaction.subject();
        Page {
            record: &props.record,
            settings: &props.settings,
            language: &props.language,
            unfolded: &self.interaction.unfolded(),
            citing: &|level, out| self.citing(props, Some(level)).view(out),
            link: (*subject).as_ref().map(|subject| subject.link.as_str()),
            badge: &|kind| kind.badge(&props.record, &props.language),
            share: &|out| row.share_alone(out),
        }
        .view(out);
    }
}

/// Tells reference managers of the record, where it has the page to itself.
fn announce(props: &WidgetProps) {
    let context = match props.settings.layout {
        Layout::Full => coins(props.record.publication()),
        _ => String::new(),
    };
    props.host.announce(&context);
}
