//! Words: catalogues of messages, and how a language writes numbers, dates and plurals.
//!
//! Every string that a reader sees comes from a catalogue. A catalogue is an Application Resource Bundle
//! (`catalogues/en.arb`): JSON with messages in the ICU MessageFormat, which translators' tools know.
//! Numbers, dates and plural categories come from [`Conventions`]: the browser's `Intl` in wasm, ICU4X natively; World
//! English is written in wasm without either.

mod catalogue;
mod conventions;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
#[cfg(target_arch = "wasm32")]
mod intl;
mod mention_source;
mod message_format;
mod phrase;
#[cfg(any(test, target_arch = "wasm32"))]
mod world_english;

use std::rc::Rc;

use catalogue::Catalogue;
#[cfg(target_arch = "wasm32")]
pub use catalogue::learn;
pub use conventions::{Conventions, DateWidth, PluralCategory};
pub use mention_source::mention_source;
pub use phrase::Phrase;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language in which to speak to a reader: its catalogue and its conventions.
#[derive(Clone)]
pub struct Language {
    catalogue: Catalogue,
    conventions: Rc<dyn Conventions>,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.catalogue == other.catalogue && Rc::ptr_eq(&self.conventions, &other.conventions)
    }
}

impl Language {
    /// The language for a BCP 47 tag. A language that has no catalogue falls back to English, together with
    /// its numbers and dates: one page, one language.
    ///
    /// A region decides how numbers and dates are written. English without one is World English (`en-001` of CLDR),
    /// which writes 30 June 2025; `en-US` writes June 30, 2025.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        let catalogue = Catalogue::of(tag, primary);
        let spoken = catalogue.tag().split('-').next().unwrap_or_default();
        let is_meant = spoken.eq_ignore_ascii_case(primary);
        let locale = if !is_meant || tag.eq_ignore_ascii_case("en") {
            "en-001"
        } else if tag.eq_ignore_ascii_case("ar") {
            // The digits of DOIs and volumes beside them; engines differ in their own choice.
            "ar-u-nu-latn"
        } else {
            tag
        };
        #[cfg(target_arch = "wasm32")]
        let conventions: Rc<dyn Conventions> = intl::Intl::of(locale);
        #[cfg(not(target_arch = "wasm32"))]
        let conventions: Rc<dyn Conventions> = Rc::new(icu::Icu::of(locale));
        Self {
            catalogue,
            conventions,
        }
    }

    /// The BCP 47 tag of the words, for a `lang` attribute.
    pub fn tag(&self) -> &str {
        self.catalogue.tag()
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.tag() == "ar"
    }

    /// Text of another direction, such as a name, made fit to stand in a sentence of this language (UAX #9, isolates).
    /// Languages that are written as most names are do without.
    pub fn isolate(&self, text: &str) -> String {
        if self.is_rtl() {
            ["\u{2068}", text, "\u{2069}"].concat()
        } else {
            text.to_owned()
        }
    }

    /// A message without arguments.
    pub fn word(&self, message: Message) -> String {
        message_format::format(self.catalogue.pattern(message), &[], self)
    }

    /// A message that is given arguments before it is said.
    pub fn phrase(&self, message: Message) -> Phrase<'_> {
        Phrase::new(self, self.catalogue.pattern(message))
    }

    /// How the language writes numbers and dates.
    pub fn conventions(&self) -> &dyn Conventions {
        &*self.conventions
    }
}
