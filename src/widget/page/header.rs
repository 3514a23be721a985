//! Type, title and where it was published.

use yew::Html;

use super::Page;
use super::section::{Section, heading_of, untitled};
use crate::language::Message;
use crate::widget::card;
use crate::widget::element::{element, fixed, isolated, list, text};

impl Page<'_> {
    pub(super) fn header(&self) -> Html {
        let publication = self.record.publication();
        let mut kind = vec![text(self.language.word(Message::PagePublications))];
        if let Some(name) = &publication.kind {
            let name = card::kind_in_words(name, self.language);
            kind.extend([text(" › "), isolated(name.into())]);
        }
        let title = card::title(publication, self.language);
        let parts = list(vec![
            element("p", fixed!["class" = "type"], kind),
            heading_of(self.settings.heading_level, "title", vec![title]),
            card::published_in(publication, self.language),
        ]);
        untitled(Section::Header, vec![parts])
    }
}
