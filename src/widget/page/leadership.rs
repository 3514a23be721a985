//! Who of the institution led the work, and with which countries it was made.

use super::Page;
use super::contributors::{full_name, known, role_key};
use super::section::{Section, on_demand, paragraph};
use crate::indicators::{Collaboration, OwnCountry, Role, roles};
use crate::language::{Argument, Message};
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
            let arguments = [("basis", Argument::Text(basis))];
            rules.push(self.language.say(Message::PageRuleCountry, &arguments));
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
            let arguments = [
                ("ownKnown", Argument::Text(known(own.as_ref()))),
                ("own", Argument::Text(own.as_deref().unwrap_or_default())),
                ("countries", Argument::Text(&countries)),
            ];
            return self.language.say(Message::PageInternational, &arguments);
        }
        let country = own.unwrap_or(countries);
        let affiliations = &self.record.publication().affiliations;
        let has_all = affiliations.iter().all(|it| it.country.is_some());
        let arguments = [
            (
                "allKnown",
                Argument::Text(if has_all { "yes" } else { "no" }),
            ),
            ("country", Argument::Text(&country)),
        ];
        self.language.say(Message::PageNational, &arguments)
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
            let arguments = [
                ("role", Argument::Text(role_key(role))),
                ("count", Argument::Number(names.len() as f64)),
                ("names", Argument::Text(&joined)),
            ];
            sentences.push(self.language.say(Message::PageLedAs, &arguments));
        }
        if sentences.is_empty() {
            // Where nobody is marked as corresponding, that nobody of the institution is would be no fact.
            let marked = authors.iter().find(|author| author.corresponding);
            let arguments = [("correspondingKnown", Argument::Text(known(marked)))];
            sentences.push(self.language.say(Message::PageNotLed, &arguments));
        }
        sentences
    }
}
