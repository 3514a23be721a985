use crate::publication::Publication;

/// The kinds of publications that the formats tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Article,
    Book,
    Chapter,
    ConferencePaper,
    Dataset,
    Preprint,
    Report,
    Software,
    Thesis,
    Other,
}

impl Kind {
    /// By the record's type, in the words of Crossref, DataCite, OpenAlex, CSL, schema.org and `InvenioRDM`, whatever they
    /// put between them. Of a record without one, a venue with an ISSN or a volume makes an article.
    pub fn of(publication: &Publication) -> Self {
        let kind = publication.kind.as_deref().unwrap_or_default();
        let kind = kind
            .trim()
            .to_ascii_lowercase()
            .replace([' ', '_', '-'], "");
        match kind.strip_prefix("publication").unwrap_or(&kind) {
            "scholarlyarticle"
            | "medicalscholarlyarticle"
            | "article"
            | "journalarticle"
            | "articlejournal"
            | "review"
            | "reviewarticle"
            | "editorial"
            | "letter"
            | "erratum"
            | "correction"
            | "retraction"
            | "note"
            | "casereport"
            | "shortsurvey"
            | "datapaper" => Self::Article,
            "book" | "monograph" | "editedbook" | "referencebook" => Self::Book,
            "bookchapter" | "chapter" | "section" | "booksection" | "bookpart"
            | "referenceentry" | "entry" | "entryencyclopedia" => Self::Chapter,
            "conferencepaper" | "proceedingsarticle" | "paperconference" => Self::ConferencePaper,
            "dataset" | "data" => Self::Dataset,
            "preprint" | "postedcontent" => Self::Preprint,
            "report" | "technicalreport" | "workingpaper" => Self::Report,
            "software" | "softwaresourcecode" => Self::Software,
            "dissertation" | "thesis" | "doctoralthesis" | "phdthesis" => Self::Thesis,
            "" => {
                let venue = publication.venue.as_ref();
                let is_serial = venue.is_some_and(|it| it.issn.is_some() || it.volume.is_some());
                if is_serial {
                    Self::Article
                } else {
                    Self::Other
                }
            }
            _ => Self::Other,
        }
    }

    /// Whether the venue is a whole that this is a part of.
    pub fn is_part(self) -> bool {
        matches!(self, Self::Article | Self::Chapter | Self::ConferencePaper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_dialects_are_of_a_kind() {
        for (word, kind) in [
            ("Journal Article", Kind::Article),
            ("ScholarlyArticle", Kind::Article),
            ("publication-article", Kind::Article),
            ("publication-conferencepaper", Kind::ConferencePaper),
            ("publication-section", Kind::Chapter),
            ("publication-preprint", Kind::Preprint),
            ("SoftwareSourceCode", Kind::Software),
            ("peer-review", Kind::Other),
        ] {
            let publication = Publication {
                kind: Some(word.to_owned()),
                ..Publication::default()
            };
            assert_eq!(Kind::of(&publication), kind, "{word}");
        }
    }
}
