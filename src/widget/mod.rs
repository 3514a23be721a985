//! The Yew components: from facts to DOM, or to HTML natively.
//!
//! Views are functions from facts to `Html`; the one component is [`Widget`], which holds what is open. Views
//! know no JSON and no `on*` handler: Yew never removes those, so listeners are held by `interaction`.

mod attention;
mod badge;
mod card;
mod citations;
mod details;
mod element;
mod glyph;
mod host;
mod interaction;
#[cfg(feature = "full")]
mod page;
mod panel;
mod quartile;
mod record;
mod settings;
mod share_panel;
#[cfg(not(target_arch = "wasm32"))]
mod standalone;
mod text;

mod view;

pub use host::{Host, Icon, Icons, NoHost};
#[cfg(feature = "full")]
pub use page::Section;
pub use panel::Panel;
pub use record::{Faults, Record};
pub use settings::{Attributes, BadgeKind, Layout, Settings};
#[cfg(not(target_arch = "wasm32"))]
pub use standalone::{StandaloneBadge, StandaloneBadgeProps, Theme};
pub use view::{Widget, WidgetProps};
