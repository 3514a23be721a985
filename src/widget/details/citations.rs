//! Citations by source.

use super::table;
use crate::language::{DateWidth, Language, Message};
use crate::publication::PartialDate;
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::record::Record;

/// Every source with its count, date and link, under a heading.
pub fn view(record: &Record, out: &mut Nodes) {
    let title = out.language.word(Message::CitationsBySource);
    heading(Panel::Citations, title, out);
    counts(record, out);
}

/// Every source with its count, date and link.
pub fn counts(record: &Record, out: &mut Nodes) {
    let publication = record.publication();
    let language = out.language;
    table::begin([Message::Source, Message::Count, Message::AsOf], out);
    for entry in &publication.citations {
        let figure = entry.count.map_or_else(
            || language.word(Message::NotRecorded),
            |count| language.conventions().number(count as f64),
        );
        table::begin_row(out);
        linked(entry.source.clone(), entry.url.as_ref(), out);
        let date = long_date(language, entry.as_of.or(publication.as_of));
        table::end_row(figure, date, out);
    }
    table::end(out);
    if publication.citations.len() > 1 {
        remark(language.word(Message::WhyCountsDiffer), out);
    }
}

/// A date in a table, where it is said when there is none.
fn long_date(language: &Language, date: Option<PartialDate>) -> String {
    date.map_or_else(
        || language.word(Message::DateUnknown),
        |date| language.conventions().date(date, DateWidth::Long),
    )
}
