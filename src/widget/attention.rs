//! The altmetric badge: attention beyond citations.

use super::badge::{Badge, Value};
use super::glyph::Glyph;
use super::panel::Panel;
use super::record::Record;
use super::text;
use crate::indicators::{Arc, AttentionProfile};
use crate::language::{Language, Message, mention_source};
use crate::publication::{Attention, AttentionKind};

/// What the badge shows.
pub fn badge(record: &Record, language: &Language) -> Badge {
    let publication = record.publication();
    let profile = AttentionProfile::of(&publication.attention);
    let panel = Panel::Altmetric;
    let Some(profile) = profile else {
        let (value, note) = if record.faults().attention {
            (Value::Unreadable, Message::Unreadable)
        } else {
            (Value::NotRecorded, Message::NotRecorded)
        };
        let (label, note) = (language.word(Message::Attention), language.word(note));
        return Badge {
            panel,
            glyph: Glyph::Ring(Vec::new(), String::new()),
            value,
            label,
            note,
        };
    };
    let leading = profile.leading;
    let label = match leading.kind {
        AttentionKind::Score => language.word(Message::AttentionScore),
        _ => what_is_counted(leading, language),
    };
    let value = Value::of_number(leading.value, text::figure(language, leading.value));
    let date = text::short_date(language, leading.as_of.or(publication.as_of));
    let note = text::joined(language, &[Some(leading.provider.clone()), date]);
    let words = in_words(&profile.arcs, language);
    Badge {
        panel,
        glyph: Glyph::Ring(profile.arcs, words),
        value,
        label,
        note,
    }
}

/// The kinds of attention that the ring draws: `75 mentions · 31 readers`.
fn in_words(arcs: &[Arc], language: &Language) -> String {
    let kinds = arcs.iter().map(|arc| {
        let figure = language.conventions().number(arc.volume);
        let counted = words(language, arc.kind, arc.volume, None);
        Some([&figure, " ", &counted].concat())
    });
    text::joined(language, &kinds.collect::<Vec<_>>())
}

/// What a figure counts, in words that agree with it: `X accounts`, `Mendeley readers`.
pub fn what_is_counted(figure: &Attention, language: &Language) -> String {
    words(
        language,
        figure.kind,
        figure.value,
        figure.source.as_deref(),
    )
}

/// What so many of a kind are, in all or of one source.
pub fn words(language: &Language, kind: AttentionKind, count: f64, source: Option<&str>) -> String {
    let message = match (kind, source) {
        (AttentionKind::Score, _) => Message::Score,
        (AttentionKind::Readers, None) => Message::Readers,
        (AttentionKind::Readers, Some(_)) => Message::ReadersOn,
        (AttentionKind::Mentions, None) => Message::Mentions,
        (AttentionKind::Mentions, Some(_)) => Message::MentionsOn,
        (AttentionKind::Captures, None) => Message::Captures,
        (AttentionKind::Captures, Some(_)) => Message::CapturesOn,
        (AttentionKind::Usage, None) => Message::Usage,
        (AttentionKind::Usage, Some(_)) => Message::UsageOn,
    };
    let source = source.unwrap_or_default();
    language
        .phrase(message)
        .number("count", count)
        .text("source", source)
        .text("where", mention_source(source))
        .say()
}
