//! The share panel: the link to copy, then real links to the networks.

use yew::{AttrValue, Html};

use super::element::{element, fixed, list, text, varied};
use super::glyph;
use super::host::Icons;
use super::panel::{Disclosure, Panel, heading, remark};
use crate::language::{Language, Message};
use crate::share::{Subject, Target};

/// What came of copying the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is in the clipboard.
    Done,
    /// The browser refused; the link is selected, for the reader to copy.
    Selected,
}

/// What the panel says of what the reader has done in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// What came of copying the link.
    Copied(Copied),
    /// What it takes to cite the publication is on its way.
    #[cfg(not(feature = "full"))]
    Preparing,
    /// It could not be had.
    #[cfg(not(feature = "full"))]
    Unavailable,
}

/// What the panel shows.
pub struct SharePanel<'a> {
    /// What is shared.
    pub subject: &'a Subject,
    /// Where to, in order.
    pub targets: &'a [Target],
    /// The icons, once they are there. The panel is complete without.
    pub icons: &'a Icons,
    /// What came of what was tried since the panel was opened.
    pub said: Option<Said>,
    /// Whether the operating system has a share sheet.
    pub has_system_share: bool,
    /// What it takes to cite the publication, where the reader has asked for it.
    #[cfg(feature = "full")]
    pub citing: Option<&'a dyn Fn() -> Html>,
}

impl SharePanel<'_> {
    /// The button with its panel.
    pub fn view(&self, open: Option<Panel>, language: &Language) -> Html {
        let words = text(language.word(Message::Share));
        let face = vec![
            glyph::share(),
            element("span", fixed!["class" = "label"], vec![words]),
        ];
        Disclosure {
            panel: Panel::Share,
            class: "badge share",
            state: "known",
            part: "share-button",
            panel_part: "share-panel",
        }
        .view(open, face, &|| self.content(language))
    }

    fn content(&self, language: &Language) -> Html {
        let mut parts = vec![heading(
            Panel::Share,
            language.word(Message::SharePublication),
        )];
        if self.targets.contains(&Target::Copy) {
            parts.push(self.link_to_copy(language));
        }
        parts.push(self.status(language));
        let entries = self
            .targets
            .iter()
            .filter_map(|target| self.entry(*target, language));
        parts.push(element(
            "ul",
            fixed!["class" = "targets"],
            entries.collect(),
        ));
        #[cfg(feature = "full")]
        parts.push(element(
            "div",
            &[],
            self.citing.map(|citing| citing()).into_iter().collect(),
        ));
        parts.push(remark(language.word(Message::SharePrivacy)));
        list(parts)
    }

    fn link_to_copy(&self, language: &Language) -> Html {
        let (icon, label) = match self.said {
            Some(Said::Copied(Copied::Done)) => ("copied", Message::Copied),
            _ => ("copy", Message::Copy),
        };
        let field = varied(
            "input",
            &["type", "readonly", "dir", "value", "aria-label"],
            vec![
                Some(AttrValue::Static("text")),
                Some(AttrValue::Static("")),
                Some(AttrValue::Static("ltr")),
                Some(AttrValue::from(self.subject.link.clone())),
                Some(AttrValue::from(language.word(Message::Link))),
            ],
            Vec::new(),
        );
        let button = element(
            "button",
            fixed![
                "type" = "button",
                "part" = "share-link",
                "data-share" = "copy"
            ],
            vec![self.icon(icon), text(language.word(label))],
        );
        element("div", fixed!["class" = "copy"], vec![field, button])
    }

    /// Said to a screen reader; not to be seen only where a button says it too.
    fn status(&self, language: &Language) -> Html {
        let (class, said) = match self.said {
            None => ("unseen", None),
            Some(Said::Copied(Copied::Done)) => ("unseen", Some(Message::LinkCopied)),
            Some(Said::Copied(Copied::Selected)) => ("said", Some(Message::CopyByHand)),
            #[cfg(not(feature = "full"))]
            Some(Said::Preparing) => ("said", Some(Message::Preparing)),
            #[cfg(not(feature = "full"))]
            Some(Said::Unavailable) => ("said", Some(Message::Unavailable)),
        };
        varied(
            "p",
            &["class", "role"],
            vec![
                Some(AttrValue::Static(class)),
                Some(AttrValue::Static("status")),
            ],
            vec![text(
                said.map(|said| language.word(said)).unwrap_or_default(),
            )],
        )
    }

    fn entry(&self, target: Target, language: &Language) -> Option<Html> {
        let name = target.name();
        #[cfg(feature = "full")]
        let is_citing = self.citing.is_some();
        #[cfg(not(feature = "full"))]
        let is_citing = false;
        let words = match target {
            Target::Copy => return None,
            Target::Email => language.word(Message::ShareByEmail),
            Target::System if !self.has_system_share => return None,
            Target::System => language.word(Message::ShareWithSystem),
            Target::Cite => language.word(Message::Cite),
            _ => target.brand()?.to_owned(),
        };
        let face = vec![self.icon(name), element("span", &[], vec![text(words)])];
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        let entry = match target.address(self.subject) {
            Some(address) => varied(
                "a",
                &["class", "part", "data-share", "href", "rel", "target"],
                vec![
                    fixed("share-link"),
                    fixed("share-link"),
                    fixed(name),
                    Some(AttrValue::from(address)),
                    fixed("noopener noreferrer"),
                    // A mail program takes no tab.
                    (target != Target::Email).then_some(AttrValue::Static("_blank")),
                ],
                face,
            ),
            None => varied(
                "button",
                &["class", "part", "data-share", "type", "aria-expanded"],
                vec![
                    fixed("share-link"),
                    fixed("share-link"),
                    fixed(name),
                    fixed("button"),
                    (target == Target::Cite).then_some(AttrValue::Static(if is_citing {
                        "true"
                    } else {
                        "false"
                    })),
                ],
                face,
            ),
        };
        Some(element("li", &[], vec![entry]))
    }

    /// The icon, or the room for it until it is there.
    fn icon(&self, name: &str) -> Html {
        let Some(icon) = self.icons.get(name) else {
            return element(
                "span",
                fixed!["class" = "icon", "aria-hidden" = "true"],
                Vec::new(),
            );
        };
        let path = varied(
            "path",
            &["d"],
            vec![Some(AttrValue::from(icon.path.clone()))],
            Vec::new(),
        );
        let values = vec![
            Some(AttrValue::Static("icon")),
            Some(AttrValue::from(icon.view_box.clone())),
            Some(AttrValue::Static("true")),
        ];
        varied(
            "svg",
            &["class", "viewBox", "aria-hidden"],
            values,
            vec![path],
        )
    }
}
