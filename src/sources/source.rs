use crate::formats::Json;
use crate::percent;
use crate::publication::Doi;

/// A service that answers for DOIs, to anyone and without a key.
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
    /// The DOIs that it asks for.
    pub dois: Vec<Doi>,
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

    /// How many DOIs one request may ask for, as the service documents it.
    pub fn batch(self) -> usize {
        match self {
            Self::OpenAlex => 50,
            Self::SemanticScholar => 500,
            _ => 1,
        }
    }

    /// The requests for some DOIs, as few as the service allows.
    ///
    /// `endpoint` is where an institution's proxy stands for the service; a `{source}` in it stands for the source's
    /// name. `mailto` is the address by which OpenAlex and Crossref can reach who asks; those who give one are served
    /// better.
    pub fn requests(
        self,
        dois: &[Doi],
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
        let (together, alone): (Vec<Doi>, Vec<Doi>) = dois
            .iter()
            .cloned()
            .partition(|doi| self.batch() > 1 && self.can_be_listed(doi));
        let batches = together.chunks(self.batch()).map(<[Doi]>::to_vec);
        let single = alone.into_iter().map(|doi| vec![doi]);
        batches
            .chain(single)
            .map(|dois| self.request(&base, dois, mailto))
            .collect()
    }

    /// In a filter of OpenAlex `|` parts values, and a comma filters.
    fn can_be_listed(self, doi: &Doi) -> bool {
        self != Self::OpenAlex || !doi.as_str().contains(['|', ','])
    }

    fn request(self, base: &str, dois: Vec<Doi>, mailto: Option<&str>) -> Request {
        let named: Vec<String> = dois.iter().map(|doi| escaped(doi.as_str())).collect();
        let first = named.first().map_or("", String::as_str);
        let contact = |separator: &str| match mailto {
            Some(mailto) => [separator, "mailto=", &escaped(mailto)].concat(),
            None => String::new(),
        };
        let is_listed = dois.iter().all(|doi| self.can_be_listed(doi));
        let way = match self {
            Self::OpenAlex if is_listed => {
                let count = dois.len().to_string();
                [
                    "works?filter=doi:",
                    &named.join("%7C"),
                    "&per-page=",
                    &count,
                    &contact("&"),
                ]
                .concat()
            }
            Self::OpenAlex => ["works/doi:", first, &contact("?")].concat(),
            Self::Crossref => ["works/", first, &contact("?")].concat(),
            Self::DataCite => ["dois/", first].concat(),
            Self::SemanticScholar => ["paper/batch?fields=", FIELDS].concat(),
            Self::EuropePmc => [
                "search?query=DOI:%22",
                first,
                "%22&resultType=core&format=json",
            ]
            .concat(),
            Self::OpenCitations => ["citation-count/doi:", first].concat(),
        };
        Request {
            url: [base, &way].concat(),
            body: (self == Self::SemanticScholar).then(|| body(&dois)),
            dois,
        }
    }

    /// What an answer says of each DOI of its request, in their order; `None` for those that the service does not know.
    pub fn records(self, dois: &[Doi], answer: &Json) -> Vec<Option<Json>> {
        let list = |key: &str| match answer.get(key) {
            Some(Json::Array(items)) => items.as_slice(),
            _ => &[],
        };
        match self {
            // One work has no list around it.
            Self::OpenAlex if answer.get("results").is_none() => vec![Some(answer.clone())],
            Self::OpenAlex => {
                let results = list("results");
                let of = |doi: &Doi| {
                    results
                        .iter()
                        .find(|work| doi_of(work).as_ref() == Some(doi))
                };
                dois.iter().map(|doi| of(doi).cloned()).collect()
            }
            Self::SemanticScholar => {
                let papers = match answer {
                    Json::Array(papers) => papers.as_slice(),
                    _ => &[],
                };
                let at = |place: usize| papers.get(place).filter(|it| **it != Json::Null).cloned();
                (0..dois.len()).map(at).collect()
            }
            Self::EuropePmc => {
                let results = match answer.get("resultList").and_then(|it| it.get("result")) {
                    Some(Json::Array(results)) => results.as_slice(),
                    _ => &[],
                };
                let of = |doi: &Doi| results.iter().find(|it| doi_of(it).as_ref() == Some(doi));
                dois.iter().map(|doi| of(doi).cloned()).collect()
            }
            Self::OpenCitations => dois.iter().map(|doi| counted(doi, answer)).collect(),
            Self::Crossref | Self::DataCite => vec![Some(answer.clone())],
        }
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

/// `{"ids":["DOI:10.…"]}`
fn body(dois: &[Doi]) -> String {
    let ids: Vec<String> = dois
        .iter()
        .map(|doi| quoted(&["DOI:", doi.as_str()].concat()))
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

    fn dois(texts: &[&str]) -> Vec<Doi> {
        texts.iter().map(|it| Doi::parse(it).expect(it)).collect()
    }

    fn json(text: &str) -> Json {
        serde_json::from_str(text).expect(text)
    }

    #[test]
    fn a_thousand_dois_are_twenty_requests_to_openalex() {
        let thousand: Vec<Doi> = (0..1000)
            .filter_map(|it| Doi::parse(&format!("10.1000/{it}")))
            .collect();
        let requests = Source::OpenAlex.requests(&thousand, None, Some("a@b.example"));
        assert_eq!(requests.len(), 20);
        assert!(
            requests
                .iter()
                .all(|it| it.dois.len() == 50 && it.body.is_none())
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
        let one = dois(&["10.1016/0092-8674(93)90725-6"]);
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
        let requests = Source::OpenAlex.requests(&dois(&["10.1/a", "10.1/b,c"]), None, None);
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
        let both = dois(&["10.1/a", "10.1/b"]);
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
        let count =
            Source::OpenCitations.records(&dois(&["10.1/a"]), &json(r#"[{ "count": "124" }]"#));
        assert_eq!(
            count,
            [Some(json(
                r#"{ "doi": "10.1/a", "citation_count": "124" }"#
            ))]
        );
        let message = r#"{ "message": { "DOI": "10.1/a" } }"#;
        assert_eq!(
            Source::Crossref.records(&dois(&["10.1/a"]), &json(message)),
            [Some(json(message))]
        );
    }
}
