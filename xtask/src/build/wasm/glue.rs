//! The glue that wasm-bindgen writes, in the form that the scripts take it.

use super::rename::{is_name, is_short};

/// The glue as a function that makes a fresh copy of it, state and all: a wasm instance that has
/// trapped is replaced together with its glue.
///
/// It formats by the `Intl` that it is given, which may know more languages than the browser's.
///
/// What the wasm imports become methods of what it returns, for a function and its place in a list would each carry
/// the name; and those that do alike stand together, where they compress best.
pub fn glue_factory(glue: &str) -> String {
    let mut body = String::with_capacity(glue.len());
    let mut exported = Vec::new();
    let mut methods = Vec::new();
    for item in items(glue) {
        let declaration = item.strip_prefix("export ");
        let name = declaration.and_then(|it| it.split(|it: char| !is_name(it)).nth(1));
        if let Some(name) = name.filter(|it| is_short(it)) {
            let start = item.find(name).unwrap_or_default();
            methods.push(item.split_at(start).1.split_at(name.len()));
            continue;
        }
        body.push_str(declaration.unwrap_or(item));
        exported.extend(name);
    }
    methods.sort_by_key(|(_, does)| *does);
    let mut returned = exported.join(", ");
    for (name, does) in methods {
        returned.extend([",\n", name, does.trim_end()]);
    }
    format!("export default function glue(Intl) {{\n{body}return {{ {returned} }};\n}}\n")
}

/// The top-level pieces of the glue. wasm-bindgen indents all that is not top-level, but for the brace at the end.
pub fn items(glue: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut rest = glue;
    while !rest.is_empty() {
        let length = rest
            .match_indices('\n')
            .map(|(at, _)| at + 1)
            .find(|at| !rest[*at..].starts_with([' ', '}', '\n']))
            .unwrap_or(rest.len());
        let (item, after) = rest.split_at(length);
        items.push(item);
        rest = after;
    }
    items
}

/// The name of a function that is exported.
pub fn exported_function(item: &str) -> Option<&str> {
    function(item.strip_prefix("export ")?)
}

/// The name of a function that is not exported.
pub fn function(item: &str) -> Option<&str> {
    words(item.strip_prefix("function ")?).next()
}

/// The names, keywords and numbers of a piece of JavaScript.
pub fn words(item: &str) -> impl Iterator<Item = &str> {
    item.split(|it: char| !is_name(it))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::glue_factory;

    #[test]
    fn the_glue_becomes_a_function_that_returns_what_it_exported() {
        let glue = "let wasm;
export class Reading {
    free() {
    }
}
export function $b() {
    return wasm;
}
export function read() {
    return Reading;
}
export function $a() { return handleError(function (arg0) {
    return arg0;
}, arguments); }
const ReadingFinalization = new FinalizationRegistry(ptr => wasm.$b(ptr, 1));
";
        assert_eq!(
            glue_factory(glue),
            "export default function glue(Intl) {
let wasm;
class Reading {
    free() {
    }
}
function read() {
    return Reading;
}
const ReadingFinalization = new FinalizationRegistry(ptr => wasm.$b(ptr, 1));
return { Reading, read,
$b() {
    return wasm;
},
$a() { return handleError(function (arg0) {
    return arg0;
}, arguments); } };
}
"
        );
    }
}
