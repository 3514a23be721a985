//! What is linked and not needed, with the reasons. What drops things is only meant where it is named: it mostly runs
//! also where there is nothing to drop.

/// Functions that share a reason for which they are not needed.
#[derive(Clone, Copy)]
pub struct Group {
    pub reason: &'static str,
    pub body: Body,
    /// By what their demangled names contain, or the names of imports; `$` is the end of a name.
    pub functions: &'static [&'static str],
}

/// What a function is replaced by.
#[derive(Clone, Copy)]
pub enum Body {
    /// It is never run.
    Trap,
    /// It is a question whose answer is always no.
    No,
}

/// What neither of the programs that readers wait for needs.
pub const UNREACHED: &[Group] = &[
    Group {
        reason: "yew's own listeners are never released, so no view has any",
        body: Body::Trap,
        functions: &[
            "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
            "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
            "yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
            "yew::dom_bundle::btag::listeners::Registry>::unregister",
            "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone",
            "HashMap<yew::dom_bundle::subtree_root::EventDescriptor, alloc::vec::Vec<alloc::rc::Rc<dyn yew::virtual_dom::listeners::Listener>>>>::entry",
            "hash_one::<&yew::dom_bundle::subtree_root::EventDescriptor>",
            "hashbrown::map::make_hash::<u32",
            "<yew::dom_bundle::subtree_root::EventDescriptor as core::cmp::PartialEq>::eq",
        ],
    },
    Group {
        reason: "no node has a key",
        body: Body::Trap,
        functions: &["yew::dom_bundle::blist::KeyedEntry"],
    },
    Group {
        reason: "attributes are given all at once, not added one by one",
        body: Body::Trap,
        functions: &[
            "FilterMap<indexmap::map::iter::Iter<",
            "IndexMap<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>>::get_index_of",
        ],
    },
    Group {
        reason: "a view's nodes have one owner",
        body: Body::Trap,
        functions: &[
            "<yew::virtual_dom::vnode::VNode as core::clone::Clone>::clone",
            "<core::option::Option<yew::virtual_dom::key::Key> as core::clone::Clone>::clone",
        ],
    },
    Group {
        reason: "the scheduler's task, which is the only one, never waits",
        body: Body::Trap,
        functions: &[
            "js_sys::futures::jspi::SpawnedTask>::wake",
            "js_sys::futures::jspi::task_waker::raw_clone",
            "js_sys::futures::jspi::task_waker::raw_wake",
            "js_sys::futures::task::singlethread::Task>::into_raw_waker::raw_clone",
            "js_sys::futures::task::singlethread::Task>::into_raw_waker::raw_wake",
        ],
    },
    Group {
        reason: "every browser of our range has queueMicrotask",
        body: Body::Trap,
        functions: &["__wbg_then_"],
    },
    Group {
        reason: "what is logged is followed by a panic",
        body: Body::Trap,
        functions: &["__wbg_error_"],
    },
    Group {
        reason: "there are no text areas",
        body: Body::Trap,
        functions: &["HtmlTextAreaElement"],
    },
    Group {
        reason: "the widget is one component without others in it",
        body: Body::Trap,
        functions: &[
            "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::traits::Reconcilable>::attach",
            "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt",
        ],
    },
    Group {
        reason: "nothing suspends",
        body: Body::Trap,
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
        body: Body::Trap,
        functions: &[
            "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
            "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt",
        ],
    },
    Group {
        reason: "raw HTML is never rendered",
        body: Body::Trap,
        functions: &[
            "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
            "yew::dom_bundle::braw::BRaw>::detach_bundle",
            "yew::dom_bundle::braw::BRaw>::position",
        ],
    },
    Group {
        reason: "text is put together without Rust's formatting",
        body: Body::Trap,
        functions: &[
            "core::fmt::write",
            "<core::fmt::Formatter>::pad$",
            "<core::fmt::Formatter>::padding",
            "<core::fmt::PostPadding>::write",
            "<char as core::fmt::Display>::fmt",
            "core::fmt::float::float_to_decimal_common",
        ],
    },
    Group {
        reason: "the tree takes every value that JSON.parse makes",
        body: Body::Trap,
        functions: &[
            "serde_wasm_bindgen::de::Deserializer>::invalid_type_",
            "<serde_core::de::Unexpected as core::fmt::Display>::fmt",
            "<serde_core::de::WithDecimalPoint as core::fmt::Display>::fmt",
            "<serde_wasm_bindgen::error::Error as serde_core::de::Error>::invalid_type",
            "<js_sys::IntoIter as core::iter::traits::iterator::Iterator>::next",
            "__wbg_call_",
        ],
    },
    Group {
        reason: "a record is what JSON.parse made: no bigint, no bytes, no map, nothing iterable but arrays",
        body: Body::No,
        functions: &[
            "__wbindgen_is_bigint",
            "__wbindgen_in_",
            "instanceof_Uint8Array",
            "instanceof_ArrayBuffer",
            "instanceof_Map",
            "isSafeInteger",
        ],
    },
];

