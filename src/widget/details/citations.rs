//! Citations by source.

use yew::Html;

use super::table::{Row, table};
use crate::language::{DateWidth, Language, Message};
use crate::publication::PartialDate;
use crate::widget::element::{isolated, list};
use crate::widget::link::linked;
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::record::Record;

/// Every source with its count, date and link, under a heading.
pub fn view(record: &Record, language: &Language) -> Html {
    let title = language.word(Message::CitationsBySource);
    list(vec![
        heading(Panel::Citations, title),
        counts(record, language),
    ])
}

/// Every source with its count, date and link.
pub fn counts(record: &Record, language: &Language) -> Html {
    let publication = record.publication();
    let columns = [Message::Source, Message::Count, Message::AsOf].map(|it| language.word(it));
    let mut rows = Vec::new();
    for entry in &publication.citations {
        let figure = entry.count.map_or_else(
            || language.word(Message::NotRecorded),
            |count| language.conventions().number(count as f64),
        );
        rows.push(Row {
            name: linked(entry.source.clone(), entry.url.as_ref()),
            figure,
            provenance: isolated(long_date(language, entry.as_of.or(publication.as_of)).into()),
        });
    }
    let has_several = rows.len() > 1;
    let mut parts = vec![table(columns, rows)];
    if has_several {
        parts.push(remark(language.word(Message::WhyCountsDiffer)));
    }
    list(parts)
}

/// A date in a table, where it is said when there is none.
fn long_date(language: &Language, date: Option<PartialDate>) -> String {
    date.map_or_else(
        || language.word(Message::DateUnknown),
        |date| language.conventions().date(date, DateWidth::Long),
    )
}
