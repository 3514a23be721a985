//! Nodes from templates.
//!
//! A view gives values and draws a template, in which each value takes the place of an asterisk:
//!
//! ```text
//! out.word(Message::Retracted);
//! out.draw("<p class='retracted'>*</p>");
//! ```
//!
//! A template is text, and drawing it a call; the same nodes by `html!` or by expressions are code that builds each one.
//! Whole pages and servers make Yew's nodes of them ([`tree`]). Rows and cards alone have the browser draw them ([`shape`]).

#[cfg(any(test, not(feature = "full")))]
mod shape;
#[cfg(feature = "full")]
mod tree;

use std::mem;

#[cfg(feature = "full")]
use yew::{Html, NodeRef};

#[cfg(not(feature = "full"))]
use self::shape::Shape as Made;
#[cfg(feature = "full")]
use self::tree::Tree as Made;
use crate::language::{Language, Message};

/// What stands in a template for a value.
const PLACE: char = '*';

/// What takes a place.
pub enum Value {
    /// Made for this record.
    Given(String),
    /// Part of the program.
    Fixed(&'static str),
    /// None: the attribute is left out.
    Absent,
}

/// Nodes in the making, one after the other and one in the other.
pub struct Nodes<'a> {
    /// The language that the words are in.
    pub language: &'a Language,
    /// What the next template has places for.
    values: Vec<Value>,
    made: Made,
}

impl<'a> Nodes<'a> {
    /// No nodes yet.
    pub fn new(language: &'a Language) -> Self {
        Self {
            language,
            values: Vec::new(),
            made: Made::default(),
        }
    }

    /// A value.
    #[inline(never)]
    pub fn given(&mut self, value: String) {
        self.values.push(Value::Given(value));
    }

    /// A value that is part of the program.
    #[inline(never)]
    pub fn fixed(&mut self, value: &'static str) {
        self.values.push(Value::Fixed(value));
    }

    /// A value that is part of the program, or none.
    #[inline(never)]
    pub fn fixed_if(&mut self, is_there: bool, value: &'static str) {
        if is_there {
            self.fixed(value);
        } else {
            self.absent();
        }
    }

    /// No value: the attribute is left out.
    #[inline(never)]
    pub fn absent(&mut self) {
        self.values.push(Value::Absent);
    }

    /// A message without arguments, as a value.
    #[inline(never)]
    pub fn word(&mut self, message: Message) {
        self.given(self.language.word(message));
    }

    /// Text.
    #[inline(never)]
    pub fn text(&mut self, words: String) {
        self.given(words);
        self.draw("*");
    }

    /// Text that may run in the other direction than what is around it, such as a name.
    #[inline(never)]
    pub fn isolated(&mut self, words: String) {
        self.given(words);
        self.draw("<bdi>*</bdi>");
    }

    /// Draws a template: tags, with attributes in single quotes, and text. An asterisk alone is the next of the values, as
    /// an element's name, an attribute's value or a text. `<>` begins a list without an element. What a template begins
    /// another may end.
    #[inline(never)]
    pub fn draw(&mut self, template: &'static str) {
        self.made.draw(template, mem::take(&mut self.values));
    }

    /// Lets the element that has begun last be found in the page.
    #[cfg(feature = "full")]
    pub fn refer(&mut self, reference: NodeRef) {
        self.made.refer(reference);
    }

    /// The one node that all others are in.
    #[cfg(feature = "full")]
    pub fn finish(self) -> Html {
        self.made.finish()
    }

    /// What is to be drawn.
    #[cfg(not(feature = "full"))]
    pub fn finish(self) -> Made {
        self.made
    }
}
