use crate::formats::Json;
use crate::formats::contributors::{Affiliations, named};
use crate::formats::native::page::{country_code, orcid, ror_address};
use crate::formats::node::Node;
use crate::publication::{Affiliation, Author};

/// The authors in order, and the affiliations that they name.
pub(super) fn authors(list: &Node) -> (Vec<Author>, Affiliations) {
    let mut affiliations = Affiliations::default();
    let mut authors = Vec::new();
    list.each(&mut |entry| authors.extend(author(entry, &mut affiliations)));
    (authors, affiliations)
}

/// An author as the publication names them: the display name is that of a profile, which may be someone else's.
fn author(entry: &Node, affiliations: &mut Affiliations) -> Option<Author> {
    let entry = entry.object()?;
    let profile = entry.field("author");
    let name = entry.field("raw_author_name").text();
    let mut author = Author {
        orcid: profile.field("orcid").parsed("an ORCID iD", orcid),
        corresponding: entry.field("is_corresponding").flag().unwrap_or(false),
        ..named(name.or_else(|| profile.field("display_name").text())?)
    };
    entry.field("institutions").each(&mut |institution| {
        if let Some(name) = institution.field("display_name").text() {
            let country = institution.field("country_code");
            let affiliation = Affiliation {
                name,
                country: country.parsed("two letters of ISO 3166-1", country_code),
                ror: institution.field("ror").parsed("a ROR iD", ror_address),
            };
            affiliations.of_author(&mut author, affiliation);
        }
    });
    // What no institution was found for is as the publication has it.
    entry.field("affiliations").each(&mut |written| {
        let name = written.field("raw_affiliation_string").text();
        let institutions = written.field("institution_ids");
        let is_unknown = matches!(institutions.value(), Json::Array(ids) if ids.is_empty());
        if let Some(name) = name.filter(|_| is_unknown) {
            affiliations.named(&mut author, name);
        }
    });
    if author.affiliations.is_empty() {
        // Before 2024 it is not said which of them. Still earlier there was one text.
        for key in ["raw_affiliation_strings", "raw_affiliation_string"] {
            for name in entry.field(key).texts() {
                affiliations.named(&mut author, name);
            }
        }
    }
    Some(author)
}
