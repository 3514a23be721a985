//! What may be in the page, and nothing else: elements, attributes and the schemes of addresses.

/// Elements of HTML.
pub const OF_HTML: &[&str] = &[
    "a", "b", "bdi", "button", "cite", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4",
    "h5", "h6", "i", "input", "li", "ol", "p", "pre", "section", "span", "sub", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "time", "tr", "u", "ul",
];

/// Elements of drawings.
pub const OF_DRAWINGS: &[&str] = &["circle", "path", "rect", "svg", "text"];

/// Elements of formulas.
pub const OF_FORMULAS: &[&str] = &[
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mfrac",
    "msqrt",
    "mroot",
    "mtable",
    "mtr",
    "mtd",
    "mmultiscripts",
    "mprescripts",
];

/// Elements around a widget that a server writes; of HTML too.
pub const AROUND: &[&str] = &["publication-metrics", "script", "style", "template"];

/// Attributes. Only `href` has an address, and none has a script or styles.
pub const ATTRIBUTES: &[&str] = &[
    "aria-controls",
    "aria-expanded",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-pressed",
    "class",
    "cx",
    "cy",
    "d",
    "data-cite",
    "data-cited",
    "data-more",
    "data-panel",
    "data-share",
    "data-state",
    "datetime",
    "dir",
    "height",
    "hidden",
    "href",
    "id",
    "lang",
    "part",
    "pathLength",
    "r",
    "readonly",
    "rel",
    "role",
    "rx",
    "scope",
    "stroke-dasharray",
    "stroke-dashoffset",
    "tabindex",
    "target",
    "title",
    "type",
    "value",
    "viewBox",
    "width",
    "x",
    "y",
];

/// Attributes of what is around a widget.
pub const ATTRIBUTES_AROUND: &[&str] = &[
    "data-served",
    "data-theme",
    "format",
    "heading-level",
    "lang",
    "layout",
    "shadowrootmode",
    "theme",
    "type",
];

/// The schemes of addresses.
pub const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// What turns the text around it or hides in it, from one character to another; but for isolates, which the widget writes too.
pub const TURNING: &[(char, char)] = &[
    ('\u{200b}', '\u{200b}'),
    ('\u{2060}', '\u{2060}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{fdd0}', '\u{fdef}'),
];

/// Whether a character begins an isolate, or ends one.
pub fn is_isolating(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

/// Whether a character turns the text around it, or is none at all.
pub fn is_steering(letter: char) -> bool {
    let mut turning = TURNING.iter();
    turning.any(|(first, last)| (*first..=*last).contains(&letter))
        || is_isolating(letter)
        || u32::from(letter) & 0xfffe == 0xfffe
}
