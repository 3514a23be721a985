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
    /// By the record's type, in the words of Crossref, DataCite, OpenAlex and CSL. Of a record without one, a venue with
    /// an ISSN or a volume makes an article.
    pub fn of(publication: &Publication) -> Self {
        let kind = publication.kind.as_deref().unwrap_or_default();
        let kind = kind.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        match kind.as_str() {
            "article" | "journal-article" | "article-journal" | "review" | "review-article"
            | "editorial" | "letter" | "erratum" | "correction" | "retraction" | "note"
            | "case-report" | "short-survey" | "data-paper" => Self::Article,
            "book" | "monograph" | "edited-book" | "reference-book" => Self::Book,
            "book-chapter" | "chapter" | "book-section" | "book-part" | "reference-entry"
            | "entry" | "entry-encyclopedia" => Self::Chapter,
            "conference-paper" | "proceedings-article" | "paper-conference" => {
                Self::ConferencePaper
            }
            "dataset" | "data" => Self::Dataset,
            "preprint" | "posted-content" => Self::Preprint,
            "report" | "technical-report" | "working-paper" => Self::Report,
            "software" => Self::Software,
            "dissertation" | "thesis" | "doctoral-thesis" | "phd-thesis" => Self::Thesis,
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
