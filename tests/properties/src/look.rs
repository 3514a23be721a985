//! How a record is shown: every layout, panel, theme and language.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use publication_metrics::language::Language;
use publication_metrics::widget::{Layout, Panel};

/// Every language that there is a catalogue for, some of their regions, and one without.
pub const LANGUAGES: [&str; 14] = [
    "en", "es", "ca", "gl", "eu", "pt", "fr", "it", "de", "ar", "en-US", "pt-BR", "de-CH", "tlh",
];

const LAYOUTS: [(Layout, &str); 3] = [
    (Layout::Badges, "badges"),
    (Layout::Card, "card"),
    (Layout::Full, "full"),
];

const THEMES: [&str; 4] = ["auto", "light", "dark", "mono"];

const PANELS: [Option<Panel>; 5] = [
    None,
    Some(Panel::Citations),
    Some(Panel::Altmetric),
    Some(Panel::Quartile),
    Some(Panel::Share),
];

/// A way to show a record.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// How much is shown.
    pub layout: Layout,
    /// The same as the attribute says it.
    pub layout_name: &'static str,
    /// The theme as the attribute says it.
    pub theme: &'static str,
    /// The language's tag.
    pub language: &'static str,
    /// The panel that is open.
    pub open: Option<Panel>,
    /// The level of a page's heading.
    pub heading_level: u8,
}

impl Look {
    /// One of all by the number, which is below [`Look::COUNT`] or counts from the beginning again.
    pub fn numbered(number: usize) -> Self {
        let mut rest = number;
        let mut next = |count: usize| {
            let index = rest % count;
            rest /= count;
            index
        };
        let (layout, layout_name) = LAYOUTS[next(LAYOUTS.len())];
        Self {
            layout,
            layout_name,
            language: LANGUAGES[next(LANGUAGES.len())],
            open: PANELS[next(PANELS.len())],
            theme: THEMES[next(THEMES.len())],
            heading_level: [1, 2, 6][next(3)],
        }
    }

    /// How many there are.
    pub const COUNT: usize = LAYOUTS.len() * LANGUAGES.len() * PANELS.len() * THEMES.len() * 3;

    /// The one that falls to a record: always the same, and another for one that differs in a byte. To show each record in
    /// all ways would take a fuzzer's time for what is alike.
    pub fn of(text: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let count = Self::COUNT as u64;
        Self::numbered(usize::try_from(hasher.finish() % count).unwrap_or(0))
    }
}

/// A language, of which the conventions are loaded once.
pub fn language(tag: &'static str) -> Language {
    thread_local! {
        static SPOKEN: RefCell<HashMap<&'static str, Language>> = RefCell::default();
    }
    SPOKEN.with_borrow_mut(|spoken| {
        let found = spoken.entry(tag);
        found.or_insert_with(|| Language::of(tag)).clone()
    })
}
