//! Nodes of Yew's.

use std::cell::RefCell;
use std::ptr;
use std::vec::IntoIter;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

use super::{PLACE, Value};

/// Nodes in the making.
pub struct Tree {
    /// What has begun and not ended, the innermost last. The first is what all is in.
    open: Vec<Open>,
}

/// An element, or a list without one, with what it holds so far.
#[derive(Default)]
struct Open {
    element: Option<VTag>,
    children: Vec<Html>,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            open: vec![Open::default()],
        }
    }
}

impl Tree {
    /// Adds a template.
    #[inline(never)]
    pub fn draw(&mut self, template: &'static str, values: Vec<Value>) {
        let mut values = values.into_iter();
        let mut rest = template;
        while !rest.is_empty() {
            let (text, after) = halves(rest, '<');
            if !text.is_empty() {
                let text = value(text, &mut values).unwrap_or_default();
                self.push(VText::new(text).into());
            }
            if after.is_empty() {
                break;
            }
            let (tag, after) = halves(after, '>');
            rest = after;
            if !tag.starts_with('/') {
                self.open.push(Open {
                    element: (!tag.is_empty()).then(|| element(tag, &mut values)),
                    children: Vec::new(),
                });
                if !tag.ends_with('/') {
                    continue;
                }
            }
            self.end();
        }
        debug_assert!(values.next().is_none(), "{template} has too few places");
    }

    #[inline(never)]
    fn end(&mut self) {
        let Some(Open { element, children }) = self.open.pop() else {
            return;
        };
        self.push(match element {
            None => list(children),
            Some(mut element) => {
                if let Some(place) = element.children_mut() {
                    *place = alone_or_list(children);
                }
                element.into()
            }
        });
    }

    #[inline(never)]
    fn push(&mut self, node: Html) {
        debug_assert!(!self.open.is_empty(), "more ends than begins");
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    /// Lets the element that has begun last be found in the page.
    pub fn refer(&mut self, reference: NodeRef) {
        if let Some(element) = self.open.last_mut().and_then(|it| it.element.as_mut()) {
            element.node_ref = reference;
        }
    }

    /// The one node that all others are in.
    pub fn finish(mut self) -> Html {
        debug_assert_eq!(self.open.len(), 1, "as many ends as begins");
        let all = self.open.pop().and_then(|mut it| it.children.pop());
        all.unwrap_or_default()
    }
}

fn list(nodes: Vec<Html>) -> Html {
    VNode::from(VList::with_children(nodes, None))
}

/// A node that is alone needs no list, which would be kept for it as long as it is in the page.
fn alone_or_list(mut nodes: Vec<Html>) -> Html {
    match nodes.pop() {
        Some(node) if nodes.is_empty() => node,
        last => {
            nodes.extend(last);
            list(nodes)
        }
    }
}

/// What is before a mark and after it.
#[inline(never)]
fn halves(text: &'static str, mark: char) -> (&'static str, &'static str) {
    text.split_once(mark).unwrap_or((text, ""))
}

/// What is in a place, or what stands there itself.
#[inline(never)]
fn value(source: &'static str, values: &mut IntoIter<Value>) -> Option<AttrValue> {
    if !source.starts_with(PLACE) {
        return Some(AttrValue::Static(source));
    }
    match values.next()? {
        Value::Given(value) => Some(AttrValue::from(value)),
        Value::Fixed(value) => Some(AttrValue::Static(value)),
        Value::Absent => None,
    }
}

/// The element that a tag begins.
fn element(tag: &'static str, given: &mut IntoIter<Value>) -> VTag {
    let (name, mut rest) = halves(tag, ' ');
    let mut element = VTag::new(value(name, given).unwrap_or_default());
    let (mut names, mut values) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (name, after) = halves(rest, '=');
        let (_, after) = halves(after, '\'');
        let (text, after) = halves(after, '\'');
        names.push(name);
        values.push(value(text, given).map(AttributeOrProperty::Attribute));
        (_, rest) = halves(after, ' ');
    }
    element.set_attributes(Attributes::Dynamic {
        keys: kept(tag, names),
        values: values.into(),
    });
    element
}

thread_local! {
    static KEPT: RefCell<Vec<(&'static str, &'static [&'static str])>> =
        const { RefCell::new(Vec::new()) };
}

/// The names of a tag's attributes, in the one place where they are kept for good: Yew wants to be lent them, and sees at a
/// glance that what is in the same place is the same. There are as many as templates have tags.
fn kept(tag: &'static str, names: Vec<&'static str>) -> &'static [&'static str] {
    KEPT.with_borrow_mut(|kept| {
        let found = kept.iter().find(|(known, _)| ptr::eq(*known, tag));
        if let Some((_, names)) = found {
            return *names;
        }
        let names = names.leak();
        kept.push((tag, names));
        names
    })
}
