use super::Quartile;

/// Where a venue stands in one category of one edition of an agency's ranking.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "camelCase"))]
pub struct Ranking {
    /// Whose ranking it is, such as `WoS (JCR)`, `SJR` or `CiteScore`.
    pub agency: String,
    /// The edition: the year that the indicators describe, not the year in which they appeared.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = 9999)))]
    pub year: Option<u16>,
    /// The category in which venues are compared.
    pub category: Option<String>,
    /// The venue's place in the category.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub rank: Option<Rank>,
    /// Whether other venues of the category have the same rank. JCR and others give the same rank to venues of the
    /// same value, and leave out those that follow (1, 2, 2, 4).
    #[cfg(feature = "full")]
    pub tied: bool,
    /// The quartile as the agency gives it.
    pub quartile: Option<Quartile>,
    /// The percentile as the agency gives it, 0 to 100.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0.0, max = 100.0)))]
    pub percentile: Option<f64>,
    /// The indicator by which venues are ranked, such as `Journal Impact Factor`.
    pub indicator: Option<String>,
    /// The indicator's value.
    pub value: Option<f64>,
}

/// A place in a list: `rank` of `of`, with 1 ≤ `rank` ≤ `of`. The first place is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    rank: u32,
    of: u32,
}

impl Rank {
    /// `None` unless 1 ≤ `rank` ≤ `of`.
    pub fn new(rank: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&rank).then_some(Self { rank, of })
    }

    /// The place, 1 being the best.
    pub fn rank(self) -> u32 {
        self.rank
    }

    /// How many venues the category has.
    pub fn of(self) -> u32 {
        self.of
    }
}
