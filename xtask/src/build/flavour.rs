//! The builds of the one crate: a page loads the smaller one that is enough for it.

/// A build of the crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Rows and cards.
    Badges,
    /// The whole page of a publication, and all that badges do.
    Full,
}

impl Flavour {
    pub const ALL: [Self; 2] = [Self::Badges, Self::Full];

    /// The name of its wasm in `dist`.
    pub fn wasm(self) -> &'static str {
        match self {
            Self::Badges => "publication-metrics.wasm",
            Self::Full => "publication-metrics-full.wasm",
        }
    }

    /// The name of its glue on the way there.
    pub fn glue(self) -> &'static str {
        match self {
            Self::Badges => "glue.js",
            Self::Full => "glue-full.js",
        }
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Badges => "badges",
            Self::Full => "the full page",
        }
    }

    /// What cargo is told.
    pub fn features(self) -> &'static [&'static str] {
        match self {
            Self::Badges => &["--no-default-features"],
            Self::Full => &[],
        }
    }
}
