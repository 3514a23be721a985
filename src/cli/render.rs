use std::io;

use clap::{Args, ValueEnum};
use publication_metrics::formats::write;
use publication_metrics::language::Language;
use publication_metrics::render::{self, Element};
use publication_metrics::widget::{Attributes, Settings};

use super::each::Made;
use super::filter::{Filter, in_one_line};
use super::input::{json, read_json};
use super::{Outcome, WAITS};

/// Writes records of any dialect as HTML that shows without a script, one on each line
///
/// What is written is the element with its record, so that the script takes it over where it runs.
#[derive(Args)]
pub struct Render {
    #[command(flatten)]
    filter: Filter,
    /// How much is shown
    #[arg(long, value_enum, default_value_t = LayoutName::Badges)]
    layout: LayoutName,
    /// The language, as a BCP 47 tag
    #[arg(long, default_value = "en", value_name = "TAG")]
    lang: String,
    /// The colours
    #[arg(long, value_enum, default_value_t = Theme::Auto)]
    theme: Theme,
    /// The level of the title's heading in the layout full, 1 to 6
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=6), value_name = "LEVEL")]
    heading_level: u8,
    /// The markup alone, without the element, its shadow root and the styles
    #[arg(long)]
    fragment: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayoutName {
    Badges,
    Card,
    Full,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Theme {
    Auto,
    Light,
    Dark,
    Mono,
}

fn name_of(value: &impl ValueEnum) -> String {
    let name = value.to_possible_value();
    name.map(|it| it.get_name().to_owned()).unwrap_or_default()
}

impl Render {
    pub fn run(self) -> io::Result<Outcome> {
        self.filter.run(&|_, text| self.rendered(text))
    }

    /// The HTML of a record on one line.
    fn rendered(&self, text: &[u8]) -> Made {
        let given = json(text)?;
        let read = read_json(&given, self.filter.format)?;
        let record = if read.is_own(&given) {
            // What of it could not be read is shown as such, by the script too.
            serde_json::to_string(&given)
        } else {
            serde_json::to_string(&write(&read.publication))
        };
        let record = record.map_err(|error| error.to_string())?;
        let reading = read.shown(&given);

        let [layout, theme] = [name_of(&self.layout), name_of(&self.theme)];
        let heading_level = self.heading_level.to_string();
        let is_page = self.layout == LayoutName::Full;
        let attributes = Attributes {
            layout: Some(&layout),
            heading_level: is_page.then_some(&heading_level),
            ..Attributes::default()
        };
        // The arguments allow no value that there could be a complaint of.
        let settings = Settings::read(&attributes, &mut drop);
        let widget = render::widget(reading, settings, Language::of(&self.lang)).ok_or(WAITS)?;
        if self.fragment {
            return Ok(in_one_line(&widget));
        }
        let element = Element {
            attributes,
            lang: &self.lang,
            theme: &theme,
            ..Element::default()
        };
        Ok(in_one_line(&element.html(&widget, &record)))
    }
}
