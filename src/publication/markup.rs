use super::entity;
#[cfg(feature = "full")]
use super::tex;
use super::text::{after_last, is_hidden};

/// Text with the inline styles that titles and abstracts have; everything else of its markup is dropped or kept as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    runs: Vec<Run>,
}

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, with entities decoded and white space folded.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// An inline style that a title may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// `<i>`, `<em>`, `<italic>`
    Italic,
    /// `<b>`, `<strong>`, `<bold>`
    Bold,
    /// `<sub>`
    Sub,
    /// `<sup>`
    Sup,
    /// `<sc>`
    #[cfg(feature = "full")]
    SmallCaps,
    /// `<u>`, `<underline>`
    #[cfg(feature = "full")]
    Underline,
    /// A formula in TeX.
    #[cfg(feature = "full")]
    Tex,
    /// No text: here an element of a formula begins, of this name in `MathML`.
    #[cfg(feature = "full")]
    Begin(&'static str),
    /// No text: here the element of a formula ends that began last.
    #[cfg(feature = "full")]
    End,
}

impl RichText {
    /// Reads text with HTML or JATS markup, encoded (`&lt;i&gt;`) or not. Every text is read somehow.
    ///
    /// Of nested styles the innermost counts. Tags of no style are dropped and their text is kept, but for
    /// scripts, style sheets and the annotations of formulas. A formula in TeX is text unless the same stands in `MathML`
    /// right before or after it (without the feature `full` it is dropped). What only looks like a tag (`p<0.05`,
    /// `a < b and c > d`) is text.
    pub fn parse(text: &str) -> Self {
        let text = entity::decode(text);
        let mut builder = Builder::default();
        let mut rest = &*text;
        while let Some((before, after)) = rest.split_once('<') {
            builder.text(before);
            rest = match Tag::read(after) {
                #[cfg(feature = "full")]
                Some((tag, tail)) if !tag.closing && tag.name == "tex-math" => {
                    let (source, tail) = until_closing(&tag.name, tail);
                    builder.tex(source);
                    tail
                }
                Some((tag, tail)) if tag.hides_its_content() => until_closing(&tag.name, tail).1,
                Some((tag, tail)) => {
                    builder.tag(&tag);
                    tail
                }
                None => {
                    builder.text("<");
                    after
                }
            };
        }
        builder.text(rest);
        #[cfg(feature = "full")]
        builder.end(0);
        Self { runs: builder.runs }
    }

