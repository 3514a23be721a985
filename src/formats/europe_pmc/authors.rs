use super::without_dot;
use crate::formats::contributors::{Affiliations, name_of_parts, named};
use crate::formats::native::page::orcid;
use crate::formats::node::Node;
use crate::publication::Author;

/// The authors in order: of whole records with all that is known of them, of short ones as they stand in one text.
pub(super) fn authors(record: &Node, affiliations: &mut Affiliations) -> Vec<Author> {
    let mut authors = Vec::new();
    record
        .field("authorList")
        .field("author")
        .each(&mut |entry| authors.extend(author(entry, affiliations)));
    if authors.is_empty() {
        let text = record.field("authorString").text().unwrap_or_default();
        let names = text.trim_end_matches('.').split(',').map(str::trim);
        let names = names.filter(|name| !name.is_empty() && *name != "et al");
        authors.extend(names.map(|name| named(name.to_owned())));
    }
    authors
}

fn author(entry: &Node, affiliations: &mut Affiliations) -> Option<Author> {
    let entry = entry.object()?;
    let family = entry.field("lastName").text();
    let given = entry.field("firstName").text();
    let given = given.or_else(|| entry.field("initials").text());
    let name = family.and_then(|family| name_of_parts(given, Some(family)));
    let name = name.or_else(|| entry.field("fullName").text());
    let identifier = entry.field("authorId");
    let is_orcid = identifier.field("type").text().as_deref() == Some("ORCID");
    let orcid = is_orcid.then(|| identifier.field("value").parsed("an ORCID iD", orcid));
    let mut author = Author {
        orcid: orcid.flatten(),
        ..named(name.or_else(|| entry.field("collectiveName").text())?)
    };
    // Records of before 2020 have one text.
    let mut names = entry.field("affiliation").texts();
    entry
        .field("authorAffiliationDetailsList")
        .field("authorAffiliation")
        .each(&mut |detail| names.extend(detail.field("affiliation").text()));
    for name in names.iter().filter_map(|name| organisation(name)) {
        affiliations.named(&mut author, name);
    }
    Some(author)
}

/// An affiliation without the address for letters that some publishers put after it, and without the dot of MEDLINE.
fn organisation(text: &str) -> Option<String> {
    let name = text
        .split_once("Electronic address:")
        .map_or(text, |(name, _)| name);
    let name = without_dot(name.trim()).trim();
    (!name.is_empty()).then(|| name.to_owned())
}
