//! References in the styles of publishers and learned societies.
//!
//! The rules are those of the Citation Style Language: hayagriva's processor with the styles and the locales of its
//! archive, which are the CSL project's (CC BY-SA 3.0). What goes in is CSL-JSON, as [`Export::CslJson`] writes it.
//!
//! [`Export::CslJson`]: super::Export

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::{Item, Value};
use hayagriva::citationberg::taxonomy::{StandardVariable, Variable};
use hayagriva::citationberg::{
    DatePartName, FontStyle, FontWeight, IndependentStyle, LayoutRenderingElement, Locale,
    LocaleCode, Name, NamesChild, Style, TextTarget, VerticalAlign,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, Formatted,
};

/// A style of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceStyle {
    /// Publication Manual of the American Psychological Association, 7th edition.
    Apa,
    /// Handbook of the Modern Language Association, 9th edition.
    Mla,
    /// The Chicago Manual of Style, 18th edition, author and date.
    Chicago,
    /// Cite Them Right, 12th edition, Harvard.
    Harvard,
    /// Citing Medicine of the National Library of Medicine, 2nd edition: what journals call Vancouver.
    Vancouver,
    /// Reference guide of the IEEE.
    Ieee,
}

impl ReferenceStyle {
    /// Every style.
    pub const ALL: [Self; 6] = [
        Self::Apa,
        Self::Mla,
        Self::Chicago,
        Self::Harvard,
        Self::Vancouver,
        Self::Ieee,
    ];

    /// Its key.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::Mla => "mla",
            Self::Chicago => "chicago",
            Self::Harvard => "harvard",
            Self::Vancouver => "vancouver",
            Self::Ieee => "ieee",
        }
    }

    fn archived(self) -> ArchivedStyle {
        match self {
            Self::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Self::Mla => ArchivedStyle::ModernLanguageAssociation,
            Self::Chicago => ArchivedStyle::ChicagoAuthorDate,
            Self::Harvard => ArchivedStyle::HarvardCiteThemRight,
            Self::Vancouver => ArchivedStyle::NlmCitationSequence,
            Self::Ieee => ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
        }
    }

    /// The style for a reference that stands alone.
    fn alone(self) -> Option<IndependentStyle> {
        let Style::Independent(mut style) = self.archived().get() else {
            return None;
        };
        let bibliography = style.bibliography.as_mut()?;
        // A reference by itself has no number, nor a column for it.
        bibliography.second_field_align = None;
        bibliography.layout.elements.retain(|it| !is_number(it));
        style
            .macros
            .iter_mut()
            .for_each(|it| name_the_names(&mut it.children));
        Some(style)
    }
}

fn is_number(element: &LayoutRenderingElement) -> bool {
    let LayoutRenderingElement::Text(text) = element else {
        return false;
    };
    let number =
        Variable::Number(hayagriva::citationberg::taxonomy::NumberVariable::CitationNumber);
    matches!(&text.target, TextTarget::Variable { var, .. } if *var == number)
}

/// hayagriva 0.10 takes a `names` that has children but no `name` among them for empty where it stands in a group, and
/// leaves the authors out. An absent `name` is one without attributes (CSL 1.0.2, Names).
fn name_the_names(elements: &mut [LayoutRenderingElement]) {
    for element in elements {
        match element {
            LayoutRenderingElement::Names(names) => {
                let has_name = |it: &NamesChild| matches!(it, NamesChild::Name(_));
                if !names.children.is_empty() && !names.children.iter().any(has_name) {
                    names.children.push(NamesChild::Name(Name::default()));
                }
            }
            LayoutRenderingElement::Group(group) => name_the_names(&mut group.children),
            _ => {}
        }
    }
}

/// A reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// With `<i>`, `<b>`, `<sub>` and `<sup>`, all other characters escaped.
    pub html: String,
    /// Without any markup.
    pub text: String,
}

thread_local! {
    static LOCALES: Vec<Locale> = locales().into_iter().map(with_years_first).collect();
}