    /// The runs in order; neighbours differ in style.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The text without its styles.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The text with markup that reads back as the same.
    #[cfg(feature = "dialects")]
    pub fn markup(&self) -> String {
        let mut markup = String::new();
        let mut open = Vec::new();
        for run in &self.runs {
            let tag = match run.style {
                Style::Plain => "",
                Style::Italic => "i",
                Style::Bold => "b",
                Style::Sub => "sub",
                Style::Sup => "sup",
                Style::SmallCaps => "sc",
                Style::Underline => "u",
                Style::Tex => "tex-math",
                Style::Begin(name) => {
                    markup.push_str(&["<", name, ">"].concat());
                    open.push(name);
                    continue;
                }
                Style::End => {
                    let name = open.pop().unwrap_or_default();
                    markup.push_str(&["</", name, ">"].concat());
                    continue;
                }
            };
            let text = entity::encode(&match run.style {
                Style::Tex => whole(&run.text),
                _ => without_tags(&run.text),
            });
            if tag.is_empty() {
                markup.push_str(&text);
            } else {
                markup.push_str(&["<", tag, ">", &text, "</", tag, ">"].concat());
            }
        }
        markup
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

/// Text of which nothing is taken for a tag, as what was left of `<<x>i>` would be: a tag that is dropped parts each `<`
/// from what follows it.
#[cfg(feature = "dialects")]
fn without_tags(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        parted.extend([before, "<"]);
        if Tag::read(after).is_some() {
            parted.push_str("<!>");
        }
        rest = after;
    }
    parted.push_str(rest);
    parted
}

/// A formula in TeX of which nothing is taken away, as a part of what it was read of may have been. What parts it is
/// dropped in reading.
#[cfg(feature = "dialects")]
fn whole(formula: &str) -> String {
    const DROPPED: char = '\u{2060}';
    if tex::body(formula) == formula && !formula.contains("</") {
        return formula.to_owned();
    }
    let mut whole = String::from(DROPPED);
    for character in formula.chars() {
        whole.push(character);
        if matches!(character, '<' | '\\') {
            whole.push(DROPPED);
        }
    }
    whole.push(DROPPED);
    whole
}

/// A tag without its attributes, which nothing here needs.
pub(super) struct Tag {
    /// In lower case, without the namespace prefix.
    pub(super) name: String,
    pub(super) closing: bool,
    /// Whether it is an element of its own, without content.
    #[cfg(feature = "full")]
    is_empty: bool,
}

impl Tag {
    /// The tag that the text after a `<` begins with, and what follows it.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        // Looking no further than the next `<` keeps the reading of hostile text linear.
        let (inside, tail) = text.split_at_checked(text.find(['<', '>'])?)?;
        let tail = tail.strip_prefix('>')?;
        if inside.starts_with(['!', '?']) {
            return Some((
                Self {
                    name: String::new(),
                    closing: false,
                    #[cfg(feature = "full")]
                    is_empty: true,
                },
                tail,
            ));
        }
        let (inside, closing) = match inside.strip_prefix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let is_of_name = |character: char| {
            character.is_ascii_alphanumeric() || matches!(character, ':' | '-' | '_')
        };
        let end = inside
            .find(|character| !is_of_name(character))
            .unwrap_or(inside.len());
        let (name, attributes) = inside.split_at_checked(end)?;
        let is_tag = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && (attributes.trim_end_matches('/').trim().is_empty()
                || attributes.starts_with(|first: char| first == '/' || first.is_whitespace())
                    && attributes.contains('='));
        let name = after_last(name, ':').to_ascii_lowercase();
        is_tag.then_some((
            Self {
                name,
                closing,
                #[cfg(feature = "full")]
                is_empty: inside.ends_with('/'),
            },
            tail,
        ))
    }

    fn style(&self) -> Option<Style> {
        match self.name.as_str() {
            "i" | "em" | "italic" => Some(Style::Italic),
            "b" | "strong" | "bold" => Some(Style::Bold),
            "sub" => Some(Style::Sub),
            "sup" => Some(Style::Sup),
            #[cfg(feature = "full")]
            "sc" => Some(Style::SmallCaps),
            #[cfg(feature = "full")]
            "u" | "underline" => Some(Style::Underline),
            _ => None,
        }
    }

    /// The element of `MathML` Core that shows what an element of a formula says. Others are transparent: their content
    /// is shown without them.
    #[cfg(feature = "full")]
    fn of_formula(&self) -> Option<&'static str> {
        const SHOWN: [&str; 20] = [
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mfrac",
            "msqrt",
            "mroot",
            "mtable",
            "mtr",
            "mtd",
            "mmultiscripts",
            "mprescripts",
        ];
        match self.name.as_str() {
            // A group, whatever it is for: scripts and fractions count their parts.
            "mfenced" | "mstyle" | "mpadded" | "semantics" => Some("mrow"),
            name => SHOWN.into_iter().find(|it| *it == name),
        }
    }

    fn separates_words(&self) -> bool {
        matches!(self.name.as_str(), "br" | "break" | "p" | "div")
    }

    /// An `annotation` says in TeX what the rest of a formula says already.
    fn hides_its_content(&self) -> bool {
        #[cfg(feature = "full")]
        if !self.closing && self.name == "annotation-xml" {
            return true;
        }
        !self.closing
            && matches!(
                self.name.as_str(),
                "script" | "style" | "annotation" | "tex-math"
            )
    }
}

