/// Where in its volume a publication is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages<'a> {
    /// The first page, or all that is known: the number of an article, several ranges.
    pub first: &'a str,
    /// The last page, where it is a range.
    pub last: Option<&'a str>,
}

impl<'a> Pages<'a> {
    /// Takes a range apart: two page numbers with a hyphen or a dash between them.
    pub fn of(pages: &'a str) -> Option<Self> {
        let pages = pages.trim();
        let is_dash = |it: char| matches!(it, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        let whole = Self {
            first: pages,
            last: None,
        };
        let range = || {
            let (first, rest) = pages.split_once(is_dash)?;
            let (first, last) = (first.trim(), rest.trim_start_matches(is_dash).trim());
            let is_number = |it: &str| !it.is_empty() && it.chars().all(char::is_alphanumeric);
            (is_number(first) && is_number(last)).then_some(Self {
                first,
                last: Some(last),
            })
        };
        (!pages.is_empty()).then(|| range().unwrap_or(whole))
    }

    /// The range with something else between its ends.
    pub fn joined(self, dash: &str) -> String {
        match self.last {
            Some(last) => [self.first, dash, last].concat(),
            None => self.first.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn a_range_has_two_ends_and_all_else_is_one() {
        for (pages, expected) in [
            ("101-120", "101--120"),
            ("101–120", "101--120"),
            ("S1 -- S9", "S1--S9"),
            ("e0123456", "e0123456"),
            ("1-3, 7-9", "1-3, 7-9"),
            ("10.1-12", "10.1-12"),
            ("5-", "5-"),
        ] {
            let joined = Pages::of(pages).map(|it| it.joined("--"));
            assert_eq!(joined.as_deref(), Some(expected), "{pages}");
        }
        assert_eq!(Pages::of(" "), None);
    }
}
