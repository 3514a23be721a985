//! What the badges' panels and a whole page say of each figure: exactly how much, whose it is, as of when, and from what it
//! was derived.

pub mod attention;
pub mod citations;
pub mod quartile;
mod scale;
mod table;
