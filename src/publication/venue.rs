use super::WebAddress;

/// Where a publication appeared: a journal, a book, a conference, a repository.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Venue {
    /// The venue's name.
    pub title: Option<String>,
    /// The volume, as written.
    pub volume: Option<String>,
    /// The issue, as written.
    pub issue: Option<String>,
    /// The pages or the article number, as written.
    pub pages: Option<String>,
    /// The ISSN.
    pub issn: Option<String>,
}

/// A database that indexes a publication.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Index {
    /// Its name, such as `Scopus`.
    pub name: String,
    /// The publication's record there.
    pub url: Option<WebAddress>,
}
