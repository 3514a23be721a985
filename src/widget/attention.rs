//! The altmetric badge: attention beyond citations.

use yew::{AttrValue, Html};

use super::badge::{Badge, Value};
use super::details::{Row, table};
use super::element::{isolated, list, varied};
use super::panel::{Panel, heading, remark};
use super::record::Record;
use super::{glyph, text};
use crate::indicators::{Arc, AttentionProfile};
use crate::language::{Argument, Language, Message, mention_source};
use crate::publication::{Attention, AttentionKind, PartialDate};

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
            glyph: glyph::ring(&[], String::new()),
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
    Badge {
        panel,
        glyph: glyph::ring(&profile.arcs, in_words(&profile.arcs, language)),
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

/// Every figure with what it counts, its provider, date and link, under a heading.
pub fn details(record: &Record, language: &Language) -> Html {
    let title = language.word(Message::AttentionBySource);
    list(vec![
        heading(Panel::Altmetric, title),
        figures(record, language),
    ])
}

/// Every figure with what it counts, its provider, date and link.
pub fn figures(record: &Record, language: &Language) -> Html {
    let publication = record.publication();
    let columns =
        [Message::KindOfAttention, Message::Count, Message::AsOf].map(|it| language.word(it));
    // Grouped by kind, and in the record's order within one.
    let mut rows = Vec::new();
    for kind in AttentionKind::ALL {
        for figure in &publication.attention {
            if figure.kind == kind {
                rows.push(row(figure, publication.as_of, language));
            }
        }
    }
    let mut parts = vec![table(columns, rows)];
    let needs_explaining = |figure: &Attention| {
        matches!(
            figure.kind,
            AttentionKind::Mentions | AttentionKind::Readers
        )
    };
    if publication.attention.iter().any(needs_explaining) {
        parts.push(remark(language.word(Message::WhatMentionsAre)));
    }
    list(parts)
}

fn row(figure: &Attention, as_of: Option<PartialDate>, language: &Language) -> Row {
    let counted = what_is_counted(figure, language);
    let class = AttrValue::from(["swatch ", figure.kind.name()].concat());
    let hidden = AttrValue::Static("true");
    let swatch = varied(
        "span",
        &["class", "aria-hidden"],
        vec![Some(class), Some(hidden)],
        Vec::new(),
    );
    let date = text::short_date(language, figure.as_of.or(as_of))
        .unwrap_or_else(|| language.word(Message::DateUnknown));
    Row {
        name: list(vec![swatch, text::linked(counted, figure.url.as_ref())]),
        figure: language.conventions().number(figure.value),
        provenance: isolated(
            text::joined(language, &[Some(figure.provider.clone()), Some(date)]).into(),
        ),
    }
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
    let arguments = [
        ("count", Argument::Number(count)),
        ("source", Argument::Text(source)),
        ("where", Argument::Text(mention_source(source))),
    ];
    language.say(message, &arguments)
}
