//! The abstract and the keywords.

use super::Page;
use super::section::{Section, begin_heading};
use crate::language::Message;
use crate::publication::{Block, blocks};
use crate::widget::nodes::Nodes;
use crate::widget::text::rich;

impl Page<'_> {
    pub(super) fn summary(&self, out: &mut Nodes) {
        let text = self.record.publication().summary.as_deref();
        let blocks = text.map(blocks).unwrap_or_default();
        if blocks.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageAbstract);
        Section::Abstract.begin_titled(self.level(), title, out);
        for block in &blocks {
            match block {
                Block::Heading(words) => {
                    begin_heading(self.level() + 1, "subheading", out);
                    rich(words, out);
                }
                Block::Paragraph(words) => {
                    out.draw("<p dir='auto'>");
                    rich(words, out);
                }
                Block::List { items, is_ordered } => {
                    out.fixed(if *is_ordered { "ol" } else { "ul" });
                    out.draw("<* dir='auto'>");
                    for words in items {
                        out.draw("<li>");
                        rich(words, out);
                        out.draw("</li>");
                    }
                }
            }
            out.draw("</*>");
        }
        out.draw("</section>");
    }

    pub(super) fn keywords(&self, out: &mut Nodes) {
        let keywords = &self.record.publication().keywords;
        if keywords.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageKeywords);
        Section::Keywords.begin_titled(self.level(), title, out);
        out.draw("<ul class='keywords'>");
        for word in keywords {
            out.given(word.clone());
            out.draw("<li><bdi>*</bdi></li>");
        }
        out.draw("</ul></section>");
    }
}
