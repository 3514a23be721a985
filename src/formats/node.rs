use std::cell::RefCell;

use super::{Json, Warning, number, path::Path};
use crate::publication::{
    Doi, PartialDate, RichText, WebAddress, entity,
    text::{line, lines},
};

/// The largest whole number that a JSON reader need not round: 2^53 − 1 (RFC 8259, section 6).
const LARGEST: f64 = 9_007_199_254_740_991.0;

/// How long a text may be, in bytes of UTF-8: the longest abstracts are a tenth of it. Of one that is longer the browser's layout
/// would take seconds.
pub(super) const LONGEST_TEXT: usize = 200_000;

/// How many items of a list are read: the publication with the most authors has 15,025 (doi:10.1093/bjs/znab101).
pub(super) const LONGEST_LIST: usize = 20_000;

/// A value of a record and where it stands.
///
/// Its methods read the value as what a dialect wants of it. Null and blank text are absent. What is there but
/// cannot be read is absent too, and leaves a complaint.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Json,
    path: Path<'a>,
    /// Whether its absence is a fault.
    demanded: bool,
    complaints: &'a RefCell<Vec<Warning>>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Json, complaints: &'a RefCell<Vec<Warning>>) -> Self {
        Self {
            value,
            path: Path::Root,
            demanded: false,
            complaints,
        }
    }

    /// The value itself, for what only one dialect asks.
    pub(super) fn value(&self) -> &'a Json {
        self.value
    }

    /// What is in it at a place; a text that is too long is none.
    fn part<'b>(&'b self, value: &'b Json, path: Path<'b>) -> Node<'b> {
        let mut part = Node {
            value,
            path,
            demanded: false,
            complaints: self.complaints,
        };
        if matches!(value, Json::String(text) if text.len() > LONGEST_TEXT) {
            part.complain("a text of at most 200,000 bytes");
            part.value = &Json::Null;
        }
        part
    }

    /// An entry of an object; null where there is none.
    pub(super) fn field(&self, key: &'a str) -> Node<'_> {
        let value = self.value.get(key).unwrap_or(&Json::Null);
        self.part(value, Path::Key(&self.path, key))
    }

    /// The same node as one that its entry cannot do without: absence leaves a complaint too.
    pub(super) fn demanded(self) -> Self {
        Self {
            demanded: true,
            ..self
        }
    }

    /// Visits the items of a list in order. One object or one string in place of a list is its only item.
    ///
    /// Not an iterator, and not generic: one copy of it serves every list.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&Node)) {
        self.each_of(LONGEST_LIST, "a list of at most 20,000", visit);
    }

    /// The same for a list that is not to be longer than so many items, which `what` describes: those beyond are left out.
    pub(super) fn each_of(&self, most: usize, what: &str, visit: &mut dyn FnMut(&Node)) {
        match self.value {
            Json::Array(items) => {
                let read = items.get(..most).unwrap_or(items);
                if read.len() < items.len() {
                    self.complain(what);
                }
                for (index, value) in read.iter().enumerate() {
                    visit(&self.part(value, Path::Item(&self.path, index)));
                }
            }
            Json::Object(_) | Json::String(_) => visit(self),
            _ => self.complain("a list"),
        }
    }

    /// Visits the entries of an object in order, each with its key: for objects whose keys are data.
    #[cfg(feature = "dialects")]
    pub(super) fn each_entry(&self, visit: &mut dyn FnMut(&'a str, &Node)) {
        match self.value {
            Json::Object(entries) => {
                for (key, value) in entries {
                    visit(key, &self.part(value, Path::Key(&self.path, key)));
                }
            }
            _ => self.complain("an object"),
        }
    }

    /// Reads the first item of a list; of anything else, itself. The first of an empty list is null.
    #[cfg(feature = "dialects")]
    pub(super) fn first<T>(&self, read: &mut dyn FnMut(&Node) -> T) -> T {
        match self.value {
            Json::Array(_) => read(&self.item(0)),
            _ => read(self),
        }
    }

    /// An item of a list; null where there is none.
    #[cfg(feature = "dialects")]
    pub(super) fn item(&self, index: usize) -> Node<'_> {
        let item = match self.value {
            Json::Array(items) => items.get(index),
            _ => None,
        };
        self.part(item.unwrap_or(&Json::Null), Path::Item(&self.path, index))
    }

    /// The texts of a list, in order; a text in place of a list is its only item.
    #[cfg(feature = "dialects")]
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        self.each(&mut |item| texts.extend(item.text()));
        texts
    }

    /// The node where it is an object.
    pub(super) fn object(&self) -> Option<&Self> {
        match self.value {
            Json::Object(_) => Some(self),
            _ => self.refuse("an object"),
        }
    }

    /// Complains of entries that are there and are no objects, on behalf of whoever reads what is in them.
    #[cfg(feature = "dialects")]
    pub(super) fn expect_objects(&self, keys: &[&'a str]) {
        for key in keys {
            self.field(key).object();
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        match self.value {
            Json::Null => true,
            Json::String(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// A string as the record has it.
    pub(super) fn string(&self) -> Option<&'a str> {
        match self.value {
            Json::String(text) if !self.is_absent() => Some(text),
            _ => self.refuse("a string"),
        }
    }

    /// Text on one line. Its entities are decoded: plain text has none, but records do.
    pub(super) fn text(&self) -> Option<String> {
        self.string()
            .map(|text| line(&entity::decode(text)))
            .filter(|text| !text.is_empty())
    }

    /// Text that may have line breaks.
    pub(super) fn lines(&self) -> Option<String> {
        self.string()
            .map(|text| lines(&entity::decode(text)))
            .filter(|text| !text.is_empty())
    }

    /// Text of what is often written as a number, such as a volume.
    pub(super) fn text_or_number(&self) -> Option<String> {
        match self.value {
            Json::Number(number) if number.is_finite() => Some(number::text(*number)),
            _ => self.text(),
        }
    }

    pub(super) fn rich_text(&self) -> Option<RichText> {
        self.string()
            .map(RichText::parse)
            .filter(|text| !text.is_empty())
    }

    /// A title, of which services have written sub- and superscripts in TeX: `CO$_{2}$`.
    #[cfg(feature = "dialects")]
    pub(super) fn title(&self) -> Option<RichText> {
        self.string()
            .map(|text| RichText::parse(&super::terms::scripts(text)))
            .filter(|text| !text.is_empty())
    }

    pub(super) fn doi(&self) -> Option<Doi> {
        self.parsed("a DOI", Doi::parse)
    }

    pub(super) fn web_address(&self) -> Option<WebAddress> {
        self.parsed(
            "an address that begins with https:// or http://",
            WebAddress::parse,
        )
    }

    /// The address of a publication's own page, which the DOI's is not.
    #[cfg(feature = "dialects")]
    pub(super) fn landing_page(&self) -> Option<WebAddress> {
        self.web_address().filter(|address| {
            let host = address.as_str().split('/').nth(2).unwrap_or_default();
            !["doi.org", "dx.doi.org", "www.doi.org"]
                .iter()
                .any(|resolver| host.eq_ignore_ascii_case(resolver))
        })
    }

    pub(super) fn date(&self) -> Option<PartialDate> {
        const WHAT: &str = "a date such as 2024, 2024-09 or 2024-09-13";
        match self.value {
            // A year is often written as a number.
            Json::Number(number) => {
                PartialDate::parse(&number::text(*number)).or_else(|| self.refuse(WHAT))
            }
            _ => self.parsed(WHAT, PartialDate::parse),
        }
    }

    /// What a rule makes of a string; a complaint where it makes nothing of it.
    pub(super) fn parsed<T>(&self, what: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        match self.value {
            Json::String(text) if !self.is_absent() => parse(text).or_else(|| self.refuse(what)),
            _ => self.refuse(what),
        }
    }

    /// `true` or `false`, as itself or as text.
    pub(super) fn flag(&self) -> Option<bool> {
        match self.value {
            Json::Bool(flag) => Some(*flag),
            Json::String(text) if text.trim().eq_ignore_ascii_case("true") => Some(true),
            Json::String(text) if text.trim().eq_ignore_ascii_case("false") => Some(false),
            _ => self.refuse("true or false"),
        }
    }

    /// A finite number, as itself or as text.
    pub(super) fn number(&self) -> Option<f64> {
        let number = match self.value {
            Json::Number(number) => *number,
            Json::String(text) => match number::parse(text.trim()) {
                Some(number) => number,
                None => return self.refuse("a number"),
            },
            _ => return self.refuse("a number"),
        };
        if number.is_finite() {
            Some(number)
        } else {
            self.refuse("a finite number")
        }
    }

    /// A finite number between two bounds, which `what` describes.
    pub(super) fn number_within(&self, least: f64, most: f64, what: &str) -> Option<f64> {
        let number = self.number()?;
        if least <= number && number <= most {
            Some(number)
        } else {
            self.refuse(what)
        }
    }

    /// A whole number between two bounds, which `what` describes.
    pub(super) fn whole_number(&self, least: u32, most: u32, what: &str) -> Option<u32> {
        let number = self.number_within(f64::from(least), f64::from(most), what)?;
        if number.fract() == 0.0 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "within the bounds"
            )]
            Some(number as u32)
        } else {
            self.refuse("a whole number")
        }
    }

    /// A number of things.
    pub(super) fn count(&self) -> Option<u64> {
        let number = self.number_within(0.0, f64::MAX, "a count of 0 or more")?;
        if number.fract() != 0.0 {
            self.refuse("a whole number")
        } else if number > LARGEST {
            self.refuse("a count below 2^53")
        } else {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "within the bounds"
            )]
            Some(number as u64)
        }
    }

    /// Nothing, with a complaint.
    pub(super) fn refuse<T>(&self, expected: &str) -> Option<T> {
        self.complain(expected);
        None
    }

    /// Where it stands, such as `records[1]`; nothing for the whole.
    #[cfg(feature = "dialects")]
    pub(super) fn text_of_path(&self) -> String {
        self.path.text()
    }

    /// Complains in words of the dialect's own.
    #[cfg(feature = "dialects")]
    pub(super) fn remark(&self, message: String) {
        let path = self.path.text();
        self.complaints.borrow_mut().push(Warning { path, message });
    }

    /// Complains that the value is not what was expected, unless it may be absent and is.
    fn complain(&self, expected: &str) {
        let found = match self.is_absent() {
            true if self.demanded => String::from("nothing"),
            true => return,
            false => description(self.value),
        };
        self.complaints.borrow_mut().push(Warning {
            path: self.path.text(),
            message: ["expected ", expected, ", found ", &found].concat(),
        });
    }
}

/// A value in a few words, for a complaint.
pub(super) fn description(value: &Json) -> String {
    match value {
        Json::Null => String::from("null"),
        Json::Bool(true) => String::from("true"),
        Json::Bool(false) => String::from("false"),
        Json::Number(number) => number::text(*number),
        Json::String(text) => quoted(text),
        Json::Array(items) => ["an array of ", &items.len().to_string()].concat(),
        Json::Object(_) => String::from("an object"),
    }
}

/// As much of a string as tells what it is.
fn quoted(text: &str) -> String {
    const SHOWN: usize = 40;
    let text = line(text);
    let end = text.char_indices().nth(SHOWN);
    match end.and_then(|(end, _)| text.get(..end)) {
        Some(start) => ["\"", start, "…\""].concat(),
        None => ["\"", &text, "\""].concat(),
    }
}
