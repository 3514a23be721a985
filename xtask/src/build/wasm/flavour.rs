//! The builds of the one crate: a page loads the smaller one that is enough for it, and what only some readers ask for
//! is fetched when it is asked for.

use super::unreached::{Group, UNREACHED_IN_PAGES, UNREACHED_IN_ROWS};

/// A build of the crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Rows and cards.
    Badges,
    /// The whole page of a publication, and all that badges do.
    Full,
    /// Files for reference managers, and the QR code.
    Exports,
    /// References in the styles of publishers.
    References,
    /// Records in the dialects of others, as records in our own.
    Dialects,
    /// The element as HTML, for servers.
    Render,
}

impl Flavour {
    pub const ALL: [Self; 6] = [
        Self::Badges,
        Self::Full,
        Self::Exports,
        Self::References,
        Self::Dialects,
        Self::Render,
    ];

    /// The name of its wasm in `dist`.
    pub fn wasm(self) -> &'static str {
        match self {
            Self::Badges => "publication-metrics.wasm",
            Self::Full => "publication-metrics-full.wasm",
            Self::Exports => "publication-metrics-exports.wasm",
            Self::References => "publication-metrics-references.wasm",
            Self::Dialects => "publication-metrics-dialects.wasm",
            Self::Render => "publication-metrics-render.wasm",
        }
    }

    /// The name of its glue on the way there.
    pub fn glue(self) -> &'static str {
        match self {
            Self::Badges => "glue.js",
            Self::Full => "glue-full.js",
            Self::Exports => "glue-exports.js",
            Self::References => "glue-references.js",
            Self::Dialects => "glue-dialects.js",
            Self::Render => "glue-render.js",
        }
    }

    /// As the scripts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Badges => "badges",
            Self::Full => "full",
            Self::Exports => "exports",
            Self::References => "references",
            Self::Dialects => "dialects",
            Self::Render => "render",
        }
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Badges => "badges",
            Self::Full => "the full page",
            Self::Exports => "exports",
            Self::References => "references",
            Self::Dialects => "dialects",
            Self::Render => "HTML for servers",
        }
    }

    /// The features that cargo is told of.
    pub fn features(self) -> &'static str {
        match self {
            Self::Badges => "element",
            Self::Full => "element,full",
            Self::Exports => "exports",
            Self::References => "references",
            Self::Dialects => "dialects",
            Self::Render => "render",
        }
    }

    /// Whether faults can be asked of it: where a failure would take widgets away.
    pub fn has_faults(self) -> bool {
        matches!(self, Self::Badges | Self::Full)
    }

    /// The one whose glue a page has before it needs this one's.
    pub fn base(self) -> Option<Self> {
        (self == Self::Full).then_some(Self::Badges)
    }

    /// Whether pages load it: what only servers run is in the package alone.
    pub fn is_for_pages(self) -> bool {
        self != Self::Render
    }

    /// What it alone does not need. `None` where readers do not wait for it before they see anything, and nothing is cut out of it.
    pub fn unreached(self) -> Option<&'static [Group]> {
        match self {
            Self::Badges => Some(UNREACHED_IN_ROWS),
            Self::Full => Some(UNREACHED_IN_PAGES),
            _ => None,
        }
    }
}
