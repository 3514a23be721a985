//! Starts browsers and speaks to them, for the browser tests and the browser benchmarks.

pub mod browser;
mod elsewhere;
pub mod engine;
pub mod process;
