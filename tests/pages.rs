//! The generated pages: they are where they should be, their links lead somewhere, their examples compile and run.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[expect(dead_code, reason = "the failures of the server are for other tests")]
mod loopback;

#[path = "pages/examples.rs"]
mod examples;
#[path = "pages/links.rs"]
mod links;
#[path = "pages/page.rs"]
mod page;
#[path = "pages/readme.rs"]
mod readme;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use page::Page;

const SDK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/generated-sdk");

/// The pages of the documentation that the generated one follows.
const DOCUMENTED: &[&str] = &[
    "docs/models/createsignintokenrequestbody.md",
    "docs/models/signintoken.md",
    "docs/models/signintokenobject.md",
    "docs/models/signintokenstatus.md",
    "docs/sdks/signintokens/README.md",
];

/// The file of the user's that the first run after a change of the API begins.
const CHANGELOG: &str = "CHANGELOG.md";

/// All generated pages of the crate, by their paths within it.
fn pages() -> BTreeMap<String, Page> {
    let mut pages = BTreeMap::new();
    let mut folders = vec![PathBuf::from(SDK)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.strip_prefix(SDK).unwrap().to_str().unwrap();
                let text = fs::read_to_string(&path).unwrap();
                if name != CHANGELOG {
                    pages.insert(name.replace('\\', "/"), Page::read(&text));
                }
            }
        }
    }
    pages
}

/// The path within the crate and the anchor that a relative link on a page leads to.
fn target<'l>(page: &str, link: &'l str) -> (String, Option<&'l str>) {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (link, None),
    };
    if path.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        if step == ".." {
            assert!(steps.pop().is_some(), "{page}: {link} leaves the crate");
        } else if step != "." {
            steps.push(step);
        }
    }
    (steps.join("/"), anchor)
}

fn is_relative(link: &str) -> bool {
    !link.contains("://") && !link.starts_with("mailto:")
}

#[test]
fn the_documented_pages_are_where_the_documentation_has_them() {
    let pages = pages();
    for path in DOCUMENTED {
        assert!(pages.contains_key(*path), "{path} is missing");
    }
}

#[test]
fn every_relative_link_leads_to_a_file_and_an_anchor_that_exist() {
    let pages = pages();
    let mut broken = Vec::new();
    let mut count = 0;
    for (name, page) in &pages {
        for link in page.links.iter().filter(|link| is_relative(link)) {
            let (path, anchor) = target(name, link);
            let leads = match (pages.get(&path), anchor) {
                (Some(page), Some(anchor)) => page.anchors.contains(anchor),
                (None, Some(_)) => false,
                (_, None) => Path::new(SDK).join(&path).is_file(),
            };
            if !leads {
                broken.push(format!("{name}: {link}"));
            }
            count += 1;
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(count > 10, "only {count} links were found");
}

#[test]
fn every_page_is_reached_from_the_readme() {
    let pages = pages();
    let mut reached = BTreeSet::new();
    let mut open = vec!["README.md".to_owned()];
    while let Some(name) = open.pop() {
        if let Some(page) = pages.get(&name).filter(|_| !reached.contains(&name)) {
            let links = page.links.iter().filter(|link| is_relative(link));
            open.extend(links.map(|link| target(&name, link).0));
            reached.insert(name);
        }
    }
    assert_eq!(reached, pages.keys().cloned().collect());
}

#[test]
fn anchors_are_made_as_github_makes_them() {
    let page = Page::read("# A `b_c`: d-e, f!\n## X\n## X\n## X\n## X-1\n## É & 2");
    let expected = ["a-b_c-d-e-f", "x", "x-1", "x-1-1", "x-2", "é--2"];
    assert_eq!(page.anchors.iter().collect::<Vec<_>>(), expected);
}
