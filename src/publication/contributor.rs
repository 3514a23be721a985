/// An author, a person or an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Author {
    /// The name as it stands on the publication, such as `Prat, A`.
    pub name: String,
    /// The name in full, such as `Prat Aparicio, Aleix`.
    pub full_name: Option<String>,
    /// The ORCID iD, as `0000-0002-1825-0097` or as its address.
    pub orcid: Option<String>,
    /// Which of the publication's affiliations are the author's; the first affiliation is 0.
    pub affiliations: Vec<usize>,
    /// Whether the author belongs to the institution that shows the page.
    pub institutional: bool,
    /// Whether readers should write to this author.
    pub corresponding: bool,
}

/// An organisation to which authors belong.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Affiliation {
    /// The name as it stands on the publication.
    pub name: String,
    /// The country, as two letters of ISO 3166-1 (`ES`).
    pub country: Option<String>,
    /// The identifier in the Research Organization Registry, as its address.
    pub ror: Option<String>,
}
