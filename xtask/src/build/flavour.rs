//! The builds of the one crate: a page loads the smaller one that is enough for it, and what only some readers ask for
//! is fetched when it is asked for.

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
}

impl Flavour {
    pub const ALL: [Self; 5] = [
        Self::Badges,
        Self::Full,
        Self::Exports,
        Self::References,
        Self::Dialects,
    ];

    /// The name of its wasm in `dist`.
    pub fn wasm(self) -> &'static str {
        match self {
            Self::Badges => "publication-metrics.wasm",
            Self::Full => "publication-metrics-full.wasm",
            Self::Exports => "publication-metrics-exports.wasm",
            Self::References => "publication-metrics-references.wasm",
            Self::Dialects => "publication-metrics-dialects.wasm",
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
        }
    }

    /// The one whose glue a page has before it needs this one's.
    pub fn base(self) -> Option<Self> {
        (self == Self::Full).then_some(Self::Badges)
    }

    /// Whether readers wait for it before they see anything, so that what never runs is cut out of it.
    pub fn is_pared(self) -> bool {
        matches!(self, Self::Badges | Self::Full)
    }
}
