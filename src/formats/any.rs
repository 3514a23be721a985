use std::cell::RefCell;

use super::dialect::{Dialect, Sign};
use super::merge::{Merged, merge};
use super::node::{Node, description};
use super::wrapper::unwrapped;
use super::{Json, NotAPublication, Reading, Warning, native, terms};
use crate::publication::Publication;

/// A publication as read from records in whatever dialects.
#[derive(Clone, Debug)]
pub struct AnyReading {
    /// The publication: it has a title, a DOI or both.
    pub publication: Publication,
    /// What of the records could not be read, and what of them does not agree.
    pub warnings: Vec<Warning>,
    /// The dialects of the records, in their order.
    pub dialects: Vec<&'static Dialect>,
}

impl AnyReading {
    /// What the element shows of the value that was read. What could not be read is shown of our own dialect alone: records
    /// in others are translated first, and then it is no longer there.
    pub fn shown(self, value: &Json) -> Reading {
        let warnings = if self.is_own(value) {
            self.warnings
        } else {
            Vec::new()
        };
        Reading {
            publication: self.publication,
            warnings,
        }
    }

    /// Whether the value that was read is itself a record in our own dialect.
    pub fn is_own(&self, value: &Json) -> bool {
        let own = &native::DIALECT;
        self.dialects.len() == 1
            && self.dialects.iter().all(|dialect| dialect.name == own.name)
            && own.lacks(value).next().is_none()
    }
}

/// What one record says. It need not be enough for a publication: an answer with counts alone completes another record.
pub(super) struct Part {
    pub publication: Publication,
    pub dialect: &'static Dialect,
}

/// Reads a publication from a record in any dialect, or in one that is named, with the usual wrappers of an answer around
/// it; or from several records of the same publication, in an array or in `{ "records": [ … ] }`.
///
/// Of several records the first that has a field wins, counts of different sources stand side by side, and a record with
/// another DOI is left out, with a warning.
pub fn read_any(
    value: &Json,
    named: Option<&'static Dialect>,
) -> Result<AnyReading, NotAPublication> {
    let complaints = RefCell::default();
    let root = Node::root(value, &complaints);
    let mut parts = Vec::new();
    let mut refusals = Vec::new();
    let read = &mut |record: &Node| match read_one(record, named) {
        Ok(part) => parts.push((record.text_of_path(), part)),
        Err(refusal) => refusals.push((record.text_of_path(), refusal)),
    };
    match value {
        Json::Array(_) => root.each(read),
        _ => match value.get("records") {
            Some(Json::Array(_)) => root.field("records").each(read),
            _ => read(&root),
        },
    }
    if parts.is_empty() {
        let message = match refusals.into_iter().next() {
            Some((_, refusal)) => refusal,
            None => String::from("expected a record, found an empty list"),
        };
        return Err(NotAPublication { message });
    }
    let dialects: Vec<_> = parts.iter().map(|(_, part)| part.dialect).collect();
    let Merged {
        publication,
        disagreements,
    } = merge(parts);
    let mut warnings = complaints.into_inner();
    let refused = refusals
        .into_iter()
        .map(|(path, message)| Warning { path, message });
    warnings.extend(refused);
    warnings.extend(disagreements);
    if publication.title.is_none() && publication.doi.is_none() {
        return Err(NotAPublication {
            message: lacks(&dialects, &warnings),
        });
    }
    Ok(AnyReading {
        publication,
        warnings,
        dialects,
    })
}

fn read_one(value: &Node, named: Option<&'static Dialect>) -> Result<Part, String> {
    // An answer of OpenCitations is a list, also where it is one of several records: `[{ "count": "5" }]`.
    let only = value.item(0);
    let value = match value.value() {
        Json::Array(list) if list.len() == 1 => &only,
        _ => value,
    };
    if !matches!(value.value(), Json::Object(_)) {
        return Err([
            "expected an object with a publication, found ",
            &description(value.value()),
        ]
        .concat());
    }
    let is_record = |value: &Json| match named {
        Some(dialect) => dialect.lacks(value).next().is_none(),
        None => Dialect::of(value).is_some(),
    };
    unwrapped(value, &is_record, &mut |record| {
        let dialect = match named {
            Some(dialect) => dialect,
            None => Dialect::of(record.value()).ok_or_else(|| unknown(record.value()))?,
        };
        let mut publication = (dialect.read)(record);
        if dialect.name != native::DIALECT.name {
            publication.kind = publication.kind.as_deref().map(terms::common_kind);
        }
        Ok(Part {
            publication,
            dialect,
        })
    })
}

/// How many dialects a refusal names.
const NAMED: usize = 3;

/// What a record of no known dialect lacks of those that it is nearest to: whose signs it shows in part, else our own.
fn unknown(record: &Json) -> String {
    let shows_some = |it: &&Dialect| it.lacks(record).count() < it.signs.len();
    let mut near: Vec<&Dialect> = Dialect::ALL.into_iter().filter(shows_some).collect();
    near.sort_by_key(|dialect| dialect.lacks(record).count());
    near.truncate(NAMED);
    if near.is_empty() {
        near.push(&native::DIALECT);
    }
    let lacking = near.iter().map(|dialect| {
        let signs: Vec<String> = dialect.lacks(record).map(Sign::text).collect();
        ["for ", dialect.title, " it lacks ", &signs.join(" and ")].concat()
    });
    let lacking: Vec<String> = lacking.collect();
    ["its dialect is not known: ", &lacking.join("; ")].concat()
}

/// Why records do not make a publication, although they were understood.
fn lacks(dialects: &[&'static Dialect], warnings: &[Warning]) -> String {
    let titles: Vec<&str> = dialects.iter().map(|dialect| dialect.title).collect();
    let mut message = [
        &titles.join(" and "),
        " with neither a title nor a DOI: hand it over together with a record that has one",
    ]
    .concat();
    for warning in warnings {
        message.push_str("; ");
        message.push_str(&warning.text());
    }
    message
}
