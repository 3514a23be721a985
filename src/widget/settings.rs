use super::badge::Badge;
#[cfg(feature = "full")]
use super::page::Section;
use super::record::Record;
#[cfg(not(feature = "full"))]
use super::waiting::Waiting;
use super::{attention, citations, quartile};
use crate::language::Language;
#[cfg(feature = "full")]
use crate::publication::text::joined;
use crate::share::Target;

/// How the element's attributes ask the record to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How much is shown.
    pub layout: Layout,
    /// Which badges, in which order.
    pub badges: Vec<BadgeKind>,
    /// Where the share panel leads, in which order; empty: there is no panel.
    pub share: Vec<Target>,
    /// Whether a badge with no data takes no room.
    pub hide_empty: bool,
    /// Which sections the whole page has, in which order.
    #[cfg(feature = "full")]
    pub sections: Vec<Section>,
    /// The level of the title's heading, 1 to 6; the sections' are below it.
    #[cfg(feature = "full")]
    pub heading_level: u8,
    /// What the reader is told who waits for what a button opens.
    #[cfg(not(feature = "full"))]
    pub waiting: Option<Waiting>,
}

/// The values of the element's attributes as the page wrote them; `None` for those that it did not write.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attributes<'a> {
    /// `layout`
    pub layout: Option<&'a str>,
    /// `badges`
    pub badges: Option<&'a str>,
    /// `share`
    pub share: Option<&'a str>,
    /// `hide-empty`
    pub hide_empty: bool,
    /// `sections`
    #[cfg(feature = "full")]
    pub sections: Option<&'a str>,
    /// `heading-level`
    #[cfg(feature = "full")]
    pub heading_level: Option<&'a str>,
    /// What the reader is told who waits: of the element's own, and no attribute.
    #[cfg(not(feature = "full"))]
    pub waiting: Option<&'a str>,
}

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row of badges.
    Badges,
    /// Type, title and venue above the badges.
    Card,
    /// Every section of a publication's page.
    #[cfg(feature = "full")]
    Full,
}

/// A badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeKind {
    /// How often it is cited.
    Citations,
    /// Attention beyond citations.
    Altmetric,
    /// Where the venue stands.
    Quartile,
}

impl BadgeKind {
    /// Every badge, in the order of a row.
    pub const ALL: [Self; 3] = [Self::Citations, Self::Altmetric, Self::Quartile];

    /// Its name in the `badges` attribute and in part names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Citations => "citations",
            Self::Altmetric => "altmetric",
            Self::Quartile => "quartile",
        }
    }

    /// The badge of a record.
    pub(super) fn badge(self, record: &Record, language: &Language) -> Badge {
        let of = match self {
            Self::Citations => citations::badge,
            Self::Altmetric => attention::badge,
            Self::Quartile => quartile::badge,
        };
        of(record, language)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            layout: Layout::Badges,
            badges: BadgeKind::ALL.to_vec(),
            share: Target::ALL.to_vec(),
            hide_empty: false,
            #[cfg(feature = "full")]
            sections: Section::ALL.to_vec(),
            #[cfg(feature = "full")]
            heading_level: HEADING_LEVEL,
            #[cfg(not(feature = "full"))]
            waiting: None,
        }
    }
}

/// Below the one heading of the first level that a page has.
#[cfg(feature = "full")]
const HEADING_LEVEL: u8 = 2;

impl Settings {
    /// Reads the attributes. A value that is not known falls back to the default, and a word of a list that is
    /// not known is left out; `complain` is told of each, in a sentence for the author of the page.
    pub fn read(attributes: &Attributes<'_>, complain: &mut dyn FnMut(String)) -> Self {
        let defaults = Self::default();
        let layout = match attributes.layout.map(str::trim).unwrap_or_default() {
            "" | "badges" => Layout::Badges,
            "card" => Layout::Card,
            #[cfg(feature = "full")]
            "full" => Layout::Full,
            // Not this program's task: the shell has another for it.
            #[cfg(not(feature = "full"))]
            "full" => Layout::Card,
            other => {
                complain(unknown("layout", other, "badges, card, full"));
                defaults.layout
            }
        };
        let badges = listed(
            attributes.badges,
            "badges",
            "citations, altmetric, quartile",
            complain,
            |word| {
                BadgeKind::ALL
                    .into_iter()
                    .find(|badge| badge.name().eq_ignore_ascii_case(word))
            },
        );
        let share = match attributes.share.map(str::trim) {
            Some("none") => Some(Vec::new()),
            Some("panel") => None,
            _ => listed(
                attributes.share,
                "share",
                "panel, none, copy, bluesky, mastodon, linkedin, x, facebook, whatsapp, telegram, \
                 reddit, mendeley, email, system",
                complain,
                Target::parse,
            ),
        };
        Self {
            layout,
            badges: badges.unwrap_or(defaults.badges),
            share: share.unwrap_or(defaults.share),
            hide_empty: attributes.hide_empty,
            #[cfg(feature = "full")]
            sections: sections(attributes.sections, complain).unwrap_or(defaults.sections),
            #[cfg(feature = "full")]
            heading_level: heading_level(attributes.heading_level, complain),
            #[cfg(not(feature = "full"))]
            waiting: attributes.waiting.and_then(Waiting::of),
        }
    }

