//! What a reader takes away to cite the publication: references, files for reference managers, the QR code.

use yew::{AttrValue, Html};

use super::section::heading;
use crate::language::{Argument, Language, Message};
use crate::publication::RichText;
use crate::widget::element::{element, fixed, list, text, varied};
use crate::widget::share_panel::Copied;
use crate::widget::text::rich;

/// What a reader has asked for, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its key.
    pub wanted: &'static str,
    /// What came of asking.
    pub answer: Answer,
    /// What came of copying it, if that was tried.
    pub copied: Option<Copied>,
}

/// What came of asking for something that has to be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is on its way.
    Waiting,
    /// It could not be had.
    Unavailable,
    /// A reference with inline markup, the text of a file, or the side and the path of the QR code.
    Here(String),
}

/// The styles of references, by their keys and by the names that readers know.
const STYLES: [(&str, &str); 6] = [
    ("apa", "APA"),
    ("mla", "MLA"),
    ("chicago", "Chicago"),
    ("harvard", "Harvard"),
    ("vancouver", "Vancouver"),
    ("ieee", "IEEE"),
];

/// The files, by their keys and names.
const FILES: [(&str, &str); 3] = [
    ("bibtex", "BibTeX"),
    ("ris", "RIS"),
    ("csl-json", "CSL-JSON"),
];

const QR_CODE: &str = "qr";

/// What a key stands for that a button has.
pub fn wanted(key: &str) -> Option<&'static str> {
    let keys = STYLES.into_iter().chain(FILES).map(|(known, _)| known);
    keys.chain([QR_CODE]).find(|known| *known == key)
}

/// The buttons, and what was asked for last.
pub struct Citing<'a> {
    /// What it is in.
    pub language: &'a Language,
    /// What was asked for last.
    pub cited: Option<Cited>,
    /// Where the QR code leads.
    pub link: String,
    /// The level of its heading; none in a panel, which has one.
    pub level: Option<u8>,
}

impl Citing<'_> {
    /// All of it.
    pub fn view(&self) -> Html {
        let word = |message| self.language.word(message);
        let files = FILES.map(|(key, name)| self.choice(key, name)).into();
        let qr_code = self.choice(QR_CODE, &word(Message::PageQr));
        let styles = STYLES.map(|(key, name)| self.choice(key, name)).into();
        let answer = self.cited.as_ref().map(|cited| self.answer(cited));
        let title = self
            .level
            .map(|level| heading(level, word(Message::PageCite)));
        let parts = vec![
            title.unwrap_or_default(),
            choices(word(Message::PageReference), styles),
            choices(word(Message::PageExport), files),
            element("div", fixed!["class" = "choices"], vec![qr_code]),
            // It is there before anything is said in it, or screen readers would not say it.
            element(
                "p",
                fixed!["class" = "status", "role" = "status"],
                vec![text(self.status().map(word).unwrap_or_default())],
            ),
            element(
                "div",
                fixed!["class" = "answer"],
                answer.unwrap_or_default(),
            ),
        ];
        element("div", fixed!["class" = "cite"], parts)
    }

    fn choice(&self, key: &'static str, name: &str) -> Html {
        let is_chosen = self.cited.as_ref().is_some_and(|it| it.wanted == key);
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        varied(
            "button",
            &["type", "class", "data-cite", "aria-pressed"],
            vec![
                fixed("button"),
                fixed("choice"),
                fixed(key),
                fixed(if is_chosen { "true" } else { "false" }),
            ],
            vec![text(name.to_owned())],
        )
    }

    fn status(&self) -> Option<Message> {
        let cited = self.cited.as_ref()?;
        match (&cited.answer, cited.copied) {
            (Answer::Waiting, _) => Some(Message::Preparing),
            (Answer::Unavailable, _) => Some(Message::Unavailable),
            (_, Some(Copied::Done)) => Some(Message::Copied),
            (_, Some(Copied::Selected)) => Some(Message::PageCopyByHand),
            (_, None) => None,
        }
    }

    fn answer(&self, cited: &Cited) -> Vec<Html> {
        let shown = match &cited.answer {
            Answer::Waiting => return Vec::new(),
            Answer::Unavailable => return vec![self.deed("retry", Message::PageRetry)],
            Answer::Here(shown) => shown,
        };
        let mut deeds = vec![self.deed("save", Message::PageDownload)];
        let shown = match shown.split_once(' ') {
            Some((side, path)) if cited.wanted == QR_CODE => self.qr_code(side, path),
            _ => {
                deeds.insert(0, self.deed("copy", Message::Copy));
                let is_file = FILES.iter().any(|(key, _)| *key == cited.wanted);
                if is_file {
                    file(cited.wanted, shown)
                } else {
                    let fixed = fixed!["class" = "cited", "tabindex" = "-1", "dir" = "auto"];
                    element("p", fixed, vec![rich(&RichText::parse(shown))])
                }
            }
        };
        vec![shown, element("div", fixed!["class" = "choices"], deeds)]
    }

    /// A button for what is shown.
    fn deed(&self, key: &'static str, words: Message) -> Html {
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        varied(
            "button",
            &["type", "class", "data-cited"],
            vec![fixed("button"), fixed("more"), fixed(key)],
            vec![text(self.language.word(words))],
        )
    }

    /// Dark on light in every theme: what reads it demands that.
    fn qr_code(&self, side: &str, path: &str) -> Html {
        let leads = [("link", Argument::Text(&self.link))];
        let label = self.language.say(Message::PageQrLeads, &leads);
        let path = varied(
            "path",
            &["d"],
            vec![Some(AttrValue::from(path.to_owned()))],
            Vec::new(),
        );
        varied(
            "svg",
            &["class", "viewBox", "role", "aria-label"],
            vec![
                Some(AttrValue::Static("qr")),
                Some(AttrValue::from(["0 0 ", side, " ", side].concat())),
                Some(AttrValue::Static("img")),
                Some(AttrValue::from(label)),
            ],
            vec![path],
        )
    }
}

fn choices(name: String, buttons: Vec<Html>) -> Html {
    let label = text(name.clone());
    let group = varied(
        "div",
        &["class", "role", "aria-label"],
        vec![
            Some(AttrValue::Static("choices")),
            Some(AttrValue::Static("group")),
            Some(AttrValue::from(name)),
        ],
        buttons,
    );
    // What the group is called already is not read twice.
    let label = element(
        "p",
        fixed!["class" = "subheading", "aria-hidden" = "true"],
        vec![label],
    );
    list(vec![label, group])
}

/// The text of a file, which a reader can scroll by keyboard.
fn file(key: &'static str, content: &str) -> Html {
    let name = FILES.iter().find(|(known, _)| *known == key);
    varied(
        "pre",
        &["class", "tabindex", "role", "aria-label", "dir"],
        vec![
            Some(AttrValue::Static("cited")),
            Some(AttrValue::Static("0")),
            Some(AttrValue::Static("group")),
            name.map(|(_, name)| AttrValue::Static(name)),
            Some(AttrValue::Static("ltr")),
        ],
        vec![text(content.to_owned())],
    )
}
