//! The pages that are measured.

use serde_json::{Value, json};

use crate::contender::Contender;

const PROBE: &str = include_str!("../pages/probe.js");
const STAGE: &str = include_str!("../pages/stage.js");
const RECORD: &str = include_str!("../../../www/her2-review.json");

/// How an element is given its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// By the attribute `src`.
    Src,
    /// By the property `publication`; of `data-metrics-badge` by its attribute `data-input`.
    Property,
    /// By its own service.
    Service,
}

impl Given {
    /// As the page's script knows it.
    fn name(self) -> &'static str {
        match self {
            Self::Src => "src",
            Self::Property => "property",
            Self::Service => "service",
        }
    }
}

/// How much of a publication an element of ours shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row of badges.
    Badges,
    /// The row, with what was published above it.
    Card,
    /// A whole page.
    Full,
}

impl Layout {
    /// As in the attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::Badges => "badges",
            Self::Card => "card",
            Self::Full => "full",
        }
    }
}

/// A page with so many elements of one contender.
#[derive(Clone, Debug)]
pub struct Page {
    /// Whose script it has; none for a page without any.
    pub contender: Option<Contender>,
    /// How many elements.
    pub count: usize,
    /// How many titles of publications, if more than elements.
    pub titles: usize,
    /// How they are given their records.
    pub given: Given,
    /// Whether they are shown wherever they are.
    pub is_eager: bool,
    /// How much they show.
    pub layout: Layout,
    /// How many authors a record has; 0 for those of the record itself.
    pub authors: usize,
}

impl Page {
    /// A page with nothing on it.
    pub fn empty() -> Self {
        Self {
            contender: None,
            count: 0,
            titles: 0,
            given: Given::Property,
            is_eager: true,
            layout: Layout::Badges,
            authors: 0,
        }
    }

    /// A page with so many eager rows of badges, whose records it holds.
    pub fn of(contender: Contender, count: usize) -> Self {
        Self {
            contender: Some(contender),
            count,
            given: if contender == Contender::DataMetricsBadge {
                Given::Service
            } else {
                Given::Property
            },
            ..Self::empty()
        }
    }

    /// A page with one element, which asks the server for its record.
    pub fn first(contender: Contender) -> Self {
        let page = Self::of(contender, 1);
        if contender.has_our_markup() {
            Self {
                given: Given::Src,
                ..page
            }
        } else {
            page
        }
    }

    /// The whole page.
    pub fn html(&self) -> String {
        // As our README has it; without it, layout moves or not by whether the script comes before the first paint.
        let room = |tag| {
            format!("<style>{tag}:not(:defined) {{ display: block; min-height: 3.75em }}</style>")
        };
        let ours = self.contender.filter(|it| it.has_our_markup());
        let room = ours.map_or_else(String::new, |it| room(it.tag()));
        let head = self.contender.map_or("", Contender::head);
        let tail = self.contender.map_or("", Contender::tail);
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bench</title>\
             <link rel=\"icon\" href=\"data:,\"><script>{PROBE}</script>{room}{head}\
             <style>body {{ font: 16px/1.5 sans-serif; max-width: 60rem; margin: auto; }}</style></head>\
             <body><h1>Publications</h1><main id=\"stage\"></main>\
             <script>const setting = {};{STAGE}</script>{tail}</body></html>",
            self.setting()
        )
    }

    fn setting(&self) -> Value {
        json!({
            "kind": self.contender.map(Contender::kind),
            "tag": self.contender.map(Contender::tag),
            "count": self.count,
            "titles": self.titles.max(self.count),
            "given": self.given.name(),
            "eager": self.is_eager,
            "layout": self.layout.name(),
            "authors": self.authors,
            "base": self.record(),
        })
    }

    /// The record that those of the page are made from. Lists are without what only a whole page shows.
    fn record(&self) -> Value {
        let mut record: Value = serde_json::from_str(RECORD).unwrap_or_default();
        if self.layout != Layout::Full
            && let Some(fields) = record.as_object_mut()
        {
            for of_pages in ["abstract", "keywords", "affiliations"] {
                fields.shift_remove(of_pages);
            }
        }
        record
    }
}
