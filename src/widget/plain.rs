//! The component of a page that has rows and cards alone. What a button opens is not in this program: the page is told by
//! the element which button was pressed, and shows the same by the program that has it.

use yew::virtual_dom::VNode;
use yew::{Component, Context, Html};

use super::frame;
use super::nodes::Nodes;
use super::props::WidgetProps;
use super::row::Row;
use super::settings::Layout;
use super::waiting;
use crate::fault::{self, Place};

/// The badges and the share button of one publication.
pub struct Widget {
    /// Whether the page knows of what is shown now.
    is_told: bool,
}

impl Component for Widget {
    type Message = ();
    type Properties = WidgetProps;

    fn create(_: &Context<Self>) -> Self {
        Self { is_told: false }
    }

    fn changed(&mut self, _: &Context<Self>, _: &WidgetProps) -> bool {
        self.is_told = false;
        true
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        fault::at(Place::Effect);
        if !self.is_told {
            self.is_told = true;
            let props = context.props();
            props.host.rendered(!props.has_data());
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        fault::at(Place::Render);
        let props = context.props();
        let mut out = Nodes::new(&props.language);
        let class = match props.settings.layout {
            Layout::Badges => "widget",
            Layout::Card => "widget card",
        };
        frame::begin(class, &mut out);
        frame::above(props, false, &mut out);
        let row = Row {
            props,
            open: None,
            content: &|_, _| {},
        };
        row.view(&mut out);
        if let Some(waiting) = props.settings.waiting {
            waiting::view(waiting, &mut out);
        }
        out.draw("</div>");
        let shape = out.finish();
        // Yew has one node to keep for a row, and not sixty.
        VNode::VRef(props.host.draw(&shape.markup, &shape.texts))
    }
}
