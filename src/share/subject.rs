use crate::publication::{Doi, Publication, RichText};

/// What is shared: a title and a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The title as plain text; empty where there is none.
    pub title: String,
    /// The link: the DOI's, which outlives every other, else the publication's page.
    pub link: String,
    /// The DOI alone, for those who take it.
    pub doi: Option<String>,
}

impl Subject {
    /// Whether there is anything to share of a publication: it has a DOI or an address.
    pub fn is_in(publication: &Publication) -> bool {
        publication.doi.is_some() || publication.url.is_some()
    }

    /// `None` where a publication has neither DOI nor address: then there is nothing to share.
    pub fn of(publication: &Publication) -> Option<Self> {
        let doi = publication.doi.as_ref();
        let page = || publication.url.as_ref().map(|url| url.as_str().to_owned());
        Some(Self {
            title: publication
                .title
                .as_ref()
                .map(RichText::plain)
                .unwrap_or_default(),
            link: doi.map(Doi::url).or_else(page)?,
            doi: doi.map(|doi| doi.as_str().to_owned()),
        })
    }
}
