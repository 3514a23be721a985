//! Short names for what the wasm and its glue call each other.
//!
//! wasm-bindgen names each import after what it does and a hash, and each closure after its type: some ten
//! kilobytes, which would be downloaded twice, and hashes do not compress.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use walrus::{Export, Module};

use super::alike::{alike, without_hash};
use super::glue::{exported_function, items};
use super::quick::quick;

/// The module that wasm-bindgen lets the wasm import everything from.
const GLUE: &str = "./publication_metrics_bg.js";

/// What it is called in the end: the wasm says it with each import. The scripts know it.
const SHORT_GLUE: &str = "";

/// Exports that are called by name outside the glue.
const PUBLIC: [&str; 1] = ["__wbindgen_start"];

/// What is named how, of one program, so that another one of the same crate can name it the same.
#[derive(Default, Serialize, Deserialize)]
pub struct ShortNames {
    /// By their names.
    exports: HashMap<String, String>,
    /// By what they do: two programs number some of their imports.
    imports: HashMap<String, String>,
}

/// Gives the imports and exports of a module short names, those of `others` where they have one, and imports that do the
/// same the same. Returns the glue with these names, and the names.
pub fn rename(module: &mut Module, glue: &str, others: ShortNames) -> (String, ShortNames) {
    let ShortNames { exports, imports } = others;
    let glue = &quick(&alike(glue));
    // Where the linker says that data and heap begin.
    let unasked: Vec<_> = module
        .exports
        .iter()
        .filter(|it| !PUBLIC.contains(&it.name.as_str()) && !glue.contains(&without_hash(&it.name)))
        .map(Export::id)
        .collect();
    for export in unasked {
        module.exports.delete(export);
    }
    let mut exports = Names::beside(exports);
    for export in module.exports.iter_mut() {
        if !PUBLIC.contains(&export.name.as_str()) {
            export.name = exports.of(&without_hash(&export.name));
        }
    }
    let glue = renamed(glue, &HashMap::new(), &exports.given);

    let does: HashMap<&str, &str> = items(&glue)
        .into_iter()
        .filter_map(|item| {
            let name = exported_function(item)?;
            Some((name, item.split_once(name)?.1))
        })
        .collect();
    let mut imports = Names::beside(imports);
    let mut short = HashMap::new();
    for import in module
        .imports
        .iter_mut()
        .filter(|import| import.module == GLUE)
    {
        let what = does.get(import.name.as_str()).copied();
        let name = imports.of(what.unwrap_or(&import.name));
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
        SHORT_GLUE.clone_into(&mut import.module);
    }
    let glue = once_each(&renamed(&glue, &short, &HashMap::new()));
    let given = ShortNames {
        exports: exports.given,
        imports: imports.given,
    };
    (glue, given)
}

/// The glue without the functions that it already has.
fn once_each(glue: &str) -> String {
    let mut seen = HashSet::new();
    let mut items = items(glue);
    items.retain(|item| exported_function(item).is_none_or(|name| seen.insert(name)));
    items.concat()
}