/// Where the year comes first, as in Basque, the locales put what stands between it and the month behind the year, and
/// hayagriva 0.10 keeps it where only the year is asked for (`2025/`). Before the month it means the same.
fn with_years_first(mut locale: Locale) -> Locale {
    for date in &mut locale.date {
        if let [year, next, ..] = date.date_part.as_mut_slice()
            && year.name == DatePartName::Year
            && next.affixes.prefix.is_none()
        {
            next.affixes.prefix = year.affixes.suffix.take();
        }
    }
    locale
}

/// The locale for a BCP 47 tag: its own, else that of its language, else English.
fn locale_for(tag: &str) -> LocaleCode {
    let primary = tag.split('-').next().unwrap_or_default();
    // The archive has several of these; the first of the alphabet is not everyone's.
    let usual = match primary {
        "de" => "de-DE",
        "es" => "es-ES",
        "fr" => "fr-FR",
        "pt" => "pt-PT",
        _ => "en-US",
    };
    LOCALES.with(|known| {
        let codes = || known.iter().filter_map(|locale| locale.lang.as_ref());
        codes()
            .find(|code| code.0.eq_ignore_ascii_case(tag))
            .or_else(|| {
                let is_of_language = |code: &&LocaleCode| code.0.split('-').next() == Some(primary);
                let of_language = || codes().filter(is_of_language);
                of_language()
                    .find(|code| code.0 == usual)
                    .or_else(|| of_language().next())
            })
            .cloned()
            .unwrap_or_else(LocaleCode::en_us)
    })
}

/// Formats a CSL-JSON item in a style, with the words of a language. `None` where the style has nothing to say of it.
///
/// The title keeps the capitals that the record gives it. Some styles ask for English title case; the record does not
/// say of what language a title is, and title case is wrong for every other.
pub fn reference(item: &Item, style: ReferenceStyle, language: &str) -> Option<Reference> {
    let item = prepared(item.clone());
    let style = style.alone()?;
    let content = LOCALES.with(|locales| {
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::from_items(
            vec![CitationItem::with_entry(&item)],
            &style,
            locales,
        ));
        let rendered = driver.finish(BibliographyRequest {
            style: &style,
            locale: Some(locale_for(language)),
            locale_files: locales,
        });
        let item = rendered.bibliography?.items.into_iter().next()?;
        Some(item.content)
    })?;
    let mut reference = Written::default();
    content.0.iter().for_each(|child| reference.child(child));
    let reference = reference.done();
    (!reference.text.is_empty()).then_some(reference)
}

/// The inline styles of a title, and the characters that stand for their beginning and end on the way through the
/// processor, which takes markup for text. They are of the private use area, so that no text has them.
const MARKS: [(&str, char, char); 4] = [
    ("i", '\u{e000}', '\u{e001}'),
    ("b", '\u{e002}', '\u{e003}'),
    ("sub", '\u{e004}', '\u{e005}'),
    ("sup", '\u{e006}', '\u{e007}'),
];

fn prepared(mut item: Item) -> Item {
    let is_mark = |it: char| ('\u{e000}'..='\u{e007}').contains(&it);
    for value in item.0.values_mut() {
        if let Value::String(text) = value {
            text.retain(|it| !is_mark(it));
        }
    }
    // The processor reads commands in a note, and no style of ours shows one.
    item.0.remove("note");
    // Of no language: capitals stay as they are.
    item.0
        .insert("language".to_owned(), Value::String("zxx".to_owned()));
    if let Some(Value::String(title)) = item.0.get_mut(&StandardVariable::Title.to_string()) {
        for (tag, begin, end) in MARKS {
            *title = title
                .replace(&["<", tag, ">"].concat(), &begin.to_string())
                .replace(&["</", tag, ">"].concat(), &end.to_string());
        }
    }
    item
}

/// A reference on its way out of the processor.
#[derive(Default)]
struct Written {
    html: String,
    text: String,
    open: Vec<&'static str>,
}

