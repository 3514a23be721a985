//! Short names for what the wasm and its glue call each other.
//!
//! wasm-bindgen names each import after what it does and a hash, and each closure after its type: some ten
//! kilobytes, which would be downloaded twice, and hashes do not compress.

use std::collections::HashMap;

use walrus::{Export, Module};

/// The module that the wasm imports everything from; the element gives it the glue.
const GLUE: &str = "./publication_metrics_bg.js";

/// Exports that are called by name outside the glue.
const PUBLIC: [&str; 1] = ["__wbindgen_start"];

/// Gives the imports and exports of a module short names and returns the glue with the same.
pub fn rename(module: &mut Module, glue: &str) -> String {
    let mut names = Names::default();
    let mut imports = HashMap::new();
    for import in module
        .imports
        .iter_mut()
        .filter(|import| import.module == GLUE)
    {
        let short = imports
            .entry(import.name.clone())
            .or_insert_with(|| names.next());
        import.name.clone_from(short);
    }
    // Where the linker says that data and heap begin.
    let unasked: Vec<_> = module
        .exports
        .iter()
        .filter(|it| !PUBLIC.contains(&it.name.as_str()) && !glue.contains(&it.name))
        .map(Export::id)
        .collect();
    for export in unasked {
        module.exports.delete(export);
    }
    let mut names = Names::default();
    let mut exports = HashMap::new();
    for export in module.exports.iter_mut() {
        if !PUBLIC.contains(&export.name.as_str()) {
            let short = exports
                .entry(export.name.clone())
                .or_insert_with(|| names.next());
            export.name.clone_from(short);
        }
    }
    renamed(glue, &imports, &exports)
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
#[derive(Default)]
struct Names {
    given: usize,
}

impl Names {
    fn next(&mut self) -> String {
        self.given += 1;
        let mut letters = Vec::new();
        let mut rest = self.given;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(
                b'a' + u8::try_from(rest % 26).unwrap_or_default(),
            ));
            rest /= 26;
        }
        letters.push('$');
        letters.into_iter().rev().collect()
    }
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
        let renamed = rename(&mut module, glue);
        let import = &module.imports.iter().next().unwrap().name;
        assert_eq!(import, "$a");
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
        let mut names = Names::default();
        let given: Vec<String> = (0..1000).map(|_| names.next()).collect();
        let distinct: std::collections::HashSet<_> = given.iter().collect();
        assert_eq!(distinct.len(), given.len());
        assert_eq!((given[0].as_str(), given[26].as_str()), ("$a", "$aa"));
    }
}