/// What stands before the closing tag of that name, and what follows it: nothing where the element is never closed.
fn until_closing<'text>(name: &str, text: &'text str) -> (&'text str, &'text str) {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        match Tag::read(after) {
            Some((tag, tail)) if tag.closing && tag.name == name => {
                let content = text.len() - after.len() - 1;
                return (text.get(..content).unwrap_or_default(), tail);
            }
            _ => rest = after,
        }
    }
    (text, "")
}

/// Styles nested deeper than this come from no title; the bound keeps hostile text cheap.
const DEEPEST: usize = 16;

#[derive(Default)]
struct Builder {
    runs: Vec<Run>,
    open: Vec<Style>,
    /// The elements of a formula that are open.
    #[cfg(feature = "full")]
    formula: Vec<&'static str>,
    /// The place of the run with which the last formula began.
    #[cfg(feature = "full")]
    begun: usize,
    /// White space that is written once a character follows it.
    space: Option<Space>,
}

struct Space {
    style: Style,
    line_break: bool,
}

impl Builder {
    fn style(&self) -> Style {
        #[cfg(feature = "full")]
        if !self.formula.is_empty() {
            return Style::Plain;
        }
        self.open.last().copied().unwrap_or_default()
    }

    fn tag(&mut self, tag: &Tag) {
        if tag.separates_words() {
            self.text(" ");
        }
        #[cfg(feature = "full")]
        if self.formula(tag) {
            return;
        }
        let Some(style) = tag.style() else { return };
        if !tag.closing {
            if self.open.len() < DEEPEST {
                self.open.push(style);
            }
        } else if let Some(index) = self.open.iter().rposition(|open| *open == style) {
            self.open.remove(index);
        }
    }

    /// Whether the tag is of a formula, or in one, where styles mean nothing.
    #[cfg(feature = "full")]
    fn formula(&mut self, tag: &Tag) -> bool {
        let is_outside = self.formula.is_empty();
        let Some(name) = tag.of_formula() else {
            return !is_outside;
        };
        if tag.closing {
            if let Some(index) = self.formula.iter().rposition(|open| *open == name) {
                self.end(index);
            }
        } else if is_outside == (name == "math") && self.formula.len() < DEEPEST {
            if is_outside {
                // The same formula in TeX stands right before it.
                if self.runs.pop_if(|it| it.style == Style::Tex).is_some() {
                    self.space = None;
                }
                self.flush();
                self.begun = self.runs.len();
            }
            // Within a formula it only lays out the record.
            self.space = None;
            self.mark(Style::Begin(name));
            self.formula.push(name);
            if tag.is_empty {
                self.end(self.formula.len() - 1);
            }
        }
        true
    }

    /// A formula in TeX, unless it says the one in `MathML` right before it again.
    #[cfg(feature = "full")]
    fn tex(&mut self, source: &str) {
        if !matches!(
            self.runs.last().map(|run| run.style),
            Some(Style::Begin(_) | Style::End)
        ) {
            self.open.push(Style::Tex);
            self.text(tex::body(source));
            self.open.pop();
        }
    }

    /// Ends the elements of a formula from an index on.
    #[cfg(feature = "full")]
    fn end(&mut self, index: usize) {
        while self.formula.len() > index {
            self.formula.pop();
            self.space = None;
            self.mark(Style::End);
        }
        // A formula of no text would be seen by nobody, and make a text of it that is not empty.
        let last = self.runs.get(self.begun..).unwrap_or_default();
        if self.formula.is_empty() && last.iter().all(|run| run.text.is_empty()) {
            self.runs.truncate(self.begun);
            self.take_back();
        }
    }

    #[cfg(feature = "full")]
    fn mark(&mut self, style: Style) {
        let text = String::new();
        self.runs.push(Run { text, style });
    }

