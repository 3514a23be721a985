use std::fmt;

use crate::percent;

use super::{
    entity,
    text::{is_hidden, mentions},
};

/// A Digital Object Identifier, such as `10.1038/s41571-024-00939-2`.
///
/// Kept in lower case: a DOI is not sensitive to the case of ASCII letters (ISO 26324, DOI Handbook 2.4), and
/// two that differ in it alone are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Doi(String);

/// The longest text, in bytes, in which a DOI is looked for: a field that holds one is far shorter.
const LONGEST: usize = 4096;

/// The longest DOI, in bytes after its `10.`: three times that, as its address may need, is no longer than a text in which a
/// DOI is looked for.
const LONGEST_DOI: usize = 1024;

/// In how many places of a text a DOI is looked for. Each may take a walk to the text's end.
const PLACES: usize = 32;

/// How often percent-encoding is undone: link resolvers encode what was already encoded (`%252F`).
const ROUNDS: usize = 3;

/// What the path of a URL can hold as it is beside letters and digits (RFC 3986, section 3.3), but for the ampersand: with
/// what follows it, it could be read as an entity.
fn fits_a_path(byte: u8) -> bool {
    b"-._~!$'()*+,;=:@/".contains(&byte)
}

/// What publishers put after the DOI in their own addresses.
const PUBLISHERS_TAILS: [&str; 9] = [
    "/full",
    "/abstract",
    "/pdf",
    "/epdf",
    "/meta",
    "/html",
    "/summary",
    "/fulltext",
    ".pdf",
];

impl Doi {
    /// The first DOI in a text, in any written form: bare, `doi:10.…`, `https://doi.org/10.…`, a proxy's or a
    /// publisher's address, percent-encoded, with HTML entities, in a sentence.
    ///
    /// Punctuation after it is the sentence's, and so is a closing bracket that the DOI does not open. The few
    /// DOIs that do end in a dot have to be written with `%2E`: `10.17147/asui%2E`.
    ///
    /// `None` where there is no `10.`, digits (in groups, parted by dots), `/`, and a suffix of more than
    /// punctuation, and for a text or a DOI longer than any in use.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut text: String = entity::decode(text)
            .chars()
            // A line break in a field is as good as a space, and hides nothing.
            .filter(|character| character.is_whitespace() || !is_hidden(*character))
            .collect();
        for _ in 0..ROUNDS {
            if let Some(doi) = first_in(&text) {
                return Some(doi);
            }
            text = decoded(&text)?;
        }
        None
    }

    /// The DOI alone: `10.1038/s41571-024-00939-2`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the DOI leads: `https://doi.org/10.1038/s41571-024-00939-2`, encoded as a URL's path must be.
    pub fn url(&self) -> String {
        let mut url = String::from("https://doi.org/");
        let kept = without_trailing_punctuation(&self.0);
        match self.0.as_bytes().last() {
            // Readers of the address would take the last character for their sentence's, as `parse` does.
            Some(last) if last.is_ascii() && kept.len() < self.0.len() => {
                let but_last = self.0.get(..self.0.len() - 1).unwrap_or_default();
                let last = char::from(*last).to_string();
                url.push_str(&percent::encode(but_last, fits_a_path));
                url.push_str(&percent::encode(&last, |_| false));
            }
            _ => url.push_str(&percent::encode(&self.0, fits_a_path)),
        }
        url
    }
}

impl fmt::Display for Doi {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn first_in(text: &str) -> Option<Doi> {
    text.char_indices()
        .filter_map(|(start, _)| text.split_at_checked(start))
        .filter(|(_, after)| after.starts_with("10."))
        .take(PLACES)
        .find_map(|(before, after)| at(before, after))
}

/// The DOI that `text` begins with, where what stands before it lets it begin here.
fn at(before: &str, text: &str) -> Option<Doi> {
    let text = text.strip_prefix("10.")?;
    let glued = before
        .chars()
        .next_back()
        .is_some_and(|last| last.is_ascii_alphanumeric() || last == '.');
    if glued && !ends_with_doi(before) {
        return None;
    }
    let end = text.find(|character: char| !(character.is_ascii_digit() || character == '.'))?;
    let (registrant, text) = text.split_at_checked(end)?;
    if registrant.split('.').any(str::is_empty) {
        return None;
    }
    let suffix = suffix(before, after_slash(text)?);
    // No browser could follow a path of dots to where it leads: it resolves them itself.
    let is_suffix = registrant.len() + suffix.len() < LONGEST_DOI
        && suffix.contains(|character: char| !character.is_ascii_punctuation())
        && !suffix
            .split('/')
            .any(|segment| matches!(segment, "." | ".."))
        // Written as an address, it would be decoded to another.
        && decoded(&suffix).is_none();
    is_suffix.then(|| Doi(["10.", registrant, "/", &suffix].concat()))
}

/// `DOI10.1234/foo` is written too.
fn ends_with_doi(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'd' | b'D', b'o' | b'O', b'i' | b'I'])
}

