//! The citations badge.

use yew::Html;

use super::badge::{Badge, Value};
use super::details::{Row, table};
use super::element::{isolated, list};
use super::panel::{Panel, heading, remark};
use super::record::Record;
use super::{glyph, text};
use crate::indicators::leading_citation_count;
use crate::language::{Argument, Language, Message};

/// What the badge shows.
pub fn badge(record: &Record, language: &Language) -> Badge {
    let publication = record.publication();
    let leading = leading_citation_count(&publication.citations);
    let (value, counted, note) = match leading {
        Some((entry, count)) => {
            let count = count as f64;
            let date = text::short_date(language, entry.as_of.or(publication.as_of));
            let value = Value::of_number(count, text::figure(language, count));
            (
                value,
                count,
                text::joined(language, &[Some(entry.source.clone()), date]),
            )
        }
        None if record.faults().citations => {
            (Value::Unreadable, 0.0, language.word(Message::Unreadable))
        }
        None => (Value::NotRecorded, 0.0, language.word(Message::NotRecorded)),
    };
    let label = language.say(Message::Citations, &[("count", Argument::Number(counted))]);
    Badge {
        panel: Panel::Citations,
        glyph: glyph::quotation(),
        value,
        label,
        note,
    }
}

/// Every source with its count, date and link, under a heading.
pub fn details(record: &Record, language: &Language) -> Html {
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
            name: text::linked(entry.source.clone(), entry.url.as_ref()),
            figure,
            provenance: isolated(
                text::long_date(language, entry.as_of.or(publication.as_of)).into(),
            ),
        });
    }
    let has_several = rows.len() > 1;
    let mut parts = vec![table(columns, rows)];
    if has_several {
        parts.push(remark(language.word(Message::WhyCountsDiffer)));
    }
    list(parts)
}
