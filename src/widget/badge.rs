//! The frame that all badges share: a glyph, one strong value, what it is, and whose it is as of when.

use yew::prelude::*;

use super::panel::Panel;

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
    /// Whether there is anything to show.
    pub fn has_data(&self) -> bool {
        matches!(self, Self::Known(_) | Self::Zero(_))
    }
}

impl Badge {
    /// The badge with the panel that it opens. Without details it is no button: there is nothing to open.
    pub fn view(self, open: Option<Panel>, details: Option<impl FnOnce() -> Html>) -> Html {
        let Self {
            panel,
            glyph,
            value,
            label,
            note,
        } = self;
        let name = panel.name();
        let part = ["badge badge-", name].concat();
        let (state, value) = match &value {
            Value::Known(value) => ("known", html! { value }),
            Value::Zero(value) => ("zero", html! { value }),
            Value::NotRecorded => ("none", html! { <span aria-hidden="true">{"–"}</span> }),
            Value::Unreadable => ("error", html! { <span aria-hidden="true">{"!"}</span> }),
        };
        let face = html! {
            <>
                {glyph}
                <span class="head">
                    <span class="value" part="value">{value}</span>{" "}
                    <span class="label" part="label"><bdi>{label}</bdi></span>
                </span>{" "}
                <span class="note" part="note">{note}</span>
            </>
        };
        let frame = match details {
            Some(details) => panel.disclosure(open, "badge", state, part, face, "panel", details),
            None => html! { <div class="badge" data-state={state} {part}>{face}</div> },
        };
        html! { <div class="item" key={name}>{frame}</div> }
    }
}
