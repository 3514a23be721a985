//! A button and the panel that it opens.

use super::nodes::Nodes;

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

    /// Its `id`.
    fn id(self) -> &'static str {
        match self {
            Self::Citations => "citations-panel",
            Self::Altmetric => "altmetric-panel",
            Self::Quartile => "quartile-panel",
            Self::Share => "share-panel",
        }
    }
}

/// Draws what is in a panel.
pub type Content<'a> = &'a dyn Fn(Panel, &mut Nodes);

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
    /// Begins the button, which holds what is drawn next. What is open and what is to be known of it goes into attributes.
    pub fn begin(&self, open: Option<Panel>, out: &mut Nodes) {
        let is_open = open == Some(self.panel);
        let name = self.panel.name();
        out.fixed(self.class);
        out.fixed(self.part);
        out.fixed(name);
        out.fixed(self.state);
        out.fixed(if is_open { "true" } else { "false" });
        out.fixed(self.panel.id());
        out.draw(
            "<div class='item'><button type='button' class='*' part='*' data-panel='*' data-state='*' \
             aria-expanded='*' aria-controls='*'>",
        );
    }

    /// Ends the button. After it comes its panel, so that the keyboard goes from one to the other. What is in the panel is
    /// made when it is opened.
    pub fn end(&self, open: Option<Panel>, content: Content, out: &mut Nodes) {
        let is_open = open == Some(self.panel);
        let name = self.panel.name();
        out.fixed(self.panel_part);
        if is_open {
            out.given([name, "-heading"].concat());
        } else {
            out.absent();
        }
        out.fixed(self.panel.id());
        out.fixed_if(!is_open, "");
        out.draw(
            "</button><div class='panel' part='*' role='group' aria-labelledby='*' id='*' hidden='*'>",
        );
        if is_open {
            content(self.panel, out);
        }
        out.draw("</div></div>");
    }
}
