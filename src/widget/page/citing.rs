//! What a reader takes away to cite the publication: references, files for reference managers, the QR code.

use super::section::heading;
use crate::language::{Language, Message};
use crate::publication::RichText;
use crate::widget::nodes::Nodes;
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
    pub fn view(&self, out: &mut Nodes) {
        out.draw("<div class='cite'>");
        match self.level {
            Some(level) => heading(level, self.language.word(Message::PageCite), out),
            None => out.draw("<></>"),
        }
        begin_choices(Message::PageReference, out);
        for (key, name) in STYLES {
            self.choice(key, name.to_owned(), out);
        }
        out.draw("</div>");
        begin_choices(Message::PageExport, out);
        for (key, name) in FILES {
            self.choice(key, name.to_owned(), out);
        }
        out.draw("</div><div class='choices'>");
        self.choice(QR_CODE, self.language.word(Message::PageQr), out);
        // It is there before anything is said in it, or screen readers would not say it.
        match self.status() {
            Some(status) => out.word(status),
            None => out.fixed(""),
        }
        out.draw("</div><p class='status' role='status'>*</p><div class='answer'>");
        if let Some(cited) = &self.cited {
            self.answer(cited, out);
        }
        out.draw("</div></div>");
    }

    fn choice(&self, key: &'static str, name: String, out: &mut Nodes) {
        let is_chosen = self.cited.as_ref().is_some_and(|it| it.wanted == key);
        out.fixed(key);
        out.fixed(if is_chosen { "true" } else { "false" });
        out.given(name);
        out.draw("<button type='button' class='choice' data-cite='*' aria-pressed='*'>*</button>");
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

    fn answer(&self, cited: &Cited, out: &mut Nodes) {
        let shown = match &cited.answer {
            Answer::Waiting => return,
            Answer::Unavailable => return deed("retry", Message::PageRetry, out),
            Answer::Here(shown) => shown,
        };
        let qr_code = shown.split_once(' ');
        let qr_code = qr_code.filter(|_| cited.wanted == QR_CODE);
        let file = FILES.iter().find(|(key, _)| *key == cited.wanted);
        if let Some((side, path)) = qr_code {
            self.qr_code(side, path, out);
        } else if let Some((_, name)) = file {
            self::file(name, shown, out);
        } else {
            out.draw("<p class='cited' tabindex='-1' dir='auto'>");
            rich(&RichText::parse(shown), out);
            out.draw("</p>");
        }
        out.draw("<div class='choices'>");
        if qr_code.is_none() {
            deed("copy", Message::Copy, out);
        }
        deed("save", Message::PageDownload, out);
        out.draw("</div>");
    }

    /// Dark on light in every theme: what reads it demands that.
    fn qr_code(&self, side: &str, path: &str, out: &mut Nodes) {
        let mut leads = self.language.phrase(Message::PageQrLeads);
        leads.text("link", &self.link);
        out.given(["0 0 ", side, " ", side].concat());
        out.given(leads.say());
        out.given(path.to_owned());
        out.draw("<svg class='qr' viewBox='*' role='img' aria-label='*'><path d='*'/></svg>");
    }
}

/// A button for what is shown.
fn deed(key: &'static str, words: Message, out: &mut Nodes) {
    out.fixed(key);
    out.word(words);
    out.draw("<button type='button' class='more' data-cited='*'>*</button>");
}

/// Begins a group of choices under its name.
fn begin_choices(name: Message, out: &mut Nodes) {
    out.word(name);
    out.word(name);
    // What the group is called already is not read twice.
    out.draw(
        "<p class='subheading' aria-hidden='true'>*</p><div class='choices' role='group' aria-label='*'>",
    );
}

/// The text of a file, which a reader can scroll by keyboard.
fn file(name: &'static str, content: &str, out: &mut Nodes) {
    out.fixed(name);
    out.given(content.to_owned());
    out.draw("<pre class='cited' tabindex='0' role='group' aria-label='*' dir='ltr'>*</pre>");
}
