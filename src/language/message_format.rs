//! The part of the ICU MessageFormat that catalogues use: `{name}`, `plural`, `selectordinal` and `select`
//! with nesting, `#`, `=N`, and apostrophes as quotes.

use std::iter::Peekable;
use std::str::Chars;

use super::Language;

/// A value that a message is given.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// Text, or the key of a `select`.
    Text(&'a str),
    /// A number, written in the language's way.
    Number(f64),
    /// A year or another number that is never grouped.
    Plain(u32),
}

/// Formats a message. It is total: an argument that is missing leaves its name in braces, and a malformed
/// pattern gives what could be read of it.
pub fn format(pattern: &str, arguments: &[(&str, Argument<'_>)], language: &Language) -> String {
    let mut out = String::new();
    Formatter {
        arguments,
        language,
    }
    .message(&mut pattern.chars().peekable(), None, &mut out);
    out
}

struct Formatter<'a> {
    arguments: &'a [(&'a str, Argument<'a>)],
    language: &'a Language,
}

impl Formatter<'_> {
    /// Reads up to the end or past the `}` that closes this message.
    fn message(&self, pattern: &mut Peekable<Chars>, number: Option<f64>, out: &mut String) {
        while let Some(character) = pattern.next() {
            match (character, number) {
                ('}', _) => return,
                ('{', _) => self.argument(pattern, number, out),
                ('#', Some(number)) => out.push_str(&self.language.conventions().number(number)),
                ('\'', _) => quoted(pattern, out),
                _ => out.push(character),
            }
        }
    }

    fn given(&self, name: &str) -> Option<Argument<'_>> {
        let mut arguments = self.arguments.iter();
        let found = arguments.find(|(key, _)| *key == name);
        let found = found.map(|(_, value)| *value);
        // Only sentences of a whole page ask for it.
        #[cfg(feature = "full")]
        let found = found.or_else(|| self.is_known(name));
        found
    }

    /// For the name `venueKnown`: whether there is a `venue`, and not an empty one.
    #[cfg(feature = "full")]
    fn is_known(&self, name: &str) -> Option<Argument<'_>> {
        let key = match self.given(name.strip_suffix("Known")?) {
            None | Some(Argument::Text("")) => "no",
            Some(_) => "yes",
        };
        Some(Argument::Text(key))
    }

    fn argument(&self, pattern: &mut Peekable<Chars>, number: Option<f64>, out: &mut String) {
        let (name, end) = word(pattern);
        let value = self.given(&name);
        if end != Some(',') {
            match value {
                Some(Argument::Text(text)) => out.push_str(&self.language.isolate(text)),
                Some(Argument::Number(value)) => {
                    out.push_str(&self.language.conventions().number(value));
                }
                Some(Argument::Plain(value)) => out.push_str(&value.to_string()),
                None => out.extend(["{", &name, "}"]),
            }
            return;
        }
        let (kind, _) = word(pattern);
        let value_as_number = match value {
            Some(Argument::Number(value)) => Some(value),
            Some(Argument::Plain(value)) => Some(f64::from(value)),
            _ => None,
        };
        let key = match (kind.as_str(), value, value_as_number) {
            ("plural", _, Some(value)) => self.language.conventions().plural(value).name(),
            ("selectordinal", _, Some(value)) => self.language.conventions().ordinal(value).name(),
            (_, Some(Argument::Text(text)), _) => text,
            _ => "other",
        };
        self.choice(pattern, key, value_as_number, number, out);
    }

    /// Reads all branches up to the `}` that closes the argument and writes the best match: `=N`, else the
    /// key, else `other`.
    fn choice(
        &self,
        pattern: &mut Peekable<Chars>,
        key: &str,
        value: Option<f64>,
        outer: Option<f64>,
        out: &mut String,
    ) {
        let (mut best, mut chosen) = (0, String::new());
        loop {
            let (selector, end) = word(pattern);
            if end != Some('{') {
                break;
            }
            let mut branch = String::new();
            self.message(pattern, value.or(outer), &mut branch);
            let is_exact = || {
                let exact = selector
                    .strip_prefix('=')
                    .and_then(|exact| exact.parse::<u32>().ok());
                exact.is_some() && exact.map(f64::from) == value
            };
            let rank = if is_exact() {
                3
            } else if selector == key {
                2
            } else {
                u8::from(selector == "other")
            };
            if rank > best {
                (best, chosen) = (rank, branch);
            }
        }
        out.push_str(&chosen);
    }
}

