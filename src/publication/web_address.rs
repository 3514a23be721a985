use super::text::is_hidden;

/// An absolute `http:` or `https:` address that is safe to put in a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// `None` for any other scheme, for a relative address, and for one without a host, with white space or
    /// hidden characters in it, or with a user name before the host (`https://doi.org@evil.example/`).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once(':')?;
        let rest = rest.strip_prefix("//")?;
        if !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")) {
            return None;
        }
        // Browsers take a backslash for a slash, so it ends the host too.
        let authority = rest.split(['/', '?', '#', '\\']).next()?;
        let host = authority.split(':').next()?;
        let safe = !host.is_empty()
            && !authority.contains('@')
            && !text.contains(|character: char| character.is_whitespace() || is_hidden(character));
        safe.then(|| Self(text.to_owned()))
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::WebAddress;

    #[test]
    fn accepts_absolute_web_addresses() {
        for text in [
            "https://doi.org/10.1038/s41571-024-00939-2",
            "http://localhost:8080/a?b=c@d#e",
            "HTTPS://Example.org",
            "https://例え.jp/パス",
            "http://[::1]/",
        ] {
            assert_eq!(
                WebAddress::parse(text).as_ref().map(WebAddress::as_str),
                Some(text)
            );
        }
        assert_eq!(
            WebAddress::parse(" https://a.example/ \n")
                .as_ref()
                .map(WebAddress::as_str),
            Some("https://a.example/")
        );
    }

    #[test]
    fn refuses_what_is_not_safe_to_link() {
        for text in [
            "",
            "javascript:alert(1)",
            "javascript://example.org/%0Aalert(1)",
            "java\nscript://x",
            "data:text/html,x",
            "ftp://example.org/",
            "mailto:a@example.org",
            "//example.org/",
            "/path",
            "example.org",
            "https://",
            "https:///path",
            "https://?q",
            "https://:80/",
            "https:example.org",
            "https://doi.org@evil.example/",
            "https://user:secret@evil.example/",
            "https://a.example/\nb",
            "https://a.example/b c",
            "https://a.example/\u{202e}gpj.exe",
        ] {
            assert_eq!(WebAddress::parse(text), None, "{text:?}");
        }
    }
}
