//! The databases that an identifier in a record is of.

use crate::formats::node::Node;
use crate::publication::{Index, WebAddress};

pub(super) fn indexed_in(record: &Node) -> Vec<Index> {
    let pubmed = record.field("PMID").text_or_number();
    let central = record.field("PMCID").text();
    let indexes = [
        pubmed.and_then(|id| pubmed_record(&id)),
        central.and_then(|id| central_record(&id)),
    ];
    indexes.into_iter().flatten().collect()
}

/// The record in `PubMed` of an identifier of digits.
pub(in crate::formats) fn pubmed_record(id: &str) -> Option<Index> {
    let id = id.trim();
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| Index {
        name: String::from("PubMed"),
        url: WebAddress::parse(&["https://pubmed.ncbi.nlm.nih.gov/", id, "/"].concat()),
    })
}

/// The record in `PubMed` Central of an identifier such as `PMC2840020`.
pub(in crate::formats) fn central_record(id: &str) -> Option<Index> {
    let id = id.trim();
    let digits = id
        .strip_prefix("PMC")
        .or_else(|| id.strip_prefix("pmc"))
        .unwrap_or(id);
    let is_id = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| Index {
        name: String::from("PubMed Central"),
        url: WebAddress::parse(
            &["https://pmc.ncbi.nlm.nih.gov/articles/PMC", digits, "/"].concat(),
        ),
    })
}
