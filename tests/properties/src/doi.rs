//! A DOI is itself however it is written again.

use publication_metrics::publication::Doi;
use url::Url;

/// Holds the DOI in a text, if any, to its written forms.
pub fn holds(text: &str) {
    let Some(doi) = Doi::parse(text) else { return };
    let (bare, address) = (doi.as_str(), doi.url());
    assert_eq!(doi.to_string(), bare);
    assert!(bare.starts_with("10."), "{bare:?}");
    assert!(
        !bare
            .chars()
            .any(|it| it.is_whitespace() || it.is_control() || it.is_ascii_uppercase()),
        "{bare:?}"
    );
    assert_eq!(
        Doi::parse(&address).as_ref(),
        Some(&doi),
        "{address} is another"
    );
    assert!(address.is_ascii(), "{address}");
    let url = Url::parse(&address).unwrap_or_else(|it| panic!("{address}: {it}"));
    assert_eq!((url.scheme(), url.host_str()), ("https", Some("doi.org")));
    assert_eq!((url.query(), url.fragment()), (None, None), "{address}");
    assert_eq!(url.as_str(), address, "browsers go elsewhere");
}
