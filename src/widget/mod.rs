//! The Yew components: from facts to DOM, or to HTML natively.
//!
//! Views are functions from facts to `Html`; the one component is [`Widget`], which holds what is open. Views
//! know no JSON and no `on*` handler: Yew never removes those, so every listener goes through [`use_event`].

mod attention;
mod badge;
mod card;
mod citations;
mod clipboard;
mod details;
mod glyph;
mod host;
mod panel;
mod quartile;
mod record;
mod settings;
mod share_panel;
mod text;
mod use_event;
mod view;

pub use clipboard::has_system_share;
pub use host::{Host, Icon, Icons, NoHost};
pub use panel::Panel;
pub use record::{Faults, Record};
pub use settings::{BadgeKind, Layout, Settings};
pub use view::{Widget, WidgetProps};
