use crate::formats::Json;
use crate::publication::{
    Affiliation, Attention, Author, CitationCount, Doi, Index, License, NormalizedIndicator,
    Notice, OpenAccess, PartialDate, Publication, Quartile, Ranking, RichText, Venue, WebAddress,
    entity,
};

/// A publication in the project's own dialect. What is absent has no entry.
pub fn write(publication: &Publication) -> Json {
    let mut record = Entries::default();
    record.text("type", publication.kind.as_ref());
    record.put("title", publication.title.as_ref().map(RichText::markup));
    record.doi(publication.doi.as_ref());
    record.url(publication.url.as_ref());
    record.date("published", publication.published);
    record.put("venue", publication.venue.as_ref().map(venue));
    record.list("authors", &publication.authors, author);
    record.list("affiliations", &publication.affiliations, affiliation);
    record.text("abstract", publication.summary.as_ref());
    record.list("keywords", &publication.keywords, |it| {
        entity::encode(it).into()
    });
    record.list("indexedIn", &publication.indexed_in, index);
    record.put("license", publication.license.as_ref().map(license));
    record.put("openAccess", publication.open_access.map(open_access));
    record.put("retracted", publication.retracted);
    record.list("notices", &publication.notices, notice);
    record.list("citations", &publication.citations, citation_count);
    record.list("attention", &publication.attention, attention);
    record.list("rankings", &publication.rankings, ranking);
    record.list("indicators", &publication.indicators, indicator);
    record.text("institution", publication.institution.as_ref());
    record.date("asOf", publication.as_of);
    record.into()
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<Entries> for Json {
    fn from(entries: Entries) -> Self {
        Self::Object(entries.0)
    }
}

/// The entries of an object, of which only those with a value are there.
#[derive(Default)]
struct Entries(Vec<(String, Json)>);

impl Entries {
    fn put(&mut self, key: &str, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.0.push((key.to_owned(), value.into()));
        }
    }

    fn text(&mut self, key: &str, text: Option<&String>) {
        self.put(key, text.map(|it| entity::encode(it)));
    }

    fn date(&mut self, key: &str, date: Option<PartialDate>) {
        self.put(key, date.map(PartialDate::iso));
    }

    /// The DOI alone, or its address where a reader would take the DOI's last character for a sentence's.
    fn doi(&mut self, doi: Option<&Doi>) {
        self.put(
            "doi",
            doi.map(|doi| match Doi::parse(doi.as_str()) {
                Some(read) if read == *doi => doi.as_str().to_owned(),
                _ => doi.url(),
            }),
        );
    }

    fn url(&mut self, url: Option<&WebAddress>) {
        self.put("url", url.map(|it| it.as_str().to_owned()));
    }

    fn list<T>(&mut self, key: &str, items: &[T], item: impl Fn(&T) -> Json) {
        if !items.is_empty() {
            let items = items.iter().map(item).collect();
            self.0.push((key.to_owned(), Json::Array(items)));
        }
    }
}

fn venue(venue: &Venue) -> Json {
    let mut entries = Entries::default();
    entries.text("title", venue.title.as_ref());
    entries.text("volume", venue.volume.as_ref());
    entries.text("issue", venue.issue.as_ref());
    entries.text("pages", venue.pages.as_ref());
    entries.text("issn", venue.issn.as_ref());
    entries.into()
}

fn author(author: &Author) -> Json {
    let mut entries = Entries::default();
    entries.text("name", Some(&author.name));
    entries.text("fullName", author.full_name.as_ref());
    entries.text("orcid", author.orcid.as_ref());
    entries.list("affiliations", &author.affiliations, |at| {
        Json::Number(*at as f64)
    });
    entries.put("institutional", author.institutional.then_some(true));
    entries.put("corresponding", author.corresponding.then_some(true));
    entries.into()
}

fn affiliation(affiliation: &Affiliation) -> Json {
    let mut entries = Entries::default();
    entries.text("name", Some(&affiliation.name));
    entries.text("country", affiliation.country.as_ref());
    entries.text("ror", affiliation.ror.as_ref());
    entries.into()
}

fn index(index: &Index) -> Json {
    let mut entries = Entries::default();
    entries.text("name", Some(&index.name));
    entries.url(index.url.as_ref());
    entries.into()
}

fn license(license: &License) -> Json {
    let mut entries = Entries::default();
    entries.text("name", license.name.as_ref());
    entries.url(license.url.as_ref());
    entries.into()
}

fn open_access(how: OpenAccess) -> Json {
    let word = match how {
        OpenAccess::Open => return Json::Bool(true),
        OpenAccess::Closed => return Json::Bool(false),
        OpenAccess::Diamond => "diamond",
        OpenAccess::Gold => "gold",
        OpenAccess::Hybrid => "hybrid",
        OpenAccess::Bronze => "bronze",
        OpenAccess::Green => "green",
    };
    Json::String(word.to_owned())
}

fn notice(notice: &Notice) -> Json {
    let mut entries = Entries::default();
    entries.put("kind", Some(notice.kind.name().to_owned()));
    entries.date("date", notice.date);
    entries.doi(notice.doi.as_ref());
    entries.url(notice.url.as_ref());
    entries.into()
}

fn citation_count(count: &CitationCount) -> Json {
    let mut entries = Entries::default();
    entries.text("source", Some(&count.source));
    entries.put("count", count.count.map(|it| it as f64));
    entries.date("asOf", count.as_of);
    entries.url(count.url.as_ref());
    entries.into()
}

fn attention(figure: &Attention) -> Json {
    let mut entries = Entries::default();
    entries.text("provider", Some(&figure.provider));
    entries.put("kind", Some(figure.kind.name().to_owned()));
    entries.text("source", figure.source.as_ref());
    entries.put("value", Some(figure.value));
    entries.date("asOf", figure.as_of);
    entries.url(figure.url.as_ref());
    entries.into()
}

fn ranking(ranking: &Ranking) -> Json {
    let mut entries = Entries::default();
    entries.text("agency", Some(&ranking.agency));
    entries.put("year", ranking.year.map(f64::from));
    entries.text("category", ranking.category.as_ref());
    entries.put("rank", ranking.rank.map(|it| f64::from(it.rank())));
    entries.put("of", ranking.rank.map(|it| f64::from(it.of())));
    entries.put("tied", ranking.tied.then_some(true));
    entries.put("quartile", ranking.quartile.map(quartile));
    entries.put("percentile", ranking.percentile);
    entries.text("indicator", ranking.indicator.as_ref());
    entries.put("value", ranking.value);
    entries.into()
}

fn quartile(quartile: Quartile) -> String {
    ["Q", &quartile.number().to_string()].concat()
}

fn indicator(indicator: &NormalizedIndicator) -> Json {
    let mut entries = Entries::default();
    entries.text("name", Some(&indicator.name));
    entries.text("source", Some(&indicator.source));
    entries.put("value", Some(indicator.value));
    entries.put("percentile", indicator.percentile);
    entries.text("category", indicator.category.as_ref());
    entries.date("asOf", indicator.as_of);
    entries.url(indicator.url.as_ref());
    entries.into()
}
