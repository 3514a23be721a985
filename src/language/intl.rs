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

/// A formatter of whichever kind, once it was needed; `None` where the browser has none. With a type for each kind, the wasm
/// would have all that builds and keeps them as often.
type Kept = OnceCell<Option<JsValue>>;

/// The formatters of one locale. Building one costs far more than using it, so each is built when first
/// needed and kept, and all elements of a page share them.
pub struct Intl {
    tag: String,
    is_world_english: bool,
    number: Kept,
    compact: Kept,
    dates: [Kept; 6],
    cardinal: Kept,
    ordinal: Kept,
    #[cfg(feature = "full")]
    countries: Kept,
    #[cfg(feature = "full")]
    list: Kept,
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

    /// A formatter, built when it is first asked for; for a tag that the browser finds malformed, that of World English. `None`
    /// where the page has taken it away or replaced it: then what this program writes by itself has to do.
    fn kept<'a>(
        &self,
        kept: &'a Kept,
        new: fn(&JsValue, &JsValue) -> Result<JsValue, JsValue>,
        options: &[(&str, &str)],
    ) -> Option<&'a JsValue> {
        let build = || {
            let object = Object::new();
            for (name, value) in options {
                // Setting a property of a fresh plain object cannot fail.
                let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
            }
            let world_english = JsValue::from_str("en-001");
            let locales = Array::of2(&JsValue::from_str(&self.tag), &world_english);
            new(&locales, &object)
                .or_else(|_| new(&world_english, &object))
                .ok()
        };
        kept.get_or_init(build).as_ref()
    }

    fn category(rules: Option<&JsValue>, value: f64) -> PluralCategory {
        let select = |rules: &JsValue| rules.unchecked_ref::<PluralRules>().select(value);
        match rules.map(select).as_deref() {
            Some("zero") => PluralCategory::Zero,
            Some("one") => PluralCategory::One,
            Some("two") => PluralCategory::Two,
            Some("few") => PluralCategory::Few,
            Some("many") => PluralCategory::Many,
            _ => PluralCategory::Other,
        }
    }
}

fn number_format(locales: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    NumberFormat::new(locales, options).map(JsValue::from)
}

fn date_format(locales: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    DateTimeFormat::new(locales, options).map(JsValue::from)
}

fn plural_rules(locales: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    PluralRules::new(locales, options).map(JsValue::from)
}

#[cfg(feature = "full")]
fn display_names(locales: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    DisplayNames::new(locales, options).map(JsValue::from)
}

#[cfg(feature = "full")]
fn list_format(locales: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    ListFormat::new(locales, options).map(JsValue::from)
}

impl Conventions for Intl {
    fn number(&self, value: f64) -> String {
        let plain = world_english::number(value);
        if (!self.is_world_english || plain.is_none())
            && let Some(format) = self.kept(&self.number, number_format, &[])
        {
            return format.unchecked_ref::<NumberFormat>().format(value);
        }
        plain.unwrap_or_default()
    }

    fn compact(&self, value: f64) -> String {
        let options = [("notation", "compact"), ("maximumFractionDigits", "1")];
        match self.kept(&self.compact, number_format, &options) {
            Some(format) => format.unchecked_ref::<NumberFormat>().format(value),
            None => self.number(value),
        }
    }

    fn date(&self, date: PartialDate, width: DateWidth) -> String {
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
        if !self.is_world_english
            && let Some(kept) = self.dates.get(wide + precision)
            && let Some(format) = self.kept(kept, date_format, shown)
        {
            let time = Date::parse(&date.iso());
            return format.unchecked_ref::<DateTimeFormat>().format(time);
        }
        world_english::date(date, width)
    }

    fn plural(&self, value: f64) -> PluralCategory {
        if self.is_world_english {
            return world_english::plural(value);
        }
        Self::category(self.kept(&self.cardinal, plural_rules, &[]), value)
    }

    fn ordinal(&self, value: f64) -> PluralCategory {
        let options = [("type", "ordinal")];
        Self::category(self.kept(&self.ordinal, plural_rules, &options), value)
    }

    #[cfg(feature = "full")]
    fn country(&self, code: &str) -> String {
        self.kept(&self.countries, display_names, &[("type", "region")])
            .and_then(|names| names.unchecked_ref::<DisplayNames>().of(code).ok()?)
            .unwrap_or_else(|| code.to_owned())
    }

    #[cfg(feature = "full")]
    fn list(&self, items: &[String]) -> String {
        match self.kept(&self.list, list_format, &[]) {
            Some(format) => format.unchecked_ref::<ListFormat>().format(items.to_vec()),
            None => crate::publication::text::joined(items, ", "),
        }
    }
}
