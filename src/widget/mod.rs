//! The Yew components: from facts to DOM, or to HTML natively.
//!
//! Views are functions from facts to `Html`; the one component is [`Widget`], which holds what is open. Views
//! know no JSON and no `on*` handler: Yew never removes those, so listeners are held by `interaction`.
//!
//! Without the feature `full` there are rows and cards whose buttons do nothing by themselves: where a reader presses one,
//! the element shows the same by the program that has the feature, with the panel open.

mod attention;
mod badge;
mod card;
mod citations;
#[cfg(feature = "full")]
mod details;
mod frame;
mod glyph;
mod host;
#[cfg(feature = "full")]
mod interaction;
#[cfg(feature = "full")]
mod link;
mod nodes;
#[cfg(feature = "full")]
mod opened;
#[cfg(feature = "full")]
mod page;
mod panel;
#[cfg(feature = "full")]
mod panel_host;
#[cfg(not(feature = "full"))]
mod plain;
mod props;
mod quartile;
mod record;
mod row;
mod settings;
#[cfg(feature = "full")]
mod share_panel;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
mod standalone;
mod text;
#[cfg(feature = "full")]
mod view;
#[cfg(not(feature = "full"))]
mod waiting;

pub use host::Host;
#[cfg(feature = "full")]
pub use host::NoHost;
#[cfg(feature = "full")]
pub use page::Section;
pub use panel::Panel;
#[cfg(feature = "full")]
pub use panel_host::{Icon, Icons, PanelHost};
#[cfg(not(feature = "full"))]
pub use plain::Widget;
pub use props::WidgetProps;
pub use record::{Faults, Record};
pub use settings::{Attributes, BadgeKind, Layout, Settings};
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub use standalone::{StandaloneBadge, StandaloneBadgeProps, Theme};
#[cfg(feature = "full")]
pub use view::Widget;
