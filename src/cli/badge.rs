use std::io;

use clap::{Args, ValueEnum};
use publication_metrics::language::Language;
use publication_metrics::render;
use publication_metrics::widget::{
    BadgeKind, Record, StandaloneBadge, StandaloneBadgeProps, Theme,
};

use super::each::Made;
use super::filter::{Filter, in_one_line};
use super::input::{json, read_json};
use super::{Outcome, WAITS};

/// Writes one badge of each record as SVG that stands alone, for READMEs, e-mails and PDFs
#[derive(Args)]
pub struct Badge {
    #[command(flatten)]
    filter: Filter,
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
        self.filter.run(&|_, text| self.drawn(text))
    }

    fn drawn(&self, text: &[u8]) -> Made {
        let given = json(text)?;
        let read = read_json(&given, self.filter.format)?;
        let props = StandaloneBadgeProps {
            record: Record::of(read.shown(&given)),
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
        let svg = render::html::<StandaloneBadge>(props).ok_or(WAITS)?;
        Ok(in_one_line(&svg))
    }
}
