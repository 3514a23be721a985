//! Every target's address leads to the target, and says the title and the link of the publication.

use std::collections::HashMap;

use publication_metrics::publication::Publication;
use publication_metrics::share::{Subject, Target, cut};
use url::Url;

use crate::{qr_code, record};

/// Longer addresses are refused by servers: what Apache takes by default.
const LONGEST: usize = 8190;

/// Holds the record of JSON text, if it is one, to its addresses.
pub fn holds(text: &[u8]) {
    if let Some(publication) = record::publication(text) {
        check(&publication);
    }
}

/// Holds a publication to its addresses.
pub fn check(publication: &Publication) {
    let subject = Subject::of(publication);
    assert_eq!(subject.is_some(), Subject::is_in(publication));
    let Some(subject) = subject else { return };
    qr_code::holds(&subject.link);
    for target in Target::ALL {
        if let Some(address) = target.address(&subject) {
            check_address(target, &subject, &address);
        }
    }
}

/// The host of a target, and the part of an address that its words are in.
fn host(target: Target) -> Option<&'static str> {
    Some(match target {
        Target::Bluesky => "bsky.app",
        Target::Mastodon => "share.joinmastodon.org",
        Target::LinkedIn => "www.linkedin.com",
        Target::X => "x.com",
        Target::Facebook => "www.facebook.com",
        Target::WhatsApp => "wa.me",
        Target::Telegram => "t.me",
        Target::Reddit => "www.reddit.com",
        Target::Mendeley => "www.mendeley.com",
        Target::Copy | Target::Email | Target::System | Target::Cite => return None,
    })
}

fn check_address(target: Target, subject: &Subject, address: &str) {
    let url = Url::parse(address).unwrap_or_else(|it| panic!("{address}: {it}"));
    let scheme = if target == Target::Email {
        "mailto"
    } else {
        "https"
    };
    assert_eq!(url.scheme(), scheme, "{address}");
    assert_eq!(url.host_str(), host(target), "{address}");
    // The link is the record's, of any length; all that is added to it is not.
    assert!(
        address.len() <= LONGEST + 3 * 2 * subject.link.len(),
        "{} bytes",
        address.len()
    );
    // Mastodon's page keeps the text to itself, so it is a fragment.
    let query = if target == Target::Mastodon {
        url.fragment()
    } else {
        url.query()
    };
    let said = parameters(query.unwrap_or_default());
    let words = &subject.title;
    for (name, value) in &said {
        match (*name, target) {
            ("url" | "u", _) => assert_eq!(*value, subject.link, "{address}"),
            ("doi", _) => assert_eq!(Some(value), subject.doi.as_ref(), "{address}"),
            ("title" | "subject", _) | ("text", Target::X | Target::Telegram) => {
                is_cut(value, words);
            }
            ("text" | "body", _) => {
                let title = value.strip_suffix(&subject.link);
                let title = title.unwrap_or_else(|| panic!("{address} does not end in the link"));
                is_cut(title.trim_end_matches(['\r', '\n']), words);
            }
            _ => panic!("{name} in {address}"),
        }
    }
    let has_link = said.values().any(|it| it.ends_with(&subject.link));
    assert!(has_link || said.contains_key("doi"), "{address}");
}

fn parameters(query: &str) -> HashMap<&str, String> {
    let pairs = query.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name, decoded(value))
    });
    pairs.collect()
}

/// As every server decodes it, and a form as well: a plus would be a space there.
fn decoded(value: &str) -> String {
    assert!(!value.contains('+'), "{value}");
    let pair = ["x=", value].concat();
    let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
    pairs.next().expect("the pair").1.into_owned()
}

/// Whether a text is the title, or the beginning of it.
fn is_cut(text: &str, title: &str) {
    let is_whole = text == title;
    let is_begin = text
        .strip_suffix('…')
        .is_some_and(|begin| title.starts_with(begin));
    assert!(is_whole || is_begin, "{text:?} is not of {title:?}");
}

/// Holds the cutting of a text to its limit.
pub fn cuts(text: &str, limit: usize) {
    let short = cut(text, limit, |_| 1);
    is_cut(&short, text);
    assert!(
        short.chars().count() <= limit.max(1),
        "{short:?} is longer than {limit}"
    );
}
