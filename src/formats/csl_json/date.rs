//! Dates of CSL-JSON, and dates in words.

use crate::formats::Json;
use crate::formats::node::Node;
use crate::publication::PartialDate;

/// A date of CSL: parts as numbers or texts, `raw` or `literal` words; or a text alone. Of a range, its beginning.
/// The model has no place for `circa` and `season`.
pub(in crate::formats) fn date(entry: &Node) -> Option<PartialDate> {
    match entry.value() {
        Json::Object(_) => of_object(entry),
        Json::Array(_) => entry.first(&mut date),
        _ => in_words(entry),
    }
}

fn of_object(entry: &Node) -> Option<PartialDate> {
    let parts = entry.field("date-parts");
    let of_parts = parts.first(&mut |first| match first.value() {
        // Some write the parts of the one date without the list of dates around them.
        Json::Number(_) | Json::String(_) => of_parts(&parts),
        _ => of_parts(first),
    });
    of_parts.or_else(|| {
        ["raw", "literal", "date-time"]
            .into_iter()
            .find_map(|key| in_words(&entry.field(key)))
    })
}

/// Year, month and day, as far as they are there and can be read.
fn of_parts(parts: &Node) -> Option<PartialDate> {
    let (mut year, mut month, mut day) = (None, None, None);
    let mut place = 0;
    parts.each(&mut |part| {
        let (most, what, into) = match place {
            0 => (9999, "a year", &mut year),
            1 => (12, "a month, 1 to 12", &mut month),
            2 => (31, "a day, 1 to 31", &mut day),
            _ => return,
        };
        place += 1;
        *into = part.whole_number(1, most, what);
    });
    of_numbers(year?, month, day)
}

/// As much of a date as the calendar has.
fn of_numbers(year: u32, month: Option<u32>, day: Option<u32>) -> Option<PartialDate> {
    let year = u16::try_from(year).ok().filter(|year| *year > 0)?;
    let byte = |number: Option<u32>, most: u8| {
        let number = number.and_then(|it| u8::try_from(it).ok());
        number.filter(|it| (1..=most).contains(it))
    };
    let Some(month) = byte(month, 12) else {
        return Some(PartialDate::Year(year));
    };
    let day = byte(day, 31).map(|day| PartialDate::Day(year, month, day));
    let day = day.and_then(|date| PartialDate::parse(&date.iso()));
    Some(day.unwrap_or(PartialDate::Month(year, month)))
}

/// A date as people write it: `2014/12/27`, `May 2010`, `5 Mar 2011`, `05/1992`, `Spring 2010`. What is not clear, such as
/// which of `03/04/2011` is the month, is left out.
pub(in crate::formats) fn in_words(entry: &Node) -> Option<PartialDate> {
    match entry.value() {
        Json::Number(_) => entry.date(),
        _ => entry.parsed("a date", of_words),
    }
}

/// How many words of a date are looked at.
const WORDS: usize = 8;

fn of_words(text: &str) -> Option<PartialDate> {
    if let Some(date) = PartialDate::parse(text) {
        return Some(date);
    }
    let words: Vec<&str> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect();
    let number = |word: &&str| -> Option<u32> {
        let are_digits = word.bytes().all(|byte| byte.is_ascii_digit());
        are_digits.then(|| word.parse().ok()).flatten()
    };
    let at = words
        .iter()
        .position(|word| word.len() == 4 && number(word).is_some())?;
    let year = words.get(at).and_then(number)?;
    let numbered = |at: usize| words.get(at).and_then(number);
    if let Some(month) = words.iter().find_map(|word| month_of(word)) {
        let mut days = words.iter().filter(|word| word.len() <= 2);
        let day = days.next().and_then(number);
        return of_numbers(year, Some(month), day.filter(|_| days.next().is_none()));
    }
    match at {
        0 => of_numbers(year, numbered(1), numbered(2)),
        1 => of_numbers(year, numbered(0), None),
        _ => of_numbers(year, None, None),
    }
}

/// The number of a month by its English name or the beginning of it.
fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let is_long = word.len() >= 3;
    let months = (1..).zip(MONTHS);
    let mut found = months.filter(|(_, name)| is_long && name.starts_with(&word));
    found.next().map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::{PartialDate, of_words};

    #[test]
    fn dates_in_words_say_what_is_clear_of_them() {
        for (text, date) in [
            ("2010-05-03", "2010-05-03"),
            ("2014/12/27", "2014-12-27"),
            ("2014/2/7", "2014-02-07"),
            ("May 2010", "2010-05"),
            ("5 Mar 2011", "2011-03-05"),
            ("Sept. 5, 2011", "2011-09-05"),
            ("2011-05-00 May 2011", "2011-05"),
            ("05/1992", "1992-05"),
            ("00/1992", "1992"),
            ("03/04/2011", "2011"),
            ("Spring 2010", "2010"),
            ("[1999?]", "1999"),
            ("2000/2019", "2000"),
            ("31 June 2011", "2011-06"),
        ] {
            let read = of_words(text).map(PartialDate::iso);
            assert_eq!(read.as_deref(), Some(date), "{text}");
        }
        for text in ["n.d.", "in press", "12", "0000"] {
            assert_eq!(of_words(text), None, "{text}");
        }
    }
}
