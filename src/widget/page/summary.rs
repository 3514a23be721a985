//! The abstract and the keywords.

use yew::Html;

use super::Page;
use super::section::{Section, titled};
use crate::language::Message;
use crate::publication::{Block, blocks};
use crate::widget::element::{element, fixed, isolated};
use crate::widget::text::rich;

impl Page<'_> {
    pub(super) fn summary(&self) -> Option<Html> {
        let text = self.record.publication().summary.as_deref()?;
        let parts: Vec<Html> = blocks(text)
            .iter()
            .map(|block| match block {
                Block::Heading(words) => {
                    super::section::heading_of(self.level() + 1, "subheading", vec![rich(words)])
                }
                Block::Paragraph(words) => element("p", fixed!["dir" = "auto"], vec![rich(words)]),
                Block::List { items, is_ordered } => {
                    let item = |words| element("li", &[], vec![rich(words)]);
                    element(
                        if *is_ordered { "ol" } else { "ul" },
                        fixed!["dir" = "auto"],
                        items.iter().map(item).collect(),
                    )
                }
            })
            .collect();
        let title = self.language.word(Message::PageAbstract);
        (!parts.is_empty()).then(|| titled(Section::Abstract, self.level(), title, parts))
    }

    pub(super) fn keywords(&self) -> Option<Html> {
        let keywords = &self.record.publication().keywords;
        if keywords.is_empty() {
            return None;
        }
        let entry = |word: &String| element("li", &[], vec![isolated(word.clone().into())]);
        let entries = keywords.iter().map(entry).collect();
        let title = self.language.word(Message::PageKeywords);
        let list = element("ul", fixed!["class" = "keywords"], entries);
        Some(titled(Section::Keywords, self.level(), title, vec![list]))
    }
}
