//! Formulas in TeX, as the records of publishers have them.

/// The formula itself: without the document that some publishers set it in, so that their tools can typeset it alone,
/// and without the dollars that stand around it.
pub(super) fn body(source: &str) -> &str {
    const BEGIN: &str = "\\begin{document}";
    let (mut start, mut end) = (0, source.len());
    // Command by command: a search for a text is two kilobytes of wasm.
    for (at, _) in source.match_indices('\\') {
        let rest = source.get(at..).unwrap_or_default();
        if rest.starts_with(BEGIN) {
            start = at + BEGIN.len();
        } else if rest.starts_with("\\end{document}") {
            end = at;
        }
    }
    let formula = source.get(start..end).unwrap_or_default();
    formula.trim_matches(|it: char| it == '$' || it.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn a_formula_is_without_its_document_and_its_dollars() {
        for (source, expected) in [
            ("\\alpha", "\\alpha"),
            (" $ \\alpha $ ", "\\alpha"),
            ("$$a + b$$", "a + b"),
            (
                "\\documentclass{minimal}\n\\usepackage{amsmath}\n\\begin{document}\n$$x$$\n\\end{document}",
                "x",
            ),
            ("\\begin{document}", ""),
            ("", ""),
        ] {
            assert_eq!(body(source), expected, "{source}");
        }
    }
}
