//! The glue without what nobody runs, and without what differs in two programs of the crate although it does the same.

use super::glue::items;

/// How the mangled name of something in this crate ends, after the crate's hash, which its features are part of.
const CRATE: &str = "_19publication_metrics";

/// What a crate's hash begins with in a mangled name.
const HASH: &str = "Cs";

/// For engines older than any that the scripts run in.
const WITHOUT_FINALIZATION: &str = "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : ";

/// What is done at once for such engines, and for who writes `using`, which the scripts do not.
const FOR_OTHERS: [&str; 2] = [
    "if (!('encodeInto' in cachedTextEncoder))",
    "if (Symbol.dispose)",
];

/// What frees a widget and its record when nobody holds them any more, and makes sure of their kind: the element frees both,
/// and gives no other. What the programs beside it make is left to the browser.
const FREED: [&str; 5] = [
    "MountedFinalization.",
    "ReadingFinalization.",
    "const MountedFinalization = ",
    "const ReadingFinalization = ",
    "_assertClass(reading, Reading);",
];

/// How Yew marks where it has mounted, to find who answers an event. It asks only for listeners in a view, which ours has none of;
/// another Yew program in the page would ask as well, and take the number of ours for one of its own.
const BRAND: &str = "arg0.__yew_subtree_id = arg1 >>> 0;";

/// The glue without its comments, of which some number what a program has, without what others would run, and without
/// the crate's hash in names.
pub fn alike(glue: &str) -> String {
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("//") && !FREED.iter().any(|it| line.starts_with(it))
    };
    let glue = glue.replace(WITHOUT_FINALIZATION, "");
    let glue: String = glue.split_inclusive('\n').filter(is_code).collect();
    let mut items = items(&glue);
    items.retain(|item| !FOR_OTHERS.iter().any(|it| item.starts_with(it)));
    let glue = items.concat();
    without_hash(&glue.replace(BRAND, ""))
}

/// Names without the hash of this crate.
pub fn without_hash(names: &str) -> String {
    let mut without = String::with_capacity(names.len());
    let mut rest = names;
    while let Some((before, after)) = rest.split_once(CRATE) {
        let name = before.trim_end_matches(|it: char| it.is_ascii_alphanumeric());
        let hash = before[name.len()..].rfind(HASH);
        without.push_str(hash.map_or(before, |at| &before[..name.len() + at]));
        without.push_str(CRATE);
        rest = after;
    }
    without + rest
}

#[cfg(test)]
mod tests {
    use super::{alike, without_hash};

    #[test]
    fn the_hash_of_the_crate_goes_and_those_of_others_stay() {
        assert_eq!(
            without_hash("_RCsJHB_4wasmKb1_ECsdZQk_19publication_metrics"),
            "_RCsJHB_4wasmKb1_E_19publication_metrics"
        );
        assert_eq!(without_hash("wasm.mount"), "wasm.mount");
        assert_eq!(
            without_hash("a_19publication_metrics"),
            "a_19publication_metrics"
        );
    }

    #[test]
    fn comments_go() {
        let glue = "function $a() {\n    // Of shim_idx: 3.\n    return 'https://b';\n}\n";
        assert_eq!(alike(glue), "function $a() {\n    return 'https://b';\n}\n");
    }
}
