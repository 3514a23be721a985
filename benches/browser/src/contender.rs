//! What is measured side by side.

use clap::ValueEnum;

/// One of those that are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Contender {
    /// `<publication-metrics>` as it is shipped.
    Ours,
    /// The same markup by hand: a template, cloned.
    Vanilla,
    /// The same markup in Lit.
    Lit,
    /// The same markup in Preact, with hooks.
    Preact,
    /// The same markup in React.
    React,
    /// The same markup in Leptos.
    Leptos,
    /// `DataCite`'s badge, with Vue, as a page has it: each asks its service.
    DataMetricsBadge,
    /// The same, given its numbers by the page, for which it has an attribute.
    DataMetricsBadgeGiven,
    /// Share links.
    Shareon,
    /// Share links.
    Shariff,
}

impl Contender {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Ours,
        Self::Vanilla,
        Self::Lit,
        Self::Preact,
        Self::React,
        Self::Leptos,
        Self::DataMetricsBadge,
        Self::DataMetricsBadgeGiven,
        Self::Shareon,
        Self::Shariff,
    ];

    /// As in tables and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Vanilla => "vanilla",
            Self::Lit => "lit",
            Self::Preact => "preact",
            Self::React => "react",
            Self::Leptos => "leptos",
            Self::DataMetricsBadge => "data-metrics-badge",
            Self::DataMetricsBadgeGiven => "data-metrics-badge-given",
            Self::Shareon => "shareon",
            Self::Shariff => "shariff",
        }
    }

    /// Whether it has our markup in its shadow root, and takes our records.
    pub fn has_our_markup(self) -> bool {
        !matches!(
            self,
            Self::DataMetricsBadge | Self::DataMetricsBadgeGiven | Self::Shareon | Self::Shariff
        )
    }

    /// Whether ten thousand of it are measured: nobody would put as many share buttons onto a page, and as many requests take too long.
    pub fn is_for_thousands(self) -> bool {
        !matches!(self, Self::DataMetricsBadge | Self::Shareon | Self::Shariff)
    }

    /// How the page's script treats it.
    pub fn kind(self) -> &'static str {
        match self {
            _ if self.has_our_markup() => "same",
            Self::DataMetricsBadgeGiven => Self::DataMetricsBadge.name(),
            _ => self.name(),
        }
    }

    /// The name of its element.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ours => "publication-metrics",
            Self::DataMetricsBadge | Self::DataMetricsBadgeGiven => "data-metrics-badge",
            Self::Shareon | Self::Shariff => "div",
            _ => "hand-written",
        }
    }

    /// What a page has in its head for it, as its documentation says.
    pub fn head(self) -> &'static str {
        match self {
            Self::Ours => r#"<script type="module" src="/site/publication-metrics.js"></script>"#,
            Self::Vanilla => r#"<script type="module" src="/contenders/vanilla.js"></script>"#,
            Self::Lit => r#"<script type="module" src="/contenders/lit.js"></script>"#,
            Self::Preact => r#"<script type="module" src="/contenders/preact.js"></script>"#,
            Self::React => r#"<script type="module" src="/contenders/react.js"></script>"#,
            Self::Leptos => r#"<script type="module" src="/contenders/leptos.js"></script>"#,
            Self::DataMetricsBadge | Self::DataMetricsBadgeGiven => {
                r#"<script src="/contenders/vue.min.js"></script><script src="/contenders/data-metrics-badge.min.js"></script>"#
            }
            Self::Shareon => {
                r#"<link rel="stylesheet" href="/contenders/shareon.min.css"><script src="/contenders/shareon.iife.js" defer init></script>"#
            }
            Self::Shariff => r#"<link rel="stylesheet" href="/contenders/shariff.complete.css">"#,
        }
    }

    /// The address of its script, where it is a module.
    pub fn module(self) -> Option<&'static str> {
        self.head()
            .strip_prefix("<script type=\"module\" src=\"")?
            .strip_suffix("\"></script>")
    }

    /// What a page has at its end for it.
    pub fn tail(self) -> &'static str {
        match self {
            Self::Shariff => r#"<script src="/contenders/shariff.complete.js"></script>"#,
            _ => "",
        }
    }
}
