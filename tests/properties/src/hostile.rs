//! What an attacker, or a careless exporter, puts into a record.

use serde_json::{Map, Value};

use crate::choices::Choices;
use crate::samples::keys;

/// Texts that mean something to a browser, a format or a reader of either.
pub const TEXTS: &[&str] = &[
    "",
    " ",
    "x",
    "<script>alert(1)</script>",
    "</script><script>alert(1)",
    "</ScRiPt\n>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<math><annotation-xml encoding=\"text/html\"><b>x</annotation-xml></math>",
    "<math><mi></mi><msup><mi>x</mi><mn>2</mn></msup>",
    "<![CDATA[x]]>",
    "-->",
    "<!--",
    "<i><b>a</i>b</b> <sub>c</sup>",
    "<p>a<ul><li>b<ol><li>c</p></li></ul>",
    "<tex-math>\\begin{document}$$x^2$$\\end{document}</tex-math>",
    "a$_{2}$ $^{3}$ $\\alpha$ $",
    "&lt;script&gt;",
    "&amp;amp;amp;lt;i&amp;gt;",
    "&#0;&#1;&#xD800;&#x110000;&#38;#60;",
    "&",
    "javascript:alert(1)",
    "java\u{0}script:alert(1)",
    " \u{1}javascript&colon;alert(1)",
    "JaVaScRiPt://x.example/%0Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "v\u{0}bscript&#58;x",
    "&#100;ata&colon;text/html,<script>alert(1)</script>",
    "da\tta:text/html,x",
    "https://x.example/\"onmouseover=alert(1)",
    "https://a.example\\@b.example/<>",
    "https://user@x.example/",
    "HTTP://[::1]:1/?a=b&c=<d>#'",
    "https://%",
    "http://1.2.3.4.5/",
    "https://x.example:99999/",
    "https://a b.example/",
    "//x.example/",
    "https://doi.org/10.1000/%22%3E%3Cscript%3E",
    "10.1000/a",
    "10.1000/<>\"'&#?%",
    "10.1000/a%252Fb.",
    "10.1000/(((]]]}}}>>>",
    "10.1000/../..",
    "10.1000/.",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-#",
    "\u{202e}gpj.exe",
    "\u{2066}a\u{2067}b\u{2068}c",
    "\u{2069}\u{202c}x",
    "\u{feff}x\u{200b}\u{2060}",
    "\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}",
    "\u{2028}\u{2029}",
    "\u{fffe}\u{ffff}\u{1ffff}\u{fdd0}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👩\u{200d}🔬🏳\u{fe0f}\u{200d}🌈",
    "العلاج المزدوج",
    "乳腺癌",
    "İıſK",
    "{name} '{' {n, plural, other {#}} #",
    "\\ { } % $ # _ ^ ~ \\emph{x} \\\\",
    "}, author = {x}, title = {",
    "TY  - JOUR\r\nER  - \r\n",
    "x\r\n\ty",
    "=cmd|' /C calc'!A0",
    "__proto__",
    "Family, Given, Jr., and others",
    "van der",
    ", ,",
    "2024-02-30",
    "0000-00-00",
    "2024-13",
    "9999-12-31T25:61:61Z",
    "-1",
    "1e400",
    "NaN",
    "-0",
    "1e-400",
    "9007199254740993",
    "99999999999999999999999999",
    "Q1",
    "Q5",
    "2=",
    "T0",
    "true",
    "Y",
    "0000-0002-1825-009x",
    "https://ror.org/0ABCDEFGH",
    "ES",
    "article",
    "WoS (JCR)",
    "CiteScore",
    "News",
    "retraction",
    "en",
    "[]",
    "{}",
];

/// What no text of a record can say, as JSON writes it, or as what is no JSON is written.
const RAW: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "2.5",
    "2024",
    "20240913",
    "1726185600",
    "9007199254740991",
    "9007199254740993",
    "18446744073709551615",
    "-9223372036854775808",
    "340282366920938463463374607431768211456",
    "1e308",
    "1e400",
    "5e-324",
    "0.1000000000000000055511151231257827021181583404541015625",
    "123456789.123456789",
    "1.7976931348623157e308",
    "NaN",
    "Infinity",
    "[]",
    "{}",
    "[[]]",
    "[null]",
    "[[\"x\"]]",
    "[{}]",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\u0000\"",
    "\"\\ud83e\\uddec\"",
];

