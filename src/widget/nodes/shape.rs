//! Nodes that the browser draws: a shape, in which many rows of a page are alike, and the texts that one has in it. Where a
//! shape is there already, the browser copies it whole and puts the texts in their places.

use super::{PLACE, Value};

/// What ends a text. No text of a record has it, for control characters are left out when it is read.
const END: char = '\0';

/// A shape with its texts.
#[derive(Default)]
pub struct Shape {
    /// The templates, one after the other. What is part of the program is in its place.
    pub markup: String,
    /// What belongs in the places that are left, each with its end.
    pub texts: String,
}

impl Shape {
    /// Adds a template.
    #[inline(never)]
    pub fn draw(&mut self, template: &'static str, values: Vec<Value>) {
        let mut rest = template;
        for value in values {
            let Some((before, mut after)) = rest.split_once(PLACE) else {
                debug_assert!(false, "{template} has too few places");
                return;
            };
            self.markup.push_str(before);
            match value {
                Value::Given(text) => {
                    self.markup.push(PLACE);
                    self.texts.push_str(&text);
                    self.texts.push(END);
                }
                Value::Fixed(text) => self.markup.push_str(text),
                Value::Absent => {
                    let attribute = self.markup.rfind(' ').unwrap_or_default();
                    self.markup.truncate(attribute);
                    after = after.strip_prefix('\'').unwrap_or(after);
                }
            }
            rest = after;
        }
        self.markup.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_part_of_the_program_is_in_the_shape() {
        let mut shape = Shape::default();
        shape.draw(
            "<p class='*' lang='*'>*",
            vec![
                Value::Fixed("type"),
                Value::Given("ar".to_owned()),
                Value::Given("مراجعة".to_owned()),
            ],
        );
        shape.draw(" – </p>", vec![]);
        assert_eq!(shape.markup, "<p class='type' lang='*'>* – </p>");
        assert_eq!(shape.texts, "ar\0مراجعة\0");
    }

    #[test]
    fn an_attribute_without_a_value_is_left_out() {
        let mut shape = Shape::default();
        let id = || Value::Given("a".to_owned());
        shape.draw(
            "<p title='*' id='*' hidden='*'>",
            vec![Value::Absent, id(), Value::Absent],
        );
        shape.draw("<p id='*' hidden='*'/>", vec![id(), Value::Fixed("")]);
        assert_eq!(shape.markup, "<p id='*'><p id='*' hidden=''/>");
        assert_eq!(shape.texts, "a\0a\0");
    }
}
