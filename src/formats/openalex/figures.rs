use crate::formats::node::Node;
use crate::publication::{CitationCount, NormalizedIndicator, WebAddress, text::after_last};

/// `updated_date` is that of any change of the record, so the count has no date.
pub(super) fn citations(record: &Node) -> Vec<CitationCount> {
    let count = record.field("cited_by_count").count();
    let id = record.field("id");
    let count = count.map(|count| CitationCount {
        source: "OpenAlex".to_owned(),
        count: Some(count),
        as_of: None,
        url: id.text().and_then(|id| citing_works(&id)),
    });
    count.into_iter().collect()
}

/// The list of citing works for readers: `cited_by_api_url` is for programs.
fn citing_works(id: &str) -> Option<WebAddress> {
    let key = after_last(id, '/');
    let digits = key.strip_prefix('W')?;
    let is_work = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_work
        .then(|| ["https://openalex.org/works?filter=cites:", key].concat())
        .and_then(|address| WebAddress::parse(&address))
}

/// FWCI and percentile are both among works of the same type, year and subfield (docs.openalex.org, "The Work object").
pub(super) fn indicators(record: &Node) -> Vec<NormalizedIndicator> {
    let field = record.field("primary_topic");
    let share = record.field("citation_normalized_percentile");
    let share = share
        .field("value")
        .number_within(0.0, 1.0, "a percentile from 0 to 1");
    let value = record
        .field("fwci")
        .number_within(0.0, f64::MAX, "a number of 0 or more");
    let indicator = value.map(|value| NormalizedIndicator {
        name: "FWCI".to_owned(),
        source: "OpenAlex".to_owned(),
        value,
        percentile: share.map(percentile),
        category: field.field("subfield").field("display_name").text(),
        as_of: None,
        url: None,
    });
    indicator.into_iter().collect()
}

/// A share of 0 to 1 as a percentile of 0 to 100, without what a binary fraction adds to its digits.
fn percentile(share: f64) -> f64 {
    const DIGITS: f64 = 1e6;
    (share * 100.0 * DIGITS).round() / DIGITS
}
