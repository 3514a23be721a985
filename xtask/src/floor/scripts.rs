//! What scripts name of the browser.

use std::collections::BTreeSet;

use super::Newer;
use super::data::Data;

/// Names that are members of something, or begin as interfaces do. A name tells no more than itself: where an old
/// interface has a member of the same name, it is not found.
pub fn newer(text: &str, data: &Data) -> BTreeSet<Newer> {
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$');
    let mut found = BTreeSet::new();
    let mut before = "";
    let mut at = 0;
    for part in text.split_inclusive(|it: char| !is_name(it)) {
        let name = part.trim_end_matches(|it: char| !is_name(it));
        let is_member = before.ends_with('.') && !text[..at].ends_with("..");
        let is_interface = name.starts_with(|it: char| it.is_ascii_uppercase());
        // What is shorter is what a minifier makes.
        if (is_member || is_interface)
            && name.len() > 2
            && let Some(lacking) = data.named(name)
        {
            found.insert(Newer {
                name: name.to_owned(),
                lacking: lacking.to_owned(),
            });
        }
        at += part.len();
        before = part;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::data::tests::data;
    use super::newer;

    fn names(text: &str) -> Vec<String> {
        newer(text, &data()).into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn members_are_found_and_variables_are_not() {
        assert_eq!(names("x=URL.canParse?.(y)&&z.animate()"), ["canParse"]);
        assert_eq!(names("let canParse=[...canParse];a.twice"), [""; 0]);
        assert_eq!(names("x?.canParse"), ["canParse"]);
    }
}
