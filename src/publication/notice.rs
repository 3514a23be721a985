use super::{Doi, NoticeKind, PartialDate, WebAddress};

/// What a journal announced about a publication after it had appeared.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Notice {
    /// What was announced.
    pub kind: NoticeKind,
    /// When: a year, a month or a day.
    pub date: Option<PartialDate>,
    /// The DOI of the notice.
    pub doi: Option<Doi>,
    /// The address of the notice, where it is not the DOI's.
    pub url: Option<WebAddress>,
}
