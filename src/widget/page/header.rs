//! Type, title and where it was published.

use super::Page;
use super::section::{Section, begin_heading};
use crate::language::{DateWidth, Message};
use crate::publication::{Notice, NoticeKind, PartialDate, Publication, WebAddress};
use crate::widget::card;
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;
use crate::widget::settings::Settings;

impl Page<'_> {
    pub(super) fn header(&self, out: &mut Nodes) {
        let publication = self.record.publication();
        Section::Header.begin(out);
        self.notices(out);
        out.word(Message::PagePublications);
        out.draw("<p class='type'>*");
        if let Some(name) = &publication.kind {
            out.given(card::kind_in_words(name, self.language));
            out.draw(" › <bdi>*</bdi>");
        }
        out.draw("</p>");
        begin_heading(self.settings.heading_level, "title", out);
        card::title(publication, out);
        out.draw("</*>");
        card::published_in(publication, out);
        out.draw("</section>");
    }

    /// What was announced since it appeared: first that it no longer stands, then the others in the order of the record.
    fn notices(&self, out: &mut Nodes) {
        let notices = &self.record.publication().notices;
        for is_retraction in [true, false] {
            for notice in notices {
                if notice.kind.is_retraction() == is_retraction {
                    self.notice(notice, out);
                }
            }
        }
    }

    fn notice(&self, notice: &Notice, out: &mut Nodes) {
        // A month or a year takes other words before it than a day.
        let precision = match notice.date {
            Some(PartialDate::Day(..)) => "day",
            Some(_) => "less",
            None => "none",
        };
        let date = notice
            .date
            .map(|date| self.language.conventions().date(date, DateWidth::Long));
        let kind = notice.kind.name();
        let announced = self
            .language
            .phrase(Message::PageNotice)
            .text("kind", kind)
            .text("precision", precision)
            .text("date", date.as_deref().unwrap_or_default())
            .say();
        // As the line at the top of the other layouts, for what changes how far it can be relied on.
        out.fixed(match notice.kind {
            NoticeKind::Correction | NoticeKind::Addendum | NoticeKind::NewVersion => "remark",
            _ => "retracted",
        });
        out.given(announced);
        out.draw("<p class='*' part='notice'>*");
        let of_doi = || WebAddress::parse(&notice.doi.as_ref()?.url());
        if let Some(url) = notice.url.clone().or_else(of_doi) {
            let words = self
                .language
                .phrase(Message::PageReadNotice)
                .text("kind", kind)
                .say();
            out.draw(" ");
            linked(words, Some(&url), out);
        }
        out.draw("</p>");
    }
}

/// Whether the header says that the publication was retracted, so that nothing else need.
pub fn announces_retraction(publication: &Publication, settings: &Settings) -> bool {
    settings.sections.contains(&Section::Header)
        && publication.notices.iter().any(|it| it.kind.is_retraction())
}
