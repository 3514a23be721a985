use super::{PartialDate, WebAddress};

/// How often a publication is cited, according to one source.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct CitationCount {
    /// Who counted, such as `Scopus`.
    pub source: String,
    /// The count; 0 is a true zero. Absent where the record names the source and has no number of it.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(range(max = 9_007_199_254_740_991_u64))
    )]
    pub count: Option<u64>,
    /// When it was counted.
    pub as_of: Option<PartialDate>,
    /// The list of citing publications.
    pub url: Option<WebAddress>,
}
