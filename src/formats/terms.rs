//! What dialects say in words of their own: licences by identifiers, names and addresses; retractions in titles; pages.

use crate::publication::{License, RichText, WebAddress, text::line};

/// What stands before the terms in an address of Creative Commons.
const ADDRESSES: [&str; 2] = [
    "creativecommons.org/licenses/",
    "creativecommons.org/publicdomain/",
];

/// Words that services put in place of a licence that they do not know.
const NO_LICENCES: [&str; 9] = [
    "implied-oa",
    "other-oa",
    "unspecified-oa",
    "publisher-specific-oa",
    "publisher-specific, author manuscript",
    "publisher-specific license",
    "other-closed",
    "unspecified",
    "null",
];

/// A licence from what a record calls it: `cc-by`, `CC BY-NC 4.0`, `CCBY`, `cc by`, an address, or any other name.
/// Terms of Creative Commons get their usual name, and their address where the version is known; others are kept as they
/// are written. `None` for words that stand for no licence.
pub(super) fn license(text: &str) -> Option<License> {
    let text = text.trim();
    if text.is_empty() || NO_LICENCES.iter().any(|it| text.eq_ignore_ascii_case(it)) {
        return None;
    }
    let address = WebAddress::parse(text);
    if address.is_none() && is_address(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let terms = ADDRESSES
        .iter()
        .find_map(|start| lower.split_once(start))
        .map(|(_, after)| after);
    let known = match terms {
        Some(terms) => creative_commons(terms),
        None if address.is_some() => None,
        None => of_name(&lower),
    };
    match (known, address) {
        // The terms of a country (`by/3.0/es/`) are not those that its licence was made after.
        (Some(known), address) => Some(License {
            url: if terms.is_some_and(is_of_country) {
                address.or(known.url)
            } else {
                known.url.or(address)
            },
            ..known
        }),
        (None, Some(url)) => Some(License {
            name: None,
            url: Some(url),
        }),
        (None, None) => {
            let name = Some(line(text)).filter(|name| !name.is_empty())?;
            Some(License {
                name: Some(name),
                url: None,
            })
        }
    }
}

/// Whether terms in an address are those of a country or, as `igo`, of organisations between countries.
fn is_of_country(terms: &str) -> bool {
    let place = terms.split('/').nth(2).unwrap_or_default();
    matches!(place.len(), 2..=3) && place.bytes().all(|it| it.is_ascii_lowercase())
}

/// Whether a text is an address of any kind, rather than a name: a scheme (RFC 3986, section 3.1) and no white space.
fn is_address(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        !scheme.is_empty()
            && !rest.is_empty()
            && scheme.bytes().all(|it| it.is_ascii_alphanumeric())
            && !text.contains(char::is_whitespace)
    })
}

/// A name that begins with `cc`, or means that nothing is reserved: by the law, too, so that it is not CC0.
fn of_name(name: &str) -> Option<License> {
    if ["pd", "public-domain", "public domain"].contains(&name) {
        return Some(License {
            name: Some(String::from("Public domain")),
            url: None,
        });
    }
    let terms = name
        .strip_prefix("creative commons")
        .or_else(|| name.strip_prefix("cc"))?;
    creative_commons(terms)
}

/// The conditions of Creative Commons, in the order in which it names them.
const CONDITIONS: [&str; 4] = ["by", "nc", "nd", "sa"];

