//! Elements as function calls.
//!
//! Views do not use the `html!` macro, which writes out its whole expansion for each element. Without it, and
//! without the machinery of hooks, the wasm went from 243 kB to 209 kB, or from 88 kB to 80 kB in brotli.

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// Attributes that are the same at every render.
pub type Fixed = &'static [(&'static str, AttributeOrProperty)];

/// Attributes that are the same at every render: `fixed!["class" = "note", "part" = "note"]`.
macro_rules! fixed {
    ($($name:literal = $value:expr),* $(,)?) => {
        &[$(($name, yew::virtual_dom::AttributeOrProperty::Static($value))),*]
    };
}
pub(super) use fixed;

/// An element whose attributes never change.
#[inline(never)]
pub fn element(tag: &'static str, attributes: Fixed, children: Vec<Html>) -> Html {
    build(tag, Attributes::Static(attributes), children).into()
}

/// An element with attributes whose values are given; `None` leaves one out.
#[inline(never)]
pub fn varied(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> Html {
    build(tag, varying(names, values), children).into()
}

/// An element that is still to be given a key or a reference.
#[inline(never)]
pub fn build(tag: &'static str, attributes: Attributes, children: Vec<Html>) -> VTag {
    let mut built = VTag::new(tag);
    built.set_attributes(attributes);
    if !children.is_empty() {
        built.add_child(list(children));
    }
    built
}

/// Attributes whose values are given; `None` leaves one out.
#[inline(never)]
pub fn varying(names: &'static [&'static str], values: Vec<Option<AttrValue>>) -> Attributes {
    let attribute = |value: Option<AttrValue>| value.map(AttributeOrProperty::Attribute);
    Attributes::Dynamic {
        keys: names,
        values: values.into_iter().map(attribute).collect(),
    }
}

/// Nodes one after the other.
#[inline(never)]
pub fn list(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

/// Text.
#[inline(never)]
pub fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// Text that may run in the other direction than what is around it, such as a name.
#[inline(never)]
pub fn isolated(text: AttrValue) -> Html {
    element("bdi", &[], vec![self::text(text)])
}
