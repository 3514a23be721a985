//! Who of the institution led the work, and with which countries it was made.

use super::Page;
use super::contributors::{full_name, role_key};
use super::section::{Section, on_demand, paragraph};
use crate::indicators::{Collaboration, OwnCountry, Role, roles};
use crate::language::Message;
use crate::widget::nodes::Nodes;

impl Page<'_> {
    pub(super) fn leadership(&self, out: &mut Nodes) {
        let mut sentences = Vec::new();
        let mut rules = Vec::new();
        if let Some(collaboration) = Collaboration::of(self.record.publication()) {
            sentences.push(self.collaboration(&collaboration));
            let basis = match collaboration.own.map(|(_, basis)| basis) {
                Some(OwnCountry::OfInstitutionalAuthors) => "authors",
                Some(OwnCountry::OfInstitution) => "institution",
                Some(OwnCountry::OfMostAffiliations) => "most",
                None => "none",
            };
            let mut rule = self.language.phrase(Message::PageRuleCountry);
            rules.push(rule.text("basis", basis).say());
        }
        let authors = &self.record.publication().authors;
        if authors.iter().any(|author| author.institutional) {
            sentences.extend(self.leaders());
            rules.push(self.language.word(Message::PageRuleRoles));
        }
        if sentences.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageLeadership);
        Section::Leadership.begin_titled(self.level(), title, out);
        for sentence in sentences {
            paragraph(sentence, out);
        }
        on_demand(rules, out);
        out.draw("</section>");
    }

    fn collaboration(&self, collaboration: &Collaboration) -> String {
        let conventions = self.language.conventions();
        let name = |code: &str| conventions.country(code);
        let own = collaboration.own.map(|(own, _)| name(own));
        let others: Vec<String> = collaboration.others.iter().map(|it| name(it)).collect();
        let countries = conventions.list(&others);
        if collaboration.is_international() {
            return self
                .language
                .phrase(Message::PageInternational)
                .text("own", own.as_deref().unwrap_or_default())
                .text("countries", &countries)
                .say();
        }
        let country = own.unwrap_or(countries);
        let affiliations = &self.record.publication().affiliations;
        let has_all = affiliations.iter().all(|it| it.country.is_some());
        self.language
            .phrase(Message::PageNational)
            .whether("allKnown", has_all)
            .text("country", &country)
            .say()
    }

    /// A sentence for each role that authors of the institution have.
    fn leaders(&self) -> Vec<String> {
        let authors = &self.record.publication().authors;
        let mut sentences = Vec::new();
        for role in [Role::Sole, Role::First, Role::Last, Role::Corresponding] {
            let mut names = Vec::new();
            for (index, author) in authors.iter().enumerate() {
                if author.institutional && roles(authors, index).contains(&role) {
                    names.push(full_name(author).to_owned());
                }
            }
            if names.is_empty() {
                continue;
            }
            // Names of the form `Prat Aparicio, Aleix` have commas of their own.
            let joined = self.one_after_the_other(&names);
            let led = self
                .language
                .phrase(Message::PageLedAs)
                .text("role", role_key(role))
                .number("count", names.len() as f64)
                .text("names", &joined)
                .say();
            sentences.push(led);
        }
        if sentences.is_empty() {
            // Where nobody is marked as corresponding, that nobody of the institution is would be no fact.
            let is_marked = authors.iter().any(|author| author.corresponding);
            let mut none = self.language.phrase(Message::PageNotLed);
            sentences.push(none.whether("correspondingKnown", is_marked).say());
        }
        sentences
    }
}
