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

/// A document whose parts for people and for other tools say this.
fn annotated(said: &str) -> String {
    "openapi: 3.1.0
info: {title: T, version: '1', contact: {name: ONE}, x-logo: ONE}
externalDocs: {url: https://ONE.example}
paths:
  /pets:
    get:
      operationId: listPets
      externalDocs: {url: /ONE}
      x-internal: ONE
      responses:
        '200':
          description: Pets
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
          links: {next: {operationId: ONE}}
webhooks:
  newPet:
    post:
      description: ONE
      operationId: ONE
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: OK}}
components:
  schemas:
    Pet:
      type: object
      externalDocs:
        description: ONE
        url: https://pets.example
      xml: {name: ONE}
      properties: {name: {type: string, xml: {attribute: true}}}
"
    .replace("ONE", said)
}

#[test]
fn what_is_for_people_and_other_tools_is_never_nothing() {
    let (old, new) = (annotated("one"), annotated("two"));
    let whole: Vec<(&str, &str)> = old.lines().zip(new.lines()).collect();
    for (at, (was, is)) in whole.iter().enumerate() {
        if was == is {
            continue;
        }
        let lines = whole.iter().enumerate();
        let lines = lines.map(|(line, (was, is))| if line == at { *is } else { *was });
        let found = compared(&old, &lines.collect::<Vec<_>>().join("\n"));
        assert!(
            found.changes.is_empty() && !found.unknown().is_empty(),
            "{is}"
        );
        assert_eq!(found.verdict, Bump::Patch, "{is}");
        let told = &found.unknown()[0];
        assert_eq!(told.code, "annotation", "{is}");
        assert_eq!(told.new.as_ref().unwrap().file, "new.yaml", "{is}");
    }
    let found = compared(&old, &new);
    let at: Vec<&str> = found
        .unknown()
        .iter()
        .map(|one| one.spot().unwrap().pointer.as_str())
        .collect();
    assert_eq!(
        at,
        [
            "#/components/schemas/Pet/externalDocs/description",
            "#/components/schemas/Pet/xml",
            "#/externalDocs",
            "#/info/contact",
            "#/info/x-logo",
            "#/paths/~1pets/get/externalDocs/url",
            "#/paths/~1pets/get/responses/200/links",
            "#/paths/~1pets/get/x-internal",
            "#/webhooks/newPet",
        ]
    );
}

/// An example that no page shows, behind the first one.
fn shown(second: &str, required: &str) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      operationId: getA
      tags: [a]
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/A'}}
              examples: {{one: {{value: {{b: x, c: y}}}}, two: {{value: {second}}}}}
components:
  schemas:
    A: {{type: object, required: {required}, properties: {{b: {{type: string}}, c: {{type: string}}}}}}
"
    )
}

#[test]
fn documents_that_differ_are_never_called_the_same() {
    let old = shown("{b: p, c: q}", "[b, c]");
    let found = compared(&old, &shown("{b: r, c: q}", "[b, c]"));
    assert_eq!((found.verdict, found.is_breaking()), (Bump::None, false));
    let said = "the documents differ in 1 place, the first at new.yaml:14:";
    let html = report::html(&found, "old", "new");
    for text in [report::text(&found), report::markdown(&found), html] {
        assert!(text.contains(said), "{text}");
        assert!(!text.contains("Nothing changed."), "{text}");
    }
    let json: serde_json::Value = serde_json::from_str(&report::json(&found)).unwrap();
    assert_eq!(json["unseen"], 1);
    // The order of what has none is no difference.
    let reordered = compared(&old, &shown("{c: q, b: p}", "[c, b]"));
    assert_eq!(report::text(&reordered), "none: nothing changed\n");
}
