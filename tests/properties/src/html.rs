//! What a record is shown as is well-formed, and has only what is on the short list.

use std::collections::HashSet;
use std::rc::Rc;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{LocalName, Namespace, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use publication_metrics::formats::{Reading, write};
use publication_metrics::render::{self, Element};
use publication_metrics::widget::{Attributes, NoHost, Record, Settings, Widget, WidgetProps};
use url::Url;

use crate::look::{Look, language};
use crate::narrative::isolates;
use crate::{proportion, record, short_list};

/// Holds the record of JSON text, if it is one, to one way to show it.
pub fn holds(text: &[u8]) {
    if let Some(reading) = record::reading(text) {
        check(text.len(), &reading, &Look::of(text));
    }
}

/// Holds a record to a way to show it: the widget, and what a server writes of it.
pub fn check(length: usize, reading: &Reading, look: &Look) {
    let widget = of(reading.clone(), look);
    proportion::of_text("a page", length, widget.len());
    check_fragment(&widget);
    // What is around is the same whatever is in it, and has all the styles: once in a while is enough.
    if look.theme == "mono" {
        let record = serde_json::to_string(&write(&reading.publication)).expect("JSON");
        check_element(&widget, &record, look);
    }
}

/// The HTML of a widget.
pub fn of(reading: Reading, look: &Look) -> String {
    let mut settings = settings(look);
    settings.heading_level = look.heading_level;
    let props = WidgetProps {
        record: Record::of(reading),
        settings,
        language: language(look.language),
        host: Rc::new(NoHost),
        open: look.open,
    };
    render::html::<Widget>(props).expect("a view that does not wait")
}

fn settings(look: &Look) -> Settings {
    let attributes = Attributes {
        layout: Some(look.layout_name),
        ..Attributes::default()
    };
    Settings::read(&attributes, &mut |it| panic!("{it}"))
}

pub(crate) fn options() -> ParseOpts {
    ParseOpts {
        tokenizer: TokenizerOpts {
            exact_errors: true,
            ..TokenizerOpts::default()
        },
        tree_builder: TreeBuilderOpts {
            exact_errors: true,
            ..TreeBuilderOpts::default()
        },
    }
}

/// What was parsed: without an error, and of as many elements as it has tags, so that none was made up or closed by the parser.
pub fn parsed(html: &str) -> RcDom {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), options(), context, vec![], false).one(html);
    assert_eq!(*dom.errors.borrow(), [""; 0], "{html}");
    dom
}

/// Holds the HTML of a widget to the short list.
pub fn check_fragment(html: &str) {
    let dom = parsed(html);
    let mut seen = Seen::default();
    seen.all_in(&dom.document);
    seen.refer();
    // The parser's own root is none of ours. Text has no `<`, which is written `&lt;`, and neither have values.
    let tags = html.matches('<').count();
    let ends = html.matches("</").count();
    assert_eq!(tags - ends, seen.elements - 1, "{html}");
}

/// Holds what a server writes: the shadow root with the widget, and the record, which ends where it should.
fn check_element(widget: &str, record: &str, look: &Look) {
    let element = Element {
        attributes: Attributes {
            layout: Some(look.layout_name),
            ..Attributes::default()
        },
        lang: look.language,
        theme: look.theme,
        ..Element::default()
    };
    let html = element.html(widget, record);
    let page = [
        "<!DOCTYPE html><html><head><title>x</title></head><body>",
        &html,
        "</body></html>",
    ]
    .concat();
    let dom = parse_document(RcDom::default(), options()).one(&*page);
    assert_eq!(*dom.errors.borrow(), [""; 0], "{html}");
    let mut around = Around::default();
    around.all_in(&dom.document);
    assert_eq!(
        around.names,
        [
            "html",
            "head",
            "title",
            "body",
            "publication-metrics",
            "template",
            "style",
            "div",
            "script"
        ]
    );
    let text = around.script.expect("the record");
    assert_eq!(
        record::tree(text.as_bytes()),
        record::tree(record.as_bytes())
    );
}

