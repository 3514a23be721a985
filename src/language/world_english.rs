//! World English (`en-001` of CLDR) without the browser's `Intl`, whose data of numbers and dates a fresh Chromium was seen to
//! take 13 to 38 ms to read, before a first number could be shown.

use super::{DateWidth, PluralCategory};
use crate::publication::PartialDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A number with its digits grouped and up to three decimals: `1,284`, `41.4`. `None` for what is negative, does not fit into
/// 32 bits, or lies halfway between two that could be written, for which CLDR looks at all its digits.
pub fn number(value: f64) -> Option<String> {
    let whole = truncated(value);
    let thousandths = (value - f64::from(whole)) * 1000.0;
    if value.is_sign_negative() || !(0.0..1000.0).contains(&thousandths) {
        return None;
    }
    let nearest = truncated(thousandths + 0.5);
    if (thousandths - f64::from(nearest)).abs() > 0.499_999 {
        return None;
    }
    let digits = whole.checked_add(nearest / 1000)?.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    let decimals = (1000 + nearest % 1000).to_string();
    let decimals = decimals.trim_end_matches('0');
    if let Some(decimals) = decimals.get(1..).filter(|decimals| !decimals.is_empty()) {
        written.push('.');
        written.push_str(decimals);
    }
    Some(written)
}

/// A date: `30 Jun 2025`, `June 2025`, `2025`.
pub fn date(date: PartialDate, width: DateWidth) -> String {
    let (month, day) = match date {
        PartialDate::Year(_) => (0, 0),
        PartialDate::Month(_, month) => (month, 0),
        PartialDate::Day(_, month, day) => (month, day),
    };
    let mut written = String::new();
    if day > 0 {
        written.push_str(&day.to_string());
        written.push(' ');
    }
    if let Some(name) = usize::from(month)
        .checked_sub(1)
        .and_then(|index| MONTHS.get(index))
    {
        let length = match (width, month) {
            (DateWidth::Long, _) => name.len(),
            (DateWidth::Short, 9) => 4,
            (DateWidth::Short, _) => 3,
        };
        written.push_str(name.get(..length).unwrap_or(name));
        written.push(' ');
    }
    written.push_str(&date.year().to_string());
    written
}

/// The plural category of a cardinal number.
pub fn plural(value: f64) -> PluralCategory {
    if value.abs().to_bits() == 1.0_f64.to_bits() {
        PluralCategory::One
    } else {
        PluralCategory::Other
    }
}

/// What is left of a number without its decimals; the nearest that there is for what is out of range.
fn truncated(value: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "this is what is wanted"
    )]
    let truncated = value as u32;
    truncated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Conventions;
    use crate::language::icu::Icu;

    #[test]
    fn is_written_as_cldr_has_it() {
        let icu = Icu::of("en-001");
        let mut left = 0;
        let large = [
            12_345.0,
            123_456.0,
            1_000_000.0,
            1_234_567.0,
            4_294_967_295.0,
        ];
        let decimals = (0..30_000).map(|value| f64::from(value) * 0.003_71);
        for value in (0..2000).map(f64::from).chain(large).chain(decimals) {
            if let Some(written) = number(value) {
                assert_eq!(written, icu.number(value), "{value}");
            } else {
                left += 1;
            }
            assert_eq!(plural(value), icu.plural(value), "{value}");
        }
        assert_eq!(left, 300, "those that lie halfway");
        for width in [DateWidth::Short, DateWidth::Long] {
            for year in [1665, 1999, 2025] {
                let months = (1..=12).flat_map(|month| {
                    [
                        PartialDate::Month(year, month),
                        PartialDate::Day(year, month, 1),
                        PartialDate::Day(year, month, 28),
                    ]
                });
                for each in months.chain([PartialDate::Year(year)]) {
                    assert_eq!(date(each, width), icu.date(each, width), "{each:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_hard_to_write_is_left_to_others() {
        for value in [
            0.0005,
            99.5345,
            -1.0,
            -0.0,
            1e300,
            4_294_967_296.0,
            f64::NAN,
            f64::INFINITY,
        ] {
            assert_eq!(number(value), None, "{value}");
        }
        let icu = Icu::of("en-001");
        for value in [1.5, -1.0, -2.0, 0.1] {
            assert_eq!(plural(value), icu.plural(value), "{value}");
        }
    }
}
