use super::{PartialDate, WebAddress, mentions};

/// An indicator of the publication itself, as a source gives it, such as a field-weighted citation impact.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct NormalizedIndicator {
    /// Its name, such as `FWCI`, `CNCI`, `FCR` or `RCR`.
    pub name: String,
    /// Whose it is, such as `Scopus`.
    pub source: String,
    /// Its value: finite and not negative.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0.0)))]
    pub value: f64,
    /// The percentile among comparable publications as the source gives it, 0 to 100.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0.0, max = 100.0)))]
    pub percentile: Option<f64>,
    /// The field or category with which it is compared.
    pub category: Option<String>,
    /// When it was determined.
    pub as_of: Option<PartialDate>,
    /// Where the source shows it.
    pub url: Option<WebAddress>,
}

/// How citations are set against those of other publications. What 1 means differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normalization {
    /// Field-Weighted Citation Impact (Elsevier): 1 is the world average of the same field, type and year.
    Fwci,
    /// Category Normalized Citation Impact (Clarivate): 1 is the world average of the same category, type and year.
    Cnci,
    /// Field Citation Ratio (Dimensions): 1 is the average of the same field and year.
    Fcr,
    /// Relative Citation Ratio (NIH, iCite): 1 is the median of the papers that the NIH funded, in the field that
    /// the papers cited together with this one make (Hutchins et al., `10.1371/journal.pbio.1002541`).
    Rcr,
}

impl Normalization {
    /// Recognises an indicator by its abbreviation or its name in full.
    pub fn of(name: &str) -> Option<Self> {
        let is = |short: &str, long: &str| name.eq_ignore_ascii_case(short) || mentions(name, long);
        if is("fwci", "weighted citation impact") {
            Some(Self::Fwci)
        } else if is("cnci", "category normali") {
            Some(Self::Cnci)
        } else if is("fcr", "field citation ratio") {
            Some(Self::Fcr)
        } else if is("rcr", "relative citation ratio") {
            Some(Self::Rcr)
        } else {
            None
        }
    }

    /// Its key in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fwci => "fwci",
            Self::Cnci => "cnci",
            Self::Fcr => "fcr",
            Self::Rcr => "rcr",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Normalization;

    #[test]
    fn recognises_indicators_by_the_names_that_sources_give_them() {
        for (name, expected) in [
            ("FWCI", Some(Normalization::Fwci)),
            (
                "Field-Weighted Citation Impact (FWCI)",
                Some(Normalization::Fwci),
            ),
            (
                "Category Normalised Citation Impact",
                Some(Normalization::Cnci),
            ),
            ("fcr", Some(Normalization::Fcr)),
            ("Relative Citation Ratio", Some(Normalization::Rcr)),
            ("Percentile in subject area", None),
        ] {
            assert_eq!(Normalization::of(name), expected, "{name}");
        }
    }
}