/// What is in a widget.
#[derive(Default)]
struct Seen {
    elements: usize,
    ids: HashSet<String>,
    references: Vec<String>,
}

impl Seen {
    fn all_in(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                self.elements += 1;
                // The root that the parser puts all in.
                if &*name.local != "html" {
                    element(&name.ns, &name.local);
                }
                for attribute in attrs.borrow().iter() {
                    self.attribute(&name.local, &attribute.name.local, &attribute.value);
                }
            }
            NodeData::Text { contents } => turns_nothing(&contents.borrow()),
            NodeData::Document => {}
            other => panic!("{other:?} in a widget"),
        }
        for child in node.children.borrow().iter() {
            self.all_in(child);
        }
    }

    fn attribute(&mut self, element: &str, name: &str, value: &str) {
        assert!(short_list::ATTRIBUTES.contains(&name), "{name}={value:?}");
        assert!(!value.contains('\0'), "{name}={value:?}");
        turns_nothing(value);
        match name {
            "href" => {
                assert_eq!(element, "a", "href={value:?}");
                address(value);
            }
            "id" => assert!(self.ids.insert(value.to_owned()), "two of id={value:?}"),
            "aria-controls" | "aria-labelledby" => {
                let ids = value.split_ascii_whitespace().map(str::to_owned);
                self.references.extend(ids);
            }
            _ => {}
        }
    }

    fn refer(&self) {
        for id in &self.references {
            assert!(self.ids.contains(id), "nothing has id={id:?}");
        }
    }
}

/// Nothing of a record turns the text around it, or hides in it; what the widget itself isolates ends where it began.
fn turns_nothing(text: &str) {
    let mut letters = text.chars();
    let turning = letters.find(|it| short_list::is_steering(*it) && !short_list::is_isolating(*it));
    assert_eq!(turning, None, "{text:?}");
    isolates(text);
}

fn element(namespace: &Namespace, name: &LocalName) {
    let known = match &**namespace {
        "http://www.w3.org/1999/xhtml" => short_list::OF_HTML,
        "http://www.w3.org/2000/svg" => short_list::OF_DRAWINGS,
        "http://www.w3.org/1998/Math/MathML" => short_list::OF_FORMULAS,
        other => panic!("<{name}> of {other}"),
    };
    assert!(known.contains(&&**name), "<{name}> of {namespace}");
}

/// An address that a browser understands, or refuses to follow: of a scheme that is on the list by the letter, too.
fn address(text: &str) {
    let is_listed = |scheme: &str| short_list::SCHEMES.contains(&scheme);
    let (scheme, _) = text
        .split_once(':')
        .unwrap_or_else(|| panic!("no scheme: {text:?}"));
    assert!(is_listed(&scheme.to_ascii_lowercase()), "{text:?}");
    if let Ok(url) = Url::parse(text) {
        assert!(is_listed(url.scheme()), "{text:?} is {url}");
        assert_eq!((url.username(), url.password()), ("", None), "{text:?}");
    }
}

/// What is around a widget.
#[derive(Default)]
struct Around {
    names: Vec<String>,
    script: Option<String>,
}

impl Around {
    fn all_in(&mut self, node: &Handle) {
        if let NodeData::Element {
            name,
            attrs,
            template_contents,
            ..
        } = &node.data
        {
            self.names.push(name.local.to_string());
            if &*name.local == "div" {
                return;
            }
            if &*name.local == "script" {
                self.script = Some(text(node));
            }
            for attribute in attrs.borrow().iter() {
                let name = &*attribute.name.local;
                assert!(short_list::ATTRIBUTES_AROUND.contains(&name), "{name}");
            }
            if let Some(contents) = &*template_contents.borrow() {
                contents
                    .children
                    .borrow()
                    .iter()
                    .for_each(|it| self.all_in(it));
            }
        }
        node.children.borrow().iter().for_each(|it| self.all_in(it));
    }
}

/// The text in a node.
pub fn text(node: &Handle) -> String {
    let mut all = String::new();
    if let NodeData::Text { contents } = &node.data {
        all.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        all.push_str(&text(child));
    }
    all
}