/// The glue defines each import as a function of its name, and takes each export from the object `wasm`.
fn renamed(
    glue: &str,
    imports: &HashMap<String, String>,
    exports: &HashMap<String, String>,
) -> String {
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_name) {
        let (before, from_name) = rest.split_at(start);
        let end = from_name.find(|it| !is_name(it)).unwrap_or(from_name.len());
        let (name, after) = from_name.split_at(end);
        renamed.push_str(before);
        let of_wasm = renamed.ends_with("wasm.");
        let short = if of_wasm {
            exports.get(name)
        } else {
            imports.get(name)
        };
        renamed.push_str(short.map_or(name, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    renamed
}

/// Whether a character can be part of a name in JavaScript, as far as wasm-bindgen writes any.
pub fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_' || character == '$'
}

/// Whether a name is one of those that [`rename`] gives.
pub fn is_short(name: &str) -> bool {
    name.starts_with('$')
}

/// `$a`, `$b`, … `$z`, `$aa`, …: names that neither the glue nor JavaScript has.
struct Names {
    given: HashMap<String, String>,
    taken: HashSet<String>,
    counted: usize,
}

impl Names {
    fn beside(given: HashMap<String, String>) -> Self {
        let taken = given.values().cloned().collect();
        Self {
            given,
            taken,
            counted: 0,
        }
    }

    /// The name of something, always the same.
    fn of(&mut self, what: &str) -> String {
        if let Some(name) = self.given.get(what) {
            return name.clone();
        }
        let name = loop {
            self.counted += 1;
            let name = numbered(self.counted);
            if self.taken.insert(name.clone()) {
                break name;
            }
        };
        self.given.insert(what.to_owned(), name.clone());
        name
    }
}

/// The name with a number, from 1.
fn numbered(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(
            b'a' + u8::try_from(number % 26).unwrap_or_default(),
        ));
        number /= 26;
    }
    letters.push('$');
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_and_exports_get_the_same_short_names_on_both_sides() {
        let wat = r#"(module
            (import "./publication_metrics_bg.js" "__wbg_get_0123" (func))
            (func (export "mount")) (func (export "__wbindgen_start")) (func (export "closure_9f")))"#;
        let mut module = Module::from_buffer(&wat::parse_str(wat).unwrap()).unwrap();
        let glue = "let wasm;
            export function __wbg_get_0123() { wasm.closure_9f(); }
            export function mount() { wasm.mount(); }
            export function start() { wasm.__wbindgen_start(); }";
        let (renamed, _) = rename(&mut module, glue, ShortNames::default());
        let import = module.imports.iter().next().unwrap();
        assert_eq!((&*import.module, &*import.name), ("", "$a"));
        let exports: Vec<_> = module.exports.iter().map(|it| it.name.clone()).collect();
        assert!(
            exports.contains(&"__wbindgen_start".to_owned()),
            "{exports:?}"
        );
        assert!(renamed.contains("export function $a()"), "{renamed}");
        assert!(
            renamed.contains("export function mount() { wasm.$"),
            "{renamed}"
        );
        assert!(renamed.contains("wasm.__wbindgen_start()"), "{renamed}");
        assert!(!renamed.contains("closure_9f"), "{renamed}");
    }

    #[test]
    fn short_names_are_never_given_twice() {
        let given: Vec<String> = (1..=1000).map(numbered).collect();
        let distinct: std::collections::HashSet<_> = given.iter().collect();
        assert_eq!(distinct.len(), given.len());
        assert_eq!((given[0].as_str(), given[26].as_str()), ("$a", "$aa"));
    }

    #[test]
    fn another_program_has_the_same_names_for_the_same() {
        let wat = r#"(module
            (import "./publication_metrics_bg.js" "cast_1" (func)) (import "./publication_metrics_bg.js" "get" (func))
            (func (export "mount")))"#;
        let glue = "export function cast_1() {
    return 1;
}
export function get() {
    return wasm.mount();
}
";
        let parse = |wat: &str| Module::from_buffer(&wat::parse_str(wat).unwrap()).unwrap();
        let (_, names) = rename(&mut parse(wat), glue, ShortNames::default());
        let wat = r#"(module
            (import "./publication_metrics_bg.js" "cast_1" (func)) (import "./publication_metrics_bg.js" "cast_2" (func))
            (import "./publication_metrics_bg.js" "get" (func)) (import "./publication_metrics_bg.js" "got" (func))
            (func (export "closure")) (func (export "mount")))"#;
        let glue = "export function cast_1() {
    return 2;
}
export function cast_2() {
    return 1;
}
export function get() {
    return wasm.mount();
}
export function got() {
    return wasm.mount();
}
export function close() {
    return wasm.closure();
}
";
        let mut module = parse(wat);
        let (renamed, _) = rename(&mut module, glue, names);
        let imports: Vec<_> = module.imports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(imports, ["$c", "$a", "$b", "$b"]);
        assert!(renamed.contains("$c() {\n    return 2;"), "{renamed}");
        assert!(
            renamed.contains("$b() {\n    return wasm.$a();"),
            "{renamed}"
        );
        assert!(renamed.contains("return wasm.$b();"), "{renamed}");
        assert_eq!(renamed.matches("function $b(").count(), 1, "{renamed}");
    }
}
