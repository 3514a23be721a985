//! A panel that is open: finding it in the page, what every panel has, and where it is put.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::nodes::Nodes;
use super::panel::Panel;

impl Panel {
    const ALL: [Self; 4] = [
        Self::Citations,
        Self::Altmetric,
        Self::Quartile,
        Self::Share,
    ];

    /// The panel whose button, or something in it, an event came from.
    pub fn of_button(target: &Element) -> Option<Self> {
        let button = target.closest("[data-panel]").ok()??;
        Self::named(&button.get_attribute("data-panel")?)
    }

    /// The panel of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }

    /// The button that opens it.
    pub fn button(self, root: &Element) -> Option<HtmlElement> {
        find(root, &["[data-panel=", self.name(), "]"])
    }

    /// The panel itself.
    pub fn element(self, root: &Element) -> Option<HtmlElement> {
        find(root, &["#", self.name(), "-panel"])
    }
}

fn find(root: &Element, selector: &[&str]) -> Option<HtmlElement> {
    root.query_selector(&selector.concat())
        .ok()?
        .map(JsCast::unchecked_into)
}

/// The heading of a panel, which names it.
pub fn heading(panel: Panel, words: String, out: &mut Nodes) {
    out.given([panel.name(), "-heading"].concat());
    out.given(words);
    out.draw("<p class='heading' part='heading' id='*'><bdi>*</bdi></p>");
}

/// A remark under what a panel shows.
pub fn remark(words: String, out: &mut Nodes) {
    out.given(words);
    out.draw("<p class='remark'><bdi>*</bdi></p>");
}

/// Puts an open panel under its button, moved as far as needed to stay inside the row. Style sheets alone
/// cannot: a panel is placed by its row, and its button may stand anywhere in it. Set through the CSSOM, which
/// a strict `style-src` allows. Then as much of it is scrolled into view as there is room for.
pub fn place(panel: &HtmlElement, button: &HtmlElement) {
    let Some(row) = panel.offset_parent() else {
        return;
    };
    let free = row.client_width() - panel.offset_width();
    let start = button.offset_left();
    let is_rtl = panel.matches(":dir(rtl)").unwrap_or(false);
    let wanted = if is_rtl {
        start + button.offset_width() - panel.offset_width()
    } else {
        start
    };
    let left = wanted.min(free).max(0);
    let style = panel.style();
    // Neither property can be refused: both are known to every engine.
    let _ = style.set_property("left", &[left.to_string().as_str(), "px"].concat());
    let _ = style.set_property("right", "auto");
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    panel.scroll_into_view_with_scroll_into_view_options(&options);
}
