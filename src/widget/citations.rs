//! The citations badge.

use super::badge::{Badge, Value};
use super::glyph::Glyph;
use super::panel::Panel;
use super::record::Record;
use super::text;
use crate::indicators::leading_citation_count;
use crate::language::{Language, Message};

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
    let label = language
        .phrase(Message::Citations)
        .number("count", counted)
        .say();
    Badge {
        panel: Panel::Citations,
        glyph: Glyph::Quotation,
        value,
        label,
        note,
    }
}
