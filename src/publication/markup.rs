/// Text with the few inline styles that titles have; everything else of its markup is dropped or kept as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    runs: Vec<Run>,
}

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, with entities decoded and white space folded.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// An inline style that a title may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// `<i>`, `<em>`, `<italic>`
    Italic,
    /// `<b>`, `<strong>`, `<bold>`
    Bold,
    /// `<sub>`
    Sub,
    /// `<sup>`
    Sup,
}
