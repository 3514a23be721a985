/// A quarter of a category's venues by rank; the first is the best placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Quartile {
    /// The best-placed quarter.
    Q1,
    /// The second quarter.
    Q2,
    /// The third quarter.
    Q3,
    /// The last quarter.
    Q4,
}

impl Quartile {
    /// `Q1` to `Q4`, as agencies write them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Q1 => "Q1",
            Self::Q2 => "Q2",
            Self::Q3 => "Q3",
            Self::Q4 => "Q4",
        }
    }

    /// 1 to 4.
    pub fn number(self) -> u8 {
        match self {
            Self::Q1 => 1,
            Self::Q2 => 2,
            Self::Q3 => 3,
            Self::Q4 => 4,
        }
    }
}
