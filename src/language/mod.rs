//! Words: catalogues of messages, and how a language writes numbers, dates and plurals.
//!
//! Every string that a reader sees comes from a catalogue. A catalogue is an Application Resource Bundle
//! (`catalogues/en.arb`): JSON with messages in the ICU MessageFormat, which translators' tools know.
//! Numbers, dates and plural categories come from [`Conventions`]: the browser's `Intl` in wasm, ICU4X natively.

mod conventions;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
#[cfg(target_arch = "wasm32")]
mod intl;
mod mention_source;
mod message_format;

use std::rc::Rc;

pub use conventions::{Conventions, DateWidth, PluralCategory};
pub use mention_source::mention_source;
pub use message_format::Argument;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language in which to speak to a reader: its catalogue and its conventions.
#[derive(Clone)]
pub struct Language {
    tag: &'static str,
    catalogue: &'static [&'static str],
    conventions: Rc<dyn Conventions>,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && Rc::ptr_eq(&self.conventions, &other.conventions)
    }
}

impl Language {
    /// The language for a BCP 47 tag. A language that has no catalogue falls back to English, together with
    /// its numbers and dates: one page, one language.
    ///
    /// English without a region is World English (`en-001` of CLDR), which writes 30 June 2025; `en-US` writes
    /// June 30, 2025.
    pub fn of(tag: &str) -> Self {
        let is_english = tag
            .split('-')
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case("en"));
        let locale = if is_english && tag.contains('-') {
            tag
        } else {
            "en-001"
        };
        #[cfg(target_arch = "wasm32")]
        let conventions: Rc<dyn Conventions> = intl::Intl::of(locale);
        #[cfg(not(target_arch = "wasm32"))]
        let conventions: Rc<dyn Conventions> = Rc::new(icu::Icu::of(locale));
        Self {
            tag: "en",
            catalogue: &ENGLISH,
            conventions,
        }
    }

    /// The BCP 47 tag of the words, for a `lang` attribute.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// A message without arguments.
    pub fn word(&self, message: Message) -> String {
        self.say(message, &[])
    }

    /// A message with its arguments.
    pub fn say(&self, message: Message, arguments: &[(&str, Argument<'_>)]) -> String {
        let pattern = self
            .catalogue
            .get(message as usize)
            .copied()
            .unwrap_or_default();
        message_format::format(pattern, arguments, &*self.conventions)
    }

    /// How the language writes numbers and dates.
    pub fn conventions(&self) -> &dyn Conventions {
        &*self.conventions
    }
}
