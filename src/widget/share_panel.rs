//! The share panel: the link to copy, then real links to the networks.

use yew::{AttrValue, Html};

use super::element::{element, fixed, list, text, varied};
use super::opened::{heading, remark};
use super::panel::Panel;
use super::panel_host::Icons;
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

/// What the panel shows.
pub struct SharePanel<'a> {
    /// What is shared.
    pub subject: &'a Subject,
    /// Where to, in order.
    pub targets: &'a [Target],
    /// The icons, once they are there. The panel is complete without.
    pub icons: &'a Icons,
    /// What came of copying since the panel was opened.
    pub copied: Option<Copied>,
    /// Whether the operating system has a share sheet.
    pub has_system_share: bool,
    /// What it takes to cite the publication, where the reader has asked for it.
    pub citing: Option<&'a dyn Fn() -> Html>,
}

impl SharePanel<'_> {
    /// The link to copy, then the targets.
    pub fn view(&self, language: &Language) -> Html {
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
        parts.push(element(
            "div",
            &[],
            self.citing.map(|citing| citing()).into_iter().collect(),
        ));
        parts.push(remark(language.word(Message::SharePrivacy)));
        list(parts)
    }

    fn link_to_copy(&self, language: &Language) -> Html {
        let (icon, label) = match self.copied {
            Some(Copied::Done) => ("copied", Message::Copied),
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
        let (class, said) = match self.copied {
            None => ("unseen", None),
            Some(Copied::Done) => ("unseen", Some(Message::LinkCopied)),
            Some(Copied::Selected) => ("said", Some(Message::CopyByHand)),
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
        let is_citing = self.citing.is_some();
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
