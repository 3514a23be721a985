use std::io;

use clap::{Args, ValueEnum};
use publication_metrics::formats::{AnyReading, Dialect, Reading};
use publication_metrics::language::Language;
use publication_metrics::widget::{
    BadgeKind, Record, StandaloneBadge, StandaloneBadgeProps, Theme,
};
use yew::LocalServerRenderer;

use super::each::{Made, each_record};
use super::input::read;
use super::{Outcome, dialect, fault};

/// Writes one badge of each record as SVG that stands alone, for READMEs, e-mails and PDFs
#[derive(Args)]
pub struct Badge {
    /// Files with a record each, or with one on each line (.ndjson, .jsonl); - is standard input, with one on each line
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// The dialect of all of them, in place of the one that each is found to be in
    #[arg(long, value_parser = dialect)]
    format: Option<&'static Dialect>,
    /// Which badge
    #[arg(long = "badge", value_enum, default_value_t = Kind::Citations)]
    kind: Kind,
    /// The language, as a BCP 47 tag
    #[arg(long, default_value = "en", value_name = "TAG")]
    lang: String,
    /// The colours; auto follows the reader's system
    #[arg(long, value_enum, default_value_t = Colours::Auto)]
    theme: Colours,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Citations,
    Altmetric,
    Quartile,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colours {
    Auto,
    Light,
    Dark,
    Mono,
}

impl Badge {
    pub fn run(self) -> io::Result<Outcome> {
        let work = |_: &str, text: &[u8]| self.drawn(text);
        each_record(&self.files, &work, &mut |place, message| {
            fault(place, message);
        })
    }

    fn drawn(&self, text: &[u8]) -> Made {
        let AnyReading {
            publication,
            warnings,
            ..
        } = read(text, self.format)?;
        let props = StandaloneBadgeProps {
            record: Record::of(Reading {
                publication,
                warnings,
            }),
            kind: match self.kind {
                Kind::Citations => BadgeKind::Citations,
                Kind::Altmetric => BadgeKind::Altmetric,
                Kind::Quartile => BadgeKind::Quartile,
            },
            language: Language::of(&self.lang),
            theme: match self.theme {
                Colours::Auto => Theme::Auto,
                Colours::Light => Theme::Light,
                Colours::Dark => Theme::Dark,
                Colours::Mono => Theme::Mono,
            },
        };
        let svg = LocalServerRenderer::<StandaloneBadge>::with_props(props).hydratable(false);
        Ok((pollster::block_on(svg.render()) + "\n").into_bytes())
    }
}
