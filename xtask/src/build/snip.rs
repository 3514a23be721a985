//! Cuts out code that is linked and never run.
//!
//! A linker keeps what could be called. Some of that never is, for reasons that only the whole project knows; its
//! bodies are replaced by a trap here, and wasm-opt then drops all that only they called. Should one run after
//! all, it is a trap like any other, which the element survives.

use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Functions that are never run, by what their demangled names contain, grouped by the reason. What drops
/// things is not among them: that runs also where there is nothing to drop.
const NEVER_RUN: &[Group] = &[
    Group {
        reason: "yew's own listeners are never released, so no view has any",
        functions: &[
            "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
            "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
            "yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
            "yew::dom_bundle::btag::listeners::Registry>::unregister",
            "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone",
            "HashMap<yew::dom_bundle::subtree_root::EventDescriptor, alloc::vec::Vec<alloc::rc::Rc<dyn yew::virtual_dom::listeners::Listener>>>>::entry",
            "hash_one::<&yew::dom_bundle::subtree_root::EventDescriptor>",
        ],
    },
    Group {
        reason: "no node has a key",
        functions: &[
            "hash_one::<&yew::dom_bundle::blist::KeyedEntry>",
            "<hashbrown::raw::RawTable<(yew::dom_bundle::blist::KeyedEntry, ())>>::reserve_rehash",
        ],
    },
    Group {
        reason: "attributes are given all at once, not added one by one",
        functions: &[
            "IndexMap<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>>::get_index_of",
        ],
    },
    Group {
        reason: "there are no text areas",
        functions: &["HtmlTextAreaElement"],
    },
    Group {
        reason: "the widget is one component without others in it",
        functions: &[
            "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::traits::Reconcilable>::attach",
            "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt",
        ],
    },
    Group {
        reason: "nothing suspends",
        functions: &[
            "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>::attach",
            "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt",
            "find_parent_scope::<yew::suspense",
            "yew::suspense::component::feat_csr_ssr::BaseSuspense>::resume",
            "Scope<yew::suspense::component::feat_csr_ssr::BaseSuspense>>::send_message",
            "<yew::suspense::suspension::Suspension as core::clone::Clone>::clone",
            "yew::html::component::lifecycle::ComponentState>::suspend",
        ],
    },
    Group {
        reason: "there are no portals",
        functions: &[
            "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
            "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt",
        ],
    },
    Group {
        reason: "raw HTML is never rendered",
        functions: &[
            "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
            "yew::dom_bundle::braw::BRaw>::detach_bundle",
            "yew::dom_bundle::braw::BRaw>::position",
        ],
    },
];

/// Functions that share a reason for which they are never run.
struct Group {
    reason: &'static str,
    functions: &'static [&'static str],
}

/// Cuts the functions out of a module that still has its names, and returns a remark on each that is not there.
/// Another version of the compiler may inline one; when it is gone for good, it has to leave the list.
pub fn snip(module: &mut Module) -> Vec<String> {
    let mut remarks = Vec::new();
    for Group { reason, functions } in NEVER_RUN {
        for name in *functions {
            if !cut(module, name) {
                remarks.push(format!(
                    "there is no {name} to cut out, of what never runs because {reason}"
                ));
            }
        }
    }
    remarks
}

/// Whether there was something to cut.
fn cut(module: &mut Module, name: &str) -> bool {
    let found = functions(module, name);
    for id in &found {
        replace_by_trap(module, *id);
    }
    !found.is_empty()
}

fn functions(module: &Module, name: &str) -> Vec<FunctionId> {
    let is_meant = |mangled: &str| {
        let demangled = format!("{:#}", demangle(mangled));
        demangled.contains(name) && !demangled.starts_with("core::ptr::drop_in_place")
    };
    module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(is_meant))
        .collect()
}

fn replace_by_trap(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body.func_body().unreachable();
    let arguments = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(module
        (func $_ZN4core3fmt5never17h0123456789abcdefE (param i32) (result i32) (i32.const 7))
        (func (export "kept") (result i32) (i32.const 8)))"#;

    fn module() -> Module {
        Module::from_buffer(&wat::parse_str(MODULE).unwrap()).unwrap()
    }

    #[test]
    fn a_function_is_found_by_its_demangled_name_and_becomes_a_trap() {
        let mut module = module();
        assert!(cut(&mut module, "core::fmt::never"));
        let text = wasmprinter::print_bytes(module.emit_wasm()).unwrap();
        assert!(
            text.contains("unreachable") && !text.contains("i32.const 7"),
            "{text}"
        );
        assert!(text.contains("i32.const 8"), "{text}");
    }

    #[test]
    fn what_is_not_there_is_not_cut() {
        assert!(!cut(&mut module(), "core::fmt::gone"));
        assert_eq!(
            snip(&mut module()).len(),
            NEVER_RUN.iter().flat_map(|group| group.functions).count()
        );
    }
}
