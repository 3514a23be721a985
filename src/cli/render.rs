use std::io;
use std::rc::Rc;

use clap::{Args, ValueEnum};
use publication_metrics::formats::{AnyReading, Reading, write};
use publication_metrics::language::Language;
use publication_metrics::widget::{Layout, NoHost, Record, Settings, Widget, WidgetProps};
use yew::LocalServerRenderer;

use super::Outcome;
use super::each::Made;
use super::filter::{Filter, in_one_line};
use super::input::read;

/// The styles of every widget, and those of whole pages.
const STYLES: [&str; 2] = [
    include_str!("../../www/styles.css"),
    include_str!("../../www/page.css"),
];

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
        let AnyReading {
            publication,
            warnings,
            ..
        } = read(text, self.filter.format)?;
        let record =
            serde_json::to_string(&write(&publication)).map_err(|error| error.to_string())?;
        let reading = Reading {
            publication,
            warnings,
        };
        let widget = self.widget(reading);
        let html = if self.fragment {
            widget
        } else {
            self.element(&widget, &record)
        };
        Ok(in_one_line(&html))
    }

    fn widget(&self, reading: Reading) -> String {
        let settings = Settings {
            layout: match self.layout {
                LayoutName::Badges => Layout::Badges,
                LayoutName::Card => Layout::Card,
                LayoutName::Full => Layout::Full,
            },
            heading_level: self.heading_level,
            ..Settings::default()
        };
        let props = WidgetProps {
            record: Record::of(reading),
            settings,
            language: Language::of(&self.lang),
            host: Rc::new(NoHost),
            open: None,
        };
        let html = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
        pollster::block_on(html.render())
    }

    /// The element with a declarative shadow root, as the script would fill it.
    fn element(&self, widget: &str, record: &str) -> String {
        let styles = if self.layout == LayoutName::Full {
            &STYLES[..]
        } else {
            &STYLES[..1]
        };
        let theme = name_of(&self.theme);
        let heading_level = match self.layout {
            LayoutName::Full => format!(" heading-level=\"{}\"", self.heading_level),
            _ => String::new(),
        };
        format!(
            "<publication-metrics layout=\"{}\" theme=\"{theme}\" lang=\"{}\"{heading_level}>\
             <template shadowrootmode=\"open\"><style>{}</style><div data-theme=\"{theme}\">{widget}</div></template>\
             <script type=\"application/json\">{}</script></publication-metrics>",
            name_of(&self.layout),
            attribute(&self.lang),
            styles.concat(),
            // Only `</script` could end the data early, and JSON can write it otherwise.
            record.replace('<', "\\u003c"),
        )
    }
}

/// Text as an attribute between double quotes has it.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