/// What the program of whole pages does not need either.
pub const UNREACHED_IN_PAGES: &[Group] = &[
    Group {
        reason: "what is rendered is detached, never just dropped",
        body: Body::Trap,
        functions: &["core::ptr::drop_in_place::<yew::dom_bundle::bnode::BNode>$"],
    },
    Group {
        reason: "no node has a key",
        body: Body::No,
        functions: &[
            "<yew::virtual_dom::vlist::VList>::fully_keyed",
            // A pointer to it, or none.
            "<yew::dom_bundle::bnode::BNode>::key",
        ],
    },
];

/// What the program of rows and cards does not need either.
pub const UNREACHED_IN_ROWS: &[Group] = &[Group {
    reason: "the browser draws a row, and yew has that one node alone",
    body: Body::Trap,
    functions: &[
        "<yew::virtual_dom::vtag::VTag as yew::dom_bundle::traits::Reconcilable>::attach",
        "<alloc::rc::Rc<yew::virtual_dom::vtag::VTag> as yew::utils::RcExt",
        "<alloc::rc::Rc<yew::virtual_dom::vtag::VTag>>::drop_slow",
        "<yew::virtual_dom::vtext::VText as yew::dom_bundle::traits::Reconcilable>::attach",
        "<yew::virtual_dom::vlist::VList as yew::dom_bundle::traits::Reconcilable>::reconcile",
        "<alloc::rc::Rc<yew::virtual_dom::vlist::VList> as yew::utils::RcExt",
        "<alloc::rc::Rc<yew::virtual_dom::vlist::VList>>::drop_slow",
        "<yew::dom_bundle::blist::BList>::apply_unkeyed",
        "<yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
        "core::ptr::drop_in_place::<yew::dom_bundle::btag::BTagInner>",
        "core::ptr::drop_in_place::<yew::dom_bundle::btext::BText>",
        "core::ptr::drop_in_place::<yew::virtual_dom::Attributes>",
    ],
}];

/// Data that only the functions above read, by how it begins and ends.
pub const NEVER_READ: &[(&[u8], &[u8])] = &[
    // The names of yew's own listeners.
    (b"onabort", b"ontransitionstart"),
    (b"failed to append child", b"before next sibling"),
    // What serde and serde-wasm-bindgen say of a value of the wrong type.
    (b"byte arrayunit value", b"struct variant"),
    (b"Couldn't deserialize i64 or u64", b"bounds"),
    // The powers of ten by which Rust writes a fraction: the mantissas of the first and the last (`CACHED_POW10` of
    // core, 10^-308 to 10^332), then large ones (`POW10TO16` to `POW10TO256`).
    (
        &0xe61a_cf03_3d1a_45df_u64.to_le_bytes(),
        &0xeb96_bf6e_badf_77d9_u64.to_le_bytes(),
    ),
    (
        &0x0000_0023_86f2_6fc1_u64.to_le_bytes(),
        &0x0005_53f7_5fdc_efce_u64.to_le_bytes(),
    ),
];
