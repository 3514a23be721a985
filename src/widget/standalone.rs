//! One badge as a picture that stands alone: in a README, an e-mail, a PDF, where no script and no page's styles reach.

use yew::{Component, Context, Html, Properties};

use super::badge::Badge;
use super::glyph::Glyph;
use super::nodes::Nodes;
use super::record::Record;
use super::settings::BadgeKind;
use crate::language::Language;

/// What the picture shows.
#[derive(Clone, PartialEq, Properties)]
pub struct StandaloneBadgeProps {
    /// The record.
    pub record: Record,
    /// Which badge.
    pub kind: BadgeKind,
    /// In which language.
    pub language: Language,
    /// In which colours.
    pub theme: Theme,
}

/// The colours of a picture, which knows no page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the reader's system is.
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// Black on white, for print.
    Mono,
}

const LIGHT: &str = "--paper:#fff;--ink:#1b1f24;--soft:#57606c;--line:#d9dde3;--accent:#0b57d0;--quartile:#0f766e;\
    --mentions:#1d6fb8;--readers:#b4232a;--captures:#a85d00;--usage:#5b3fd1";
const DARK: &str = "--paper:#16191e;--ink:#e8eaed;--soft:#a4adb8;--line:#343b44;--accent:#8ab4f8;--quartile:#5eead4;\
    --mentions:#7cc4ff;--readers:#ff8a80;--captures:#f2b04b;--usage:#c0a8ff";
const MONO: &str = "--paper:#fff;--ink:#000;--soft:#000;--line:#aaa;--accent:#000;--quartile:#000;--mentions:#000;\
    --readers:#555;--captures:#888;--usage:#bbb";

const RULES: &str = "text{font-family:system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;fill:var(--ink)}\
    .value{font-size:17px;font-weight:700}.label{font-size:12px;font-weight:600}.note{font-size:11px;fill:var(--soft)}\
    .frame{fill:var(--paper);stroke:var(--line)}.glyph{fill:none}.quotation{fill:var(--accent)}\
    .ring circle{stroke-width:5}.arc{transform:rotate(-90deg);transform-origin:50% 50%}.track{stroke:var(--line)}\
    .mentions{stroke:var(--mentions)}.readers{stroke:var(--readers)}.captures{stroke:var(--captures)}\
    .usage{stroke:var(--usage)}.rung{fill:var(--line)}.marked{fill:var(--quartile)}";

impl Theme {
    fn styles(self) -> String {
        let colours = match self {
            Self::Auto => {
                return format!(
                    "svg{{{LIGHT}}}@media(prefers-color-scheme:dark){{svg{{{DARK}}}}}{RULES}"
                );
            }
            Self::Light => LIGHT,
            Self::Dark => DARK,
            Self::Mono => MONO,
        };
        format!("svg{{{colours}}}{RULES}")
    }
}

/// A badge as SVG.
pub struct StandaloneBadge;

/// The distance of the glyph from the frame, and its size.
const GLYPH: (u32, u32) = (10, 28);
/// Where the text begins.
const TEXT: u32 = 48;
/// The distance of the text from the frame.
const PADDING: u32 = 12;
const HEIGHT: u32 = 48;

impl Component for StandaloneBadge {
    type Message = ();
    type Properties = StandaloneBadgeProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let StandaloneBadgeProps {
            record,
            kind,
            language,
            theme,
        } = context.props();
        let Badge {
            glyph,
            value,
            label,
            note,
            ..
        } = kind.badge(record, language);
        let is_rtl = language.is_rtl();
        let plain = |words: &str| {
            if is_rtl {
                words.to_owned()
            } else {
                unmarked(words)
            }
        };
        let (value, label, note) = (plain(value.text()), plain(&label), plain(&note));
        let (value_width, label_width) = (width(&value, 17.0 * 1.05), width(&label, 12.0 * 1.03));
        let note_width = width(&note, 11.0);
        let first_line = value_width + 6 + label_width;
        let whole = TEXT + first_line.max(note_width) + PADDING;
        // From the side where the language begins.
        let at = |x: u32| if is_rtl { whole - x } else { x };
        let glyph_at = if is_rtl {
            whole - GLYPH.0 - GLYPH.1
        } else {
            GLYPH.0
        };
        let said = [&*value, &label, &note].join(" ");
        let mut out = Nodes::new(language);
        out.given(whole.to_string());
        out.given(HEIGHT.to_string());
        out.given(format!("0 0 {whole} {HEIGHT}"));
        out.given(said.clone());
        out.given(language.tag().to_owned());
        out.fixed_if(is_rtl, "rtl");
        out.given(said);
        out.given(theme.styles());
        out.draw(
            "<svg xmlns='http://www.w3.org/2000/svg' width='*' height='*' viewBox='*' role='img' aria-label='*' lang='*' \
             direction='*'><title>*</title><style>*</style>",
        );
        framed(whole, &mut out);
        placed(glyph, glyph_at, &mut out);
        let second = at(TEXT + value_width + 6);
        written("value", (at(TEXT), 21), value_width, value, &mut out);
        written("label", (second, 21), label_width, label, &mut out);
        written("note", (at(TEXT), 37), note_width, note, &mut out);
        out.draw("</svg>");
        out.finish()
    }
}

fn framed(whole: u32, out: &mut Nodes) {
    out.given((whole - 1).to_string());
    out.given((HEIGHT - 1).to_string());
    out.draw("<rect class='frame' x='0.5' y='0.5' width='*' height='*' rx='9'/>");
}

fn placed(glyph: Glyph, x: u32, out: &mut Nodes) {
    out.given(x.to_string());
    out.given(GLYPH.0.to_string());
    out.given(GLYPH.1.to_string());
    out.given(GLYPH.1.to_string());
    out.draw("<svg x='*' y='*' width='*' height='*'>");
    glyph.draw(out);
    out.draw("</svg>");
}

/// Text that takes the room that was counted for it, whichever font is there.
fn written(class: &'static str, at: (u32, u32), width: u32, words: String, out: &mut Nodes) {
    out.fixed(class);
    out.given(at.0.to_string());
    out.given(at.1.to_string());
    if width > 0 {
        out.given(width.to_string());
    } else {
        out.absent();
    }
    out.given(words);
    out.draw("<text class='*' x='*' y='*' textLength='*' lengthAdjust='spacingAndGlyphs'>*</text>");
}

/// Without the marks of directions, which some programs draw: from left to right nothing here needs them.
fn unmarked(words: &str) -> String {
    words.chars().filter(|it| !is_mark(*it)).collect()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// About how wide a text is in a sans-serif of a size, in pixels: nobody can measure fonts that are the reader's.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn width(words: &str, size: f64) -> u32 {
    let of = |letter: char| match letter {
        mark if is_mark(mark) => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 0.28,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.88,
        'A'..='Z' => 0.66,
        '0'..='9' => 0.58,
        // Han, kana and Hangul stand in squares.
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => 1.0,
        _ => 0.55,
    };
    let ems: f64 = words.chars().map(of).sum();
    (ems * size).ceil() as u32
}
