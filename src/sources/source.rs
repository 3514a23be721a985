use crate::formats::Json;
use crate::percent;
use crate::publication::Doi;

use super::Identifier;

/// A service that answers for DOIs, and some for other identifiers, to anyone and without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// OpenAlex
    OpenAlex,
    /// Crossref
    Crossref,
    /// `DataCite`
    DataCite,
    /// Semantic Scholar
    SemanticScholar,
    /// Europe PMC
    EuropePmc,
    /// `OpenCitations`
    OpenCitations,
}

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where.
    pub url: String,
    /// The JSON to post; without it, the request is a `GET`.
    pub body: Option<String>,
    /// What it asks for.
    pub asked: Vec<Identifier>,
}

/// The fields that Semantic Scholar gives only when they are named, as far as a publication has them.
const FIELDS: &str = "title,externalIds,url,authors,abstract,venue,publicationVenue,journal,year,publicationDate,\
    publicationTypes,citationCount,influentialCitationCount,isOpenAccess,openAccessPdf";

impl Source {
    /// Every source.
    pub const ALL: [Self; 6] = [
        Self::OpenAlex,
        Self::Crossref,
        Self::DataCite,
        Self::SemanticScholar,
        Self::EuropePmc,
        Self::OpenCitations,
    ];

    /// Its key, which is also that of the dialect it answers in.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAlex => "openalex",
            Self::Crossref => "crossref",
            Self::DataCite => "datacite",
            Self::SemanticScholar => "semanticscholar",
            Self::EuropePmc => "europepmc",
            Self::OpenCitations => "opencitations",
        }
    }

    /// The source with that key.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL
            .into_iter()
            .find(|source| source.name().eq_ignore_ascii_case(name))
    }

    /// Where its service is, unless an institution has a proxy for it.
    fn base(self) -> &'static str {
        match self {
            Self::OpenAlex => "https://api.openalex.org/",
            Self::Crossref => "https://api.crossref.org/",
            Self::DataCite => "https://api.datacite.org/",
            Self::SemanticScholar => "https://api.semanticscholar.org/graph/v1/",
            Self::EuropePmc => "https://www.ebi.ac.uk/europepmc/webservices/rest/",
            Self::OpenCitations => "https://api.opencitations.net/index/v2/",
        }
    }

    /// Whether it can be asked by such an identifier.
    pub fn answers_for(self, identifier: &Identifier) -> bool {
        match identifier {
            Identifier::Doi(_) => true,
            Identifier::Pmid(_) => {
                matches!(
                    self,
                    Self::OpenAlex | Self::SemanticScholar | Self::EuropePmc
                )
            }
            Identifier::Isbn(_) => self == Self::Crossref,
        }
    }

    /// How many DOIs one request may ask for, as the service documents it.
    pub fn batch(self) -> usize {
        match self {
            Self::OpenAlex => 50,
            Self::SemanticScholar => 500,
            _ => 1,
        }
    }

    /// The requests for some publications, as few as the service allows; none for what it cannot be asked by.
    ///
    /// `endpoint` is where an institution's proxy stands for the service; a `{source}` in it stands for the source's
    /// name. `mailto` is the address by which OpenAlex and Crossref can reach who asks; those who give one are served
    /// better.
    pub fn requests(
        self,
        identifiers: &[Identifier],
        endpoint: Option<&str>,
        mailto: Option<&str>,
    ) -> Vec<Request> {
        let base = match endpoint {
            Some(endpoint) => {
                let base = endpoint
                    .split("{source}")
                    .collect::<Vec<_>>()
                    .join(self.name());
                if base.ends_with('/') {
                    base
                } else {
                    base + "/"
                }
            }
            None => self.base().to_owned(),
        };
        let mut requests: Vec<Request> = Vec::new();
        for identifier in identifiers.iter().filter(|it| self.answers_for(it)) {
            let open = requests.iter_mut().find(|it| self.takes(it, identifier));
            match open {
                Some(request) => request.asked.push(identifier.clone()),
                None => requests.push(Request {
                    url: String::new(),
                    body: None,
                    asked: vec![identifier.clone()],
                }),
            }
        }
        for request in &mut requests {
            request.url = [&*base, &self.way(&request.asked, mailto)].concat();
            request.body = (self == Self::SemanticScholar).then(|| body(&request.asked));
        }
        requests
    }

    /// Whether a request may ask for one more.
    fn takes(self, request: &Request, identifier: &Identifier) -> bool {
        let Some(first) = request.asked.first() else {
            return true;
        };
        let is_pmid = |it: &Identifier| matches!(it, Identifier::Pmid(_));
        // A query of Europe PMC has several numbers, as its length allows.
        let most = if self == Self::EuropePmc && is_pmid(first) {
            50
        } else {
            self.batch()
        };
        request.asked.len() < most
            && is_pmid(first) == is_pmid(identifier)
            && self.can_be_listed(first)
            && self.can_be_listed(identifier)
    }

    /// In a filter of OpenAlex `|` parts values, and a comma filters.
    fn can_be_listed(self, identifier: &Identifier) -> bool {
        self != Self::OpenAlex || !identifier.text().contains(['|', ','])
    }

    /// What comes behind the service's address.
    fn way(self, asked: &[Identifier], mailto: Option<&str>) -> String {
        let named: Vec<String> = asked.iter().map(|it| escaped(value(it))).collect();
        let first = named.first().map_or("", String::as_str);
        let count = named.len().to_string();
        let contact = |separator: &str| match mailto {
            Some(mailto) => [separator, "mailto=", &escaped(mailto)].concat(),
            None => String::new(),
        };
        let is_listed = asked.iter().all(|it| self.can_be_listed(it));
        let has_dois = asked.iter().all(|it| it.doi().is_some());
        match self {
            Self::OpenAlex if is_listed => {
                let scheme = if has_dois { "doi:" } else { "pmid:" };
                let list = named.join("%7C");
                let way = ["works?filter=", scheme, &list, "&per-page=", &count];
                [&way.concat(), &*contact("&")].concat()
            }
            Self::OpenAlex => ["works/doi:", first, &contact("?")].concat(),
            Self::Crossref if has_dois => ["works/", first, &contact("?")].concat(),
            // The chapters of a book have its ISBN too.
            Self::Crossref => {
                let types = BOOKS.map(|it| [",type:", it].concat()).concat();
                let way = ["works?filter=isbn:", first, &types, "&rows=2"];
                [&way.concat(), &*contact("&")].concat()
            }
            Self::DataCite => ["dois/", first].concat(),
            Self::SemanticScholar => ["paper/batch?fields=", FIELDS].concat(),
            Self::EuropePmc => {
                let query = if has_dois {
                    ["DOI:%22", first, "%22"].concat()
                } else {
                    let numbers = named.join("%20OR%20EXT_ID:");
                    ["(EXT_ID:", &numbers, ")%20AND%20SRC:MED"].concat()
                };
                let size = if has_dois {
                    String::new()
                } else {
                    ["&pageSize=", &count].concat()
                };
                [
                    "search?query=",
                    &query,
                    "&resultType=core&format=json",
                    &size,
                ]
                .concat()
            }
            Self::OpenCitations => ["citation-count/doi:", first].concat(),
        }
    }

    /// What an answer says of all that its request asks for, in that order; `None` for what the service does not know.
    pub fn records(self, asked: &[Identifier], answer: &Json) -> Vec<Option<Json>> {
        let list = |of: Option<&Json>| match of {
            Some(Json::Array(items)) => items.clone(),
            _ => Vec::new(),
        };
        let each = |records: Vec<Json>| {
            let of = |it: &Identifier| records.iter().find(|record| is_of(record, it)).cloned();
            asked.iter().map(of).collect()
        };
        match self {
            // One work has no list around it.
            Self::OpenAlex if answer.get("results").is_none() => vec![Some(answer.clone())],
            Self::OpenAlex => each(list(answer.get("results"))),
            Self::EuropePmc => {
                let results = answer.get("resultList").and_then(|it| it.get("result"));
                each(list(results))
            }
            Self::SemanticScholar => {
                let papers = list(Some(answer));
                let at = |place: usize| papers.get(place).filter(|it| **it != Json::Null).cloned();
                (0..asked.len()).map(at).collect()
            }
            Self::OpenCitations => asked.iter().map(|it| counted(it.doi()?, answer)).collect(),
            Self::Crossref if asked.iter().all(|it| it.doi().is_some()) => {
                vec![Some(answer.clone())]
            }
            Self::Crossref => {
                let items = list(answer.get("message").and_then(|it| it.get("items")));
                let mut books = items.into_iter().filter(is_book);
                // Of two, nobody knows which one is meant.
                vec![books.next().filter(|_| books.next().is_none())]
            }
            Self::DataCite => vec![Some(answer.clone())],
        }
    }
}

