//! A badge that stands alone is XML, and has nothing but the drawing.

use publication_metrics::formats::Reading;
use publication_metrics::render;
use publication_metrics::widget::{
    BadgeKind, Record, StandaloneBadge, StandaloneBadgeProps, Theme,
};

use crate::look::{Look, language};
use crate::{proportion, record};

/// Holds the record of JSON text, if it is one, to its badges.
pub fn holds(text: &[u8]) {
    if let Some(reading) = record::reading(text) {
        check(text.len(), &reading, &Look::of(text));
    }
}

/// Holds a record to its badges.
pub fn check(length: usize, reading: &Reading, look: &Look) {
    const ELEMENTS: [&str; 7] = ["svg", "title", "style", "rect", "text", "circle", "path"];
    let record = Record::of(reading.clone());
    for kind in BadgeKind::ALL {
        let props = StandaloneBadgeProps {
            record: record.clone(),
            kind,
            language: language(look.language),
            theme: match look.theme {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                "mono" => Theme::Mono,
                _ => Theme::Auto,
            },
        };
        let drawing = render::html::<StandaloneBadge>(props).expect("a view that does not wait");
        proportion::of_text("a badge", length, drawing.len());
        let document =
            roxmltree::Document::parse(&drawing).unwrap_or_else(|it| panic!("{it}: {drawing}"));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(ELEMENTS.contains(&name), "<{name}> in {drawing}");
            let script = node
                .attributes()
                .find(|it| it.name().starts_with("on") || it.name() == "href");
            assert_eq!(script, None, "{drawing}");
        }
    }
}
