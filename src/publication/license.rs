use super::WebAddress;

/// The licence under which a publication may be used.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct License {
    /// Its name, such as `CC BY 4.0`.
    pub name: Option<String>,
    /// Where its text is.
    pub url: Option<WebAddress>,
}

/// Whether, and how, a publication can be read without paying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = super::schema::or_a_flag))]
pub enum OpenAccess {
    /// Free in an open journal that asks no fee of authors.
    Diamond,
    /// Free in an open journal.
    Gold,
    /// Free under an open licence in a subscription journal.
    Hybrid,
    /// Free at the publisher without an open licence.
    Bronze,
    /// Free in a repository.
    Green,
    /// Free, without saying how (`true` in a record).
    Open,
    /// Not free (`false` in a record).
    Closed,
}
