//! What the widget shows, as HTML, without a browser.

mod badges;
mod card;
mod details;
mod full_page;
mod languages;
mod manifest;
mod page;
mod share_panel;
mod supplements;
