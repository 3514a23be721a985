use std::fmt;

/// A date with the precision that the record has: a year, a month or a day (ISO 8601-1, reduced precision).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2024`
    Year(u16),
    /// `2024-09`; the month is 1 to 12.
    Month(u16, u8),
    /// `2024-09-13`, a day that the Gregorian calendar has.
    Day(u16, u8, u8),
}

impl PartialDate {
    /// Reads `2024`, `2024-09`, `2024-09-13`, or the day of a timestamp such as `2024-09-13T00:00:00Z`.
    ///
    /// `None` for anything else, for a day that the calendar has not, and for the year 0000, which stands for
    /// an unknown one wherever it is met.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.split_once(['T', 't', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = number(parts.next()?, 4).filter(|year| *year > 0)?;
        let month = parts.next().map(two_digits);
        let day = parts.next().map(two_digits);
        if parts.next().is_some() {
            return None;
        }
        let date = match (month, day) {
            (None, _) => Self::Year(year),
            (Some(month), None) => {
                Self::Month(year, month.filter(|month| (1..=12).contains(month))?)
            }
            (Some(month), Some(day)) => {
                let (month, day) = (month?, day?);
                (1..=days_in(year, month))
                    .contains(&day)
                    .then_some(Self::Day(year, month, day))?
            }
        };
        match time {
            None => Some(date),
            Some(time) => (matches!(date, Self::Day(..))
                && time.starts_with(|first: char| first.is_ascii_digit()))
            .then_some(date),
        }
    }

    /// The day so many days after 1970-01-01, in the Gregorian calendar; `None` outside of the years 1 to 9999.
    #[cfg(feature = "dialects")]
    pub fn since_1970(days: i64) -> Option<Self> {
        // Years that begin in March end with the leap day, so that its place is the same in all of them; 400 of them
        // have 146 097 days. 719 468 days lie between March of the year 0 and 1970.
        let days = days.checked_add(719_468)?;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let year = u16::try_from(year)
            .ok()
            .filter(|year| (1..=9999).contains(year))?;
        Some(Self::Day(
            year,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        ))
    }

    /// Today, in UTC.
    #[cfg(all(feature = "dialects", not(target_arch = "wasm32")))]
    pub fn today() -> Option<Self> {
        const DAY: u64 = 86_400;
        let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let days = since_1970.ok()?.as_secs() / DAY;
        Self::since_1970(i64::try_from(days).ok()?)
    }

    /// The year.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, _, _) => year,
        }
    }

    /// As ISO 8601 writes it: `2024`, `2024-09`, `2024-09-13`.
    pub fn iso(self) -> String {
        let (month, day) = match self {
            Self::Year(_) => (None, None),
            Self::Month(_, month) => (Some(month), None),
            Self::Day(_, month, day) => (Some(month), Some(day)),
        };
        let mut date = padded(self.year(), 4);
        for part in [month, day].into_iter().flatten() {
            date.push('-');
            date.push_str(&padded(part.into(), 2));
        }
        date
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.iso())
    }
}

/// A number with zeros before it, up to so many digits.
fn padded(number: u16, length: usize) -> String {
    let digits = number.to_string();
    let zeros = "0000".get(digits.len()..length).unwrap_or_default();
    [zeros, &digits].concat()
}

/// A number of exactly so many decimal digits; at most four fit.
fn number(digits: &str, length: usize) -> Option<u16> {
    if digits.len() != length {
        return None;
    }
    digits.bytes().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + u16::from(digit - b'0'))
    })
}

fn two_digits(digits: &str) -> Option<u8> {
    number(digits, 2).and_then(|number| u8::try_from(number).ok())
}

/// The days of a month of the Gregorian calendar; 0 for a month that it has not.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate::{self, Day, Month, Year};

    #[test]
    fn reads_each_precision() {
        for (text, date) in [
            ("2024", Year(2024)),
            (" 1665 ", Year(1665)),
            ("2024-09", Month(2024, 9)),
            ("2024-09-13", Day(2024, 9, 13)),
            ("2024-02-29", Day(2024, 2, 29)),
            ("2000-02-29", Day(2000, 2, 29)),
            ("2024-09-13T00:00:00Z", Day(2024, 9, 13)),
            ("2018-06-14T00:00:00.000Z+0000", Day(2018, 6, 14)),
            ("2024-09-13 10:15", Day(2024, 9, 13)),
        ] {
            assert_eq!(PartialDate::parse(text), Some(date), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "24",
            "02024",
            "2024-9",
            "2024-09-3",
            "2024-13",
            "2024-00",
            "2024-09-31",
            "2023-02-29",
            "1900-02-29",
            "2024-09-00",
            "0000",
            "0000-00-00",
            "-2024",
            "2024-",
            "2024-09-13-01",
            "13/09/2024",
            "2024T10:00",
            "2024-09-13T",
            "2024-09-13Tea",
            "２０２４",
            "+202",
            "2024-+9",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn is_written_as_it_is_read() {
        for text in ["2024", "0800", "2024-09", "2024-09-03"] {
            assert_eq!(
                PartialDate::parse(text)
                    .map(|date| date.to_string())
                    .as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (days, date) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (15_207, "2011-08-21"),
            (-719_162, "0001-01-01"),
            (2_932_896, "9999-12-31"),
        ] {
            assert_eq!(
                PartialDate::since_1970(days)
                    .map(PartialDate::iso)
                    .as_deref(),
                Some(date)
            );
        }
    }
}
