//! What the publication is, and what became of it.

use super::page;
use crate::formats::native::all;
use crate::formats::native::page::notice_kind;
use crate::formats::node::Node;
use crate::formats::terms::retracted;
use crate::publication::{Doi, Notice, NoticeKind, RichText};

/// The types of a publication: a list, or in short records one text with semicolons.
pub(super) fn types(record: &Node) -> Vec<String> {
    let list = record.field("pubTypeList").field("pubType").texts();
    if !list.is_empty() {
        return list;
    }
    let text = record.field("pubType").text().unwrap_or_default();
    let types = text.split(';').map(str::trim).filter(|it| !it.is_empty());
    types.map(str::to_owned).collect()
}

/// The types that say more than that something stands in a journal, the most telling first.
const TELLING: [&str; 6] = [
    "retraction of publication",
    "published erratum",
    "preprint",
    "review",
    "editorial",
    "letter",
];

/// What the publication is: MEDLINE calls everything in a journal a journal article, says beside it how the study was made
/// and who paid for it, and orders all this by no rule.
pub(super) fn kind(types: &[String]) -> Option<String> {
    let named = |name: &&str| types.iter().find(|it| it.eq_ignore_ascii_case(name));
    TELLING
        .iter()
        .find_map(named)
        .or_else(|| named(&"journal article"))
        .or_else(|| types.first())
        .cloned()
}

/// Retracted publications are so called; a "retraction of publication" is the notice.
pub(super) fn is_retracted(
    types: &[String],
    notices: &[Notice],
    title: Option<&RichText>,
) -> Option<bool> {
    let is = |name: &str| types.iter().any(|it| it.eq_ignore_ascii_case(name));
    if is("retracted publication") || notices.iter().any(|it| it.kind.is_retraction()) {
        return Some(true);
    }
    if is("retraction of publication") || is("retraction notice") {
        return None;
    }
    retracted(None, title)
}

/// What was announced of the publication: the relations that end in "in". Those that end in "of" and "for" are of the
/// notice itself.
pub(super) fn notices(record: &Node) -> Vec<Notice> {
    let relations = record.field("commentCorrectionList");
    all(&relations.field("commentCorrection"), |entry| {
        let relation = entry.object()?.field("type").text()?;
        let relation = relation.to_ascii_lowercase();
        let what = relation.strip_suffix(" in")?;
        let kind = match what {
            "corrected and republished" => NoticeKind::Correction,
            "retracted and republished" => NoticeKind::Retraction,
            "update" => NoticeKind::NewVersion,
            _ => notice_kind(&what.replace(' ', "-"))?,
        };
        let reference = entry.field("reference").text();
        let doi = reference.and_then(|text| Doi::parse(&text));
        Some(Notice {
            kind,
            date: None,
            url: page(entry).filter(|_| doi.is_none()),
            doi,
        })
    })
}
