use super::Json;
use super::node::Node;
use super::{
    altmetric, crossref, csl_json, datacite, dimensions, dspace_cris, europe_pmc, invenio_rdm,
    native, openalex, opencitations, paperbuzz, plos_alm, plumx, schema_org, scite, scopus,
    semantic_scholar, unpaywall, zotero,
};
use crate::publication::Publication;

/// A shape in which services and programs write a publication, or what they have counted of one.
#[derive(Debug)]
pub struct Dialect {
    /// Its key, such as `openalex`.
    pub(super) name: &'static str,
    /// What a record in it is, in words: `an OpenAlex work`.
    pub(super) title: &'static str,
    /// What every record in it has, so that it is told from others.
    pub(super) signs: &'static [Sign],
    /// Reads what can be read of a record; every fault leaves a complaint.
    pub(super) read: fn(&Node) -> Publication,
}

/// One of several keys of an object, with a value of a kind.
#[derive(Debug)]
pub(super) struct Sign {
    pub(super) keys: &'static [&'static str],
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Any,
    Text,
    List,
    Object,
}

impl Dialect {
    /// Every dialect, in the order in which a record is held against them: those with the narrower signs first, our own
    /// last.
    pub const ALL: [&'static Self; 20] = [
        // It has OpenAlex's `open_access`, and Unpaywall's answer in it.
        &paperbuzz::DIALECT,
        &openalex::DIALECT,
        &semantic_scholar::DIALECT,
        &unpaywall::DIALECT,
        &europe_pmc::DIALECT,
        &invenio_rdm::DIALECT,
        &datacite::DIALECT,
        &schema_org::DIALECT,
        &zotero::DIALECT,
        &scopus::DIALECT,
        &altmetric::DIALECT,
        &plumx::DIALECT,
        &plos_alm::DIALECT,
        &dimensions::DIALECT,
        &scite::DIALECT,
        &opencitations::DIALECT,
        &dspace_cris::DIALECT,
        &crossref::DIALECT,
        &csl_json::DIALECT,
        &native::DIALECT,
    ];

    /// The dialect with that key.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = name.trim();
        Self::ALL
            .into_iter()
            .find(|dialect| dialect.name.eq_ignore_ascii_case(name))
    }

    /// Its key, such as `openalex`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What a record in it is, in words: `an OpenAlex work`.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The dialect that a record is in.
    pub(super) fn of(record: &Json) -> Option<&'static Self> {
        Self::ALL
            .into_iter()
            .find(|dialect| dialect.lacks(record).next().is_none())
    }

    /// The signs of the dialect that a record does not show.
    pub(super) fn lacks(&self, record: &Json) -> impl Iterator<Item = &'static Sign> {
        self.signs.iter().filter(|sign| !sign.is_shown_by(record))
    }
}

impl Sign {
    fn is_shown_by(&self, record: &Json) -> bool {
        self.keys
            .iter()
            .filter_map(|key| record.get(key))
            .any(|value| self.kind.fits(value))
    }

    /// `"a" or "b"`, with what the value has to be.
    pub(super) fn text(&self) -> String {
        let keys: Vec<String> = self
            .keys
            .iter()
            .map(|key| ["\"", key, "\""].concat())
            .collect();
        [&keys.join(" or "), self.kind.words()].concat()
    }
}

impl Kind {
    fn fits(self, value: &Json) -> bool {
        match self {
            Self::Any => true,
            Self::Text => matches!(value, Json::String(_)),
            Self::List => matches!(value, Json::Array(_)),
            Self::Object => matches!(value, Json::Object(_)),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Text => " with a text",
            Self::List => " with a list",
            Self::Object => " with an object",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dialect;

    #[test]
    fn names_are_distinct_and_found() {
        for dialect in Dialect::ALL {
            let found = Dialect::named(&dialect.name.to_uppercase()).expect(dialect.name);
            assert_eq!(found.title, dialect.title);
        }
        assert!(Dialect::named("marc").is_none());
    }
}
