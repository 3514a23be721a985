//! The frame that all badges share: a glyph, one strong value, what it is, and whose it is as of when.

use yew::{AttrValue, Html};

use super::element::{element, fixed, isolated, text, varied};
use super::panel::{Disclosure, Panel};

/// What a badge shows.
pub struct Badge {
    /// Which badge; also the panel with its details.
    pub panel: Panel,
    /// The drawing beside the value. It draws nothing but data, and the text says the same.
    pub glyph: Html,
    /// The value, in one of four states that are never mixed.
    pub value: Value,
    /// What the value is.
    pub label: String,
    /// Whose it is and as of when, or why there is none.
    pub note: String,
}

/// The four honest states of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, or a quartile.
    Known(String),
    /// A true zero: someone counted and found none.
    Zero(String),
    /// The record has none.
    NotRecorded,
    /// The record has one that cannot be understood.
    Unreadable,
}

impl Value {
    /// A number as it is written, which is a true zero where it is zero.
    pub fn of_number(number: f64, written: String) -> Self {
        if number > 0.0 {
            Self::Known(written)
        } else {
            Self::Zero(written)
        }
    }

    /// Whether there is anything to show.
    pub fn has_data(&self) -> bool {
        matches!(self, Self::Known(_) | Self::Zero(_))
    }

    /// The value as text, where no note beside it is read first.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn text(&self) -> &str {
        match self {
            Self::Known(value) | Self::Zero(value) => value,
            Self::NotRecorded => "–",
            Self::Unreadable => "!",
        }
    }

    /// The state's name, for styles.
    fn state(&self) -> &'static str {
        match self {
            Self::Known(_) => "known",
            Self::Zero(_) => "zero",
            Self::NotRecorded => "none",
            Self::Unreadable => "error",
        }
    }

    fn view(self) -> Html {
        let sign = match self {
            Self::Known(value) | Self::Zero(value) => return text(value),
            Self::NotRecorded => "–",
            Self::Unreadable => "!",
        };
        // The note says it in words.
        element("span", fixed!["aria-hidden" = "true"], vec![text(sign)])
    }
}

impl Badge {
    /// The badge with the panel that it opens. Without details it is no button: there is nothing to open.
    pub fn view(self, open: Option<Panel>, details: Option<&dyn Fn() -> Html>) -> Html {
        let Self {
            panel,
            glyph,
            value,
            label,
            note,
        } = self;
        let state = value.state();
        let part = match panel {
            Panel::Citations => "badge badge-citations",
            Panel::Altmetric => "badge badge-altmetric",
            Panel::Quartile => "badge badge-quartile",
            Panel::Share => "badge",
        };
        let head = vec![
            element(
                "span",
                fixed!["class" = "value", "part" = "value"],
                vec![value.view()],
            ),
            text(" "),
            element(
                "span",
                fixed!["class" = "label", "part" = "label"],
                vec![isolated(label.into())],
            ),
        ];
        let face = vec![
            glyph,
            element("span", fixed!["class" = "head"], head),
            text(" "),
            element(
                "span",
                fixed!["class" = "note", "part" = "note"],
                vec![isolated(note.into())],
            ),
        ];
        let Some(content) = details else {
            let values = vec![
                Some(AttrValue::Static("badge")),
                Some(AttrValue::Static(state)),
                Some(AttrValue::Static(part)),
            ];
            let badge = varied("div", &["class", "data-state", "part"], values, face);
            return element("div", fixed!["class" = "item"], vec![badge]);
        };
        let class = "badge";
        Disclosure {
            panel,
            class,
            state,
            part,
            panel_part: "panel",
        }
        .view(open, face, content)
    }
}
