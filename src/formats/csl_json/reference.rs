//! Named character references of HTML beyond those of XML, which depositors leave in titles and abstracts.

use std::borrow::Cow;

/// The letters and signs from U+00A0 to U+00FF, in their order (HTML 4.01, section 24.2.1).
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
    acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
    Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The small letters from U+03B1 to U+03C9; the capitals have a capital in their names too, and stand 32 before.
const GREEK: &str = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau \
    upsilon phi chi psi omega";

const OTHERS: [(&str, char); 16] = [
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("infin", '∞'),
    ("euro", '€'),
];

/// The longest name, such as `upsilon`.
const LONGEST: usize = 7;

/// The text with its references as the characters that they stand for. None of these is of markup.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        rest = if let Some((character, tail)) = reference(after) {
            decoded.push(character);
            tail
        } else {
            decoded.push('&');
            after
        };
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

fn reference(text: &str) -> Option<(char, &str)> {
    let end = text
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| byte == b';')?;
    let (name, tail) = text.split_at_checked(end)?;
    Some((character(name)?, tail.strip_prefix(';')?))
}

fn character(name: &str) -> Option<char> {
    let other = OTHERS.into_iter().find(|(known, _)| *known == name);
    let other = other.map(|(_, character)| character);
    other
        .or_else(|| nth(LATIN, name, 0xa0))
        .or_else(|| nth(GREEK, name, 0x3b1))
        .or_else(|| {
            let is_capital = name.starts_with(|it: char| it.is_ascii_uppercase());
            let small = is_capital.then(|| name.to_ascii_lowercase())?;
            // There is no capital of the sigma at the end of words.
            nth(GREEK, &small, 0x391).filter(|_| small != "sigmaf")
        })
}

fn nth(names: &str, name: &str, first: u32) -> Option<char> {
    let names = (first..).zip(names.split_whitespace());
    let mut found = names.filter(|(_, known)| *known == name);
    found.next().and_then(|(code, _)| char::from_u32(code))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn named_characters_are_decoded_and_markup_is_not() {
        for (text, expected) in [
            ("H&aacute;tt&eacute;r &ndash; &Uuml;b&yuml;", "Háttér – Übÿ"),
            ("&beta;, &Omega;, &sigmaf; &nbsp;&times;", "β, Ω, ς \u{a0}×"),
            ("&lt;i&gt; &amp; &no; & &", "&lt;i&gt; &amp; &no; & &"),
            ("Marks & Spencer; &é;", "Marks & Spencer; &é;"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
