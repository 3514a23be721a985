//! The icons of the share panel, out of free icon sets.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::project::Project;

/// An icon's name in the share panel, the package that has it, and its name there.
const ICONS: [(&str, Set, &str); 14] = [
    ("bluesky", Set::Bootstrap, "bluesky"),
    ("mastodon", Set::Bootstrap, "mastodon"),
    ("linkedin", Set::Bootstrap, "linkedin"),
    ("x", Set::Bootstrap, "twitter-x"),
    ("facebook", Set::Bootstrap, "facebook"),
    ("whatsapp", Set::Bootstrap, "whatsapp"),
    ("telegram", Set::Bootstrap, "telegram"),
    ("reddit", Set::Bootstrap, "reddit"),
    ("mendeley", Set::Simple, "mendeley"),
    ("email", Set::Bootstrap, "envelope"),
    ("copy", Set::Bootstrap, "copy"),
    ("copied", Set::Bootstrap, "check2"),
    ("system", Set::Bootstrap, "box-arrow-up"),
    ("cite", Set::Bootstrap, "quote"),
];

const BANNER: &str = "\
/*! Bootstrap Icons, Copyright 2019-2024 The Bootstrap Authors, MIT (https://github.com/twbs/icons/blob/main/LICENSE); Simple Icons, CC0 1.0 */
";

#[derive(Clone, Copy)]
enum Set {
    Bootstrap,
    Simple,
}

impl Set {
    fn package(self) -> &'static str {
        match self {
            Self::Bootstrap => "bootstrap-icons",
            Self::Simple => "simple-icons",
        }
    }
}

/// The module `share-icons.js`: view box and path of each icon by its name.
pub fn module(project: &Project) -> Result<String> {
    let mut icons = Map::new();
    for (name, set, file) in ICONS {
        let path = project
            .tools()
            .join("node_modules")
            .join(set.package())
            .join("icons")
            .join(file)
            .with_extension("svg");
        let svg = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let (view_box, outline) =
            outline(&svg).with_context(|| format!("{} is not understood", path.display()))?;
        icons.insert(name.to_owned(), json!([view_box, outline]));
    }
    Ok(format!(
        "{BANNER}export default {};\n",
        Value::Object(icons)
    ))
}

/// The view box of a drawing and its outline, of several paths made one.
fn outline(svg: &str) -> Result<(&str, String)> {
    let view_box = attributes(svg, "svg", "viewBox")
        .next()
        .context("it has no view box")?;
    let outlines: Vec<&str> = attributes(svg, "path", "d").collect();
    if outlines.is_empty() {
        bail!("it has no path");
    }
    Ok((view_box, outlines.concat()))
}

/// The values of an attribute of all elements of a name. The icon sets write their drawings all in
/// the same plain way: quoted twice, no entities, no comments.
fn attributes<'svg>(
    svg: &'svg str,
    element: &str,
    attribute: &str,
) -> impl Iterator<Item = &'svg str> {
    let start = format!("<{element} ");
    let name = format!(" {attribute}=\"");
    svg.match_indices(&start)
        .map(|(at, _)| &svg[at..])
        .filter_map(|rest| rest.split_once('>'))
        .filter_map(move |(tag, _)| Some(tag.split_once(&name)?.1.split_once('"')?.0))
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn several_paths_become_one() {
        let svg = r#"<svg width="16" viewBox="0 0 16 16">
            <path fill-rule="evenodd" d="M1 1h2"/> <path d="m5 5z"/></svg>"#;
        let (view_box, path) = outline(svg).expect("a drawing");
        assert_eq!((view_box, path.as_str()), ("0 0 16 16", "M1 1h2m5 5z"));
    }

    #[test]
    fn an_attribute_whose_name_ends_alike_is_another() {
        let svg = r#"<svg viewBox="0 0 24 24"><path id="a" d="M0 0"/></svg>"#;
        assert_eq!(outline(svg).expect("a drawing").1, "M0 0");
    }

    #[test]
    fn a_drawing_of_other_shapes_is_refused() {
        assert!(outline(r#"<svg viewBox="0 0 1 1"><circle r="1"/></svg>"#).is_err());
        assert!(outline(r#"<svg><path d="M0 0"/></svg>"#).is_err());
    }
}