    /// Where the share panel leads: on a whole page not to what it takes to cite, which is below the panel.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        #[cfg(feature = "full")]
        let is_page = self.layout == Layout::Full;
        #[cfg(not(feature = "full"))]
        let is_page = false;
        let targets = self.share.iter().copied();
        targets.filter(move |it| !is_page || *it != Target::Cite)
    }
}

#[cfg(feature = "full")]
fn sections(value: Option<&str>, complain: &mut dyn FnMut(String)) -> Option<Vec<Section>> {
    let known = joined(&Section::ALL.map(|it| it.key().to_owned()), ", ");
    listed(value, "sections", &known, complain, |word| {
        Section::ALL
            .into_iter()
            .find(|section| section.key().eq_ignore_ascii_case(word))
    })
}

#[cfg(feature = "full")]
fn heading_level(value: Option<&str>, complain: &mut dyn FnMut(String)) -> u8 {
    match value.map(str::trim).unwrap_or_default() {
        "" => HEADING_LEVEL,
        "1" => 1,
        "2" => 2,
        "3" => 3,
        "4" => 4,
        "5" => 5,
        "6" => 6,
        other => {
            complain(unknown("heading-level", other, "1, 2, 3, 4, 5, 6"));
            HEADING_LEVEL
        }
    }
}

/// The known words of a space-separated list, each once; `None` where there is none.
fn listed<T: PartialEq>(
    value: Option<&str>,
    attribute: &str,
    known: &str,
    complain: &mut dyn FnMut(String),
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    let mut words = Vec::new();
    for word in value.unwrap_or_default().split_ascii_whitespace() {
        match parse(word) {
            Some(word) if !words.contains(&word) => words.push(word),
            Some(_) => {}
            None => complain(unknown(attribute, word, known)),
        }
    }
    (!words.is_empty()).then_some(words)
}

fn unknown(attribute: &str, value: &str, known: &str) -> String {
    [
        attribute,
        "=\"",
        value,
        "\" is not known; known are: ",
        known,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(layout: &str, badges: &str, share: &str) -> (Settings, Vec<String>) {
        read_all(&Attributes {
            layout: Some(layout),
            badges: Some(badges),
            share: Some(share),
            ..Attributes::default()
        })
    }

    fn read_all(attributes: &Attributes) -> (Settings, Vec<String>) {
        let mut complaints = Vec::new();
        let settings = Settings::read(attributes, &mut |it| complaints.push(it));
        (settings, complaints)
    }

    #[test]
    fn absent_and_empty_attributes_are_the_defaults() {
        assert_eq!(read("", "", ""), (Settings::default(), vec![]));
        assert_eq!(
            read("badges", "citations altmetric quartile", "panel").0,
            Settings::default()
        );
        let absent = read_all(&Attributes::default());
        assert_eq!(absent, (Settings::default(), vec![]));
    }

    #[test]
    fn lists_keep_their_order_and_name_each_once() {
        let (settings, complaints) =
            read("card", "quartile citations quartile", " email  bluesky ");
        assert_eq!(settings.layout, Layout::Card);
        assert_eq!(settings.badges, [BadgeKind::Quartile, BadgeKind::Citations]);
        assert_eq!(settings.share, [Target::Email, Target::Bluesky]);
        assert!(complaints.is_empty());
        assert_eq!(read("", "", "none").0.share, []);
    }

    #[test]
    fn what_is_not_known_falls_back_and_is_told() {
        let (settings, complaints) = read("poster", "stars", "myspace");
        assert_eq!(settings, Settings::default());
        assert_eq!(complaints.len(), 3);
        assert_eq!(
            complaints[0],
            "layout=\"poster\" is not known; known are: badges, card, full"
        );
        let (settings, complaints) = read("", "stars citations", "");
        assert_eq!(
            (settings.badges.as_slice(), complaints.len()),
            (&[BadgeKind::Citations][..], 1)
        );
    }

    #[test]
    #[cfg(feature = "full")]
    fn a_page_has_the_sections_and_headings_asked_for() {
        let read = |sections, heading_level| {
            read_all(&Attributes {
                sections: Some(sections),
                heading_level: Some(heading_level),
                ..Attributes::default()
            })
        };
        let (settings, complaints) = read("quality header quality", "3");
        assert_eq!(settings.sections, [Section::Quality, Section::Header]);
        assert_eq!((settings.heading_level, complaints.len()), (3, 0));
        let (settings, complaints) = read("poem", "seven");
        assert_eq!(settings, Settings::default());
        assert_eq!(complaints.len(), 2);
        assert!(complaints[0].contains("known are: header, indexed-in, license"));
    }
}
