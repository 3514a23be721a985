//! The frame that all badges share: a glyph, one strong value, what it is, and whose it is as of when.

use super::glyph::Glyph;
use super::nodes::Nodes;
use super::panel::{Content, Disclosure, Panel};

/// What a badge shows.
pub struct Badge {
    /// Which badge; also the panel with its details.
    pub panel: Panel,
    /// The drawing beside the value. It draws nothing but data, and the text says the same.
    pub glyph: Glyph,
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
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
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

    fn view(self, out: &mut Nodes) {
        // The note says the signs in words.
        match self {
            Self::Known(value) | Self::Zero(value) => out.text(value),
            Self::NotRecorded => out.draw("<span aria-hidden='true'>–</span>"),
            Self::Unreadable => out.draw("<span aria-hidden='true'>!</span>"),
        }
    }
}

impl Badge {
    /// The badge with the panel that it opens. Without details it is no button: there is nothing to open.
    pub fn view(self, open: Option<Panel>, details: Option<Content>, out: &mut Nodes) {
        let part = match self.panel {
            Panel::Citations => "badge badge-citations",
            Panel::Altmetric => "badge badge-altmetric",
            Panel::Quartile => "badge badge-quartile",
            Panel::Share => "badge",
        };
        let disclosure = Disclosure {
            panel: self.panel,
            class: "badge",
            state: self.value.state(),
            part,
            panel_part: "panel",
        };
        let Some(content) = details else {
            out.fixed(disclosure.state);
            out.fixed(part);
            out.draw("<div class='item'><div class='badge' data-state='*' part='*'>");
            self.face(out);
            return out.draw("</div></div>");
        };
        disclosure.begin(open, out);
        self.face(out);
        disclosure.end(open, content, out);
    }

    fn face(self, out: &mut Nodes) {
        self.glyph.draw(out);
        out.draw("<span class='head'><span class='value' part='value'>");
        self.value.view(out);
        out.given(self.label);
        out.given(self.note);
        out.draw(
            "</span> <span class='label' part='label'><bdi>*</bdi></span></span> \
             <span class='note' part='note'><bdi>*</bdi></span>",
        );
    }
}
