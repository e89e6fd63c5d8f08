//! Where else text of a document goes: listings, lists, reports, the changelog. Nothing in them steers a terminal, a log, a runner of CI
//! or a page.

use pulldown_cmark::{Event, Options, Parser, Tag};
use tintype::changelog::{self, Before};
use tintype::diff::{self, report};
use tintype::plan::Plan;
use tintype::run::{self, Placed, Request};
use tintype::source::files::Memory;
use tintype::visible::is_hidden;
use tintype::{inspect, pipeline};

/// A text on lines of which each is ours.
fn plain(text: &str, place: &str) {
    let hidden = text.chars().find(|&c| c != '\n' && is_hidden(c));
    assert_eq!(hidden, None, "{place}");
    let mut lines = text.lines().map(str::trim_start);
    let command = lines.find(|line| line.starts_with("::error::pwned") || line.contains("##["));
    assert_eq!(command, None, "{place}");
}

/// Markdown that loads nothing and holds no tag of the document.
fn page(text: &str, place: &str) {
    plain(text, place);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                assert!(!tag.contains("pwned"), "{place}: {tag}\n{text}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{place}: {dest_url}\n{text}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(!dest_url.contains("javascript:"), "{place}: {dest_url}");
            }
            _ => {}
        }
    }
}

/// What is shown of a document that was read.
fn shown(plan: &Plan, place: &str) {
    plain(&inspect::text(plan), place);
    plain(&inspect::json(plan), place);
    let list = &pipeline::output(plan).files["api-surface.txt"];
    plain(list, place);
    let mut items = list.lines().skip(1);
    let begins = ["pub ", "impl ", "#[deprecated] pub "];
    let other = items.find(|line| !begins.iter().any(|begin| line.starts_with(begin)));
    assert_eq!(other, None, "{place}");
    let file = pipeline::single_file(plan, &["https".to_owned()].into());
    super::docs(file.parse().unwrap(), &mut Vec::new());
}

fn placed(text: &str, place: &str) -> Placed {
    let files = Memory::default().with("spec.json", text);
    let request = Request {
        spec: Some("spec.json".into()),
        ..Request::default()
    };
    let placed = run::placed(&files, &request).unwrap();
    for finding in placed.run.findings() {
        plain(&finding.message, place);
        plain(&finding.help, place);
    }
    placed
}

/// What is said of a document, and of the step to it from another one.
pub(crate) fn check(old: &str, new: &str, place: &str) {
    let (old, new) = (placed(old, place), placed(new, place));
    shown(&new.run.plan, place);
    let found = diff::compare(old.side(), new.side());
    plain(&report::text(&found), place);
    plain(&report::json(&found), place);
    page(&report::markdown(&found), place);
    let github = report::github(&found);
    plain(&github, place);
    assert!(
        github.lines().all(|line| line.starts_with("::")),
        "{place}: {github}"
    );
    let html = report::html(&found, "old", "new");
    plain(&html.replace('\t', " "), place);
    assert!(!html.contains("<pwned"), "{place}");
    let before = Before {
        log: None,
        was: old.run.kept().unwrap().clone(),
        released: None,
    };
    let after = changelog::after(before, new.run.kept().unwrap()).unwrap();
    page(&after.update.unwrap().text, place);
}