/// Reads a name or a selector and the `,`, `{` or `}` that ends it.
fn word(pattern: &mut Peekable<Chars>) -> (String, Option<char>) {
    let mut word = String::new();
    for character in pattern.by_ref() {
        match character {
            ',' | '{' | '}' => return (word, Some(character)),
            _ if character.is_whitespace() => {}
            _ => word.push(character),
        }
    }
    (word, None)
}

/// After an apostrophe: `''` is one, `'{…'` is literal, any other apostrophe is itself.
fn quoted(pattern: &mut Peekable<Chars>, out: &mut String) {
    match pattern.peek() {
        Some('\'') => {
            pattern.next();
            out.push('\'');
        }
        Some('{' | '}' | '#') => out.extend(pattern.by_ref().take_while(|c| *c != '\'')),
        _ => out.push('\''),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formatted(pattern: &str, arguments: &[(&str, Argument)]) -> String {
        format(pattern, arguments, &Language::of("en"))
    }

    #[test]
    fn arguments_are_put_in_place() {
        let arguments = [
            ("a", Argument::Text("x")),
            ("n", Argument::Number(1284.5)),
            ("y", Argument::Plain(2024)),
        ];
        assert_eq!(formatted("{a}: { n }, {y}", &arguments), "x: 1,284.5, 2024");
        assert_eq!(
            formatted("{missing} is seen", &arguments),
            "{missing} is seen"
        );
    }

    #[test]
    fn plurals_take_an_exact_number_before_a_category_before_other() {
        let pattern = "{n, plural, other {# things} =0 {nothing} one {# thing}}.";
        for (n, text) in [
            (0.0, "nothing."),
            (1.0, "1 thing."),
            (1284.0, "1,284 things."),
            (1.5, "1.5 things."),
        ] {
            assert_eq!(formatted(pattern, &[("n", Argument::Number(n))]), text);
        }
    }

    #[test]
    fn ordinals_have_their_own_categories() {
        let pattern = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}";
        for (n, text) in [
            (1.0, "1st"),
            (2.0, "2nd"),
            (3.0, "3rd"),
            (4.0, "4th"),
            (11.0, "11th"),
            (22.0, "22nd"),
        ] {
            assert_eq!(formatted(pattern, &[("n", Argument::Number(n))]), text);
        }
    }

    #[test]
    fn choices_nest() {
        let pattern = "{where, select, news {{n, plural, one {outlet} other {outlets}}} other {{s} {n, plural, one {account} other {accounts}}}}";
        let say = |place, n| {
            formatted(
                pattern,
                &[
                    ("where", Argument::Text(place)),
                    ("s", Argument::Text("X")),
                    ("n", Argument::Number(n)),
                ],
            )
        };
        assert_eq!(say("news", 1.0), "outlet");
        assert_eq!(say("news", 2.0), "outlets");
        assert_eq!(say("x", 72.0), "X accounts");
    }

    #[test]
    #[cfg(feature = "full")]
    fn whether_an_argument_is_known_is_known_too() {
        let pattern = "{yearKnown, select, yes {in {year}} other {undated}}";
        let year = [("year", Argument::Plain(2024))];
        assert_eq!(formatted(pattern, &year), "in 2024");
        assert_eq!(formatted(pattern, &[]), "undated");
        assert_eq!(
            formatted(pattern, &[("year", Argument::Text(""))]),
            "undated"
        );
    }

    #[test]
    fn apostrophes_quote_braces_and_stand_for_themselves_elsewhere() {
        assert_eq!(formatted("it''s '{n}' l'any", &[]), "it's {n} l'any");
    }

    #[test]
    fn a_malformed_pattern_does_no_harm() {
        for pattern in [
            "{",
            "{n",
            "{n, plural, one {",
            "}",
            "{n,}",
            "{n, plural}",
            "'{",
        ] {
            formatted(pattern, &[("n", Argument::Number(1.0))]);
        }
    }
}
