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
    /// The year.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, _, _) => year,
        }
    }
}
