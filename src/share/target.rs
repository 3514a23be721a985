use super::{Subject, cut};
use crate::percent;

/// Somewhere a publication can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The clipboard.
    Copy,
    /// Bluesky.
    Bluesky,
    /// Mastodon, any server: the reader chooses it on a page that keeps the text in the reader's browser.
    Mastodon,
    /// LinkedIn.
    LinkedIn,
    /// X, once Twitter.
    X,
    /// Facebook.
    Facebook,
    /// WhatsApp.
    WhatsApp,
    /// Telegram.
    Telegram,
    /// Reddit.
    Reddit,
    /// Mendeley, which imports the reference.
    Mendeley,
    /// The reader's mail program.
    Email,
    /// The share sheet of the operating system.
    System,
    /// References, and files for reference managers.
    Cite,
}

impl Target {
    /// Every target, in the order of the panel.
    pub const ALL: [Self; 13] = [
        Self::Copy,
        Self::Bluesky,
        Self::Mastodon,
        Self::LinkedIn,
        Self::X,
        Self::Facebook,
        Self::WhatsApp,
        Self::Telegram,
        Self::Reddit,
        Self::Mendeley,
        Self::Email,
        Self::System,
        Self::Cite,
    ];

    /// Its name in the `share` attribute and in `metrics-share`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Bluesky => "bluesky",
            Self::Mastodon => "mastodon",
            Self::LinkedIn => "linkedin",
            Self::X => "x",
            Self::Facebook => "facebook",
            Self::WhatsApp => "whatsapp",
            Self::Telegram => "telegram",
            Self::Reddit => "reddit",
            Self::Mendeley => "mendeley",
            Self::Email => "email",
            Self::System => "system",
            Self::Cite => "cite",
        }
    }

    /// The target of a name, in any case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|target| target.name().eq_ignore_ascii_case(name))
    }

    /// The name that a network goes by in every language; `None` for what is no network.
    pub fn brand(self) -> Option<&'static str> {
        match self {
            Self::Bluesky => Some("Bluesky"),
            Self::Mastodon => Some("Mastodon"),
            Self::LinkedIn => Some("LinkedIn"),
            Self::X => Some("X"),
            Self::Facebook => Some("Facebook"),
            Self::WhatsApp => Some("WhatsApp"),
            Self::Telegram => Some("Telegram"),
            Self::Reddit => Some("Reddit"),
            Self::Mendeley => Some("Mendeley"),
            Self::Copy | Self::Email | Self::System | Self::Cite => None,
        }
    }

    /// The address that shares the subject there; `None` for what is done without one.
    ///
    /// The title is cut to what the network takes with the link: 300 characters on Bluesky and Reddit, 500 on
    /// most Mastodon servers, 280 on X by its own weights. Elsewhere to 500, so that an abstract in place of a
    /// title does not make an address that no server accepts.
    pub fn address(self, subject: &Subject) -> Option<String> {
        let link = &subject.link;
        let encoded_link = encode(link);
        let titled = |limit: usize, separator: &str| {
            let beside = link.chars().count() + separator.chars().count();
            let title = cut(&subject.title, limit.saturating_sub(beside), |_| 1);
            encode(&[&title, separator, link].concat())
        };
        let title = |limit: usize| encode(&cut(&subject.title, limit, |_| 1));
        let address = match self {
            Self::Copy | Self::System | Self::Cite => return None,
            Self::Bluesky => [
                "https://bsky.app/intent/compose?text=",
                &titled(300, "\n\n"),
            ]
            .concat(),
            Self::Mastodon => [
                "https://share.joinmastodon.org/#text=",
                &titled(500, "\n\n"),
            ]
            .concat(),
            Self::LinkedIn => [
                "https://www.linkedin.com/sharing/share-offsite/?url=",
                &encoded_link,
            ]
            .concat(),
            Self::X => {
                // A link weighs 23 whatever its length, and the space before it 1.
                let text = encode(&cut(&subject.title, 280 - 24, weight_on_x));
                [
                    "https://x.com/intent/tweet?text=",
                    &text,
                    "&url=",
                    &encoded_link,
                ]
                .concat()
            }
            Self::Facebook => [
                "https://www.facebook.com/sharer/sharer.php?u=",
                &encoded_link,
            ]
            .concat(),
            Self::WhatsApp => ["https://wa.me/?text=", &titled(600, "\n")].concat(),
            Self::Telegram => [
                "https://t.me/share/url?url=",
                &encoded_link,
                "&text=",
                &title(500),
            ]
            .concat(),
            Self::Reddit => [
                "https://www.reddit.com/submit?url=",
                &encoded_link,
                "&title=",
                &title(300),
            ]
            .concat(),
            Self::Mendeley => subject.doi.as_ref().map_or_else(
                || ["https://www.mendeley.com/import/?url=", &encoded_link].concat(),
                |doi| ["https://www.mendeley.com/import/?doi=", &encode(doi)].concat(),
            ),
            // RFC 6068: lines of a body end in CR LF.
            Self::Email => [
                "mailto:?subject=",
                &title(250),
                "&body=",
                &titled(600, "\r\n\r\n"),
            ]
            .concat(),
        };
        Some(address)
    }
}

