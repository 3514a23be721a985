//! What fuzzing has found, each by a name.

use properties::{dialect, doi, exports, html, markup, narrative, standalone_badge, value_tree};

#[test]
fn a_number_reads_back_to_the_last_digit() {
    value_tree::holds(br#"{"a": 123456789.123456789, "b": 0.1000000000000000055511151231257827}"#);
}

#[test]
fn text_that_was_encoded_four_times_stays_as_it_is() {
    markup::holds("&amp;amp;amp;lt;i&amp;gt;");
    for field in ["title", "institution", "abstract", "type"] {
        let record =
            format!(r#"{{"title": "T", "{field}": "&amp;amp;amp;lt;i&amp;amp;amp;gt; x"}}"#);
        dialect::converts(record.as_bytes(), None);
    }
}

#[test]
fn a_tag_in_a_tag_is_text_for_good() {
    markup::holds("<<x>i>a<<x>/i>");
    markup::holds("<<x>script>alert(1)<<x>/script>");
}

#[test]
fn a_card_of_a_title_alone_has_no_empty_line() {
    narrative::holds(br#"{"title": "T"}"#);
    narrative::holds(br#"{"title": "T", "venue": {"issn": "1234-5679"}}"#);
}

#[test]
fn a_doi_with_an_entity_that_is_left_is_itself_by_its_address() {
    doi::holds("10.1000/a%252Fb.&amp;amp;amp;lt;i&amp;gt;");
}

#[test]
fn a_doi_with_escapes_in_escapes_is_none() {
    doi::holds("10.1000/a%100.aid");
    doi::holds("10.1000/a%1\u{200b}00");
    doi::holds("10.1000/%25252525252525252fa");
}

#[test]
fn a_doi_is_no_longer_than_its_address_can_be() {
    for suffix in ["<br>".repeat(1000), "%22".repeat(1000), "a".repeat(3000)] {
        doi::holds(&format!("10.1000/{suffix}"));
        let record = format!(r#"{{"title": "T", "doi": "10.1000/{suffix}"}}"#);
        dialect::converts(record.as_bytes(), None);
    }
    doi::holds(&format!("10.{}/a", "1".repeat(4080)));
}

#[test]
fn a_formula_in_tex_ends_where_it_ended() {
    markup::holds("<tex-math>x</tex\u{0}-math>y</tex-math>");
    markup::holds("<tex-math>\\begin\u{0}{document}x\\end{document\u{0}}</tex-math>");
    markup::holds("<tex-math>\u{0}$x$</tex-math>");
}

#[test]
fn what_is_unreadable_in_another_dialect_is_shown_as_after_its_translation() {
    let record = br#"{"doi": "10.1234/a", "title": "T", "sources": [], "bookmarks": 3, "citations": "van der",
        "shares": 0, "update_date": "2013-06-17T16:16:20Z"}"#;
    dialect::converts(record, None);
}

#[test]
fn a_formula_that_comes_to_nothing_leaves_no_space() {
    markup::holds("\" <math>");
    markup::holds("a <math> <mi> </mi></math> b");
    markup::holds("<i>a</i> <math></math>");
}

#[test]
fn a_title_of_a_formula_without_text_is_none() {
    markup::holds("<math><mi></mi></math>");
    narrative::holds_in_all(br#"{"title": "<math><mi></mi></math>", "doi": "10.1000/a"}"#);
}

#[test]
fn a_licence_that_is_not_known_hides_nothing() {
    for license in ["terms \\u0001 of\\u202e ours", "\\u0001\\u202e"] {
        let record = format!(r#"{{"@type": "Book", "name": "A", "license": "{license}"}}"#);
        dialect::converts(record.as_bytes(), None);
    }
}

#[test]
fn what_is_no_character_is_in_no_page() {
    let record = "{\"title\": \"A\u{fffe}\u{1ffff}\u{fdd0}\", \"citations\": [{\"source\": \"S\u{ffff}\", \"count\": 1}]}";
    for theme in [record.to_owned(), record.to_owned() + " "] {
        html::holds(theme.as_bytes());
        standalone_badge::holds(theme.as_bytes());
    }
}

#[test]
fn a_blank_type_is_none() {
    dialect::converts(br#"{"@type": " ", "name": "A"}"#, None);
    dialect::converts(b"{\"@type\": \"Book\\u0000\", \"name\": \"A\"}", None);
}

#[test]
fn a_name_of_commas_alone_is_nobody_in_every_file() {
    exports::holds(br#"{"title": "T", "authors": [{"name": ",,,."}]}"#);
    exports::holds(br#"{"title": "T", "authors": [{"name": "Ada Moss", "fullName": ", ,"}]}"#);
    exports::holds(br#"{"title": "T", "authors": [{"name": "abc"}, {"name": ", ,"}]}"#);
}

#[test]
fn commas_before_a_name_are_not_part_of_it() {
    exports::holds(
        br#"{"title": "T", "authors": [{"name": ", , Moss"}, {"name": ",,Moss,,Ada"}]}"#,
    );
}

#[test]
fn a_family_name_of_two_words_alone_is_one_in_every_file() {
    exports::holds(br#"{"title": "T", "authors": [{"name": "Moss Reed,"}]}"#);
}

#[test]
fn a_space_in_the_name_of_a_metric_is_not_part_of_its_source() {
    for name in ["wos   Citation", "some one Citation", " Citation"] {
        let record =
            format!(r#"[{{"doi": "10.1234/a"}}, {{"metricType": "{name}", "metricCount": 1}}]"#);
        dialect::converts(record.as_bytes(), None);
    }
}

#[test]
fn an_identifier_without_anything_after_its_kind_is_none() {
    dialect::converts(
        br#"{"doi": "10.1234/a", "source_title": "S", "source_id": "issn: 1234-5678", "author": "", "citation_count": "1"}"#,
        None,
    );
}

#[test]
fn hyphens_beside_hyphens_in_italics_are_no_longer_dash() {
    exports::holds(br#"{"title": "--<i>-</i>"}"#);
}
