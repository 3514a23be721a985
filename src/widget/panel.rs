//! A button and the panel that it opens.

use yew::{AttrValue, Html};

use super::element::{element, fixed, varied};

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
    /// Its name in the page: the button's `data-panel`, and the start of its panel's `id`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Citations => "citations",
            Self::Altmetric => "altmetric",
            Self::Quartile => "quartile",
            Self::Share => "share",
        }
    }
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