    /// Writes the white space before a formula, which is of the text around it.
    #[cfg(feature = "full")]
    fn flush(&mut self) {
        if let Some(space) = self.space.take()
            && self.is_wanted(&space, ' ')
        {
            self.append(' ', space.style);
        }
    }

    /// Takes back the white space before a formula that came to nothing: it is of what follows, if anything does.
    #[cfg(feature = "full")]
    fn take_back(&mut self) {
        if let Some(run) = self.runs.last_mut()
            && run.text.ends_with(' ')
        {
            run.text.pop();
            let style = run.style;
            self.space = Some(Space {
                style,
                line_break: false,
            });
            self.runs.pop_if(|run| run.text.is_empty());
        }
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() {
                #[cfg(feature = "full")]
                if !self.formula.is_empty() && self.runs.last().is_some_and(|it| it.text.is_empty())
                {
                    // Between the elements of a formula it only lays out the record.
                    continue;
                }
                let style = self.style();
                let space = self.space.get_or_insert(Space {
                    style,
                    line_break: false,
                });
                space.line_break |= character == '\n';
            } else if !is_hidden(character) {
                if let Some(space) = self.space.take()
                    && self.is_wanted(&space, character)
                {
                    self.append(' ', space.style);
                }
                self.append(character, self.style());
            }
        }
    }

    /// No space at the start, and none where a record's XML was indented around a styled word in brackets or
    /// before punctuation (`(⏎ <i>PIK3CA</i>⏎ )`).
    fn is_wanted(&self, space: &Space, next: char) -> bool {
        #[cfg(feature = "full")]
        let last = self
            .runs
            .iter()
            .rev()
            .find_map(|run| run.text.chars().next_back());
        #[cfg(not(feature = "full"))]
        let last = self
            .runs
            .last()
            .and_then(|run| run.text.chars().next_back());
        let Some(last) = last else {
            return false;
        };
        !space.line_break
            || !matches!(last, '(' | '[') && !matches!(next, ')' | ']' | '.' | ',' | ';' | ':')
    }

    fn append(&mut self, character: char, style: Style) {
        match self.runs.last_mut() {
            Some(run) if run.style == style => run.text.push(character),
            _ => self.runs.push(Run {
                text: character.into(),
                style,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RichText, Style};

    /// The runs in a notation that is easy to read: `_italic_`, `*bold*`, `~sub~`, `^sup^`.
    fn written(text: &str) -> String {
        let mut written = String::new();
        for run in RichText::parse(text).runs() {
            let mark = match run.style {
                Style::Plain => "",
                Style::Italic => "_",
                Style::Bold => "*",
                Style::Sub => "~",
                Style::Sup => "^",
                Style::SmallCaps => "%",
                Style::Underline => "=",
                Style::Tex => "$",
                Style::Begin(name) => {
                    written.extend(["<", name, ">"]);
                    continue;
                }
                Style::End => "</>",
            };
            if run.style == Style::End {
                written.push_str(mark);
                continue;
            }
            written.extend([mark, &run.text, mark]);
        }
        written
    }

    #[test]
    fn understands_the_inline_styles_of_titles() {
        for (text, expected) in [
            ("No markup", "No markup"),
            ("<i>a</i> <em>b</em> <italic>c</italic>", "_a_ _b_ _c_"),
            ("<b>a</b><strong>b</strong><bold>c</bold>", "*abc*"),
            ("H<sub>2</sub>O at 10<sup>6</sup>", "H~2~O at 10^6^"),
            (
                "<jats:italic>E. coli</jats:italic> in <JATS:SUP>3</JATS:SUP>He",
                "_E. coli_ in ^3^He",
            ),
            (
                "the <i class=\"species\">PIK3CA</i> gene",
                "the _PIK3CA_ gene",
            ),
            ("&lt;i&gt;Lavandula&lt;/i&gt;", "_Lavandula_"),
            (
                "&amp;lt;em&amp;gt;x&amp;lt;/em&amp;gt; &amp;amp; y",
                "_x_ & y",
            ),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn the_innermost_style_counts() {
        assert_eq!(written("<i>a<sup>2</sup>b</i>c"), "_a_^2^_b_c");
        assert_eq!(written("<i>a<b>b</i>c</b>d"), "_a_*bc*d");
        assert_eq!(written("a</i>b<i>c"), "ab_c_");
    }

    #[test]
    fn small_capitals_and_underlines_are_styles() {
        assert_eq!(
            written("<sc>d</sc>-Glucose <u>and</u> <jats:underline>this</jats:underline>"),
            "%d%-Glucose =and= =this="
        );
    }

    #[test]
    fn formulas_are_elements_of_mathml_without_attributes() {
        for (text, expected) in [
            (
                "at <math display=\"block\"><msup><mi>x</mi><mn>2</mn></msup></math> now",
                "at <math><msup><mi>x</><mn>2</></></> now",
            ),
            (
                "<mml:math><mml:semantics><mml:mfrac><mml:mi>a</mml:mi><mml:mrow/></mml:mfrac><mml:annotation encoding=\"application/x-tex\">\\frac a</mml:annotation></mml:semantics></mml:math>",
                "<math><mrow><mfrac><mi>a</><mrow></></></></>",
            ),
            // Never closed, closed in the wrong order, and with what is no part of a formula.
            ("<math><mi>a", "<math><mi>a</></>"),
            (
                "<math><mrow><mi>a</mrow>b</math>c",
                "<math><mrow><mi>a</></>b</>c",
            ),
            (
                "<math><maction onclick=\"x\"><i>a</i></maction><script>b</script></math>",
                "<math>a</>",
            ),
            ("<mi>a</mi>", "a"),
            ("a <math></math>", "a"),
            ("a <math></math> <i>b</i>", "a _b_"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
        assert!(RichText::parse("<math></math>").is_empty());
        assert_eq!(
            RichText::parse("an <math> <mi>x</mi> </math> is").plain(),
            "an x is"
        );
    }

    #[test]
    fn formulas_in_tex_are_text_where_nothing_else_says_them() {
        let tex = "<jats:tex-math notation=\"LaTeX\">\\documentclass[12pt]{minimal} \\begin{document}$$x_1 < \\alpha$$\\end{document}</jats:tex-math>";
        let math = "<mml:math><mml:mi>x</mml:mi></mml:math>";
        for (text, expected) in [
            (format!("at {tex} now"), "at $x_1 < \\alpha$ now"),
            (
                format!("(<i>at</i>\n <jats:inline-formula>{tex}</jats:inline-formula>\n), {tex}."),
                "(_at_ $x_1 < \\alpha$), $x_1 < \\alpha$.",
            ),
            (
                format!("at <alternatives>\n{tex}\n{math}\n</alternatives> or {tex}"),
                "at <math><mi>x</></> or $x_1 < \\alpha$",
            ),
            (
                format!(
                    "<disp-formula>{math}\n{tex}</disp-formula><alternatives>{tex}</alternatives>"
                ),
                "<math><mi>x</></>",
            ),
            // Never closed, and within what it would say again.
            ("a <alternatives><tex-math>b".to_owned(), "a $b$"),
            (format!("<math>{tex}<mi>x</mi></math>"), "<math><mi>x</></>"),
        ] {
            assert_eq!(written(&text), expected, "{text}");
        }
        assert_eq!(
            RichText::parse("at <tex-math>x</tex-math> now").plain(),
            "at x now"
        );
    }

    #[test]
    fn drops_other_tags_and_keeps_their_text() {
        for (text, expected) in [
            ("<scp>ABC</scp> study", "ABC study"),
            (
                "&lt;span class=\"word\"&gt;Hyperbolic &lt;span&gt;EM",
                "Hyperbolic EM",
            ),
            ("<p>One</p><p>Two</p>", "One Two"),
            ("One<br/>Two", "One Two"),
            (
                "<mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:mi>LaSrVO</mml:mi><mml:mn>4</mml:mn></mml:math>: a",
                "<math><mi>LaSrVO</><mn>4</></>: a",
            ),
            ("<!-- note -->Title<?xml version=\"1.0\"?>", "Title"),
            ("<img src=x onerror=alert(1)>Title", "Title"),
            ("J<svg/onload=alert(1)>", "J"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn drops_scripts_and_styles_with_their_content() {
        for (text, expected) in [
            ("<script>alert('<b>')</script>Title", "Title"),
            ("A<style>p > a {}</style>B", "AB"),
            ("A &lt;script&gt;alert(1)&lt;/script&gt;B", "A B"),
            ("A<SCRIPT src=x>alert(1)</ScRiPt >B", "AB"),
            ("A<script>never closed", "A"),
            ("x<annotation encoding=\"TeX\">\\alpha</annotation>y", "xy"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn keeps_what_only_looks_like_a_tag() {
        for text in [
            "a < b",
            "p<0.05",
            "p < 0.05 and q > 0.1",
            "A<B and C>D",
            "x <",
            "<",
            "<>",
            "< i >",
            "a<b",
            "<3",
            "<me@example.org>",
        ] {
            assert_eq!(written(text), text);
        }
        assert_eq!(written("p&lt;0.05"), "p<0.05");
        assert_eq!(written("a <<i>b</i>"), "a <_b_");
    }

    #[test]
    fn folds_white_space_and_mends_indented_markup() {
        for (text, expected) in [
            ("  Two\n   lines\u{a0}here  ", "Two lines here"),
            ("p110α (\n    <i>PIK3CA</i>\n   )", "p110α (_PIK3CA_)"),
            (
                "<i>Women in Ming China</i>\n            .",
                "_Women in Ming China_.",
            ),
            ("<i>a </i> b", "_a _b"),
            ("Who : what ?", "Who : what ?"),
            (" <i> </i> ", ""),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn drops_hidden_characters() {
        assert_eq!(
            written("Bidi \u{202e}override\u{2066} zero\u{200b}width\u{0}\u{7}"),
            "Bidi override zerowidth"
        );
        assert_eq!(written("a&#8238;b&#0;c"), "abc");
    }

    #[test]
    fn knows_its_plain_text() {
        let title = RichText::parse("H<sub>2</sub>O &amp; <i>E. coli</i>");
        assert_eq!(title.plain(), "H2O & E. coli");
        assert!(!title.is_empty());
        assert!(RichText::parse("<i></i>").is_empty());
    }

    #[test]
    #[cfg(feature = "dialects")]
    fn what_is_no_tag_is_none_when_it_is_read_again() {
        for text in [
            "<<x>i>a<<x>/i>",
            "<<x>script>alert(1)",
            "&amp;amp;amp;lt;i&amp;amp;amp;gt;",
            "a < b & c > d",
            "<b><<x>i></b>",
        ] {
            let read = RichText::parse(text);
            assert_eq!(RichText::parse(&read.markup()), read, "{}", read.markup());
        }
        assert_eq!(RichText::parse("<<x>i>").plain(), "<i>");
    }

    #[test]
    fn text_that_never_ends_its_tags_is_read_in_linear_time() {
        let times = 50_000;
        for (text, shown) in [
            ("<a", "<a"),
            ("<i>", ""),
            ("</i>", ""),
            ("&", "&"),
            ("<script", "<script"),
            ("<script>", ""),
            ("<i></b>x", "x"),
            ("<tex-math>x</tex-math>", "x"),
        ] {
            assert_eq!(
                RichText::parse(&text.repeat(times)).plain(),
                shown.repeat(times),
                "{text}"
            );
        }
    }
}