/// Terms of Creative Commons: `by-nc-nd/4.0/legalcode`, `-by-4.0`, `by`, `0`, `attribution 4.0 international`.
fn creative_commons(terms: &str) -> Option<License> {
    let mut conditions: Vec<&str> = Vec::new();
    let mut version = None;
    let mut before = "";
    for word in words(terms) {
        match (before, word) {
            (_, "0" | "zero" | "cc0") if conditions.is_empty() => conditions.push("zero"),
            (_, "by" | "attribution") => conditions.push("by"),
            // SPDX writes them as two words: `Attribution Non Commercial`.
            (_, "nc" | "noncommercial") | ("non", "commercial") => conditions.push("nc"),
            (_, "nd" | "noderivatives" | "noderivs")
            | ("no" | "non", "derivatives" | "derivative" | "derivs") => conditions.push("nd"),
            (_, "sa" | "sharealike") | ("share", "alike") => conditions.push("sa"),
            (_, "1.0" | "2.0" | "2.5" | "3.0" | "4.0") => version = version.or(Some(word)),
            // Written in one word: `CCBY`, `CCBYNCND`.
            (_, glued) if conditions.is_empty() => conditions.extend(parted(glued)?),
            _ => {}
        }
        before = word;
    }
    let zero = conditions.contains(&"zero");
    if !zero && conditions.first() != Some(&"by") {
        return None;
    }
    // Each once, in their usual order: many write them in words, and once more in letters.
    let conditions: Vec<&str> = CONDITIONS
        .into_iter()
        .filter(|it| conditions.contains(it))
        .collect();
    let kind = if zero {
        "0".to_owned()
    } else {
        conditions.join("-")
    };
    let version = if zero {
        version.or(Some("1.0"))
    } else {
        version
    };
    let mut name = ["CC ", &kind.to_ascii_uppercase()].concat();
    if zero {
        name = String::from("CC0");
    }
    let address = version.map(|version| {
        let folder = if zero {
            "publicdomain/zero"
        } else {
            "licenses"
        };
        let kind = if zero { "" } else { &kind };
        let slash = if zero { "" } else { "/" };
        [
            "https://creativecommons.org/",
            folder,
            slash,
            kind,
            "/",
            version,
            "/",
        ]
        .concat()
    });
    if let Some(version) = version {
        name.push_str(&[" ", version].concat());
    }
    Some(License {
        name: Some(name),
        url: address.and_then(|it| WebAddress::parse(&it)),
    })
}

fn words(terms: &str) -> impl Iterator<Item = &str> {
    terms
        .split(|it: char| !(it.is_ascii_alphanumeric() || it == '.'))
        .filter(|word| !word.is_empty())
}

/// The conditions in one word.
fn parted(mut word: &str) -> Option<Vec<&'static str>> {
    let mut conditions = Vec::new();
    while !word.is_empty() {
        let condition = CONDITIONS.into_iter().find(|it| word.starts_with(it))?;
        word = word.get(condition.len()..)?;
        conditions.push(condition);
    }
    Some(conditions)
}

