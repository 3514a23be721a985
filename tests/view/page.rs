//! Renders a record and finds things in the HTML.

use std::rc::Rc;

use publication_metrics::formats;
use publication_metrics::language::Language;
use publication_metrics::widget::{NoHost, Panel, Record, Settings, Widget, WidgetProps};
use yew::LocalServerRenderer;

pub const HER2_REVIEW: &str = include_str!("../../www/her2-review.json");

/// The HTML of a widget.
pub struct Page(pub String);

/// Renders a record in English, as it is at first, or with a panel open.
pub fn render(json: &str, settings: Settings, open: Option<Panel>) -> Page {
    render_in("en", json, settings, open)
}

/// Renders a record in a language.
pub fn render_in(tag: &str, json: &str, settings: Settings, open: Option<Panel>) -> Page {
    let reading = formats::read_str(json).expect("a publication");
    let props = WidgetProps {
        record: Record::of(reading),
        settings,
        language: Language::of(tag),
        host: Rc::new(NoHost),
        open,
    };
    let html = LocalServerRenderer::<Widget>::with_props(props)
        .hydratable(false)
        .render();
    Page(pollster::block_on(html))
}

impl Page {
    /// The text of what has a part of this name, without tags; `None` where nothing has it.
    pub fn part(&self, name: &str) -> Option<String> {
        let at = self
            .0
            .match_indices("part=\"")
            .map(|(at, it)| at + it.len())
            .find(|at| {
                let names = self.0[*at..].split('"').next().unwrap_or_default();
                names.split(' ').any(|it| it == name)
            })?;
        // The element ends where its tags balance; here every element has an end tag.
        let (mut depth, mut text) = (1, String::new());
        let mut rest = &self.0[at + self.0[at..].find('>')? + 1..];
        while let Some(tag) = rest.find('<') {
            text.push_str(&rest[..tag]);
            let end = tag + rest[tag..].find('>')?;
            let is_void = rest[tag..].starts_with("<input");
            depth += if rest[tag + 1..].starts_with('/') {
                -1
            } else {
                i32::from(!is_void)
            };
            rest = &rest[end + 1..];
            if depth == 0 {
                break;
            }
        }
        Some(
            text.replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                // Where lines may break is the styles' matter.
                .replace('\u{a0}', " ")
                .trim()
                .to_owned(),
        )
    }

    /// The text of a badge.
    pub fn badge(&self, name: &str) -> Option<String> {
        self.part(&format!("badge-{name}"))
    }

    /// All text, without tags.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in self.0.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
            text.push('|');
        }
        text.replace("&amp;", "&")
    }

    /// The values of an attribute, in order.
    pub fn attributes(&self, name: &str) -> Vec<&str> {
        let start = format!(" {name}=\"");
        self.0
            .split(&start)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }
}
