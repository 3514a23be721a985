//! Conventions by the browser's `Intl`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::{Conventions, DateWidth, PluralCategory, world_english};
use crate::publication::PartialDate;

// Bound here and not taken from js-sys, whose constructors trap on a malformed language tag.
#[wasm_bindgen]
extern "C" {
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, time: f64) -> String;

    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, value: f64) -> String;

    #[cfg(feature = "full")]
    type DisplayNames;
    #[cfg(feature = "full")]
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;

    #[cfg(feature = "full")]
    type ListFormat;
    #[cfg(feature = "full")]
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<ListFormat, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: Vec<String>) -> String;
}

/// The formatters of one locale. Building one costs far more than using it, so each is built when first
/// needed and kept, and all elements of a page share them.
pub struct Intl {
    tag: String,
    is_world_english: bool,
    number: OnceCell<Option<NumberFormat>>,
    compact: OnceCell<Option<NumberFormat>>,
    dates: [OnceCell<Option<DateTimeFormat>>; 6],
    cardinal: OnceCell<Option<PluralRules>>,
    ordinal: OnceCell<Option<PluralRules>>,
    #[cfg(feature = "full")]
    countries: OnceCell<Option<DisplayNames>>,
    #[cfg(feature = "full")]
    list: OnceCell<Option<ListFormat>>,
}

thread_local! {
    static KEPT: RefCell<Vec<Rc<Intl>>> = const { RefCell::new(Vec::new()) };
}

impl Intl {
    /// The formatters of a BCP 47 tag.
    pub fn of(tag: &str) -> Rc<Self> {
        KEPT.with_borrow_mut(|kept| {
            if let Some(intl) = kept.iter().find(|intl| intl.tag == tag) {
                return intl.clone();
            }
            let intl = Rc::new(Self {
                tag: tag.to_owned(),
                is_world_english: tag == "en-001",
                number: OnceCell::new(),
                compact: OnceCell::new(),
                dates: Default::default(),
                cardinal: OnceCell::new(),
                ordinal: OnceCell::new(),
                #[cfg(feature = "full")]
                countries: OnceCell::new(),
                #[cfg(feature = "full")]
                list: OnceCell::new(),
            });
            kept.push(intl.clone());
            intl
        })
    }

    /// Builds a formatter; for a tag that the browser finds malformed, that of World English. `None` where the page has taken
    /// it away or replaced it: then what this program writes by itself has to do.
    fn build<T>(
        &self,
        new: impl Fn(&JsValue, &JsValue) -> Result<T, JsValue>,
        options: &[(&str, &str)],
    ) -> Option<T> {
        let object = Object::new();
        for (name, value) in options {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        let options = object.unchecked_into();
        let world_english = JsValue::from_str("en-001");
        let locales = Array::of2(&JsValue::from_str(&self.tag), &world_english);
        new(&locales, &options)
            .or_else(|_| new(&world_english, &options))
            .ok()
    }

    fn category(rules: Option<&PluralRules>, value: f64) -> PluralCategory {
        match rules.map(|rules| rules.select(value)).as_deref() {
            Some("zero") => PluralCategory::Zero,
            Some("one") => PluralCategory::One,
            Some("two") => PluralCategory::Two,
            Some("few") => PluralCategory::Few,
            Some("many") => PluralCategory::Many,
            _ => PluralCategory::Other,
        }
    }
}

impl Conventions for Intl {
    fn number(&self, value: f64) -> String {
        let plain = || world_english::number(value);
        if self.is_world_english
            && let Some(written) = plain()
        {
            return written;
        }
        let format = self
            .number
            .get_or_init(|| self.build(NumberFormat::new, &[]));
        match format {
            Some(format) => format.format(value),
            None => plain().unwrap_or_default(),
        }
    }

    fn compact(&self, value: f64) -> String {
        let options = [("notation", "compact"), ("maximumFractionDigits", "1")];
        let format = self
            .compact
            .get_or_init(|| self.build(NumberFormat::new, &options));
        match format {
            Some(format) => format.format(value),
            None => self.number(value),
        }
    }

    fn date(&self, date: PartialDate, width: DateWidth) -> String {
        if self.is_world_english {
            return world_english::date(date, width);
        }
        let (month, wide) = match width {
            DateWidth::Short => ("short", 0),
            DateWidth::Long => ("long", 3),
        };
        // In UTC, as the text of a date without a time is read: the reader's time zone must not move it.
        let options = [
            ("timeZone", "UTC"),
            ("year", "numeric"),
            ("month", month),
            ("day", "numeric"),
        ];
        let precision = match date {
            PartialDate::Year(..) => 0,
            PartialDate::Month(..) => 1,
            PartialDate::Day(..) => 2,
        };
        let shown = options.get(..precision + 2).unwrap_or_default();
        let Some(format) = self.dates.get(wide + precision) else {
            return String::new();
        };
        let format = format.get_or_init(|| self.build(DateTimeFormat::new, shown));
        let time = Date::parse(&date.iso());
        match format {
            Some(format) => format.format(time),
            None => world_english::date(date, width),
        }
    }

    fn plural(&self, value: f64) -> PluralCategory {
        if self.is_world_english {
            return world_english::plural(value);
        }
        let rules = self
            .cardinal
            .get_or_init(|| self.build(PluralRules::new, &[]));
        Self::category(rules.as_ref(), value)
    }

    fn ordinal(&self, value: f64) -> PluralCategory {
        let options = [("type", "ordinal")];
        let rules = self
            .ordinal
            .get_or_init(|| self.build(PluralRules::new, &options));
        Self::category(rules.as_ref(), value)
    }

    #[cfg(feature = "full")]
    fn country(&self, code: &str) -> String {
        let names = self
            .countries
            .get_or_init(|| self.build(DisplayNames::new, &[("type", "region")]));
        names
            .as_ref()
            .and_then(|names| names.of(code).ok()?)
            .unwrap_or_else(|| code.to_owned())
    }

    #[cfg(feature = "full")]
    fn list(&self, items: &[String]) -> String {
        let format = self.list.get_or_init(|| self.build(ListFormat::new, &[]));
        match format {
            Some(format) => format.format(items.to_vec()),
            None => crate::publication::text::joined(items, ", "),
        }
    }
}
