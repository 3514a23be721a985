//! The messages of one language. English is part of the program; in the browser, the others are learned when a page
//! needs them, and natively all are there.

use super::{ENGLISH, Message};

/// The messages of one language.
#[derive(Clone)]
pub struct Catalogue(Source);

#[derive(Clone)]
enum Source {
    /// A language that is part of the program.
    Known(&'static str, &'static [&'static str]),
    /// One that was fetched.
    #[cfg(target_arch = "wasm32")]
    Learned(std::rc::Rc<Learned>),
}

/// A language that was fetched, with its patterns.
#[cfg(target_arch = "wasm32")]
struct Learned {
    tag: String,
    patterns: Vec<String>,
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Source::Known(tag, _), Source::Known(other, _)) => tag == other,
            #[cfg(target_arch = "wasm32")]
            (Source::Learned(learned), Source::Learned(other)) => {
                std::rc::Rc::ptr_eq(learned, other)
            }
            #[cfg(target_arch = "wasm32")]
            _ => false,
        }
    }
}

impl Catalogue {
    /// That of a tag, such as `es-MX`, else that of its primary language subtag, `es`; English for those that are not
    /// known.
    pub fn of(tag: &str, primary: &str) -> Self {
        let found = find(tag).or_else(|| find(primary));
        Self(found.unwrap_or(Source::Known("en", &ENGLISH)))
    }

    /// Its language: a primary subtag, but for a region that a page has its own words for.
    pub fn tag(&self) -> &str {
        match &self.0 {
            Source::Known(tag, _) => tag,
            #[cfg(target_arch = "wasm32")]
            Source::Learned(learned) => &learned.tag,
        }
    }

    /// The pattern of a message; the English one where the catalogue is too short, being of another version.
    pub fn pattern(&self, message: Message) -> &str {
        let at = message as usize;
        let found = match &self.0 {
            Source::Known(_, patterns) => patterns.get(at).copied(),
            #[cfg(target_arch = "wasm32")]
            Source::Learned(learned) => learned.patterns.get(at).map(String::as_str),
        };
        found.or(ENGLISH.get(at).copied()).unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn find(wanted: &str) -> Option<Source> {
    super::TRANSLATIONS
        .iter()
        .find(|(tag, _)| tag.eq_ignore_ascii_case(wanted))
        .map(|(tag, patterns)| Source::Known(tag, patterns))
}

#[cfg(target_arch = "wasm32")]
mod learned {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::{Learned, Source};

    thread_local! {
        static LEARNED: RefCell<Vec<Rc<Learned>>> = const { RefCell::new(Vec::new()) };
    }

    /// Takes in the messages of a language, a line each, in the order of [`super::Message`]; in place of those that were
    /// learned before.
    pub fn learn(tag: String, messages: &str) {
        let patterns = messages.split('\n').map(str::to_owned).collect();
        LEARNED.with_borrow_mut(|learned| learned.insert(0, Rc::new(Learned { tag, patterns })));
    }

    pub fn find(wanted: &str) -> Option<Source> {
        LEARNED.with_borrow(|learned| {
            let found = learned
                .iter()
                .find(|it| it.tag.eq_ignore_ascii_case(wanted));
            found.cloned().map(Source::Learned)
        })
    }
}

#[cfg(target_arch = "wasm32")]
use learned::find;
#[cfg(target_arch = "wasm32")]
pub use learned::learn;
