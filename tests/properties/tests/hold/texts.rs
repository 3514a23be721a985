//! Promises about texts.

use properties::{doi, markup, qr_code, share, value_tree};
use proptest::prelude::*;

use crate::made_up::{cases, record, text};

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_doi_is_itself_however_it_is_written(text in text()) {
        doi::holds(&text);
    }

    #[test]
    fn marked_up_text_keeps_its_letters(text in text()) {
        markup::holds(&text);
    }

    #[test]
    fn a_text_is_cut_to_its_limit(text in text(), limit in 0_usize..60) {
        share::cuts(&text, limit);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_value_tree_reads_back_as_it_was_written(record in record()) {
        value_tree::holds(record.as_bytes());
    }

    #[test]
    fn bytes_are_no_danger(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        value_tree::holds(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_qr_code_stays_in_its_zone(link in "https://x\\.example/[a-z0-9]{0,600}") {
        qr_code::holds(&link);
    }
}
