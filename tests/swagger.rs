//! A document of Swagger 2.0 gives the crate of the OpenAPI 3.0 document that says the same, but for where the document has what it
//! tells of, and is quoted as it was written.
//!
//! Each file of `fixtures/swagger` holds both, the older one first; its name is the sentence that fails.

use std::collections::BTreeMap;
use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::pointer::Pointer;
use tintype::source;
use tintype::source::files::Memory;

fn generated(text: &str) -> (BTreeMap<String, String>, String) {
    let files = Memory::default().with("spec.yaml", text);
    let mut config = Config::default();
    config.package.name = Some("t".to_owned());
    let mut cx = Cx::new(config);
    let plan = pipeline::plan(&files, Path::new("spec.yaml"), &mut cx);
    let files = plan.map(|plan| pipeline::output(&plan).files);
    (files.unwrap_or_default(), cx.rendered())
}

/// The text without where the document has the schemas, and what it says of that.
fn parted(text: &str) -> (String, Vec<String>) {
    let mut places = Vec::new();
    let lines = text.lines().map(|line| {
        let place = line.split_once("Schema: `");
        let Some((before, (place, after))) =
            place.and_then(|(before, rest)| Some((before, rest.split_once('`')?)))
        else {
            return line.to_owned();
        };
        places.push(place.to_owned());
        format!("{before}Schema: {after}")
    });
    (lines.collect::<Vec<_>>().join("\n"), places)
}

/// Whether a document has something at a pointer as it is written.
#[expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]
fn has(document: &str, pointer: &str) -> bool {
    let files = Memory::default().with("spec.yaml", document);
    let tree = source::read(&files, Path::new("spec.yaml"), &mut Cx::default()).unwrap();
    tree.get(&Pointer::parse(pointer).unwrap()).is_some()
}

#[test]
fn both_say_the_same() {
    let mut count = 0;
    for entry in std::fs::read_dir("tests/fixtures/swagger").unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (older, newer) = text.split_once("---\n").unwrap();
        let ((old, old_said), (new, new_said)) = (generated(older), generated(newer));
        assert!(!new.is_empty(), "{}: {new_said}", path.display());
        assert!(!old.is_empty(), "{}: {old_said}", path.display());
        assert!(
            old.keys().eq(new.keys()),
            "{}: {:?} and {:?}",
            path.display(),
            old.keys(),
            new.keys()
        );
        for (name, text) in &new {
            let ((old, old_places), (new, new_places)) = (parted(&old[name]), parted(text));
            assert_eq!(old, new, "{}: {name}", path.display());
            for (document, places) in [(older, old_places), (newer, new_places)] {
                for place in places {
                    assert!(
                        has(document, &place),
                        "{place} of {}: {name}",
                        path.display()
                    );
                }
            }
        }
        count += 1;
    }
    assert!(count > 5);
}

#[test]
fn what_is_wrong_is_shown_as_it_was_written() {
    let (_, said) = generated(
        "swagger: '2.0'\n\
         info: {title: T, version: '1'}\n\
         paths:\n  \
           /a:\n    \
             get:\n      \
               parameters:\n        \
                 - {name: b, in: formData, type: strin}\n        \
                 - {name: q, in: query, type: strng}\n      \
               responses:\n        \
                 200: {description: Found., schema: {$ref: '#/definitions/Nope'}}\n",
    );
    for pointer in [
        "#/paths/~1a/get/parameters/0/type",
        "#/paths/~1a/get/parameters/1/type",
        "#/paths/~1a/get/responses/200/schema/$ref",
    ] {
        assert!(said.contains(pointer), "{pointer} in {said}");
    }
    assert!(said.contains("type: strng"), "{said}");
}

#[test]
fn a_reference_to_something_else_is_quoted_as_it_was_written() {
    let (_, said) = generated(
        "swagger: '2.0'\n\
         info: {title: T, version: '1'}\n\
         paths:\n  \
           /a:\n    \
             get:\n      \
               parameters: [{$ref: '#/definitions/A'}]\n      \
               responses: {200: {description: Found.}}\n\
         definitions: {A: {type: object}}\n",
    );
    let expected = "`#/definitions/A` leads nowhere: a schema is there";
    assert!(said.contains(expected), "{said}");
}
