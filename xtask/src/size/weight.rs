//! The size of a file as it is and as servers send it.

use std::fs;
use std::io::{Read, Write};
use std::iter::Sum;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorReader;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes.
#[derive(Clone, Copy, Default)]
pub struct Weight {
    /// As the file is.
    pub raw: usize,
    /// After gzip at its best.
    pub gzip: usize,
    /// After brotli at its best.
    pub brotli: usize,
}

impl Weight {
    /// Of a file.
    pub fn of_file(path: &Path) -> Result<Self> {
        let content =
            fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self {
            raw: content.len(),
            gzip: gzip(&content)?,
            brotli: brotli(&content)?,
        })
    }
}

impl<'weight> Sum<&'weight Self> for Weight {
    fn sum<I: Iterator<Item = &'weight Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |sum, weight| Self {
            raw: sum.raw + weight.raw,
            gzip: sum.gzip + weight.gzip,
            brotli: sum.brotli + weight.brotli,
        })
    }
}

fn gzip(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

fn brotli(content: &[u8]) -> Result<usize> {
    const BEST: u32 = 11;
    /// As large as browsers take it.
    const WINDOW: u32 = 24;
    let mut compressed = Vec::new();
    CompressorReader::new(content, content.len(), BEST, WINDOW).read_to_end(&mut compressed)?;
    Ok(compressed.len())
}
