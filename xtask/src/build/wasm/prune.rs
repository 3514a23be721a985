//! Leaves out of the glue what only served code that is gone.
//!
//! wasm-bindgen writes a function for each import that it sees. Some are imported no more once the wasm is cut and
//! optimised, and their code would still be downloaded.

use std::collections::HashSet;

use walrus::Module;

use super::glue::{exported_function, function, items, words};
use super::rename::is_short;

/// The glue, with its short names, without the functions that the module does not import, and without what only
/// those called.
pub fn prune(glue: &str, module: &Module) -> String {
    let wanted: HashSet<&str> = module.imports.iter().map(|it| it.name.as_str()).collect();
    let is_idle = |name: &str| serves_an_import(name) && !wanted.contains(name);
    let mut items = items(glue);
    items.retain(|item| !exported_function(item).is_some_and(is_idle));
    loop {
        let unused = items.iter().position(|item| {
            function(item).is_some_and(|name| !items.iter().any(|it| it != item && names(it, name)))
        });
        match unused {
            Some(unused) => items.remove(unused),
            None => return items.concat(),
        };
    }
}

/// Whether a function of the glue is there for an import: by its short name, or by wasm-bindgen's where the import was
/// gone before names were shortened.
fn serves_an_import(name: &str) -> bool {
    is_short(name) || (name.starts_with("__wb") && name != "__wbg_set_wasm")
}

fn names(item: &str, name: &str) -> bool {
    words(item).any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::prune;

    const GLUE: &str = "\
export function mount() {
    return wasm.$a();
}
export function $a() {
    return helper();
}
export function __wbg_set_wasm(val) {
    wasm = val;
}
export function __wbg_old_0123() {
    return 3;
}
export function $b() { return lonely(function () {
    return shared();
}, arguments); }
function helper() {
    return shared();
}
function lonely() {
    return far();
}
function far() {
    return 1;
}
function shared() {
    return 2;
}
let wasm;
";

    fn module(wat: &str) -> Module {
        Module::from_buffer(&wat::parse_str(wat).unwrap()).unwrap()
    }

    #[test]
    fn an_import_that_is_gone_goes_with_what_only_it_called() {
        let pruned = prune(GLUE, &module(r#"(module (import "glue" "$a" (func)))"#));
        for gone in ["$b", "__wbg_old", "lonely", "far"] {
            assert!(!pruned.contains(gone), "{gone} in {pruned}");
        }
        for kept in [
            "function mount",
            "__wbg_set_wasm",
            "$a",
            "helper",
            "shared",
            "let wasm;",
        ] {
            assert!(pruned.contains(kept), "{kept} not in {pruned}");
        }
    }

    #[test]
    fn the_glue_stays_as_it_is_while_all_is_wanted() {
        let wat = r#"(module (import "glue" "$a" (func)) (import "glue" "$b" (func))
            (import "glue" "__wbg_old_0123" (func)))"#;
        assert_eq!(prune(GLUE, &module(wat)), GLUE);
    }
}
