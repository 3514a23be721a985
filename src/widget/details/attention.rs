//! Attention by source.

use yew::{AttrValue, Html};

use super::table::{Row, table};
use crate::language::{Language, Message};
use crate::publication::{Attention, AttentionKind, PartialDate};
use crate::widget::attention::what_is_counted;
use crate::widget::element::{isolated, list, varied};
use crate::widget::link::linked;
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::record::Record;
use crate::widget::text;

/// Every figure with what it counts, its provider, date and link, under a heading.
pub fn view(record: &Record, language: &Language) -> Html {
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
        name: list(vec![swatch, linked(counted, figure.url.as_ref())]),
        figure: language.conventions().number(figure.value),
        provenance: isolated(
            text::joined(language, &[Some(figure.provider.clone()), Some(date)]).into(),
        ),
    }
}