/// Texts that are long in a way that could cost more than their length.
const LONG: &[&str] = &[
    "a",
    " ",
    "a ",
    ")",
    "<",
    "&",
    "&amp;",
    "%25",
    "10.1/",
    "<i>",
    "<math>",
    "<mi></mi>",
    "</p>",
    "<br>",
    "\n",
    "$",
    "\\",
    "{",
    ",",
    "1",
    "é",
    "乳",
    "\u{301}",
    "\u{202e}",
    "\\u",
];

/// Stands before the index of a [`RAW`] value in a text, which takes the place of that text once the record is written.
const MARK: char = '\u{f8ff}';

/// A value of any kind.
pub fn value(choices: &mut Choices, room: usize) -> Value {
    match choices.below(if room == 0 { 8 } else { 12 }) {
        0..=3 => Value::from(*choices.one_of(TEXTS)),
        4 => Value::from(long(choices)),
        5..=7 => Value::from(format!("{MARK}{}", choices.below(RAW.len()))),
        8 => deep(choices),
        9 => Value::from(
            (0..choices.below(5))
                .map(|_| value(choices, room - 1))
                .collect::<Vec<_>>(),
        ),
        _ => Value::from(object(choices, room - 1)),
    }
}

/// An object with keys that the dialects know.
pub fn object(choices: &mut Choices, room: usize) -> Map<String, Value> {
    (0..choices.below(8))
        .map(|_| (choices.one_of(keys()).clone(), value(choices, room)))
        .collect()
}

fn long(choices: &mut Choices) -> String {
    choices.one_of(LONG).repeat(1 + choices.below(600))
}

/// A list in a list, as deep as a tree may be, and deeper.
fn deep(choices: &mut Choices) -> Value {
    (0..choices.below(80)).fold(value(choices, 0), |inner, _| Value::from(vec![inner]))
}

/// Changes a record in so many places as there are bytes to choose them.
pub fn change(record: &mut Value, choices: &mut Choices) {
    loop {
        change_one(record, choices);
        if !choices.are_left() {
            break;
        }
    }
}

/// The text of a record, changed as JSON in a few places that a seed decides; `None` where it is no JSON.
pub fn changed(text: &[u8], seed: u32) -> Option<Vec<u8>> {
    const MOST: u64 = 24;
    let mut record: Value = serde_json::from_slice(text).ok()?;
    let mut state = u64::from(seed);
    let mut next = || {
        // Knuth's generator (MMIX), of which the upper bits are the better ones.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 56
    };
    let bytes: Vec<u8> = (0..4 + next() % MOST)
        .map(|_| next().to_le_bytes()[0])
        .collect();
    change(&mut record, &mut Choices::new(&bytes));
    Some(written(&record).into_bytes())
}

/// Goes down to a place and changes what is there.
fn change_one(value: &mut Value, choices: &mut Choices) {
    let goes_down = choices.below(5) > 0;
    match value {
        Value::Array(items) if goes_down && !items.is_empty() => {
            let at = choices.below(items.len());
            match choices.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => {
                    let other = choices.below(items.len());
                    items.swap(at, other);
                }
                _ => change_one(&mut items[at], choices),
            }
        }
        Value::Object(entries) if goes_down && !entries.is_empty() => {
            let keys_here: Vec<String> = entries.keys().cloned().collect();
            let key = choices.one_of(&keys_here);
            match choices.below(10) {
                0 => drop(entries.remove(key)),
                1 => {
                    let known = choices.one_of(keys()).clone();
                    entries.insert(known, self::value(choices, 2));
                }
                2 => {
                    let moved = entries.remove(key).unwrap_or_default();
                    entries.insert(choices.one_of(keys()).clone(), moved);
                }
                _ => {
                    if let Some(inner) = entries.get_mut(key) {
                        change_one(inner, choices);
                    }
                }
            }
        }
        Value::String(text) if choices.below(2) == 0 => {
            // Beside what is there, which a dialect may first have to recognise.
            let at = text
                .char_indices()
                .map(|(at, _)| at)
                .nth(choices.below(40))
                .unwrap_or(text.len());
            let added: &str = choices.one_of::<&str>(TEXTS);
            text.insert_str(at, added);
        }
        _ => *value = self::value(choices, 3),
    }
}

/// The text of a record, which need not be JSON.
pub fn written(record: &Value) -> String {
    let text = record.to_string();
    let mark = format!("\"{MARK}");
    let mut parts = text.split(&mark);
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let raw = part
            .split_once('"')
            .and_then(|(index, rest)| Some((RAW.get(index.parse::<usize>().ok()?)?, rest)));
        match raw {
            Some((raw, rest)) => {
                written.push_str(raw);
                written.push_str(rest);
            }
            // A text was put beside the mark.
            None => written.extend(["\"", part]),
        }
    }
    written
}
