use super::{PartialDate, WebAddress};

/// One figure of attention beyond citations.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Attention {
    /// Who counted, such as `Altmetric` or `PlumX`.
    pub provider: String,
    /// What is counted.
    pub kind: AttentionKind,
    /// Where it was counted, such as `X` or `Mendeley`; absent where the figure is the provider's total.
    pub source: Option<String>,
    /// The figure: finite and not negative. A score may have a fraction.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0.0)))]
    pub value: f64,
    /// When it was counted.
    pub as_of: Option<PartialDate>,
    /// Where the provider shows it.
    pub url: Option<WebAddress>,
}

/// What a figure of attention counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub enum AttentionKind {
    /// A provider's weighted score. Readers do not enter into it.
    Score,
    /// People who saved the publication to a reference manager.
    Readers,
    /// Accounts, pages or outlets that mention it (accounts, not posts).
    Mentions,
    /// Bookmarks, favourites, exports and the like.
    Captures,
    /// Views and downloads.
    Usage,
}

impl AttentionKind {
    /// Every kind, in the order in which details list them.
    pub const ALL: [Self; 5] = [
        Self::Score,
        Self::Mentions,
        Self::Readers,
        Self::Captures,
        Self::Usage,
    ];

    /// The word for it in a record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Readers => "readers",
            Self::Mentions => "mentions",
            Self::Captures => "captures",
            Self::Usage => "usage",
        }
    }
}
