//! The share panel: the link to copy, then real links to the networks.

use yew::prelude::*;

use super::glyph;
use super::host::Icons;
use super::panel::{Panel, heading};
use crate::language::{Language, Message};
use crate::share::{Subject, Target};

/// The part and the class of an entry.
const LINK: &str = "share-link";

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
    /// What came of copying, if it was tried since the panel was opened.
    pub copied: Option<Copied>,
    /// Whether the operating system has a share sheet.
    pub has_system_share: bool,
}

impl SharePanel<'_> {
    /// The button with its panel.
    pub fn view(&self, open: Option<Panel>, language: &Language) -> Html {
        let face = html! {
            <>{glyph::share()}<span class="label">{language.word(Message::Share)}</span></>
        };
        let content = || self.content(language);
        let part = "share-button".to_owned();
        let view = Panel::Share.disclosure(
            open,
            "badge share",
            "known",
            part,
            face,
            "share-panel",
            content,
        );
        html! { <div class="item" key="share">{view}</div> }
    }

    fn content(&self, language: &Language) -> Html {
        let entries = self
            .targets
            .iter()
            .filter_map(|target| self.entry(*target, language));
        html! {
            <>
                {heading(Panel::Share, language.word(Message::SharePublication))}
                if self.targets.contains(&Target::Copy) { {self.copy(language)} }
                <ul class="targets">{for entries}</ul>
                <p class="remark">{language.word(Message::SharePrivacy)}</p>
            </>
        }
    }

    fn copy(&self, language: &Language) -> Html {
        let said = match self.copied {
            None => String::new(),
            Some(Copied::Done) => language.word(Message::Copied),
            Some(Copied::Selected) => language.word(Message::CopyByHand),
        };
        let icon = if self.copied == Some(Copied::Done) {
            "copied"
        } else {
            "copy"
        };
        html! {
            <>
                <div class="copy">
                    <input
                        type="text"
                        readonly=true
                        dir="ltr"
                        value={self.subject.link.clone()}
                        aria-label={language.word(Message::Link)}
                    />
                    <button type="button" part={LINK} data-share={Target::Copy.name()}>
                        {self.icon(icon)}{language.word(Message::Copy)}
                    </button>
                </div>
                <p class="said" role="status">{said}</p>
            </>
        }
    }

    fn entry(&self, target: Target, language: &Language) -> Option<Html> {
        let name = target.name();
        let words = match target {
            Target::Copy => return None,
            Target::Email => language.word(Message::ShareByEmail),
            Target::System => language.word(Message::ShareWithSystem),
            _ => target.brand()?.to_owned(),
        };
        let face = html! { <>{self.icon(name)}<span>{words}</span></> };
        let entry = if target == Target::System {
            if !self.has_system_share {
                return None;
            }
            html! { <button type="button" class={LINK} part={LINK} data-share={name}>{face}</button> }
        } else {
            let href = target.address(self.subject)?;
            // A mail program takes no tab.
            let tab = (target != Target::Email).then_some("_blank");
            html! {
                <a class={LINK} part={LINK} data-share={name} {href} target={tab} rel="noopener noreferrer">
                    {face}
                </a>
            }
        };
        Some(html! { <li key={name}>{entry}</li> })
    }

    /// The icon, or the room for it until it is there.
    fn icon(&self, name: &str) -> Html {
        match self.icons.get(name) {
            Some(icon) => html! {
                <svg class="icon" viewBox={icon.view_box.clone()} aria-hidden="true">
                    <path d={icon.path.clone()}/>
                </svg>
            },
            None => html! { <span class="icon" aria-hidden="true"></span> },
        }
    }
}
