//! Character references of HTML, as records carry them.

use std::borrow::Cow;

/// How often text is decoded: records hold `&amp;lt;i&amp;gt;`, encoded by one system and again by the next.
const ROUNDS: usize = 3;

/// The longest reference that is decoded, such as `#x10FFFF`.
const LONGEST: usize = 8;

/// Decodes `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;`, `&nbsp;` and numeric references; any other stays as it is.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        match decode_once(&text) {
            Some(decoded) => text = Cow::Owned(decoded),
            None => break,
        }
    }
    text
}

/// Text that [`decode`] makes this one of, though there be a reference in it: it was encoded once more than is undone.
#[cfg(feature = "dialects")]
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        encoded.extend([before, "&"]);
        if reference(after).is_some() {
            for _ in 0..ROUNDS {
                encoded.push_str("amp;");
            }
        }
        rest = after;
    }
    encoded.push_str(rest);
    encoded
}

/// `None` where there is nothing to decode.
fn decode_once(text: &str) -> Option<String> {
    let mut decoded = None;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let out = decoded.get_or_insert_with(String::new);
        out.push_str(before);
        rest = if let Some((character, tail)) = reference(after) {
            out.push(character);
            tail
        } else {
            out.push('&');
            after
        };
    }
    let mut decoded = decoded?;
    decoded.push_str(rest);
    (decoded.len() != text.len()).then_some(decoded)
}

/// The character that the text after an ampersand stands for, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let end = text
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| byte == b';')?;
    let name = text.get(..end)?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((character, text.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::decode;
    #[cfg(feature = "dialects")]
    use super::encode;

    #[test]
    #[cfg(feature = "dialects")]
    fn what_was_encoded_too_often_to_be_undone_stays_as_it_is() {
        for text in [
            "",
            "&",
            "a & b",
            "&lt;i&gt;",
            "&amp;lt;",
            "&#38;#60;&",
            "&amp",
            "&&amp;;",
        ] {
            assert_eq!(decode(&encode(text)), text, "{}", encode(text));
        }
        assert_eq!(encode("R&D"), "R&D");
        assert_eq!(encode("&lt;"), "&amp;amp;amp;lt;");
    }

    #[test]
    fn decodes_the_references_that_records_hold_and_leaves_the_rest() {
        for (text, decoded) in [
            ("plain", "plain"),
            ("Hill &amp; Sons", "Hill & Sons"),
            ("&lt;i&gt;x&lt;/i&gt;", "<i>x</i>"),
            ("&amp;lt;i&amp;gt;", "<i>"),
            ("&quot;a&quot; &apos;b&apos;", "\"a\" 'b'"),
            ("p&nbsp;&lt;&#160;0.05", "p\u{a0}<\u{a0}0.05"),
            ("&#x3b1;&#945;&#X3B2;", "ααβ"),
            ("&and&amp;nbsp;", "&and\u{a0}"),
            ("AT&T; R&D", "AT&T; R&D"),
            ("&#xD800; &#; &#x;", "&#xD800; &#; &#x;"),
            ("&", "&"),
            ("&é;", "&é;"),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }
}
