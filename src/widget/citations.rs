//! The citations badge.

use yew::prelude::*;

use super::badge::{Badge, Value};
use super::details::{Row, table};
use super::panel::{Panel, heading};
use super::record::Record;
use super::{glyph, text};
use crate::indicators::leading_citation_count;
use crate::language::{Argument, Language, Message};
use crate::publication::{CitationCount, PartialDate};

/// What the badge shows.
pub fn badge(record: &Record, language: &Language) -> Badge {
    let publication = record.publication();
    let leading = leading_citation_count(&publication.citations);
    let (value, counted, note) = match leading {
        Some((entry, count)) => {
            let count = count as f64;
            let shown = text::figure(language, count);
            let value = if count > 0.0 {
                Value::Known(shown)
            } else {
                Value::Zero(shown)
            };
            let date = text::short_date(language, entry.as_of.or(publication.as_of));
            (
                value,
                count,
                text::joined([Some(entry.source.clone()), date]),
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

/// Every source with its count, date and link.
pub fn details(record: &Record, language: &Language) -> Html {
    let publication = record.publication();
    let columns = [Message::Source, Message::Count, Message::AsOf].map(|it| language.word(it));
    let rows = publication
        .citations
        .iter()
        .map(|entry| row(entry, publication.as_of, language));
    html! {
        <>
            {heading(Panel::Citations, language.word(Message::CitationsBySource))}
            {table(columns, rows)}
            if publication.citations.len() > 1 {
                <p class="remark">{language.word(Message::WhyCountsDiffer)}</p>
            }
        </>
    }
}

fn row(entry: &CitationCount, as_of: Option<PartialDate>, language: &Language) -> Row {
    let figure = entry.count.map_or_else(
        || language.word(Message::NotRecorded),
        |count| language.conventions().number(count as f64),
    );
    Row {
        name: text::linked(entry.source.clone(), entry.url.as_ref()),
        figure: html! { figure },
        provenance: html! { text::long_date(language, entry.as_of.or(as_of)) },
    }
}