impl Written {
    fn child(&mut self, child: &ElemChild) {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => self.formatted(text),
            ElemChild::Elem(elem) => elem.children.0.iter().for_each(|it| self.child(it)),
            ElemChild::Markup(text) => self.characters(text),
            // Stands for a citation of a document, which there is none of.
            ElemChild::Transparent { .. } => {}
        }
    }

    fn formatted(&mut self, piece: &Formatted) {
        let format = &piece.formatting;
        let styles = [
            (format.font_style == FontStyle::Italic, "i"),
            (format.font_weight == FontWeight::Bold, "b"),
            (format.vertical_align == VerticalAlign::Sub, "sub"),
            (format.vertical_align == VerticalAlign::Sup, "sup"),
        ];
        let wanted = || {
            styles
                .iter()
                .filter(|(is_on, _)| *is_on)
                .map(|(_, tag)| tag)
        };
        for tag in wanted() {
            self.begin(tag);
        }
        self.characters(&piece.text);
        for tag in wanted().rev() {
            self.end(tag);
        }
    }

    fn characters(&mut self, text: &str) {
        for character in text.chars() {
            let mark = MARKS
                .iter()
                .find(|(_, begin, end)| [*begin, *end].contains(&character));
            match (mark, character) {
                (Some((tag, begin, _)), _) if character == *begin => self.begin(tag),
                (Some((tag, ..)), _) => self.end(tag),
                (None, '&') => self.html.push_str("&amp;"),
                (None, '<') => self.html.push_str("&lt;"),
                (None, '>') => self.html.push_str("&gt;"),
                (None, _) => self.html.push(character),
            }
            if mark.is_none() {
                self.text.push(character);
            }
        }
    }

    fn begin(&mut self, tag: &'static str) {
        self.open.push(tag);
        self.html.push_str(&["<", tag, ">"].concat());
    }

    /// Ends a style, and what was begun in it: markup nests even where a title's does not.
    fn end(&mut self, tag: &str) {
        if !self.open.contains(&tag) {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.html.push_str(&["</", open, ">"].concat());
            if open == tag {
                break;
            }
        }
    }

    fn done(mut self) -> Reference {
        while let Some(open) = self.open.pop() {
            self.html.push_str(&["</", open, ">"].concat());
        }
        Reference {
            html: self.html.trim().to_owned(),
            text: self.text.trim().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REVIEW: &str = r#"{
        "id": "prat2025", "type": "article-journal",
        "title": "<i>HER2</i>-low & mRNA: CO<sub>2</sub> at p < 0.05",
        "container-title": "Nature Reviews Clinical Oncology",
        "author": [
            {"family": "Prat Aparicio", "given": "Aleix"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            {"literal": "The HER2 Consortium"}
        ],
        "issued": {"date-parts": [[2025, 6, 30]]},
        "volume": "22", "issue": "3", "page": "101-120",
        "DOI": "10.1038/s41571-024-00939-2", "note": "Retracted"
    }"#;

    fn item(json: &str) -> Item {
        serde_json::from_str(json).expect("CSL-JSON")
    }

    fn text(json: &str, style: ReferenceStyle, language: &str) -> String {
        reference(&item(json), style, language)
            .expect("a reference")
            .text
    }

    #[test]
    fn each_style_puts_the_record_in_its_own_way() {
        let title = "HER2-low & mRNA: CO2 at p < 0.05";
        let doi = "https://doi.org/10.1038/s41571-024-00939-2";
        let expected = [
            format!(
                "Prat Aparicio, A., van den Berg, J., & The HER2 Consortium. (2025). {title}. Nature Reviews Clinical Oncology, 22(3), 101–120. {doi}"
            ),
            format!(
                "Prat Aparicio, Aleix, et al. “{title}.” Nature Reviews Clinical Oncology, vol. 22, no. 3, June 2025, pp. 101–20, {doi}."
            ),
            format!(
                "Prat Aparicio, Aleix, Jan van den Berg, and The HER2 Consortium. 2025. “{title}.” Nature Reviews Clinical Oncology 22 (3): 101–20. {doi}."
            ),
            format!(
                "Prat Aparicio, A., van den Berg, J. and The HER2 Consortium (2025) “{title},” Nature Reviews Clinical Oncology, 22(3), pp. 101–120. Available at: {doi}."
            ),
            format!(
                "Prat Aparicio A, van den Berg J, The HER2 Consortium. {title}. Nature Reviews Clinical Oncology. 2025 Jun 30;22(3):101–20. doi:10.1038/s41571-024-00939-2"
            ),
            format!(
                "A. Prat Aparicio, J. van den Berg, and The HER2 Consortium, “{title},” Nature Reviews Clinical Oncology, vol. 22, no. 3, pp. 101–120, Jun. 2025, doi: 10.1038/s41571-024-00939-2."
            ),
        ];
        for (style, expected) in ReferenceStyle::ALL.into_iter().zip(expected) {
            assert_eq!(text(REVIEW, style, "en"), expected, "{}", style.name());
        }
    }

    #[test]
    fn markup_is_that_of_the_title_and_of_the_style() {
        let reference = reference(&item(REVIEW), ReferenceStyle::Apa, "en").expect("a reference");
        assert_eq!(
            reference.html,
            "Prat Aparicio, A., van den Berg, J., &amp; The HER2 Consortium. (2025). <i>HER2</i>-low &amp; mRNA: \
             CO<sub>2</sub> at p &lt; 0.05. <i>Nature Reviews Clinical Oncology</i>, <i>22</i>(3), 101–120. \
             https://doi.org/10.1038/s41571-024-00939-2"
        );
    }

    #[test]
    fn the_words_are_those_of_the_language() {
        let harvard = |language| text(REVIEW, ReferenceStyle::Harvard, language);
        for (language, words) in [
            ("es", "Disponible en"),
            ("es-AR", "Disponible en"),
            ("ca", "Disponible a"),
            ("de", "Verfügbar unter"),
            ("fr", "Disponible sur"),
            ("it", "Disponibile su"),
            ("pt", "Disponível em"),
            ("gl", "Dispoñíbel en"),
            ("ar", "موجود في"),
            ("tlh", "Available at"),
        ] {
            let reference = harvard(language);
            assert!(reference.contains(words), "{language}: {reference}");
        }
        let basque = text(REVIEW, ReferenceStyle::Apa, "eu");
        assert!(basque.contains("(2025)."), "{basque}");
    }

    #[test]
    fn a_record_with_little_gives_a_short_reference() {
        let title_alone = r#"{"id": "a", "type": "document", "title": "A title"}"#;
        for style in ReferenceStyle::ALL {
            let text = text(title_alone, style, "en");
            assert!(text.contains("A title"), "{}: {text}", style.name());
        }
        let organisation = r#"{"id": "a", "type": "report", "title": "Health for <b>all</b>",
            "author": [{"literal": "World Health Organization"}], "issued": {"date-parts": [[2021]]}}"#;
        assert_eq!(
            text(organisation, ReferenceStyle::Apa, "en"),
            "World Health Organization. (2021). Health for all."
        );
        let nothing = item(r#"{"id": "a", "type": "document"}"#);
        let text = reference(&nothing, ReferenceStyle::Vancouver, "en").map(|it| it.text);
        assert_eq!(text, None);
    }

    #[test]
    fn what_is_no_markup_of_ours_is_text() {
        let hostile = r#"{"id": "a", "type": "book", "title": "<script>alert(1)</script> <i>never closed \ue001</b>"}"#;
        for style in ReferenceStyle::ALL {
            let reference = reference(&item(hostile), style, "en").expect("a reference");
            assert!(!reference.html.contains("<script"), "{}", reference.html);
            assert!(reference.html.contains("&lt;script&gt;alert(1)"));
            let opened = reference.html.matches("<i>").count();
            assert_eq!(opened, reference.html.matches("</i>").count());
            assert!(
                !reference
                    .text
                    .contains(['\u{e000}', '\u{e001}', '\u{e003}'])
            );
        }
    }
}
