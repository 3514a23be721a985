use crate::publication::PartialDate;

/// How a language writes numbers and dates, and which plural form a number takes (Unicode CLDR).
pub trait Conventions {
    /// A number with its digits grouped and up to three decimals: `1,284`, `41.4`.
    fn number(&self, value: f64) -> String;
    /// A large number in few characters: `1.2M`.
    fn compact(&self, value: f64) -> String;
    /// A date at the precision it has: `30 Jun 2025`, `June 2025`, `2025`.
    fn date(&self, date: PartialDate, width: DateWidth) -> String;
    /// The plural category of a cardinal number.
    fn plural(&self, value: f64) -> PluralCategory;
    /// The plural category of an ordinal number.
    fn ordinal(&self, value: f64) -> PluralCategory;
    /// The name of a country by its two letters of ISO 3166-1; the letters where the language has none.
    #[cfg(feature = "full")]
    fn country(&self, code: &str) -> String;
    /// Several things in a sentence: `Italy, Spain and the United States`.
    #[cfg(feature = "full")]
    fn list(&self, items: &[String]) -> String;
}

/// How much room a date may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWidth {
    /// `30 Jun 2025`
    Short,
    /// `30 June 2025`
    Long,
}

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`, which every language has.
    Other,
}

impl PluralCategory {
    /// Its name in CLDR and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}
