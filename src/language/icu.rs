//! Conventions by ICU4X, which has the same CLDR data as the browsers' `Intl`.

use fixed_decimal::{Decimal, FloatPrecision};
use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, Y, YM, YMD};
use icu_datetime::options::Length;
use icu_decimal::options::{CompactDecimalFormatterOptions, DecimalFormatterOptions};
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter};
#[cfg(feature = "full")]
use icu_experimental::displaynames::{DisplayNamesOptions, multi::RegionDisplayNames};
#[cfg(feature = "full")]
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory as Category, PluralOperands, PluralRules};

use super::{Conventions, DateWidth, PluralCategory};
use crate::publication::PartialDate;

/// The conventions of one locale.
pub struct Icu {
    locale: Locale,
}

impl Icu {
    /// The conventions of a BCP 47 tag; for a malformed one, those of World English.
    pub fn of(tag: &str) -> Self {
        Self {
            locale: tag.parse().unwrap_or(icu_locale_core::locale!("en-001")),
        }
    }

    fn category(rules: Option<PluralRules>, value: f64) -> PluralCategory {
        let Some(rules) = rules else {
            return PluralCategory::Other;
        };
        match rules.category_for(PluralOperands::from(&decimal(value))) {
            Category::Zero => PluralCategory::Zero,
            Category::One => PluralCategory::One,
            Category::Two => PluralCategory::Two,
            Category::Few => PluralCategory::Few,
            Category::Many => PluralCategory::Many,
            Category::Other => PluralCategory::Other,
        }
    }
}

impl Conventions for Icu {
    fn number(&self, value: f64) -> String {
        DecimalFormatter::try_new((&self.locale).into(), DecimalFormatterOptions::default())
            .map_or_else(
                |_| value.to_string(),
                |format| format.format(&decimal(value)).to_string(),
            )
    }

    fn compact(&self, value: f64) -> String {
        CompactDecimalFormatter::try_new_short(
            (&self.locale).into(),
            CompactDecimalFormatterOptions::default(),
        )
        .map_or_else(
            |_| self.number(value),
            |format| format.format(&decimal(value)).to_string(),
        )
    }

    fn date(&self, date: PartialDate, width: DateWidth) -> String {
        let length = match width {
            // What `Intl` makes of a short month: these two have none of their own, and ICU4X would write numbers.
            DateWidth::Short if ["ar", "de"].contains(&self.locale.id.language.as_str()) => {
                Length::Long
            }
            DateWidth::Short => Length::Medium,
            DateWidth::Long => Length::Long,
        };
        let (month, day) = match date {
            PartialDate::Year(_) => (1, 1),
            PartialDate::Month(_, month) => (month, 1),
            PartialDate::Day(_, month, day) => (month, day),
        };
        let Ok(time) = Date::try_new_iso(i32::from(date.year()), month, day) else {
            return date.to_string();
        };
        let locale = || (&self.locale).into();
        let formatted = match date {
            PartialDate::Year(_) => DateTimeFormatter::try_new(locale(), Y::for_length(length))
                .map(|format| format.format(&time).to_string()),
            // icu_datetime 2.4 finds no digits for the year of this one pattern (`março de 2024`).
            PartialDate::Month(..)
                if length == Length::Long && self.locale.id.language.as_str() == "pt" =>
            {
                DateTimeFormatter::try_new(locale(), M::for_length(length))
                    .map(|format| format!("{} de {}", format.format(&time), date.year()))
            }
            PartialDate::Month(..) => DateTimeFormatter::try_new(locale(), YM::for_length(length))
                .map(|format| format.format(&time).to_string()),
            PartialDate::Day(..) => DateTimeFormatter::try_new(locale(), YMD::for_length(length))
                .map(|format| format.format(&time).to_string()),
        };
        formatted.unwrap_or_else(|_| date.to_string())
    }

    fn plural(&self, value: f64) -> PluralCategory {
        let rules = PluralRules::try_new_cardinal((&self.locale).into());
        Self::category(rules.ok(), value)
    }

    fn ordinal(&self, value: f64) -> PluralCategory {
        let rules = PluralRules::try_new_ordinal((&self.locale).into());
        Self::category(rules.ok(), value)
    }

    #[cfg(feature = "full")]
    fn country(&self, code: &str) -> String {
        let names =
            RegionDisplayNames::try_new((&self.locale).into(), DisplayNamesOptions::default());
        let name = names
            .ok()
            .zip(code.parse().ok())
            .and_then(|(names, region)| names.of(region).map(str::to_owned));
        name.unwrap_or_else(|| code.to_owned())
    }

    #[cfg(feature = "full")]
    fn list(&self, items: &[String]) -> String {
        ListFormatter::try_new_and((&self.locale).into(), ListFormatterOptions::default())
            .map_or_else(
                |_| items.join(", "),
                |format| format.format(items.iter()).to_string(),
            )
    }
}

/// At most three decimals, as `Intl.NumberFormat` has by default.
fn decimal(value: f64) -> Decimal {
    let mut decimal = Decimal::try_from_f64(value, FloatPrecision::RoundTrip).unwrap_or_default();
    decimal.round(-3);
    decimal.trim_end();
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_world_english_like_the_browsers() {
        let icu = Icu::of("en-001");
        assert_eq!(icu.number(1284.0), "1,284");
        assert_eq!(icu.number(41.4), "41.4");
        assert_eq!(icu.number(99.534_16), "99.534");
        assert_eq!(icu.number(0.0), "0");
        assert_eq!(icu.compact(1_234_567.0), "1.2M");
        let day = PartialDate::Day(2025, 6, 30);
        assert_eq!(icu.date(day, DateWidth::Short), "30 Jun 2025");
        assert_eq!(icu.date(day, DateWidth::Long), "30 June 2025");
        assert_eq!(
            icu.date(PartialDate::Month(2025, 6), DateWidth::Short),
            "Jun 2025"
        );
        assert_eq!(icu.date(PartialDate::Year(2025), DateWidth::Long), "2025");
        assert_eq!(icu.plural(1.0), PluralCategory::One);
        assert_eq!(icu.plural(1.5), PluralCategory::Other);
        assert_eq!(icu.ordinal(2.0), PluralCategory::Two);
    }

    #[test]
    #[cfg(feature = "full")]
    fn names_countries_and_joins_them() {
        let icu = Icu::of("en-001");
        assert_eq!(icu.country("IT"), "Italy");
        assert_eq!(icu.country("XQ"), "XQ");
        let of =
            |names: &[&str]| icu.list(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(of(&["Italy"]), "Italy");
        assert_eq!(of(&["Italy", "Spain", "Chile"]), "Italy, Spain and Chile");
    }

    #[test]
    fn a_region_decides_and_a_malformed_tag_does_no_harm() {
        let day = PartialDate::Day(2025, 6, 30);
        assert_eq!(Icu::of("en-US").date(day, DateWidth::Long), "June 30, 2025");
        assert_eq!(
            Icu::of("not a tag").date(day, DateWidth::Long),
            "30 June 2025"
        );
    }
}
