//! The authors, those of the institution, and the affiliations.

use yew::{AttrValue, Html};

use super::Page;
use super::section::{Section, titled};
use crate::indicators::{Role, roles};
use crate::language::{Argument, Message};
use crate::publication::Author;
use crate::widget::element::{element, fixed, isolated, list, text, varied};
use crate::widget::link::linked;

/// From so many authors on, those in between are folded.
const AUTHORS_SHOWN: usize = 12;
/// So many of the first authors stay visible.
const FIRST_AUTHORS: usize = 3;
const AFFILIATIONS_SHOWN: usize = 8;

impl Page<'_> {
    pub(super) fn institutional_authors(&self) -> Option<Html> {
        let publication = self.record.publication();
        let authors = &publication.authors;
        let mut entries = Vec::new();
        for (index, author) in authors.iter().enumerate() {
            if author.institutional {
                let roles = roles(authors, index);
                entries.push(element("li", &[], vec![self.with_roles(author, &roles)]));
            }
        }
        if entries.is_empty() {
            return None;
        }
        let institution = publication.institution.as_deref();
        let arguments = [
            ("institutionKnown", Argument::Text(known(institution))),
            (
                "institution",
                Argument::Text(institution.unwrap_or_default()),
            ),
        ];
        Some(titled(
            Section::InstitutionalAuthors,
            self.level(),
            self.language
                .say(Message::PageInstitutionalAuthors, &arguments),
            vec![element("ul", fixed!["class" = "plain"], entries)],
        ))
    }

    fn with_roles(&self, author: &Author, roles: &[Role]) -> Html {
        let word = |key| {
            self.language
                .say(Message::PageRole, &[("role", Argument::Text(key))])
        };
        let mut words: Vec<String> = roles.iter().map(|role| word(role_key(*role))).collect();
        if words.is_empty() {
            words.push(word("author"));
        }
        let words = self.language.conventions().list(&words);
        let mut parts = vec![
            isolated(full_name(author).to_owned().into()),
            element(
                "span",
                fixed!["class" = "aside"],
                vec![text([" · ", &words].concat())],
            ),
        ];
        parts.extend(self.orcid(author));
        list(parts)
    }

    /// All authors in order. Of many, the first ones, those of the institution and the last stay visible; the others
    /// are in the page all the same, for whoever searches it.
    pub(super) fn authors(&self) -> Option<Html> {
        let authors = &self.record.publication().authors;
        let last = authors.len().checked_sub(1)?;
        let folds = authors.len() > AUTHORS_SHOWN;
        let is_unfolded = self.unfolded.contains(&Section::Authors);
        let mut folded = 0;
        let mut entries = Vec::new();
        for (index, author) in authors.iter().enumerate() {
            let stays = index < FIRST_AUTHORS || index == last || author.institutional;
            let is_folded = folds && !stays;
            folded += usize::from(is_folded);
            entries.push(varied(
                "li",
                &["hidden"],
                vec![(is_folded && !is_unfolded).then_some(AttrValue::Static(""))],
                vec![self.author(author)],
            ));
        }
        let mut parts = vec![element("ol", fixed!["class" = "authors"], entries)];
        parts.extend(self.more(Section::Authors, folded));
        let title = self.language.word(Message::PageAuthors);
        Some(titled(Section::Authors, self.level(), title, parts))
    }

    fn author(&self, author: &Author) -> Html {
        let mut parts = vec![isolated(full_name(author).to_owned().into())];
        if !author.affiliations.is_empty() {
            let numbers: Vec<String> = author
                .affiliations
                .iter()
                .map(|place| self.language.conventions().number((place + 1) as f64))
                .collect();
            let numbers = self.joined(Message::PageNextTo, &numbers);
            parts.push(element("sup", &[], vec![text(numbers)]));
        }
        if author.institutional {
            // By its name: a screen reader hears which one, and a reader who comes from elsewhere need not guess.
            let institution = self.record.publication().institution.clone();
            let words =
                institution.unwrap_or_else(|| self.language.word(Message::PageInstitutional));
            parts.push(element(
                "span",
                fixed!["class" = "aside"],
                vec![text(" ("), isolated(words.into()), text(")")],
            ));
        }
        parts.extend(self.orcid(author));
        list(parts)
    }

    fn orcid(&self, author: &Author) -> Option<Html> {
        let orcid = author.orcid.as_deref()?;
        let name = full_name(author);
        let label = self
            .language
            .say(Message::PageOrcidOf, &[("name", Argument::Text(name))]);
        let link = varied(
            "a",
            &["class", "href", "aria-label"],
            vec![
                Some(AttrValue::Static("orcid")),
                Some(AttrValue::from(["https://orcid.org/", orcid].concat())),
                Some(AttrValue::from(label)),
            ],
            vec![text("ORCID")],
        );
        Some(list(vec![text(" "), link]))
    }

    pub(super) fn affiliations(&self) -> Option<Html> {
        let affiliations = &self.record.publication().affiliations;
        if affiliations.is_empty() {
            return None;
        }
        let is_unfolded = self.unfolded.contains(&Section::Affiliations);
        let mut entries = Vec::new();
        for (index, affiliation) in affiliations.iter().enumerate() {
            let is_folded = index >= AFFILIATIONS_SHOWN;
            let ror = affiliation
                .ror
                .as_deref()
                .and_then(crate::publication::WebAddress::parse);
            let mut parts = vec![linked(affiliation.name.clone(), ror.as_ref())];
            if let Some(code) = &affiliation.country {
                let country = self.language.conventions().country(code);
                parts.push(element(
                    "span",
                    fixed!["class" = "aside"],
                    vec![text([" · ", &country].concat())],
                ));
            }
            entries.push(varied(
                "li",
                &["hidden"],
                vec![(is_folded && !is_unfolded).then_some(AttrValue::Static(""))],
                parts,
            ));
        }
        let folded = affiliations.len().saturating_sub(AFFILIATIONS_SHOWN);
        let mut parts = vec![element("ol", fixed!["class" = "affiliations"], entries)];
        parts.extend(self.more(Section::Affiliations, folded));
        let title = self.language.word(Message::PageAffiliations);
        Some(titled(Section::Affiliations, self.level(), title, parts))
    }

    /// The button that unfolds what is folded, where anything is.
    fn more(&self, section: Section, folded: usize) -> Option<Html> {
        if folded == 0 {
            return None;
        }
        let is_unfolded = self.unfolded.contains(&section);
        let words = if is_unfolded {
            self.language.word(Message::PageLess)
        } else {
            let count = Argument::Number(folded as f64);
            self.language.say(Message::PageMore, &[("count", count)])
        };
        let fixed = |value: &'static str| Some(AttrValue::Static(value));
        Some(varied(
            "button",
            &["type", "class", "data-more", "aria-expanded"],
            vec![
                fixed("button"),
                fixed("more"),
                fixed(section.key()),
                fixed(if is_unfolded { "true" } else { "false" }),
            ],
            vec![text(words)],
        ))
    }
}

/// The name in full where the record has it.
pub(super) fn full_name(author: &Author) -> &str {
    author.full_name.as_deref().unwrap_or(&author.name)
}

/// The key of a role in messages.
pub(super) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Sole => "sole",
        Role::First => "first",
        Role::Last => "last",
        Role::Corresponding => "corresponding",
    }
}

/// The key of messages for what may be missing.
pub(super) fn known<T: ?Sized>(value: Option<&T>) -> &'static str {
    if value.is_some() { "yes" } else { "no" }
}
