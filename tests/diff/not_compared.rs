//! What is not modelled: said in every format where the documents differ, counted where they do not, and never "nothing changed".

use tintype::diff::{Bump, report};

use super::compared;

/// A schema with a keyword that OpenAPI does not know.
pub(super) fn odd(keyword: &str, value: &str) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: T, version: '1'}}
paths: {{}}
components:
  schemas:
    Labels:
      type: object
      {keyword}: {value}
"
    )
}

#[test]
fn a_part_that_differs_is_told_of_in_every_format() {
    let found = compared(&odd("sized", "1"), &odd("sized", "2"));
    assert_eq!((found.verdict, found.changes.len()), (Bump::Patch, 0));
    assert!(!found.is_empty());
    let at = "#/components/schemas/Labels/sized";
    let text = report::text(&found);
    assert!(
        text.contains("Not compared")
            && text.contains(at)
            && text.contains("old.yaml:8:7 → new.yaml:8:7"),
        "{text}"
    );
    let markdown = report::markdown(&found);
    assert!(
        markdown.contains("Not compared") && markdown.contains(at),
        "{markdown}"
    );
    let github = report::github(&found);
    assert!(
        github.starts_with("::warning file=new.yaml,line=8,col=7,title=not compared%3A S012::"),
        "{github}"
    );
    let json: serde_json::Value = serde_json::from_str(&report::json(&found)).unwrap();
    assert_eq!(json["not_compared"][0]["changed"], true);
    assert_eq!(json["not_compared"][0]["new"]["pointer"], at);
    let html = report::html(&found, "old", "new");
    assert!(
        html.contains("Not compared</h2>") && html.contains(at),
        "{html}"
    );
    for text in [text, markdown, html] {
        assert!(!text.to_lowercase().contains("nothing changed"), "{text}");
    }
}

#[test]
fn a_part_that_is_the_same_is_counted() {
    let found = compared(&odd("sized", "1"), &odd("sized", "1"));
    assert!(found.is_empty() && found.verdict == Bump::None);
    let said = "1 part that is not modelled is the same in both documents";
    assert!(report::text(&found).contains(said));
    assert!(report::markdown(&found).contains(said));
    assert!(report::html(&found, "old", "new").contains(said));
    assert_eq!(report::github(&found), "");
    let json: serde_json::Value = serde_json::from_str(&report::json(&found)).unwrap();
    assert_eq!(json["not_compared"][0]["changed"], false);
}

#[test]
fn a_part_that_is_modelled_on_one_side_is_told_of() {
    let other = odd("title", "One");
    let there = compared(&odd("sized", "1"), &other);
    let back = compared(&other, &odd("sized", "1"));
    assert!(there.not_compared[0].new.is_none() && there.not_compared[0].is_changed);
    assert!(back.not_compared[0].old.is_none() && back.not_compared[0].is_changed);
}