/// As `encodeURIComponent` does it.
fn encode(text: &str) -> String {
    percent::encode(text, |byte| b"-_.!~*'()".contains(&byte))
}

/// What a character weighs on X: 1 in the alphabetic scripts and common punctuation, 2 in others and emoji.
/// Source: X, *Counting characters*, configuration 3.
fn weight_on_x(character: char) -> usize {
    match character {
        '\0'..='\u{10ff}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(title: &str) -> Subject {
        Subject {
            title: title.into(),
            link: "https://doi.org/10.1038/s41571-024-00939-2".into(),
            doi: Some("10.1038/s41571-024-00939-2".into()),
        }
    }

    /// The decoded value of one parameter of an address.
    fn parameter(address: &str, name: &str) -> String {
        let start = address.find(&format!("{name}=")).unwrap() + name.len() + 1;
        let value = address[start..].split('&').next().unwrap();
        percent::decode(value).unwrap()
    }

    #[test]
    fn every_target_is_found_by_its_name_and_by_no_other() {
        for target in Target::ALL {
            assert_eq!(Target::parse(target.name()), Some(target));
        }
        assert_eq!(Target::parse("BlueSky"), Some(Target::Bluesky));
        assert_eq!(Target::parse("myspace"), None);
    }

    #[test]
    fn every_network_has_the_address_that_it_documents() {
        let subject = subject("Dual HER2");
        let link = "https%3A%2F%2Fdoi.org%2F10.1038%2Fs41571-024-00939-2";
        for (target, address) in [
            (
                Target::Bluesky,
                format!("https://bsky.app/intent/compose?text=Dual%20HER2%0A%0A{link}"),
            ),
            (
                Target::Mastodon,
                format!("https://share.joinmastodon.org/#text=Dual%20HER2%0A%0A{link}"),
            ),
            (
                Target::LinkedIn,
                format!("https://www.linkedin.com/sharing/share-offsite/?url={link}"),
            ),
            (
                Target::X,
                format!("https://x.com/intent/tweet?text=Dual%20HER2&url={link}"),
            ),
            (
                Target::Facebook,
                format!("https://www.facebook.com/sharer/sharer.php?u={link}"),
            ),
            (
                Target::WhatsApp,
                format!("https://wa.me/?text=Dual%20HER2%0A{link}"),
            ),
            (
                Target::Telegram,
                format!("https://t.me/share/url?url={link}&text=Dual%20HER2"),
            ),
            (
                Target::Reddit,
                format!("https://www.reddit.com/submit?url={link}&title=Dual%20HER2"),
            ),
            (
                Target::Mendeley,
                "https://www.mendeley.com/import/?doi=10.1038%2Fs41571-024-00939-2".into(),
            ),
            (
                Target::Email,
                format!("mailto:?subject=Dual%20HER2&body=Dual%20HER2%0D%0A%0D%0A{link}"),
            ),
        ] {
            assert_eq!(target.address(&subject), Some(address), "{target:?}");
        }
        assert_eq!(Target::Copy.address(&subject), None);
        assert_eq!(Target::System.address(&subject), None);
    }

    #[test]
    fn odd_characters_arrive_as_they_were() {
        for title in [
            "R&D #1: \"quotes\" & 'apostrophes' = 50 % + more?",
            "Émile 🧬 emoji 👩‍🔬",
            "العلاج المزدوج لسرطان الثدي",
            "line\u{2028}separators and a \\ backslash",
        ] {
            let subject = subject(title);
            let address = |target: Target| target.address(&subject).unwrap();
            assert_eq!(parameter(&address(Target::X), "text"), title);
            assert_eq!(parameter(&address(Target::Reddit), "title"), title);
            assert_eq!(parameter(&address(Target::Email), "subject"), title);
            let text = parameter(&address(Target::Mastodon), "text");
            assert_eq!(text, format!("{title}\n\n{}", subject.link));
        }
    }

    #[test]
    fn a_doi_with_odd_characters_stays_one_parameter() {
        let sici = "10.1002/(sici)1096-8644(199601)99:1<135::aid-ajpa8>3.0.co;2-#";
        let subject = Subject {
            doi: Some(sici.into()),
            ..subject("SICI")
        };
        assert_eq!(
            parameter(&Target::Mendeley.address(&subject).unwrap(), "doi"),
            sici
        );
    }

    #[test]
    fn a_long_title_is_cut_and_the_link_is_whole() {
        let subject = subject(&"乳腺癌 word ".repeat(20_000));
        for (target, name, limit) in [
            (Target::Bluesky, "text", 300),
            (Target::Mastodon, "text", 500),
            (Target::WhatsApp, "text", 600),
        ] {
            let text = parameter(&target.address(&subject).unwrap(), name);
            assert!(
                text.chars().count() <= limit && text.ends_with(&subject.link),
                "{text}"
            );
            assert!(text.contains('…'));
        }
        let text = parameter(&Target::X.address(&subject).unwrap(), "text");
        assert!(
            text.chars().map(weight_on_x).sum::<usize>() <= 256,
            "{text}"
        );
        for target in Target::ALL {
            let address = target.address(&subject).unwrap_or_default();
            assert!(address.len() < 9_000, "{target:?}: {}", address.len());
        }
    }
}
