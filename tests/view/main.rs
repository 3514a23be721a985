//! What the widget shows, as HTML, without a browser.

mod badges;
mod card;
mod details;
mod page;
mod share_panel;