/// What Crossref calls a book as a whole.
const BOOKS: [&str; 4] = ["book", "monograph", "edited-book", "reference-book"];

fn is_book(record: &Json) -> bool {
    matches!(record.get("type"), Some(Json::String(kind)) if BOOKS.contains(&&**kind))
}

/// What stands for it in a request.
fn value(identifier: &Identifier) -> &str {
    match identifier {
        Identifier::Doi(doi) => doi.as_str(),
        Identifier::Pmid(number) | Identifier::Isbn(number) => number,
    }
}

/// Whether a record of OpenAlex or Europe PMC says that it is of this identifier.
fn is_of(record: &Json, identifier: &Identifier) -> bool {
    match identifier {
        Identifier::Doi(doi) => doi_of(record).as_ref() == Some(doi),
        Identifier::Pmid(number) => {
            let pmid = record.get("pmid");
            let pmid = pmid.or_else(|| record.get("ids")?.get("pmid"));
            // OpenAlex has its address.
            matches!(pmid, Some(Json::String(text)) if text.rsplit('/').next() == Some(number))
        }
        Identifier::Isbn(_) => false,
    }
}

fn doi_of(record: &Json) -> Option<Doi> {
    match record.get("doi") {
        Some(Json::String(doi)) => Doi::parse(doi),
        _ => None,
    }
}

