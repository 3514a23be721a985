/// What is announced of a publication: the types of Crossref's Crossmark updates, without those that differ in name
/// alone (an erratum and a corrigendum are corrections), and with what a reader should do as their distinction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "kebab-case"))]
pub enum NoticeKind {
    /// It was retracted.
    Retraction,
    /// A part of it was retracted; the rest stands.
    PartialRetraction,
    /// It was withdrawn, as authors and publishers call it before the final version.
    Withdrawal,
    /// It was removed, as for legal reasons.
    Removal,
    /// There are doubts about it, which are being looked into.
    ExpressionOfConcern,
    /// An error in it was corrected.
    Correction,
    /// Something was added to it, or made clear.
    Addendum,
    /// There is a newer version of it.
    NewVersion,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Retraction,
        Self::PartialRetraction,
        Self::Withdrawal,
        Self::Removal,
        Self::ExpressionOfConcern,
        Self::Correction,
        Self::Addendum,
        Self::NewVersion,
    ];

    /// The word for it in a record and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Retraction => "retraction",
            Self::PartialRetraction => "partial-retraction",
            Self::Withdrawal => "withdrawal",
            Self::Removal => "removal",
            Self::ExpressionOfConcern => "expression-of-concern",
            Self::Correction => "correction",
            Self::Addendum => "addendum",
            Self::NewVersion => "new-version",
        }
    }

    /// Whether the publication as a whole no longer stands.
    pub fn is_retraction(self) -> bool {
        matches!(self, Self::Retraction | Self::Withdrawal | Self::Removal)
    }
}
