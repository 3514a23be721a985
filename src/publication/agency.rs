use super::text::mentions;

/// Whose ranking it is. Each agency has its own rule for the quartile, and the rules disagree at the
/// borders, so a quartile is never carried from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agency {
    /// Journal Citation Reports (Clarivate, Web of Science).
    Jcr,
    /// SCImago Journal Rank.
    Sjr,
    /// CiteScore (Scopus, Elsevier).
    CiteScore,
    /// Any other; its quartile is shown as given and none is derived.
    Other,
}

impl Agency {
    /// Recognises an agency by the name that a record gives it, such as `WoS (JCR)`.
    pub fn of(name: &str) -> Self {
        let names = |word: &str| mentions(name, word);
        if names("jcr") || names("journal citation reports") || names("clarivate") {
            Self::Jcr
        } else if names("sjr") || names("scimago") {
            Self::Sjr
        } else if names("citescore") || names("scopus") {
            Self::CiteScore
        } else if names("wos") || names("web of science") {
            Self::Jcr
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Agency;

    #[test]
    fn recognises_agencies_by_the_names_that_records_give_them() {
        for (name, agency) in [
            ("WoS (JCR)", Agency::Jcr),
            ("JCR", Agency::Jcr),
            ("Journal Citation Reports", Agency::Jcr),
            ("Web of Science", Agency::Jcr),
            ("SJR", Agency::Sjr),
            ("SCImago Journal Rank", Agency::Sjr),
            ("Scopus (SJR)", Agency::Sjr),
            ("CiteScore", Agency::CiteScore),
            ("Scopus", Agency::CiteScore),
            ("Dialnet Métricas", Agency::Other),
        ] {
            assert_eq!(Agency::of(name), agency, "{name}");
        }
    }
}