/// What follows a slash, plain or percent-encoded, once or more often.
fn after_slash(text: &str) -> Option<&str> {
    if let Some(text) = text.strip_prefix('/') {
        return Some(text);
    }
    let mut text = text.strip_prefix('%')?;
    while let Some(after) = text.strip_prefix("25") {
        text = after;
    }
    text.strip_prefix("2F").or_else(|| text.strip_prefix("2f"))
}

/// The suffix that `text` begins with, decoded and in lower case.
fn suffix(before: &str, text: &str) -> String {
    // The last word; what `str::rsplit` brings along is larger.
    let token = before.split(char::is_whitespace).fold("", |_, word| word);
    let in_address = token.contains('/') && token.contains('.');
    let ends_address: &[char] = match (in_address, token.contains('?')) {
        (false, _) => &[],
        (true, false) => &['?', '#'],
        (true, true) => &['&', '#'],
    };
    let end = text.char_indices().find(|(index, character)| {
        character.is_whitespace()
            // No DOI in use has a quotation mark; in HTML and in quotations it follows one.
            || matches!(character, '"' | '“' | '”' | '«' | '»')
            || ends_address.contains(character) && !is_sici_check(text, *index)
            || *character == '<' && text.get(index + 1..).is_some_and(|tag| tag.starts_with('/'))
    });
    let raw = end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);

    // What is percent-encoded is meant, so the punctuation goes first.
    let mut suffix = without_trailing_punctuation(raw).to_ascii_lowercase();
    for _ in 0..ROUNDS {
        match decoded(&suffix) {
            Some(decoded) => suffix = decoded,
            None => break,
        }
    }
    suffix.make_ascii_lowercase();
    if let Some(end) = suffix.find(|character: char| character.is_whitespace()) {
        suffix.truncate(end);
    }
    suffix.retain(|character| !is_hidden(character));

    let at_resolver = mentions(token, "doi.org/") || mentions(token, "doi-org");
    if in_address && !at_resolver {
        for tail in PUBLISHERS_TAILS {
            if let Some(kept) = suffix.strip_suffix(tail) {
                suffix.truncate(kept.len());
                break;
            }
        }
    }
    suffix
}

/// A `#` at the end of a SICI (ANSI/NISO Z39.56, `…CO;2-#`) is its check character, not a fragment.
fn is_sici_check(text: &str, index: usize) -> bool {
    text.get(..index)
        .is_some_and(|before| matches!(before.as_bytes(), [.., b';', b'0'..=b'9', b'-']))
}

/// The text without the punctuation at its end, and without closing brackets that it does not open.
fn without_trailing_punctuation(text: &str) -> &str {
    let mut kept = text;
    while let Some(last) = kept.chars().next_back() {
        let is_surplus = match last {
            ')' => closes_more(kept, '(', ')'),
            ']' => closes_more(kept, '[', ']'),
            '}' => closes_more(kept, '{', '}'),
            '>' => closes_more(kept, '<', '>'),
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '`' | '/' | '…' | '’' | '‘' | '。'
            | '，' | '、' | '；' | '）' => true,
            _ => false,
        };
        if !is_surplus {
            break;
        }
        kept = kept.get(..kept.len() - last.len_utf8()).unwrap_or_default();
    }
    kept
}

fn closes_more(text: &str, opening: char, closing: char) -> bool {
    text.matches(closing).count() > text.matches(opening).count()
}

