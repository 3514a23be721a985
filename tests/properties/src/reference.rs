//! References are inline HTML that says what their plain text says.

use hayagriva::citationberg::json::Item;
use html5ever::tendril::TendrilSink;
use html5ever::{QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use publication_metrics::share::{Export, Reference, ReferenceStyle, reference};

use crate::{proportion, record};

/// What a style and a title may bring in.
const ELEMENTS: [&str; 4] = ["b", "i", "sub", "sup"];

/// Holds the record of JSON text, if it is one, to its references in every style, with the words of a language.
pub fn holds(text: &[u8], language: &str) {
    let Some(publication) = record::publication(text) else {
        return;
    };
    let file = Export::CslJson.write(&publication);
    let items: Vec<Item> = serde_json::from_str(&file).expect("CSL-JSON");
    for item in items {
        for style in ReferenceStyle::ALL {
            if let Some(reference) = reference(&item, style, language) {
                proportion::of_text(style.name(), text.len(), reference.html.len());
                check(&reference);
            }
        }
    }
}

fn check(reference: &Reference) {
    assert!(!reference.text.trim().is_empty(), "{reference:?}");
    let context = QualName::new(None, ns!(html), local_name!("p"));
    let dom = parse_fragment(
        RcDom::default(),
        crate::html::options(),
        context,
        Vec::new(),
        false,
    )
    .one(&*reference.html);
    assert_eq!(*dom.errors.borrow(), [""; 0], "{}", reference.html);
    let mut text = String::new();
    said(&dom.document, &mut text);
    assert_eq!(text.trim(), reference.text, "{}", reference.html);
}

/// Adds what a node says, which has no element but those of a style, and these without attributes.
fn said(node: &Handle, text: &mut String) {
    match &node.data {
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        NodeData::Element { name, attrs, .. } => {
            // The root that the parser puts all in.
            let is_listed = &*name.local == "html" || ELEMENTS.contains(&&*name.local);
            assert!(is_listed, "<{}>", name.local);
            assert!(attrs.borrow().is_empty(), "<{}>", name.local);
        }
        NodeData::Document => {}
        other => panic!("{other:?} in a reference"),
    }
    for child in node.children.borrow().iter() {
        said(child, text);
    }
}
