//! The authors, those of the institution, and the affiliations.

use super::Page;
use super::section::Section;
use crate::indicators::{Role, roles};
use crate::language::Message;
use crate::publication::{Author, WebAddress};
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;

/// From so many authors on, those in between are folded.
const AUTHORS_SHOWN: usize = 12;
/// So many of the first authors stay visible.
const FIRST_AUTHORS: usize = 3;
const AFFILIATIONS_SHOWN: usize = 8;
/// So many of the institution's stay visible.
const INSTITUTIONAL_SHOWN: usize = 100;

impl Page<'_> {
    pub(super) fn institutional_authors(&self, out: &mut Nodes) {
        let publication = self.record.publication();
        let authors = &publication.authors;
        if !authors.iter().any(|author| author.institutional) {
            return;
        }
        let institution = publication.institution.as_deref();
        let title = self
            .language
            .phrase(Message::PageInstitutionalAuthors)
            .text("institution", institution.unwrap_or_default())
            .say();
        Section::InstitutionalAuthors.begin_titled(self.level(), title, out);
        out.draw("<ul class='plain'>");
        let is_unfolded = self.unfolded.contains(&Section::InstitutionalAuthors);
        let mut institutional = 0;
        for (index, author) in authors.iter().enumerate() {
            if author.institutional {
                institutional += 1;
                // Who searches the page finds the others among all authors.
                if institutional <= INSTITUTIONAL_SHOWN || is_unfolded {
                    self.with_roles(author, &roles(authors, index), out);
                }
            }
        }
        out.draw("</ul>");
        let folded = institutional.saturating_sub(INSTITUTIONAL_SHOWN);
        self.more(Section::InstitutionalAuthors, folded, out);
        out.draw("</section>");
    }

    fn with_roles(&self, author: &Author, roles: &[Role], out: &mut Nodes) {
        let word = |key| {
            self.language
                .phrase(Message::PageRole)
                .text("role", key)
                .say()
        };
        let mut words: Vec<String> = roles.iter().map(|role| word(role_key(*role))).collect();
        if words.is_empty() {
            words.push(word("author"));
        }
        out.given(full_name(author).to_owned());
        out.draw("<li><bdi>*</bdi>");
        aside(&self.language.conventions().list(&words), out);
        self.orcid(author, out);
        out.draw("</li>");
    }

    /// All authors in order. Of many, the first ones, those of the institution and the last stay visible; the others
    /// are in the page all the same, for whoever searches it.
    pub(super) fn authors(&self, out: &mut Nodes) {
        let authors = &self.record.publication().authors;
        let Some(last) = authors.len().checked_sub(1) else {
            return;
        };
        let title = self.language.word(Message::PageAuthors);
        Section::Authors.begin_titled(self.level(), title, out);
        out.draw("<ol class='authors'>");
        let folds = authors.len() > AUTHORS_SHOWN;
        let is_unfolded = self.unfolded.contains(&Section::Authors);
        let (mut folded, mut institutional) = (0, 0);
        for (index, author) in authors.iter().enumerate() {
            institutional += usize::from(author.institutional);
            let stays = index < FIRST_AUTHORS
                || index == last
                || author.institutional && institutional <= INSTITUTIONAL_SHOWN;
            let is_folded = folds && !stays;
            folded += usize::from(is_folded);
            out.fixed_if(is_folded && !is_unfolded, "");
            self.author(author, out);
        }
        out.draw("</ol>");
        self.more(Section::Authors, folded, out);
        out.draw("</section>");
    }

    /// An author. Whether it is hidden is given already.
    fn author(&self, author: &Author, out: &mut Nodes) {
        out.given(full_name(author).to_owned());
        out.draw("<li hidden='*'><bdi>*</bdi>");
        if !author.affiliations.is_empty() {
            let numbers: Vec<String> = author
                .affiliations
                .iter()
                .map(|place| self.language.conventions().number((place + 1) as f64))
                .collect();
            out.given(self.joined(Message::PageNextTo, &numbers));
            out.draw("<sup>*</sup>");
        }
        if author.institutional {
            // By its name: a screen reader hears which one, and a reader who comes from elsewhere need not guess.
            match &self.record.publication().institution {
                Some(institution) => out.given(institution.clone()),
                None => out.word(Message::PageInstitutional),
            }
            out.draw("<span class='aside'> (<bdi>*</bdi>)</span>");
        }
        self.orcid(author, out);
        out.draw("</li>");
    }

    fn orcid(&self, author: &Author, out: &mut Nodes) {
        let Some(orcid) = author.orcid.as_deref() else {
            return;
        };
        let mut label = self.language.phrase(Message::PageOrcidOf);
        label.text("name", full_name(author));
        out.given(["https://orcid.org/", orcid].concat());
        out.given(label.say());
        out.draw(" <a class='orcid' href='*' aria-label='*'>ORCID</a>");
    }

    pub(super) fn affiliations(&self, out: &mut Nodes) {
        let affiliations = &self.record.publication().affiliations;
        if affiliations.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageAffiliations);
        Section::Affiliations.begin_titled(self.level(), title, out);
        out.draw("<ol class='affiliations'>");
        let is_unfolded = self.unfolded.contains(&Section::Affiliations);
        for (index, affiliation) in affiliations.iter().enumerate() {
            let is_folded = index >= AFFILIATIONS_SHOWN;
            out.fixed_if(is_folded && !is_unfolded, "");
            out.draw("<li hidden='*'>");
            let ror = affiliation.ror.as_deref().and_then(WebAddress::parse);
            linked(affiliation.name.clone(), ror.as_ref(), out);
            if let Some(code) = &affiliation.country {
                aside(&self.language.conventions().country(code), out);
            }
            out.draw("</li>");
        }
        out.draw("</ol>");
        let folded = affiliations.len().saturating_sub(AFFILIATIONS_SHOWN);
        self.more(Section::Affiliations, folded, out);
        out.draw("</section>");
    }

    /// The button that unfolds what is folded, where anything is.
    fn more(&self, section: Section, folded: usize, out: &mut Nodes) {
        if folded == 0 {
            return;
        }
        let is_unfolded = self.unfolded.contains(&section);
        out.fixed(section.key());
        out.fixed(if is_unfolded { "true" } else { "false" });
        if is_unfolded {
            out.word(Message::PageLess);
        } else {
            let mut more = self.language.phrase(Message::PageMore);
            out.given(more.number("count", folded as f64).say());
        }
        out.draw("<button type='button' class='more' data-more='*' aria-expanded='*'>*</button>");
    }
}

/// What is said of a name, after it.
fn aside(words: &str, out: &mut Nodes) {
    out.given([" · ", words].concat());
    out.draw("<span class='aside'>*</span>");
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
