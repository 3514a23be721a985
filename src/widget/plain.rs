//! The component of a page that has rows and cards alone. What a button opens is not in this program: the page is told by
//! the element which button was pressed, and shows the same by the program that has it.

use yew::{Component, Context, Html};

use super::card;
use super::frame::{frame, retraction};
use super::props::WidgetProps;
use super::row::Row;
use super::settings::Layout;
use super::waiting;

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
        if !self.is_told {
            self.is_told = true;
            let props = context.props();
            props.host.rendered(!props.has_data());
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let WidgetProps {
            record,
            settings,
            language,
            ..
        } = props;
        let publication = record.publication();
        let mut parts = Vec::new();
        if publication.retracted == Some(true) {
            parts.push(retraction(language));
        }
        let is_card = settings.layout == Layout::Card;
        if is_card {
            parts.push(card::head(publication, language));
        }
        let row = Row {
            props,
            open: None,
            content: &|_| Html::default(),
        };
        parts.push(row.view());
        // There also where it is empty: what a list had before it grows is else made anew.
        let waiting = settings.waiting.map(|it| waiting::view(it, language));
        parts.push(waiting.unwrap_or_default());
        let class = if is_card { "widget card" } else { "widget" };
        frame(class, language, parts).into()
    }
}
