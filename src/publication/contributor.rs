/// An author, a person or an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Author {
    /// The name as it stands on the publication, such as `Prat, A`.
    pub name: String,
    /// The name in full, such as `Prat Aparicio, Aleix`.
    pub full_name: Option<String>,
    /// The ORCID iD, such as `0000-0002-1825-0097`; a record may give its address.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = r"[0-9]{4}(-[0-9]{4}){2}-[0-9]{3}[0-9Xx]/?$"))
    )]
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
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[A-Za-z]{2}$"))
    )]
    pub country: Option<String>,
    /// The identifier in the Research Organization Registry, as its address, such as `https://ror.org/05gq02987`;
    /// a record may give its last part.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "(^|/)0[0-9A-Za-z]{8}/?$"))
    )]
    pub ror: Option<String>,
}
