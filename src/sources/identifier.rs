use std::fmt;

use crate::publication::Doi;

/// What services are asked for a publication by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Identifier {
    /// A DOI.
    Doi(Doi),
    /// The number of a record in PubMed.
    Pmid(String),
    /// The number of a book, without hyphens.
    Isbn(String),
}

/// Where PubMed shows a record.
const PUBMED: [&str; 2] = ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"];

impl Identifier {
    /// `pmid:31978945` or the record's address at PubMed, `isbn:978-3-319-25557-6`, `arxiv:2105.01234v2`, or a DOI in any
    /// written form.
    ///
    /// An arXiv identifier is the DOI that arXiv has registered for it (`10.48550/arXiv.2105.01234`), which has no version.
    /// `None` where there is none of these.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((scheme, value)) = text.split_once(':') {
            let value = value.trim();
            let is = |name: &str| scheme.trim().eq_ignore_ascii_case(name);
            if is("pmid") {
                return pmid(value);
            }
            if is("isbn") {
                return isbn(value);
            }
            if is("arxiv") && value.bytes().any(|it| it.is_ascii_digit()) {
                let doi = ["10.48550/arXiv.", without_version(value)].concat();
                return Doi::parse(&doi).map(Self::Doi);
            }
        }
        let address = PUBMED
            .iter()
            .find_map(|place| Some(text.split_once(place)?.1));
        if let Some(number) = address {
            return pmid(number.trim_end_matches('/'));
        }
        Doi::parse(text).map(Self::Doi)
    }

    /// The DOI, where it is one.
    pub fn doi(&self) -> Option<&Doi> {
        match self {
            Self::Doi(doi) => Some(doi),
            _ => None,
        }
    }

    /// As [`Identifier::parse`] takes it: `10.1000/moss`, `pmid:31978945`, `isbn:9783319255576`.
    pub fn text(&self) -> String {
        match self {
            Self::Doi(doi) => doi.as_str().to_owned(),
            Self::Pmid(number) => ["pmid:", number].concat(),
            Self::Isbn(number) => ["isbn:", number].concat(),
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

fn pmid(text: &str) -> Option<Identifier> {
    // PubMed's have eight digits at most.
    let is_number = (1..=9).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| Identifier::Pmid(text.to_owned()))
}

fn isbn(text: &str) -> Option<Identifier> {
    let number: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|it| it.to_ascii_uppercase())
        .collect();
    let mut digits = number.bytes().rev();
    let is_check_digit = digits
        .next()
        .is_some_and(|it| it.is_ascii_digit() || (it == b'X' && number.len() == 10));
    let is_number =
        matches!(number.len(), 10 | 13) && is_check_digit && digits.all(|it| it.is_ascii_digit());
    is_number.then_some(Identifier::Isbn(number))
}

/// `2105.01234v2` is a version of `2105.01234`.
fn without_version(text: &str) -> &str {
    match text.rsplit_once('v') {
        Some((identifier, version))
            if !version.is_empty() && version.bytes().all(|it| it.is_ascii_digit()) =>
        {
            identifier
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::Identifier;

    #[test]
    fn each_scheme_is_read_as_people_write_it() {
        for (text, read) in [
            ("10.1000/Moss", "10.1000/moss"),
            ("https://doi.org/10.1000/moss", "10.1000/moss"),
            ("pmid:31978945", "pmid:31978945"),
            (" PMID: 31978945 ", "pmid:31978945"),
            ("https://pubmed.ncbi.nlm.nih.gov/31978945/", "pmid:31978945"),
            (
                "http://www.ncbi.nlm.nih.gov/pubmed/31978945",
                "pmid:31978945",
            ),
            ("isbn:978-3-319-25557-6", "isbn:9783319255576"),
            ("ISBN: 0-306-40615-2", "isbn:0306406152"),
            ("isbn:043942089x", "isbn:043942089X"),
            ("arXiv:2105.01234v2", "10.48550/arxiv.2105.01234"),
            ("arxiv:hep-th/9901001", "10.48550/arxiv.hep-th/9901001"),
            ("doi:10.1000/moss", "10.1000/moss"),
        ] {
            let identifier = Identifier::parse(text).expect(text);
            assert_eq!(identifier.text(), read, "{text}");
            assert_eq!(
                Identifier::parse(read),
                Some(identifier),
                "it is read as it is written"
            );
        }
    }

    #[test]
    fn what_is_none_is_none() {
        for text in [
            "",
            "moss",
            "31978945",
            "pmid:",
            "pmid:moss",
            "pmid:1234567890",
            "isbn:1",
            "isbn:978331925557X",
            "isbn:97833192555761",
            "https://pubmed.ncbi.nlm.nih.gov/",
            "arxiv:",
        ] {
            assert_eq!(Identifier::parse(text), None, "{text}");
        }
    }
}