/// A word of a vocabulary that is written in camel case (`JournalArticle`, `bookSection`), as others write it:
/// `journal-article`. Words with spaces stay as they are.
pub(super) fn kebab(word: &str) -> String {
    if word.contains(char::is_whitespace) {
        return word.to_owned();
    }
    let mut kebab = String::with_capacity(word.len());
    let mut is_after_small = false;
    for letter in word.chars() {
        if is_after_small && letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        is_after_small = letter.is_ascii_lowercase();
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

/// What publishers put before the title of an article that they have retracted, withdrawn or removed. Some write
/// `Retracted: …` over the notice, and leave the article as it was, so that this decides nothing.
const RETRACTED: [&str; 10] = [
    "RETRACTED:",
    "RETRACTED ARTICLE:",
    "RETRACTED CHAPTER:",
    "RETRACTED PAPER:",
    "Retracted Article:",
    "Retracted article:",
    "[RETRACTED]",
    "[RETRACTED ARTICLE]",
    "WITHDRAWN:",
    "REMOVED:",
];

/// How the title of a notice begins that announces the retraction of another publication.
const RETRACTIONS: [&str; 6] = [
    "retraction note",
    "retraction notice",
    "retraction statement",
    "retraction to:",
    "retraction:",
    "notice of retraction",
];

/// Whether a publication is retracted, from a flag and from its title. A title that says so holds against a flag that was
/// not updated; a notice of a retraction is not itself retracted, whatever the flag.
pub(super) fn retracted(flag: Option<bool>, title: Option<&RichText>) -> Option<bool> {
    let title = title.map(RichText::plain).unwrap_or_default();
    let title = title.trim_start();
    let begins = |with: &&str| {
        let start = title.get(..with.len());
        start.is_some_and(|it| it.eq_ignore_ascii_case(with))
    };
    if RETRACTED.iter().any(|mark| title.starts_with(mark)) {
        Some(true)
    } else if RETRACTIONS.iter().any(begins) {
        flag.filter(|flag| !flag)
    } else {
        flag
    }
}

/// The longest index or exponent that is taken out of TeX, in bytes.
const LONGEST_SCRIPT: usize = 12;

/// Text with the indices and exponents that stand alone between dollars (`CO$_{2}$`, `10$^{-3}$`) as markup. Any other
/// dollar may be one of money, or of a formula that is more than that: it is kept with all that follows.
pub(super) fn scripts(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        marked.push_str(before);
        rest = if let Some((tag, content, after)) = script(after) {
            marked.extend(["<", tag, ">", content, "</", tag, ">"]);
            after
        } else {
            marked.push('$');
            after
        };
    }
    marked.push_str(rest);
    marked
}

/// The tag and the content of one script, and what follows it.
fn script(text: &str) -> Option<(&'static str, &str, &str)> {
    let (tag, text) = match text.strip_prefix('_') {
        Some(text) => ("sub", text),
        None => ("sup", text.strip_prefix('^')?),
    };
    // Only as far as a script can reach, so that many dollars cost no more than the text is long.
    let mut near = text.bytes().take(LONGEST_SCRIPT + 3);
    let end = near.position(|byte| byte == b'$')?;
    let (content, after) = (text.get(..end)?, text.get(end + 1..)?);
    let braced = content
        .strip_prefix('{')
        .and_then(|it| it.strip_suffix('}'));
    let content = braced.or_else(|| Some(content).filter(|it| it.len() == 1))?;
    let is_plain = |it: char| it.is_alphanumeric() || "+-−,.".contains(it);
    (!content.is_empty() && content.chars().all(is_plain)).then_some((tag, content, after))
}

/// `first-last`, or the one page where it is the only one or both.
pub(super) fn pages(first: Option<String>, last: Option<String>) -> Option<String> {
    match (first, last) {
        (Some(first), Some(last)) if first != last => Some([&first, "-", &last].concat()),
        (one, other) => one.or(other),
    }
}

/// A kind of publication by the name that most give it, where services have names of their own for the commonest: an
/// article is the `journal-article` of Crossref, the `article-journal` of CSL and the `journal article` of MEDLINE.
pub(super) fn common_kind(kind: &str) -> String {
    match kind {
        "journal-article" | "journal article" | "article-journal" | "scholarly-article" => {
            "article"
        }
        "paper-conference" => "conference-paper",
        _ => kind,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_camel_case_get_hyphens() {
        for (word, expected) in [
            ("JournalArticle", "journal-article"),
            ("bookSection", "book-section"),
            ("dataset", "dataset"),
            ("posted-content", "posted-content"),
            ("Journal Article", "Journal Article"),
        ] {
            assert_eq!(kebab(word), expected);
        }
    }

    #[test]
    fn titles_tell_a_retracted_article_from_its_notice() {
        let says = |flag, title: &str| retracted(flag, Some(&RichText::parse(title)));
        for title in [
            "RETRACTED ARTICLE: On sheep",
            "RETRACTED: On sheep",
            "[RETRACTED] On sheep",
            "WITHDRAWN: On sheep",
        ] {
            assert_eq!(says(None, title), Some(true), "{title}");
            assert_eq!(says(Some(false), title), Some(true), "{title}");
        }
        for title in ["Retraction Note: On sheep", "RETRACTION: On sheep"] {
            assert_eq!(says(Some(true), title), None, "{title}");
            assert_eq!(says(Some(false), title), Some(false), "{title}");
        }
        for title in [
            "Retracted: On sheep",
            "RETRACTED PAPERS AND THEIR FATE",
            "Retraction of the tongue",
            "R",
        ] {
            assert_eq!(says(None, title), None, "{title}");
            assert_eq!(says(Some(true), title), Some(true), "{title}");
        }
        assert_eq!(retracted(Some(true), None), Some(true));
    }

    #[test]
    fn scripts_alone_are_taken_out_of_tex() {
        for (written, marked) in [
            ("CO$_{2}$ at 10$^{-3}$", "CO<sub>2</sub> at 10<sup>-3</sup>"),
            ("H$_2$O", "H<sub>2</sub>O"),
            ("$_$ $", "$_$ $"),
            ("from $5 to $_{x^2}$", "from $5 to $_{x^2}$"),
            ("$E_{2}$", "$E_{2}$"),
            ("$^{é}$$_", "<sup>é</sup>$_"),
        ] {
            assert_eq!(scripts(written), marked);
        }
    }

    #[test]
    fn pages_are_a_range_only_where_they_differ() {
        let range = |first: &str, last: &str| {
            let page = |it: &str| (!it.is_empty()).then(|| it.to_owned());
            pages(page(first), page(last))
        };
        assert_eq!(range("12", "19").as_deref(), Some("12-19"));
        assert_eq!(range("e43", "e43").as_deref(), Some("e43"));
        assert_eq!(range("12", "").as_deref(), Some("12"));
        assert_eq!(range("", ""), None);
    }

    #[test]
    fn terms_of_creative_commons_get_their_usual_name() {
        for (text, name, url) in [
            ("cc-by", Some("CC BY"), None),
            ("CCBY", Some("CC BY"), None),
            ("CCBYNCND", Some("CC BY-NC-ND"), None),
            ("cc by-nc", Some("CC BY-NC"), None),
            (
                "CC BY-NC-ND 4.0",
                Some("CC BY-NC-ND 4.0"),
                Some("https://creativecommons.org/licenses/by-nc-nd/4.0/"),
            ),
            (
                "cc-by-4.0",
                Some("CC BY 4.0"),
                Some("https://creativecommons.org/licenses/by/4.0/"),
            ),
            (
                "http://creativecommons.org/licenses/by/3.0/legalcode",
                Some("CC BY 3.0"),
                Some("https://creativecommons.org/licenses/by/3.0/"),
            ),
            (
                "https://creativecommons.org/licenses/by-nc-sa/4.0",
                Some("CC BY-NC-SA 4.0"),
                Some("https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            ),
            (
                "Creative Commons Attribution 4.0 International",
                Some("CC BY 4.0"),
                Some("https://creativecommons.org/licenses/by/4.0/"),
            ),
            (
                "cc0",
                Some("CC0 1.0"),
                Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            ),
            (
                "cc0-1.0",
                Some("CC0 1.0"),
                Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            ),
            (
                "http://creativecommons.org/publicdomain/zero/1.0/",
                Some("CC0 1.0"),
                Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            ),
            (
                "Creative Commons Attribution Non Commercial Share Alike 4.0 International",
                Some("CC BY-NC-SA 4.0"),
                Some("https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            ),
            (
                "Creative Commons Attribution-NonCommercial-No Derivative Works 3.0",
                Some("CC BY-NC-ND 3.0"),
                Some("https://creativecommons.org/licenses/by-nc-nd/3.0/"),
            ),
            (
                "Creative Commons Attribution 4.0 International (CC BY 4.0)",
                Some("CC BY 4.0"),
                Some("https://creativecommons.org/licenses/by/4.0/"),
            ),
            (
                "http://creativecommons.org/licenses/by-nc-nd/3.0/es/",
                Some("CC BY-NC-ND 3.0"),
                Some("http://creativecommons.org/licenses/by-nc-nd/3.0/es/"),
            ),
            ("public-domain", Some("Public domain"), None),
            ("MIT", Some("MIT"), None),
            (
                "https://www.elsevier.com/tdm/userlicense/1.0/",
                None,
                Some("https://www.elsevier.com/tdm/userlicense/1.0/"),
            ),
        ] {
            let license = license(text).expect(text);
            assert_eq!(license.name.as_deref(), name, "{text}");
            assert_eq!(license.url.as_ref().map(WebAddress::as_str), url, "{text}");
        }
        for text in [
            "",
            "other-oa",
            "publisher-specific-oa",
            "javascript:alert(2)",
        ] {
            assert_eq!(license(text), None, "{text}");
        }
    }
}
