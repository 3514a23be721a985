use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};
use yew::prelude::*;

/// Listens to an event of what `target` gives once the component is in the page, while `active`, and stops when
/// the component goes. The handler is always the latest one that was given.
///
/// Yew's own `on*` attributes are not used: their listeners and the nodes that these hold are never released.
#[hook]
pub fn use_event(
    target: impl Fn() -> Option<EventTarget> + 'static,
    event: &'static str,
    active: bool,
    handler: impl Fn(&Event) + 'static,
) {
    let latest = use_mut_ref(|| None::<Rc<dyn Fn(&Event)>>);
    *latest.borrow_mut() = Some(Rc::new(handler));
    use_effect_with(active, move |active| {
        let listener = active.then(target).flatten().map(|target| {
            // Otherwise the listener is passive, and a share link could not be held back.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&target, event, options, move |event| {
                // Cloned out first, for the handler may lead to a render, which stores the next one.
                let handler = latest.borrow().clone();
                if let Some(handler) = handler {
                    handler(event);
                }
            })
        });
        move || drop(listener)
    });
}
