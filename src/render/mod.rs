//! The element as HTML that shows without a script, and that the script takes over where it runs.

mod at_once;
mod element;

use std::rc::Rc;

use yew::{BaseComponent, LocalServerRenderer};

use crate::formats::Reading;
use crate::language::Language;
use crate::widget::{NoHost, Record, Settings, Widget, WidgetProps};

pub use element::Element;

/// What the widget is in its shadow root, as HTML; nothing as [`html`] gives it.
pub fn widget(reading: Reading, settings: Settings, language: Language) -> Option<String> {
    html::<Widget>(WidgetProps {
        record: Record::of(reading),
        settings,
        language,
        host: Rc::new(NoHost),
        open: None,
    })
}

/// A component as HTML. Nothing where it waits for something, as none of ours does.
pub fn html<C: BaseComponent>(props: C::Properties) -> Option<String> {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    at_once::at_once(renderer.render())
}
