//! The rules: from what a record says to facts worth showing.
//!
//! Pure functions over the [model](crate::publication). No JSON, no words, no browser: each rule names its
//! source, and every derived value says from what it was derived.

mod attention;
mod citations;
mod conflict;
mod edition;
#[cfg(feature = "full")]
mod leadership;
mod percentile;
mod quartile;
mod standing;

pub use attention::{Arc, AttentionProfile};
pub use citations::leading_citation_count;
pub use conflict::Conflict;
pub use edition::{EditionFit, nearest_edition};
#[cfg(feature = "full")]
pub use leadership::{Collaboration, OwnCountry, Role, roles};
pub use percentile::{citescore_percentile, jif_percentile};
pub use quartile::{citescore_quartile, jcr_quartile};
pub use standing::{Derived, Standing, VenueStanding};
