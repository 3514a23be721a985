//! Which citation count a badge shows.

use crate::publication::CitationCount;

/// The count of the first source that the host lists and that has a number. Counts of different sources are
/// never added: they overlap.
pub fn leading_citation_count(counts: &[CitationCount]) -> Option<(&CitationCount, u64)> {
    counts
        .iter()
        .find_map(|entry| entry.count.map(|count| (entry, count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(source: &str, count: Option<u64>) -> CitationCount {
        CitationCount {
            source: source.into(),
            count,
            as_of: None,
            url: None,
        }
    }

    #[test]
    fn the_first_source_with_a_number_leads_even_with_a_true_zero() {
        let counts = [
            count("Scopus", None),
            count("Crossref", Some(0)),
            count("OpenAlex", Some(9)),
        ];
        let (leading, value) = leading_citation_count(&counts).unwrap();
        assert_eq!((leading.source.as_str(), value), ("Crossref", 0));
        assert_eq!(leading_citation_count(&counts[..1]), None);
        assert_eq!(leading_citation_count(&[]), None);
    }
}
