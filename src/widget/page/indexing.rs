//! Where the publication is indexed, and how it may be used.

use super::Page;
use super::section::{Section, paragraph};
use crate::language::Message;
use crate::publication::{License, OpenAccess, mentions};
use crate::widget::link::linked;
use crate::widget::nodes::Nodes;

impl Page<'_> {
    pub(super) fn indexed_in(&self, out: &mut Nodes) {
        let indexes = &self.record.publication().indexed_in;
        if indexes.is_empty() {
            return;
        }
        let title = self.language.word(Message::PageIndexedIn);
        Section::IndexedIn.begin_titled(self.level(), title, out);
        out.draw("<ul class='plain'>");
        for index in indexes {
            out.draw("<li>");
            linked(index.name.clone(), index.url.as_ref(), out);
            out.draw("</li>");
        }
        out.draw("</ul></section>");
    }

    /// Said also where the record says nothing: a reader must not take silence for a permission.
    pub(super) fn license(&self, out: &mut Nodes) {
        let publication = self.record.publication();
        let title = self.language.word(Message::PageLicense);
        Section::License.begin_titled(self.level(), title, out);
        match &publication.license {
            Some(license) => self.terms(license, out),
            None => paragraph(self.language.word(Message::PageLicenseNotStated), out),
        }
        if let Some(how) = publication.open_access {
            let how = match how {
                OpenAccess::Diamond => "diamond",
                OpenAccess::Gold => "gold",
                OpenAccess::Hybrid => "hybrid",
                OpenAccess::Bronze => "bronze",
                OpenAccess::Green => "green",
                OpenAccess::Open => "open",
                OpenAccess::Closed => "closed",
            };
            let mut says = self.language.phrase(Message::PageOpenAccess);
            paragraph(says.text("how", how).say(), out);
        }
        out.draw("</section>");
    }

    /// The licence with its link and, of Creative Commons, its terms in words.
    fn terms(&self, license: &License, out: &mut Nodes) {
        let url = license.url.as_ref();
        let address = url.map(|url| url.as_str().to_owned());
        let name = license.name.clone().or(address).unwrap_or_default();
        out.draw("<p>");
        linked(name, url, out);
        let terms: Vec<String> = creative_commons(license)
            .iter()
            .map(|term| self.language.word(*term))
            .collect();
        if !terms.is_empty() {
            let terms = self.one_after_the_other(&terms);
            let mut says = self.language.phrase(Message::PageLicenseTerms);
            out.text(says.text("terms", &terms).say());
        }
        out.draw("</p>");
    }
}

/// The terms of a Creative Commons licence, by its code in the name (`CC BY-NC 4.0`) or in the address
/// (`creativecommons.org/licenses/by-nc/4.0/`); none of any other licence.
fn creative_commons(license: &License) -> Vec<Message> {
    let name = license.name.as_deref().unwrap_or_default();
    let address = license.url.as_ref().map_or("", |url| url.as_str());
    let (name, address) = (name.to_ascii_lowercase(), address.to_ascii_lowercase());
    let code = if mentions(&address, "creativecommons.org/") {
        address
    } else if name.starts_with("cc") || name.starts_with("creative commons") {
        name
    } else {
        return Vec::new();
    };
    let words: Vec<&str> = code.split(|it: char| !it.is_ascii_alphanumeric()).collect();
    let has = |word: &str| words.contains(&word);
    if has("cc0") || has("zero") || has("publicdomain") {
        return vec![Message::PageLicenseZero];
    }
    let mut terms = Vec::new();
    if has("by") || has("attribution") {
        terms.push(if has("nd") || has("noderivatives") || has("noderivs") {
            Message::PageLicenseByNd
        } else {
            Message::PageLicenseBy
        });
    }
    if has("nc") || has("noncommercial") {
        terms.push(Message::PageLicenseNc);
    }
    if has("sa") || has("sharealike") {
        terms.push(Message::PageLicenseSa);
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::WebAddress;

    #[test]
    fn terms_are_read_from_the_name_or_the_address() {
        let of = |name: &str, url: &str| {
            creative_commons(&License {
                name: (!name.is_empty()).then(|| name.to_owned()),
                url: WebAddress::parse(url),
            })
        };
        assert_eq!(of("CC BY 4.0", ""), [Message::PageLicenseBy]);
        assert_eq!(
            of("cc-by-nc-nd", ""),
            [Message::PageLicenseByNd, Message::PageLicenseNc]
        );
        assert_eq!(
            of("", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            [
                Message::PageLicenseBy,
                Message::PageLicenseNc,
                Message::PageLicenseSa
            ]
        );
        assert_eq!(of("CC0", ""), [Message::PageLicenseZero]);
        assert_eq!(
            of("", "https://creativecommons.org/publicdomain/zero/1.0/"),
            [Message::PageLicenseZero]
        );
        assert_eq!(of("Elsevier user licence, by request", ""), []);
    }
}
