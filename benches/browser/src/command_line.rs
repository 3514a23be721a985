//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::contender::Contender;

/// Measures what the built site costs a page in Chromium, beside its peers.
#[derive(Parser)]
pub struct CommandLine {
    /// How often everything is measured.
    #[arg(long, default_value_t = 7, value_name = "N")]
    rounds: usize,
    /// Only these, beside ours.
    #[arg(long, value_enum, value_name = "NAME", num_args = 1..)]
    only: Vec<Contender>,
    /// With so many elements.
    #[arg(long, value_name = "NUMBER", num_args = 1.., default_values_t = [1, 10, 100, 1_000, 10_000])]
    counts: Vec<usize>,
    /// One round with few elements, to see that everything starts. Nothing is written.
    #[arg(long)]
    pub quick: bool,
    /// Tells which functions of this one take the most time, with each of the counts, and measures nothing else.
    #[arg(long, value_enum, value_name = "NAME")]
    pub profile: Option<Contender>,
    /// With `--profile`: of elements that wait until they are near the window.
    #[arg(long, requires = "profile")]
    pub lazy: bool,
    /// The directory of the built site.
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/site"))]
    pub site: PathBuf,
    /// The directory of the contenders, as `cargo xtask bench` builds them.
    #[arg(long = "contenders", value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/contenders"))]
    pub built: PathBuf,
    /// Where the results are written.
    #[arg(long, value_name = "DIR", default_value = env!("CARGO_MANIFEST_DIR"))]
    pub out: PathBuf,
}

impl CommandLine {
    /// Who is measured: ours always.
    pub fn contenders(&self) -> Vec<Contender> {
        let is_meant = |it: &Contender| {
            self.only.is_empty() || *it == Contender::Ours || self.only.contains(it)
        };
        Contender::ALL.into_iter().filter(is_meant).collect()
    }

    /// With how many elements.
    pub fn counts(&self) -> &[usize] {
        if self.quick { &[1, 10] } else { &self.counts }
    }

    /// How often everything is measured.
    pub fn rounds(&self) -> usize {
        if self.quick { 1 } else { self.rounds }
    }
}
