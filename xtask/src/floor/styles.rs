//! What styles use, as esbuild writes them.

use std::collections::BTreeSet;

use super::Newer;
use super::data::Data;

/// Properties with their values, selectors, at-rules and functions.
pub fn newer(text: &str, data: &Data) -> BTreeSet<Newer> {
    let mut found = BTreeSet::new();
    let mut look = |place: String| {
        if let Some(lacking) = data.at(&format!("css.{place}")) {
            found.insert(Newer {
                name: place,
                lacking,
            });
        }
    };
    let mut functions = BTreeSet::new();
    for part in text.split_inclusive(['{', '}', ';']) {
        let body = part.trim_end_matches(['{', '}', ';']).trim();
        if let Some(rule) = body.strip_prefix('@') {
            let mut words = words(rule);
            let name = words.next().unwrap_or_default();
            look(format!("at-rules.{name}"));
            words.for_each(|word| look(format!("at-rules.{name}.{word}")));
        } else if part.ends_with('{') {
            body.split(':').skip(1).for_each(|it| {
                let name = words(it).next().filter(|name| it.starts_with(name));
                look(format!("selectors.{}", name.unwrap_or_default()));
            });
        } else if let Some((property, value)) = body.split_once(':')
            && !property.starts_with("--")
        {
            look(format!("properties.{property}"));
            if data.at(&format!("css.properties.{property}")).is_none() {
                words(value).for_each(|word| look(format!("properties.{property}.{word}")));
            }
        }
        functions.extend(called(body));
    }
    for name in functions {
        if let Some(lacking) = data.function(name) {
            found.insert(Newer {
                name: format!("{name}()"),
                lacking,
            });
        }
    }
    found
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it| !is_name(it)).filter(|it| !it.is_empty())
}

/// The names before parentheses.
fn called(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('(').filter_map(|(at, _)| {
        let before = &text[..at];
        let name = before.trim_end_matches(is_name).len();
        Some(&before[name..]).filter(|it| !it.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::super::data::tests::data;
    use super::newer;

    fn names(text: &str) -> Vec<String> {
        newer(text, &data()).into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn whatever_is_newer_is_found() {
        assert_eq!(
            names("a:has(b){gap:1px;text-wrap:balance}"),
            ["properties.text-wrap", "selectors.has"]
        );
        assert_eq!(names("a{gap:twice}"), ["properties.gap.twice"]);
        assert_eq!(names("@scope (a){b{gap:0}}"), ["at-rules.scope"]);
        assert_eq!(names("a{--c:light-dark(red,blue)}"), ["light-dark()"]);
        assert_eq!(names("a:hover{--text-wrap:balance}"), [""; 0]);
    }
}
