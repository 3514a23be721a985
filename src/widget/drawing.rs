//! Drawings that never change, made once for all widgets and copied by the browser: a fourth of the nodes of a row, and two
//! fifths of their attributes.

use std::cell::RefCell;
use std::ptr;

use web_sys::{Document, Element, Node};

use super::nodes::{attribute, halves};

const SVG: &str = "http://www.w3.org/2000/svg";

thread_local! {
    static MADE: RefCell<Vec<(&'static str, Node)>> = const { RefCell::new(Vec::new()) };
}

/// A copy of what a template without places draws.
pub fn copy_of(template: &'static str) -> Option<Node> {
    MADE.with_borrow_mut(|made| {
        let found = made.iter().find(|(known, _)| ptr::eq(*known, template));
        let original = match found {
            Some((_, node)) => node.clone(),
            None => {
                let node = make(template, &web_sys::window()?.document()?)?;
                made.push((template, node.clone()));
                node
            }
        };
        original.clone_node_with_deep(true).ok()
    })
}

fn make(template: &'static str, document: &Document) -> Option<Node> {
    let mut around: Option<Element> = None;
    let mut rest = template;
    loop {
        let (tag, after) = halves(halves(rest, '<').1, '>');
        rest = after;
        if tag.starts_with('/') {
            return around.map(Node::from);
        }
        let (name, mut attributes) = halves(tag, ' ');
        let element = document.create_element_ns(Some(SVG), name).ok()?;
        while !matches!(attributes, "" | "/") {
            let (name, value, after) = attribute(attributes);
            element.set_attribute(name, value).ok()?;
            attributes = after;
        }
        match &around {
            Some(around) => drop(around.append_child(&element).ok()?),
            None => around = Some(element),
        }
    }
}
