//! What a program needs of its glue beside that of another one, which the page has by then.

use std::collections::HashSet;

use super::glue::{items, words};
use super::rename::is_short;

/// Who gives the glue its wasm.
const SET_WASM: &str = "__wbg_set_wasm";

/// What a glue exports that `base` does not, and a copy of what that calls: each copy has its own views of the memory.
/// Both must name alike what is alike.
///
/// It is all of the glue where both would need a class, for an object of the one is none of the other.
pub fn beyond(glue: &str, base: &str) -> String {
    let items: Vec<Item> = items(glue).into_iter().map(Item::of).collect();
    let base: HashSet<&str> = super::glue::items(base)
        .into_iter()
        .map(str::trim_end)
        .collect();

    let other = |item: &&Item| !base.contains(item.text.trim_end());
    let changed = closure(
        items.iter().filter(other).collect(),
        |changed, item| item.names(changed),
        &items,
    );
    let asked = changed.iter().copied().filter(|item| item.is_exported);
    let setter = items.iter().filter(|item| item.declares == Some(SET_WASM));
    let wanted = closure(
        asked.chain(setter).collect(),
        |wanted, item| wanted.names(item) || (item.declares.is_none() && item.names(wanted)),
        &items,
    );

    if wanted.iter().any(|item| item.is_class()) {
        return glue.to_owned();
    }
    let kept = items.iter().filter(|item| wanted.contains(item));
    kept.map(|item| item.text).collect()
}

/// Those items, and what is `drawn` in by any of them, or by what is drawn in.
fn closure<'a>(
    mut members: Vec<&'a Item<'a>>,
    drawn: impl Fn(&Item, &Item) -> bool,
    all: &'a [Item<'a>],
) -> Vec<&'a Item<'a>> {
    let mut looked_at = 0;
    while let Some(member) = members.get(looked_at).copied() {
        looked_at += 1;
        for item in all {
            if !members.contains(&item) && drawn(member, item) {
                members.push(item);
            }
        }
    }
    members
}

/// A piece of the glue.
#[derive(PartialEq, Eq)]
struct Item<'a> {
    text: &'a str,
    is_exported: bool,
    /// Nothing for what is done at once, and for comments.
    declares: Option<&'a str>,
    /// Without the short names, which are those of the wasm's imports and exports.
    words: HashSet<&'a str>,
}

impl<'a> Item<'a> {
    fn of(text: &'a str) -> Self {
        let declaration = text.strip_prefix("export ");
        let mut first = words(declaration.unwrap_or(text));
        let kind = first.next().unwrap_or_default();
        let is_declaration =
            ["class", "const", "function", "let"].contains(&kind) && !text.starts_with('/');
        let is_comment = text.starts_with('/');
        Self {
            text,
            is_exported: declaration.is_some(),
            declares: first.next().filter(|_| is_declaration),
            words: words(text)
                .filter(|it| !is_comment && !is_short(it))
                .collect(),
        }
    }

    /// Whether it calls another one, or takes it in another way.
    fn names(&self, other: &Self) -> bool {
        other.declares.is_some_and(|it| self.words.contains(it))
    }

    fn is_class(&self) -> bool {
        self.text.starts_with("export class ")
    }
}

#[cfg(test)]
mod tests {
    use super::beyond;

    const BASE: &str = "\
let wasm;
let length = 0;
/**
 * @returns {Reading}
 */
export function read() {
    return Reading.of(wasm.$a());
}
export class Reading {
    static of(it) {
        return it;
    }
}
export function $a(arg0) {
    return pass(arg0);
}
function pass(it) {
    length = encoder.encode(it);
    return wasm.$b(length);
}
const encoder = new TextEncoder();
encoder.begin();
export function __wbg_set_wasm(val) {
    wasm = val;
}
";

    #[test]
    fn what_the_base_has_is_left_out_but_for_what_the_rest_calls() {
        let glue = format!("{BASE}export function $b(arg0) {{\n    return arg0.$a;\n}}\n");
        let setter = "export function __wbg_set_wasm(val) {\n    wasm = val;\n}\n";
        assert_eq!(
            beyond(&glue, BASE),
            format!("let wasm;\n{setter}export function $b(arg0) {{\n    return arg0.$a;\n}}\n")
        );
        let glue = format!("{BASE}export function $b(arg0) {{\n    return pass(arg0);\n}}\n");
        let beyond = beyond(&glue, BASE);
        for kept in [
            "let length",
            "function pass",
            "const encoder",
            "encoder.begin()",
            "$b(arg0)",
        ] {
            assert!(beyond.contains(kept), "{kept} not in {beyond}");
        }
        for left in ["read", "Reading", "$a("] {
            assert!(!beyond.contains(left), "{left} in {beyond}");
        }
    }

    #[test]
    fn what_calls_another_helper_than_that_of_the_base_is_kept() {
        let beyond = beyond(&BASE.replace("encoder.encode", "encoder.write"), BASE);
        assert!(beyond.contains("$a(arg0)"), "{beyond}");
    }

    #[test]
    fn a_class_is_not_divided() {
        let glue = BASE.replace("Reading.of(", "Reading.from(");
        assert_eq!(beyond(&glue, BASE), glue);
    }
}
