//! Cutting a text to a network's limit.

/// The text, or as much of it as fits into `limit` together with a closing `…`. `weight` says what a character
/// costs. The cut is between words where that loses less than half, else between characters; never inside a
/// letter with its accents or an emoji with its modifiers.
pub fn cut(text: &str, limit: usize, weight: impl Fn(char) -> usize) -> String {
    if text.chars().map(&weight).sum::<usize>() <= limit {
        return text.to_owned();
    }
    let room = limit.saturating_sub(weight('…'));
    let (mut used, mut kept, mut between_words) = (0, 0, 0);
    let mut joins_next = false;
    for (at, character) in text.char_indices() {
        if !(joins_next || joins_previous(character)) {
            kept = at;
            if character.is_whitespace() {
                between_words = at;
            }
        }
        used += weight(character);
        if used > room {
            break;
        }
        joins_next = character == ZERO_WIDTH_JOINER;
    }
    let end = if between_words * 2 >= kept {
        between_words
    } else {
        kept
    };
    let mut cut = text.get(..end).unwrap_or_default().trim_end().to_owned();
    cut.push('…');
    cut
}

const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// Whether a character continues the one before it: an accent, a joiner, a variation selector, a skin tone,
/// the second half of a flag (which cannot be told from a first half, so flags hold together in rows).
fn joins_previous(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{94f}'
        | '\u{e31}'..='\u{e3a}'
        | ZERO_WIDTH_JOINER
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f1e6}'..='\u{1f1ff}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_to(text: &str, limit: usize) -> String {
        cut(text, limit, |_| 1)
    }

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(cut_to("Dual HER2 inhibition", 20), "Dual HER2 inhibition");
        assert_eq!(cut_to("", 0), "");
    }

    #[test]
    fn the_cut_is_between_words_and_within_the_limit() {
        assert_eq!(cut_to("Dual HER2 inhibition", 19), "Dual HER2…");
        assert_eq!(cut_to("Dual HER2 inhibition", 10), "Dual HER2…");
        assert_eq!(cut_to("Dual HER2 inhibition", 9), "Dual…");
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        assert_eq!(cut_to("乳腺癌双靶向治疗", 4), "乳腺癌…");
        assert_eq!(cut_to("a supercalifragilistic", 10), "a superca…");
    }

    #[test]
    fn nothing_that_belongs_together_is_torn() {
        assert_eq!(cut_to("ae\u{301}bc", 3), "a…", "the accent would not fit");
        assert_eq!(cut_to("a👩\u{200d}🔬bc", 4), "a…", "nor would the flask");
    }
}
