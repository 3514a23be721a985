//! Plain text as records carry it, made fit to show.

/// Whether a character shows nothing of its own and can only mislead: a control character, a bidirectional
/// override or isolate (which can turn the text around it), a zero-width space, a byte order mark, or what Unicode keeps
/// from ever being a character, which makes HTML and XML malformed.
///
/// Joiners stay: Persian and emoji need them. So do the left-to-right and right-to-left marks.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || u32::from(character) & 0xfffe == 0xfffe
        || matches!(character,
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fdd0}'..='\u{fdef}')
}

/// Text on one line: white space folded, hidden characters dropped.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace) {
        let start = line.len();
        line.extend(word.chars().filter(|character| !is_hidden(*character)));
        if line.len() > start {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Text whose line breaks mean something, such as an abstract's; blank lines are dropped.
pub(crate) fn lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for part in text.split('\n').map(line).filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(&part);
    }
    lines
}

/// What follows the last of a separator, or all the text where there is none. What `str::rsplit` brings along is larger.
pub(crate) fn after_last(mut text: &str, separator: char) -> &str {
    while let Some((_, after)) = text.split_once(separator) {
        text = after;
    }
    text
}

/// Texts with something between each two. What `[String]::join` brings along is larger.
#[cfg(feature = "full")]
pub(crate) fn joined(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push_str(between);
        }
        joined.push_str(text);
    }
    joined
}

/// Whether a text has a word in it, in any case of its ASCII letters. `str::contains` brings a search for long
/// texts into the wasm, which is larger than all that is searched here.
pub fn mentions(text: &str, word: &str) -> bool {
    text.as_bytes()
        .windows(word.len())
        .any(|it| it.eq_ignore_ascii_case(word.as_bytes()))
}

/// The text in lower case, as far as the names of institutions need it: Latin with its accents, Greek and Cyrillic.
/// The tables that `str::to_lowercase` brings along for all of Unicode are 7 kB of compressed wasm.
#[cfg(feature = "full")]
pub fn lower(text: &str) -> String {
    let lower = |letter: char| {
        let code = u32::from(letter);
        let lower = match letter {
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
                code + 32
            }
            // Pairs of which the even one is the capital, and pairs of which the odd one is.
            'Ā'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
            'Ĺ'..='ň' | 'Ź'..='ž' => (code + 1) & !1,
            _ => code,
        };
        char::from_u32(lower).unwrap_or(letter)
    };
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    #[cfg(feature = "full")]
    fn lowers_the_letters_of_institutions() {
        for name in [
            "HOSPITAL CLÍNIC DE BARCELONA",
            "UNIVERSITÄT ZÜRICH",
            "ŁÓDŹ ŽILINA ĹĽŇ ŠČĆĘ ŐŰ",
            "ΠΑΝΕΠΙΣΤΗΜΙΟ",
            "УНИВЕРСИТЕТ",
            "ÅRHUS ØSTFOLD",
            "مستشفى",
            "大学",
        ] {
            assert_eq!(super::lower(name), name.to_lowercase());
        }
    }

    #[test]
    fn folds_white_space_and_drops_hidden_characters() {
        assert_eq!(
            line("  Prat\u{a0}Aparicio,\r\n\tAleix "),
            "Prat Aparicio, Aleix"
        );
        assert_eq!(line("abc\u{202e}fed\u{2066} \u{0} \u{200b} g"), "abcfed g");
        assert_eq!(line("a\u{fffe}b\u{1ffff}\u{fdd0}c\u{fffd}"), "abc\u{fffd}");
        assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(line(" \n "), "");
    }

    #[test]
    fn keeps_the_line_breaks_of_an_abstract() {
        assert_eq!(
            lines("Background.\r\n\n  Methods  used. \n"),
            "Background.\nMethods used."
        );
    }
}
