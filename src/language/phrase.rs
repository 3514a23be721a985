use super::Language;
use super::message_format::{Argument, format};

/// A message with its arguments. They are given one by one, which takes less of the wasm than a list does.
pub struct Phrase<'a> {
    language: &'a Language,
    pattern: &'a str,
    arguments: Vec<(&'static str, Argument<'a>)>,
}

impl<'a> Phrase<'a> {
    /// No arguments yet.
    #[inline(never)]
    pub(super) fn new(language: &'a Language, pattern: &'a str) -> Self {
        Self {
            language,
            pattern,
            arguments: Vec::new(),
        }
    }

    /// Gives text, or the key of a `select`. What may be missing is empty then: see [`Phrase::say`].
    #[inline(never)]
    pub fn text(&mut self, name: &'static str, value: &'a str) -> &mut Self {
        self.give(name, Argument::Text(value))
    }

    /// Gives a number, written in the language's way.
    #[inline(never)]
    pub fn number(&mut self, name: &'static str, value: f64) -> &mut Self {
        self.give(name, Argument::Number(value))
    }

    /// Gives a year or another number that is never grouped.
    #[inline(never)]
    pub fn plain(&mut self, name: &'static str, value: u32) -> &mut Self {
        self.give(name, Argument::Plain(value))
    }

    #[inline(never)]
    fn give(&mut self, name: &'static str, value: Argument<'a>) -> &mut Self {
        self.arguments.push((name, value));
        self
    }

    /// Gives whether something is so, as the keys `yes` and `no`.
    #[cfg(feature = "full")]
    pub fn whether(&mut self, name: &'static str, holds: bool) -> &mut Self {
        self.text(name, if holds { "yes" } else { "no" })
    }

    /// The message in words. Beside each argument there is one named after it, `venueKnown` beside `venue`, which is `yes`
    /// where that was given and is not empty, and `no` elsewhere.
    #[inline(never)]
    pub fn say(&self) -> String {
        format(self.pattern, &self.arguments, self.language)
    }
}
