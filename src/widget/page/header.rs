//! Type, title and where it was published.

use yew::Html;

use super::Page;
use super::section::{Section, heading_of, untitled};
use crate::language::{Argument, DateWidth, Message};
use crate::publication::{Notice, NoticeKind, PartialDate, Publication, WebAddress};
use crate::widget::card;
use crate::widget::element::{element, fixed, isolated, list, text};
use crate::widget::link::linked;
use crate::widget::settings::Settings;

impl Page<'_> {
    pub(super) fn header(&self) -> Html {
        let publication = self.record.publication();
        let mut kind = vec![text(self.language.word(Message::PagePublications))];
        if let Some(name) = &publication.kind {
            let name = card::kind_in_words(name, self.language);
            kind.extend([text(" › "), isolated(name.into())]);
        }
        let title = card::title(publication, self.language);
        let mut parts = self.notices();
        parts.extend([
            element("p", fixed!["class" = "type"], kind),
            heading_of(self.settings.heading_level, "title", vec![title]),
            card::published_in(publication, self.language),
        ]);
        untitled(Section::Header, vec![list(parts)])
    }

    /// What was announced since it appeared: first that it no longer stands, then the others in the order of the record.
    fn notices(&self) -> Vec<Html> {
        let notices = &self.record.publication().notices;
        let (retractions, others): (Vec<_>, Vec<_>) =
            notices.iter().partition(|it| it.kind.is_retraction());
        let both = retractions.into_iter().chain(others);
        both.map(|notice| self.notice(notice)).collect()
    }

    fn notice(&self, notice: &Notice) -> Html {
        // A month or a year takes other words before it than a day.
        let precision = match notice.date {
            Some(PartialDate::Day(..)) => "day",
            Some(_) => "less",
            None => "none",
        };
        let date = notice
            .date
            .map(|date| self.language.conventions().date(date, DateWidth::Long));
        let kind = ("kind", Argument::Text(notice.kind.name()));
        let arguments = [
            kind,
            ("precision", Argument::Text(precision)),
            ("date", Argument::Text(date.as_deref().unwrap_or_default())),
        ];
        let mut parts = vec![text(self.language.say(Message::PageNotice, &arguments))];
        let of_doi = || WebAddress::parse(&notice.doi.as_ref()?.url());
        if let Some(url) = notice.url.clone().or_else(of_doi) {
            let words = self.language.say(Message::PageReadNotice, &[kind]);
            parts.extend([text(" "), linked(words, Some(&url))]);
        }
        // As the line at the top of the other layouts, for what changes how far it can be relied on.
        let class = match notice.kind {
            NoticeKind::Correction | NoticeKind::Addendum | NoticeKind::NewVersion => {
                fixed!["class" = "remark", "part" = "notice"]
            }
            _ => fixed!["class" = "retracted", "part" = "notice"],
        };
        element("p", class, parts)
    }
}

/// Whether the header says that the publication was retracted, so that nothing else need.
pub fn announces_retraction(publication: &Publication, settings: &Settings) -> bool {
    settings.sections.contains(&Section::Header)
        && publication.notices.iter().any(|it| it.kind.is_retraction())
}
