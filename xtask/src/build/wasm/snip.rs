//! Cuts out code that is linked and never run.
//!
//! A linker keeps what could be called. Some of that never is, for reasons that only the whole project knows: the
//! lists of [`super::unreached`]. The bodies of what never runs are replaced by a trap, and questions whose answer is
//! always no by that answer; wasm-opt then drops all that only these led to. Should one run after all, it is a trap
//! like any other, which the element survives.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use walrus::ir::{Call, Value, Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

use super::dead_ends::cut_back;
use super::unreached::{Body, Group, NEVER_READ, UNREACHED};

/// Cuts the functions out of a module that still has its names, with all that leads only to them, and returns a
/// remark on each that is not there. Another version of the compiler may inline one; when it is gone for good, it has
/// to leave the list. `others` are what this program alone does not need.
pub fn snip(module: &mut Module, others: &[Group]) -> Result<Vec<String>> {
    let formatting = formatting(module);
    ensure!(formatting.is_empty(), formatting.join("; "));
    let mut remarks = Vec::new();
    let mut never_run = HashSet::new();
    for Group {
        reason,
        body,
        functions,
    } in UNREACHED.iter().chain(others)
    {
        for name in *functions {
            let found = cut(module, name, *body);
            if found.is_empty() {
                remarks.push(format!(
                    "there is no {name} to cut out, which is not needed because {reason}"
                ));
            }
            if let Body::Trap = body {
                never_run.extend(found);
            }
        }
    }
    for id in idle_closures(module) {
        replace(module, id, Body::Trap);
    }
    cut_back(module, never_run);
    for (start, end) in NEVER_READ {
        if !blank(module, start, end) {
            remarks.push(format!(
                "there is no data from {} to {}",
                start.escape_ascii(),
                end.escape_ascii()
            ));
        }
    }
    Ok(remarks)
}

/// The functions that format by Rust's means, as `format!` and `write!` do.
const FORMATS: [&str; 2] = ["core::fmt::write", "alloc::fmt::format"];

/// A sentence on each function of ours that does, for these are cut out: it would trap.
fn formatting(module: &Module) -> Vec<String> {
    let formats: HashSet<_> = FORMATS
        .iter()
        .flat_map(|name| functions(module, name))
        .collect();
    let ours = functions(module, "publication_metrics::");
    let is_local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
    ours.into_iter()
        .filter(is_local)
        .filter_map(|id| {
            let function = module.funcs.get(id);
            let mut used = Used::default();
            let local = function.kind.unwrap_local();
            dfs_in_order(&mut used, local, local.entry_block());
            let name = function.name.as_deref().unwrap_or_default();
            (!used.0.is_disjoint(&formats)).then(|| {
                format!(
                    "{:#} formats by `format!` or `write!`, which traps",
                    demangle(name)
                )
            })
        })
        .collect()
}

/// What the names of the functions contain by which JavaScript runs a closure, one for each kind of closure.
const CLOSURE: &str = "wasm_bindgen::convert::closures::_::";

/// The functions that run kinds of closures which are never made. js-sys has one for each of its callbacks, and while
/// wasm-bindgen was looking for those in use, each had a place in the function table, which keeps it. JavaScript gets
/// at the ones in use by an export, which calls them.
fn idle_closures(module: &Module) -> Vec<FunctionId> {
    let mut used = Used::default();
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut used, function, function.entry_block());
    }
    used.0
        .extend(module.exports.iter().filter_map(|it| match it.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        }));
    let mut idle = functions(module, CLOSURE);
    idle.retain(|id| !used.0.contains(id));
    idle
}

/// The functions that some function calls by name.
#[derive(Default)]
struct Used(HashSet<FunctionId>);

impl Visitor<'_> for Used {
    fn visit_call(&mut self, call: &Call) {
        self.0.insert(call.func);
    }
}

/// Blanks a piece of the module's data, which would be downloaded for nothing. Whether it was there.
fn blank(module: &mut Module, start: &[u8], end: &[u8]) -> bool {
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    segments.into_iter().any(|segment| {
        let data = module.data.get_mut(segment).value.as_mut_slice();
        let Some(from) = find(data, start) else {
            return false;
        };
        let Some(length) = find(&data[from..], end) else {
            return false;
        };
        data[from..from + length + end.len()].fill(0);
        true
    })
}

fn find(data: &[u8], wanted: &[u8]) -> Option<usize> {
    data.windows(wanted.len()).position(|it| it == wanted)
}

/// What was cut.
fn cut(module: &mut Module, name: &str, body: Body) -> Vec<FunctionId> {
    let found = functions(module, name);
    for id in &found {
        replace(module, *id, body);
    }
    found
}

/// What the names of all that drops things begin with.
const DROP: &str = "core::ptr::drop_in_place";

