//! Promises about records.

use properties::{dialect, exports, html, narrative, share, standalone_badge};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use publication_metrics::formats::Dialect;

use crate::made_up::{cases, record, record_of};

#[test]
fn a_record_of_every_dialect_says_the_same_in_our_own() {
    for of in Dialect::ALL {
        let mut runner = TestRunner::new(cases(60));
        let outcome = runner.run(&record_of(of), |text| {
            dialect::holds(text.as_bytes(), of);
            Ok(())
        });
        outcome.unwrap_or_else(|it| panic!("{}: {it}", of.name()));
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_record_is_shown_with_what_is_on_the_short_list(record in record()) {
        html::holds(record.as_bytes());
    }

    #[test]
    fn an_address_shares_the_publication(record in record()) {
        share::holds(record.as_bytes());
    }

    #[test]
    fn files_say_the_same_as_the_record(record in record()) {
        exports::holds(record.as_bytes());
    }

    #[test]
    fn a_badge_that_stands_alone_is_xml(record in record()) {
        standalone_badge::holds(record.as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[cfg(feature = "references")]
    #[test]
    fn a_reference_says_what_its_text_says(record in record()) {
        let language = properties::look::Look::of(record.as_bytes()).language;
        properties::reference::holds(record.as_bytes(), language);
    }

    #[test]
    fn sentences_are_whole_in_every_language(record in record()) {
        narrative::holds_in_all(record.as_bytes());
    }
}