/// The count of `OpenCitations`, `[{"count": "124"}]`, with the DOI that it does not repeat, as its metadata have both.
fn counted(doi: &Doi, answer: &Json) -> Option<Json> {
    let Json::Array(counts) = answer else {
        return None;
    };
    let count = counts.first()?.get("count")?.clone();
    Some(Json::Object(vec![
        (String::from("doi"), Json::String(doi.as_str().to_owned())),
        (String::from("citation_count"), count),
    ]))
}

/// `{"ids":["DOI:10.…","PMID:7"]}`
fn body(asked: &[Identifier]) -> String {
    let scheme = |it: &Identifier| if it.doi().is_some() { "DOI:" } else { "PMID:" };
    let ids: Vec<String> = asked
        .iter()
        .map(|it| quoted(&[scheme(it), value(it)].concat()))
        .collect();
    ["{\"ids\":[", &ids.join(","), "]}"].concat()
}

/// As a string of JSON. A DOI has no control characters.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

/// As a part of a path or of a query may have it (RFC 3986, section 2.3), but for the slash, which services take either way.
fn escaped(text: &str) -> String {
    percent::encode(text, |byte| b"-._~/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identifiers(texts: &[&str]) -> Vec<Identifier> {
        let parsed = |it: &&str| Identifier::parse(it).expect(it);
        texts.iter().map(parsed).collect()
    }

    fn json(text: &str) -> Json {
        serde_json::from_str(text).expect(text)
    }

    #[test]
    fn a_thousand_dois_are_twenty_requests_to_openalex() {
        let thousand: Vec<Identifier> = (0..1000)
            .filter_map(|it| Identifier::parse(&format!("10.1000/{it}")))
            .collect();
        let requests = Source::OpenAlex.requests(&thousand, None, Some("a@b.example"));
        assert_eq!(requests.len(), 20);
        assert!(
            requests
                .iter()
                .all(|it| it.asked.len() == 50 && it.body.is_none())
        );
        assert!(
            requests[0]
                .url
                .starts_with("https://api.openalex.org/works?filter=doi:10.1000/0%7C10.1000/1%7C")
        );
        assert!(
            requests[0]
                .url
                .ends_with("&per-page=50&mailto=a%40b.example")
        );
        assert_eq!(
            Source::SemanticScholar
                .requests(&thousand, None, None)
                .len(),
            2
        );
    }

    #[test]
    fn each_service_is_asked_as_it_wants() {
        let one = identifiers(&["10.1016/0092-8674(93)90725-6"]);
        let url = |source: Source| {
            source.requests(
                &one,
                Some("https://proxy.example/{source}"),
                Some("a@b.example"),
            )[0]
            .url
            .clone()
        };
        let doi = "10.1016/0092-8674%2893%2990725-6";
        for (source, way) in [
            (
                Source::OpenAlex,
                format!("openalex/works?filter=doi:{doi}&per-page=1&mailto=a%40b.example"),
            ),
            (
                Source::Crossref,
                format!("crossref/works/{doi}?mailto=a%40b.example"),
            ),
            (Source::DataCite, format!("datacite/dois/{doi}")),
            (
                Source::EuropePmc,
                format!("europepmc/search?query=DOI:%22{doi}%22&resultType=core&format=json"),
            ),
            (
                Source::OpenCitations,
                format!("opencitations/citation-count/doi:{doi}"),
            ),
        ] {
            assert_eq!(url(source), format!("https://proxy.example/{way}"));
        }
        let paper = &Source::SemanticScholar.requests(&one, None, None)[0];
        assert_eq!(
            paper.body.as_deref(),
            Some(r#"{"ids":["DOI:10.1016/0092-8674(93)90725-6"]}"#)
        );
    }

    #[test]
    fn what_a_list_cannot_have_is_asked_for_alone() {
        let requests = Source::OpenAlex.requests(&identifiers(&["10.1/a", "10.1/b,c"]), None, None);
        let urls: Vec<&str> = requests.iter().map(|it| &*it.url).collect();
        assert_eq!(
            urls,
            [
                "https://api.openalex.org/works?filter=doi:10.1/a&per-page=1",
                "https://api.openalex.org/works/doi:10.1/b%2Cc"
            ]
        );
    }

    #[test]
    fn each_record_is_of_its_doi() {
        let both = identifiers(&["10.1/a", "10.1/b"]);
        let found = |source: Source, answer: &str| source.records(&both, &json(answer));
        let work = json(r#"{ "doi": "https://doi.org/10.1/B" }"#);
        let openalex = found(
            Source::OpenAlex,
            r#"{ "results": [{ "doi": "https://doi.org/10.1/B" }, {}] }"#,
        );
        assert_eq!(openalex, [None, Some(work)]);
        let paper = json(r#"{ "paperId": "1" }"#);
        assert_eq!(
            found(Source::SemanticScholar, r#"[{ "paperId": "1" }, null]"#),
            [Some(paper), None]
        );
        let results = r#"{ "resultList": { "result": [{ "doi": "10.1/b" }] } }"#;
        assert_eq!(
            found(Source::EuropePmc, results),
            [None, Some(json(r#"{ "doi": "10.1/b" }"#))]
        );
        let count = Source::OpenCitations
            .records(&identifiers(&["10.1/a"]), &json(r#"[{ "count": "124" }]"#));
        assert_eq!(
            count,
            [Some(json(
                r#"{ "doi": "10.1/a", "citation_count": "124" }"#
            ))]
        );
        let message = r#"{ "message": { "DOI": "10.1/a" } }"#;
        assert_eq!(
            Source::Crossref.records(&identifiers(&["10.1/a"]), &json(message)),
            [Some(json(message))]
        );
    }

    #[test]
    fn other_identifiers_are_asked_for_together_where_that_can_be() {
        let url = |source: Source, texts: &[&str]| -> Vec<String> {
            let requests = source.requests(&identifiers(texts), Some("p"), None);
            requests.into_iter().map(|it| it.url).collect()
        };
        assert_eq!(
            url(
                Source::OpenAlex,
                &["pmid:7", "10.1/a", "pmid:8", "isbn:0306406152"]
            ),
            [
                "p/works?filter=pmid:7%7C8&per-page=2",
                "p/works?filter=doi:10.1/a&per-page=1"
            ]
        );
        assert_eq!(
            url(Source::EuropePmc, &["pmid:7", "pmid:8"]),
            [
                "p/search?query=(EXT_ID:7%20OR%20EXT_ID:8)%20AND%20SRC:MED&resultType=core&format=json&pageSize=2"
            ]
        );
        assert_eq!(
            url(Source::Crossref, &["isbn:0306406152", "pmid:7"]),
            [
                "p/works?filter=isbn:0306406152,type:book,type:monograph,type:edited-book,type:reference-book&rows=2"
            ]
        );
        let papers = Source::SemanticScholar.requests(&identifiers(&["pmid:7"]), None, None);
        assert_eq!(papers[0].body.as_deref(), Some(r#"{"ids":["PMID:7"]}"#));
        for source in [Source::DataCite, Source::OpenCitations] {
            assert_eq!(url(source, &["pmid:7", "isbn:0306406152"]), [""; 0]);
        }
    }

    #[test]
    fn each_record_is_of_its_identifier() {
        let pmids = identifiers(&["pmid:7", "pmid:8"]);
        let work = json(r#"{ "ids": { "pmid": "https://pubmed.ncbi.nlm.nih.gov/8" } }"#);
        let works = Json::Object(vec![(
            String::from("results"),
            Json::Array(vec![work.clone()]),
        )]);
        assert_eq!(Source::OpenAlex.records(&pmids, &works), [None, Some(work)]);
        assert_eq!(
            Source::EuropePmc.records(
                &pmids,
                &json(r#"{ "resultList": { "result": [{ "pmid": "7" }, { "pmid": "18" }] } }"#)
            ),
            [Some(json(r#"{ "pmid": "7" }"#)), None]
        );
        let isbn = identifiers(&["isbn:0306406152"]);
        let books = |items: &str| {
            let answer = format!(r#"{{ "message": {{ "items": [{items}] }} }}"#);
            Source::Crossref.records(&isbn, &json(&answer))
        };
        let (chapter, book) = (
            r#"{ "type": "book-chapter" }"#,
            r#"{ "type": "monograph" }"#,
        );
        assert_eq!(books(&format!("{chapter}, {book}")), [Some(json(book))]);
        assert_eq!(books(&format!("{book}, {book}")), [None]);
        assert_eq!(books(""), [None]);
    }
}