/// The functions and imports whose demangled names contain a name.
fn functions(module: &Module, name: &str) -> Vec<FunctionId> {
    let is_meant = |mangled: &str| {
        let demangled = format!("{:#}", demangle(mangled));
        format!("{demangled}$").contains(name)
            && demangled.starts_with(DROP) == name.starts_with(DROP)
    };
    module
        .funcs
        .iter()
        .filter(|function| {
            let imported = match &function.kind {
                FunctionKind::Import(import) => Some(&*module.imports.get(import.import).name),
                _ => None,
            };
            imported.or(function.name.as_deref()).is_some_and(is_meant)
        })
        .map(walrus::Function::id)
        .collect()
}

fn replace(module: &mut Module, id: FunctionId, body: Body) {
    let function = module.funcs.get(id);
    if let FunctionKind::Import(import) = &function.kind {
        let import = import.import;
        module.imports.delete(import);
    }
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut built = FunctionBuilder::new(&mut module.types, &parameters, &results);
    match (body, &*results) {
        (Body::No, [ValType::I32]) => {
            built.func_body().const_(Value::I32(0));
        }
        _ => {
            built.func_body().unreachable();
        }
    }
    let arguments = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(built.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(module
        (import "glue" "__wbg_is_odd_0123" (func (param externref) (result i32)))
        (func $_ZN4core3fmt5never17h0123456789abcdefE (param i32) (result i32) (i32.const 7))
        (func (export "kept") (result i32) (i32.const 8))
        (memory 1)
        (table 3 funcref)
        (elem (i32.const 0) $_RINvNvNtNtCsJHBSOv9OTo_12wasm_bindgen7convert8closuress0_1__6invokeuKb1_ECsi8a0LqrYE2K_8gloo_net
            $_RINvNvNtNtCsJHBSOv9OTo_12wasm_bindgen7convert8closuress0_1__6invokemKb1_ECsi8a0LqrYE2K_8gloo_net)
        (func $_RINvNvNtNtCsJHBSOv9OTo_12wasm_bindgen7convert8closuress0_1__6invokeuKb1_ECsi8a0LqrYE2K_8gloo_net (nop))
        (func $_RINvNvNtNtCsJHBSOv9OTo_12wasm_bindgen7convert8closuress0_1__6invokemKb1_ECsi8a0LqrYE2K_8gloo_net (nop))
        (func (export "invoke")
            (call $_RINvNvNtNtCsJHBSOv9OTo_12wasm_bindgen7convert8closuress0_1__6invokeuKb1_ECsi8a0LqrYE2K_8gloo_net))
        (data (i32.const 8) "keptonabort and more ontransitionstartkept"))"#;

    fn module() -> Module {
        Module::from_buffer(&wat::parse_str(MODULE).unwrap()).unwrap()
    }

    #[test]
    fn a_function_is_found_by_its_demangled_name_and_becomes_a_trap() {
        let mut module = module();
        assert_eq!(cut(&mut module, "core::fmt::never", Body::Trap).len(), 1);
        let text = wasmprinter::print_bytes(module.emit_wasm()).unwrap();
        assert!(
            text.contains("unreachable") && !text.contains("i32.const 7"),
            "{text}"
        );
        assert!(text.contains("i32.const 8"), "{text}");
    }

    #[test]
    fn an_import_that_always_answers_no_becomes_that_answer() {
        let mut module = module();
        assert_eq!(cut(&mut module, "is_odd", Body::No).len(), 1);
        let text = wasmprinter::print_bytes(module.emit_wasm()).unwrap();
        assert!(
            text.contains("i32.const 0") && !text.contains("import"),
            "{text}"
        );
    }

    #[test]
    fn a_text_that_nothing_reads_is_blanked() {
        let mut module = module();
        assert!(blank(&mut module, b"onabort", b"ontransitionstart"));
        let text = &module.data.iter().next().unwrap().value;
        assert_eq!(text.len(), 42);
        assert!(text.starts_with(b"kept\0") && text.ends_with(b"\0kept"));
        assert!(!blank(&mut module, b"onabort", b"ontransitionstart"));
    }

    #[test]
    fn a_closure_that_only_the_table_names_is_idle() {
        let module = module();
        let idle = idle_closures(&module);
        let names: Vec<_> = idle
            .iter()
            .filter_map(|id| module.funcs.get(*id).name.as_deref())
            .collect();
        assert_eq!(names.len(), 1, "{names:?}");
        assert!(names[0].contains("invokem"), "{names:?}");
    }

    #[test]
    fn what_is_not_there_is_not_cut() {
        assert_eq!(cut(&mut module(), "core::fmt::gone", Body::Trap), []);
        assert_eq!(
            snip(&mut module(), &[])
                .expect("nothing of ours formats")
                .len(),
            UNREACHED.iter().flat_map(|group| group.functions).count() + NEVER_READ.len() - 1
        );
    }
}
