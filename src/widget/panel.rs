//! A button and the panel that it opens.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use wasm_bindgen::JsCast;

/// A panel of the widget. One is open at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Citations by source.
    Citations,
    /// Attention by source.
    Altmetric,
    /// Where the venue stands.
    Quartile,
    /// Sharing.
    Share,
}

impl Panel {
    const ALL: [Self; 4] = [
        Self::Citations,
        Self::Altmetric,
        Self::Quartile,
        Self::Share,
    ];

    /// Its name in the page: the button's `data-panel`, and the end of its part.
    pub fn name(self) -> &'static str {
        match self {
            Self::Citations => "citations",
            Self::Altmetric => "altmetric",
            Self::Quartile => "quartile",
            Self::Share => "share",
        }
    }

    /// The panel whose button, or something in it, an event came from.
    pub fn of_button(target: &Element) -> Option<Self> {
        let button = target.closest("[data-panel]").ok()??;
        let name = button.get_attribute("data-panel")?;
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }

    /// The button that opens it.
    pub fn button(self, root: &Element) -> Option<HtmlElement> {
        let selector = ["[data-panel=", self.name(), "]"].concat();
        root.query_selector(&selector)
            .ok()?
            .map(JsCast::unchecked_into)
    }

    /// The panel itself.
    pub fn element(self, root: &Element) -> Option<HtmlElement> {
        let selector = ["#panel-", self.name()].concat();
        root.query_selector(&selector)
            .ok()?
            .map(JsCast::unchecked_into)
    }

    /// The button and, after it, its panel, so that the keyboard goes from one to the other. What is in the
    /// panel is made when it is opened.
    #[allow(clippy::too_many_arguments)]
    pub fn disclosure(
        self,
        open: Option<Self>,
        class: &'static str,
        state: &'static str,
        part: String,
        face: Html,
        panel_part: &'static str,
        content: impl FnOnce() -> Html,
    ) -> Html {
        let is_open = open == Some(self);
        let name = self.name();
        let id = ["panel-", name].concat();
        let expanded = if is_open { "true" } else { "false" };
        html! {
            <>
                <button
                    type="button"
                    {class}
                    {part}
                    data-panel={name}
                    data-state={state}
                    aria-expanded={expanded}
                    aria-controls={id.clone()}
                >{face}</button>
                <div
                    class="panel"
                    part={panel_part}
                    role="group"
                    aria-labelledby={["heading-", name].concat()}
                    hidden={!is_open}
                    {id}
                >
                    if is_open { {content()} }
                </div>
            </>
        }
    }
}

/// The heading of a panel, which names it.
pub fn heading(panel: Panel, text: String) -> Html {
    html! { <p class="heading" part="heading" id={["heading-", panel.name()].concat()}>{text}</p> }
}

/// Puts an open panel under its button, moved as far as needed to stay inside the row. Style sheets alone
/// cannot: a panel is placed by its row, and its button may stand anywhere in it. Set through the CSSOM, which
/// a strict `style-src` allows.
pub fn place(panel: &HtmlElement, button: &HtmlElement) {
    let Some(row) = panel.offset_parent() else {
        return;
    };
    let free = row.client_width() - panel.offset_width();
    let is_rtl = panel.matches(":dir(rtl)").unwrap_or(false);
    let start = button.offset_left();
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
}
