//! Attention by source.

use super::table;
use crate::language::Message;
use crate::publication::{Attention, AttentionKind, PartialDate};
use crate::widget::attention::what_is_counted;
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;
use crate::widget::opened::{heading, remark};
use crate::widget::panel::Panel;
use crate::widget::record::Record;
use crate::widget::text;

/// Every figure with what it counts, its provider, date and link, under a heading.
pub fn view(record: &Record, out: &mut Nodes) {
    let title = out.language.word(Message::AttentionBySource);
    heading(Panel::Altmetric, title, out);
    figures(record, out);
}

/// Every figure with what it counts, its provider, date and link.
pub fn figures(record: &Record, out: &mut Nodes) {
    let publication = record.publication();
    table::begin(
        [Message::KindOfAttention, Message::Count, Message::AsOf],
        out,
    );
    // Grouped by kind, and in the record's order within one.
    for kind in AttentionKind::ALL {
        for figure in &publication.attention {
            if figure.kind == kind {
                row(figure, publication.as_of, out);
            }
        }
    }
    table::end(out);
    let needs_explaining = |figure: &Attention| {
        matches!(
            figure.kind,
            AttentionKind::Mentions | AttentionKind::Readers
        )
    };
    if publication.attention.iter().any(needs_explaining) {
        remark(out.language.word(Message::WhatMentionsAre), out);
    }
}

fn row(figure: &Attention, as_of: Option<PartialDate>, out: &mut Nodes) {
    let language = out.language;
    let counted = what_is_counted(figure, language);
    let date = text::short_date(language, figure.as_of.or(as_of))
        .unwrap_or_else(|| language.word(Message::DateUnknown));
    table::begin_row(out);
    out.given(["swatch ", figure.kind.name()].concat());
    out.draw("<span class='*' aria-hidden='true'></span>");
    linked(counted, figure.url.as_ref(), out);
    table::end_row(
        language.conventions().number(figure.value),
        text::joined(language, &[Some(figure.provider.clone()), Some(date)]),
        out,
    );
}
