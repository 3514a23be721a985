//! A button and the panel that it opens.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{AttrValue, Html};

use super::element::{element, fixed, isolated, varied};

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

    /// Its name in the page: the button's `data-panel`, and the start of its panel's `id`.
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

/// How a button and its panel are presented.
pub struct Disclosure {
    /// Which panel.
    pub panel: Panel,
    /// The button's class.
    pub class: &'static str,
    /// The button's state, for styles.
    pub state: &'static str,
    /// The button's part names.
    pub part: &'static str,
    /// The panel's part names.
    pub panel_part: &'static str,
}

impl Disclosure {
    /// The button and, after it, its panel, so that the keyboard goes from one to the other. What is in the
    /// panel is made when it is opened.
    pub fn view(self, open: Option<Panel>, face: Vec<Html>, content: &dyn Fn() -> Html) -> Html {
        let is_open = open == Some(self.panel);
        let name = self.panel.name();
        let id = AttrValue::from([name, "-panel"].concat());
        let heading = AttrValue::from([name, "-heading"].concat());
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        let button = varied(
            "button",
            &[
                "type",
                "class",
                "part",
                "data-panel",
                "data-state",
                "aria-expanded",
                "aria-controls",
            ],
            vec![
                fixed("button"),
                fixed(self.class),
                fixed(self.part),
                fixed(name),
                fixed(self.state),
                fixed(if is_open { "true" } else { "false" }),
                Some(id.clone()),
            ],
            face,
        );
        let panel = varied(
            "div",
            &["class", "part", "role", "aria-labelledby", "id", "hidden"],
            vec![
                fixed("panel"),
                fixed(self.panel_part),
                fixed("group"),
                is_open.then_some(heading),
                Some(id),
                (!is_open).then_some(AttrValue::Static("")),
            ],
            if is_open { vec![content()] } else { Vec::new() },
        );
        element("div", fixed!["class" = "item"], vec![button, panel])
    }
}

/// The heading of a panel, which names it.
pub fn heading(panel: Panel, words: String) -> Html {
    let id = AttrValue::from([panel.name(), "-heading"].concat());
    let class = AttrValue::Static("heading");
    varied(
        "p",
        &["class", "part", "id"],
        vec![Some(class.clone()), Some(class), Some(id)],
        vec![isolated(words.into())],
    )
}

/// A remark under what a panel shows.
pub fn remark(words: String) -> Html {
    element(
        "p",
        fixed!["class" = "remark"],
        vec![isolated(words.into())],
    )
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