/// Percent-decoded once; `None` where that changes nothing or does not give text.
fn decoded(text: &str) -> Option<String> {
    let decoded = percent::decode(text)?;
    (decoded.len() != text.len()).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::{Doi, LONGEST, LONGEST_DOI};

    fn parsed(text: &str) -> Option<String> {
        Doi::parse(text).map(|doi| doi.as_str().to_owned())
    }

    #[test]
    fn reads_every_written_form() {
        for (text, doi) in [
            ("10.1038/s41571-024-00939-2", "10.1038/s41571-024-00939-2"),
            ("10.1038/S41571-024-00939-2", "10.1038/s41571-024-00939-2"),
            ("doi:10.1234/foo", "10.1234/foo"),
            ("DOI: 10.1234/foo", "10.1234/foo"),
            ("DOI 10.1234/foo", "10.1234/foo"),
            ("DOI10.1234/foo", "10.1234/foo"),
            ("info:doi/10.1234/foo", "10.1234/foo"),
            ("urn:doi:10.1234/foo", "10.1234/foo"),
            ("https://doi.org/10.1234/foo", "10.1234/foo"),
            ("http://dx.doi.org/10.1234/FOO", "10.1234/foo"),
            ("https://www.doi.org/10.1234/foo/", "10.1234/foo"),
            ("doi.org/10.1234/foo", "10.1234/foo"),
            (
                "https://doi-org.proxy.example.edu/10.1234/foo",
                "10.1234/foo",
            ),
            (
                "https://proxy.example.edu/login?url=https://doi.org/10.1234/foo",
                "10.1234/foo",
            ),
            (
                "https://proxy.example.edu/login?url=https%3A%2F%2Fdoi.org%2F10.1234%2Ffoo",
                "10.1234/foo",
            ),
            ("https://hdl.handle.net/10.1234/foo", "10.1234/foo"),
            ("\u{feff} 10.1234/fo\u{200b}o\n", "10.1234/foo"),
            ("10.978.8898392/315", "10.978.8898392/315"),
            ("10.1234/🐔💩123", "10.1234/🐔💩123"),
            ("version 10.5 is at 10.1234/foo", "10.1234/foo"),
        ] {
            assert_eq!(parsed(text).as_deref(), Some(doi), "{text}");
        }
    }

    #[test]
    fn reads_publishers_addresses() {
        for (text, doi) in [
            ("https://www.pnas.org/doi/10.1073/pnas.1", "10.1073/pnas.1"),
            (
                "https://www.tandfonline.com/doi/full/10.1080/1.2?scroll=top",
                "10.1080/1.2",
            ),
            (
                "https://onlinelibrary.wiley.com/doi/10.1002/abc.1/abstract",
                "10.1002/abc.1",
            ),
            (
                "https://www.frontiersin.org/articles/10.3389/fpsyg.2013.1/full#h5",
                "10.3389/fpsyg.2013.1",
            ),
            (
                "https://link.springer.com/content/pdf/10.1007/s1-2.pdf",
                "10.1007/s1-2",
            ),
            (
                "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1&type=x",
                "10.1371/journal.pone.1",
            ),
            ("https://doi.org/10.1234/full", "10.1234/full"),
            (
                "https://doi.org/10.1234/foo/abstract",
                "10.1234/foo/abstract",
            ),
        ] {
            assert_eq!(parsed(text).as_deref(), Some(doi), "{text}");
        }
    }

    #[test]
    fn undoes_encodings() {
        let sici = "10.1002/(sici)1096-8644(199601)99:1<135::aid-ajpa8>3.0.co;2-#";
        for text in [
            "10.1002/(SICI)1096-8644(199601)99:1<135::AID-AJPA8>3.0.CO;2-#",
            "10.1002/(SICI)1096-8644(199601)99:1&lt;135::AID-AJPA8&gt;3.0.CO;2-#",
            "https://doi.org/10.1002/(SICI)1096-8644(199601)99:1<135::AID-AJPA8>3.0.CO;2-#",
            "https://doi.org/10.1002/(SICI)1096-8644(199601)99:1%3C135::AID-AJPA8%3E3.0.CO;2-%23?x=y#z",
            "https://doi.org/10.1002%2F%28SICI%291096-8644%28199601%2999%3A1%3C135%3A%3AAID-AJPA8%3E3.0.CO%3B2-%23",
            "https://doi.org/10.1002%252F%2528SICI%25291096-8644%2528199601%252999:1%253C135::AID-AJPA8%253E3.0.CO;2-%2523",
            "https://doi.org/10.1002/(SICI)1096-8644(199601)99:1&lt;135::AID-AJPA8&gt;3.0.CO;2-#&quot;,",
        ] {
            assert_eq!(parsed(text).as_deref(), Some(sici), "{text}");
        }
        assert_eq!(
            parsed("https://doi.org/10.1234/a%23b").as_deref(),
            Some("10.1234/a#b")
        );
        assert_eq!(
            parsed("https://doi.org/10.1234%2Fa%3Fb?c").as_deref(),
            Some("10.1234/a?b")
        );
        assert_eq!(
            parsed("https://doi.org/10.1234/foo%20").as_deref(),
            Some("10.1234/foo")
        );
        assert_eq!(parsed("10.1234/100%").as_deref(), Some("10.1234/100%"));
        assert_eq!(
            parsed("10.1234/%C3%89%FF").as_deref(),
            Some("10.1234/%c3%89%ff")
        );
    }

    #[test]
    fn leaves_the_sentence_its_punctuation() {
        for (text, doi) in [
            ("See 10.1234/foo.", "10.1234/foo"),
            ("(10.1234/foo(04)).", "10.1234/foo(04)"),
            ("[doi:10.1234/foo];", "10.1234/foo"),
            ("“10.1234/foo”", "10.1234/foo"),
            ("10.1234/foo…", "10.1234/foo"),
            ("<https://doi.org/10.1234/foo>", "10.1234/foo"),
            (
                "<a href=\"https://doi.org/10.1234/foo\">10.1234/foo</a>",
                "10.1234/foo",
            ),
            ("<b>10.1234/foo</b>", "10.1234/foo"),
            (
                "https://doi.org/10.1234/foo?utm_source=x#abstract",
                "10.1234/foo",
            ),
            ("10.1021/bc030018+", "10.1021/bc030018+"),
        ] {
            assert_eq!(parsed(text).as_deref(), Some(doi), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_doi() {
        for text in [
            "",
            "123456",
            "110.1234/foo",
            "1.10.1234/foo",
            "x10.1234/foo",
            "10.1234",
            "10.1234/",
            "10.1234/ foo",
            "10./foo",
            "10.1234./foo",
            "10..1234/foo",
            "10.abc/foo",
            "10.1130/!).\",",
            "10.1234/...",
            "10.1234/../evil",
            "10/abcd",
            "javascript:alert(1)",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn writes_an_address_that_leads_back_to_it() {
        for (doi, url) in [
            (
                "10.1038/s41571-024-00939-2",
                "https://doi.org/10.1038/s41571-024-00939-2",
            ),
            (
                "10.1002/(sici)1:1<135::aid>3.0.co;2-#",
                "https://doi.org/10.1002/(sici)1:1%3C135::aid%3E3.0.co;2-%23",
            ),
            (
                "10.1890/a[2832:b]2.0.co;2",
                "https://doi.org/10.1890/a%5B2832:b%5D2.0.co;2",
            ),
            ("10.1234/a%3Fb", "https://doi.org/10.1234/a%3Fb"),
            ("10.1234/100%", "https://doi.org/10.1234/100%25"),
            (
                "10.1234/é/🐔",
                "https://doi.org/10.1234/%C3%A9/%F0%9F%90%94",
            ),
            ("10.1021/bc030018+", "https://doi.org/10.1021/bc030018+"),
            ("10.17147/asui%2E", "https://doi.org/10.17147/asui%2E"),
            ("10.1124/mol..%2E", "https://doi.org/10.1124/mol..%2E"),
        ] {
            let doi = Doi::parse(doi).expect(doi);
            assert_eq!(doi.url(), url);
            assert_eq!(Doi::parse(&doi.url()), Some(doi));
        }
        assert_eq!(
            parsed("10.1124/mol..%2E").as_deref(),
            Some("10.1124/mol...")
        );
    }

    #[test]
    fn a_text_longer_than_any_field_is_not_searched() {
        let text = |words: usize| "a ".repeat(words) + "10.1234/ab";
        assert_eq!(
            parsed(&text(LONGEST / 2 - 5)).as_deref(),
            Some("10.1234/ab")
        );
        assert_eq!(parsed(&text(LONGEST / 2)), None);
    }

    #[test]
    fn a_doi_longer_than_any_in_use_is_none() {
        let doi = |length: usize| format!("10.1234/{}", "a".repeat(length - 5));
        assert_eq!(parsed(&doi(LONGEST_DOI)), Some(doi(LONGEST_DOI)));
        assert_eq!(parsed(&doi(LONGEST_DOI + 1)), None);
    }
}
