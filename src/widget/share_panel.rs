//! The share panel: the link to copy, then real links to the networks.

use super::nodes::Nodes;
use super::opened::{heading, remark};
use super::panel::Panel;
use super::panel_host::Icons;
use crate::language::Message;
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
    pub citing: Option<&'a dyn Fn(&mut Nodes)>,
}

impl SharePanel<'_> {
    /// The link to copy, then the targets.
    pub fn view(&self, out: &mut Nodes) {
        let title = out.language.word(Message::SharePublication);
        heading(Panel::Share, title, out);
        if self.targets.contains(&Target::Copy) {
            self.link_to_copy(out);
        }
        self.status(out);
        out.draw("<ul class='targets'>");
        for target in self.targets {
            self.entry(*target, out);
        }
        out.draw("</ul><div>");
        if let Some(citing) = self.citing {
            citing(out);
        }
        out.draw("</div>");
        remark(out.language.word(Message::SharePrivacy), out);
    }

    fn link_to_copy(&self, out: &mut Nodes) {
        out.given(self.subject.link.clone());
        out.word(Message::Link);
        out.draw(
            "<div class='copy'><input type='text' readonly='' dir='ltr' value='*' aria-label='*'/>\
             <button type='button' part='share-link' data-share='copy'>",
        );
        let (icon, label) = match self.copied {
            Some(Copied::Done) => ("copied", Message::Copied),
            _ => ("copy", Message::Copy),
        };
        self.icon(icon, out);
        out.word(label);
        out.draw("*</button></div>");
    }

    /// Said to a screen reader; not to be seen only where a button says it too.
    fn status(&self, out: &mut Nodes) {
        let (class, said) = match self.copied {
            None => ("unseen", None),
            Some(Copied::Done) => ("unseen", Some(Message::LinkCopied)),
            Some(Copied::Selected) => ("said", Some(Message::CopyByHand)),
        };
        out.fixed(class);
        match said {
            Some(said) => out.word(said),
            None => out.fixed(""),
        }
        out.draw("<p class='*' role='status'>*</p>");
    }

    fn entry(&self, target: Target, out: &mut Nodes) {
        let name = target.name();
        let words = match target {
            Target::Copy => return,
            Target::Email => out.language.word(Message::ShareByEmail),
            Target::System if !self.has_system_share => return,
            Target::System => out.language.word(Message::ShareWithSystem),
            Target::Cite => out.language.word(Message::Cite),
            _ => match target.brand() {
                Some(brand) => brand.to_owned(),
                None => return,
            },
        };
        out.fixed(name);
        if let Some(address) = target.address(self.subject) {
            out.given(address);
            // A mail program takes no tab.
            out.fixed_if(target != Target::Email, "_blank");
            out.draw(
                "<li><a class='share-link' part='share-link' data-share='*' href='*' rel='noopener noreferrer' \
                 target='*'>",
            );
        } else {
            let is_citing = self.citing.is_some();
            out.fixed_if(
                target == Target::Cite,
                if is_citing { "true" } else { "false" },
            );
            out.draw(
                "<li><button class='share-link' part='share-link' data-share='*' type='button' aria-expanded='*'>",
            );
        }
        self.icon(name, out);
        out.given(words);
        out.draw("<span>*</span></*></li>");
    }

    /// The icon, or the room for it until it is there.
    fn icon(&self, name: &str, out: &mut Nodes) {
        let Some(icon) = self.icons.get(name) else {
            return out.draw("<span class='icon' aria-hidden='true'></span>");
        };
        out.given(icon.view_box.clone());
        out.given(icon.path.clone());
        out.draw("<svg class='icon' viewBox='*' aria-hidden='true'><path d='*'/></svg>");
    }
}
