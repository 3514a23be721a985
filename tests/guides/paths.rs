//! Files and links that the guides name.

use std::path::Path;

use crate::{ROOT, guides};

/// The addresses of a page's links, and of its pictures, which are in `docs`.
fn links(text: &str) -> Vec<String> {
    let markdown = text.split("](").skip(1);
    let html = text.split("\"docs/").skip(1);
    markdown
        .filter_map(|it| Some(it.split_once(')')?.0.to_owned()))
        .chain(html.filter_map(|it| Some(format!("docs/{}", it.split_once('"')?.0))))
        .collect()
}

#[test]
fn every_link_into_the_repository_leads_somewhere() {
    let mut seen = 0;
    for (path, text) in guides() {
        let folder = Path::new(ROOT).join(&path);
        let folder = folder.parent().expect("a folder");
        for link in links(&text) {
            if link.contains("://") || link.starts_with(['#', '…']) {
                continue;
            }
            seen += 1;
            let target = link.split('#').next().unwrap_or_default();
            assert!(folder.join(target).exists(), "{path}: {link}");
        }
    }
    assert!(seen > 40, "{seen} links found");
}

/// Each example has a page, and the list of them has each.
#[test]
fn every_example_has_a_page_and_is_listed() {
    let list = std::fs::read_to_string(Path::new(ROOT).join("examples/README.md")).expect("a list");
    for entry in std::fs::read_dir(Path::new(ROOT).join("examples")).expect("the examples") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let name = path.file_name().and_then(|it| it.to_str()).expect("a name");
            assert!(
                path.join("README.md").is_file(),
                "examples/{name} has no README.md"
            );
            assert!(
                list.contains(&format!("]({name})")),
                "examples/README.md lacks {name}"
            );
        }
    }
}

/// A page links every file beside it, so that nobody overlooks one, and no file is left that nothing speaks of.
#[test]
fn every_file_of_an_example_is_named_by_its_page() {
    for (path, text) in crate::texts(&["examples"]) {
        let mut parts = path.split('/');
        let (Some(_), Some(example), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        drop(text);
        let name = path.rsplit('/').next().expect("a name");
        if name == "README.md" || path.contains("__pycache__") {
            continue;
        }
        let page = Path::new(ROOT)
            .join("examples")
            .join(example)
            .join("README.md");
        let page = std::fs::read_to_string(page).expect("a page");
        let folder = path.rsplit('/').nth(1).expect("a folder");
        assert!(
            page.contains(name) || page.contains(&format!("{folder})")),
            "examples/{example}/README.md says nothing of {path}"
        );
    }
}
