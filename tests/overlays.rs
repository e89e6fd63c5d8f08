//! Overlays change the document before anything else is done with it, and who is the cause of a mistake is shown as its place.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::source;
use tintype::source::files::Memory;
use tintype::{pipeline, pointer::Pointer};

const PETS: &str = r#"openapi: 3.0.3
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example"}]
tags: [{name: pets}, {name: dogs}, {name: cats}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets, internal, dogs]
      responses:
        "200": {description: All pets.}
  /dogs:
    get:
      operationId: listDogs
      tags: [internal]
      responses:
        "200": {description: All dogs.}
"#;

/// The document of which these overlays were made, and what was said.
fn overlaid(document: &str, overlays: &[&str]) -> (source::Tree, Cx) {
    let mut files = Memory::default().with("pets.yaml", document);
    let mut config = Config::default();
    for (index, overlay) in overlays.iter().enumerate() {
        let path = format!("overlay{index}.yaml");
        let text = format!("overlay: 1.1.0\ninfo: {{title: O, version: '1'}}\nactions:\n{overlay}");
        files = files.with(&path, text);
        config.overlays.push(path.into());
    }
    let mut cx = Cx::new(config);
    let tree = source::read(&files, Path::new("pets.yaml"), &mut cx).unwrap();
    (tree, cx)
}

#[track_caller]
fn at<'t>(tree: &'t source::Tree, pointer: &str) -> &'t Value {
    tree.root.pointer(pointer).unwrap_or(&Value::Null)
}

/// The file and line of a node.
fn line(tree: &source::Tree, cx: &Cx, pointer: &str) -> (String, usize) {
    let place = tree.place(&Pointer::parse(pointer).unwrap());
    let path = cx.sources().path(place.file).unwrap().display().to_string();
    (path, cx.sources().position(&place).unwrap().line)
}

#[test]
fn maps_merge_lists_grow_and_plain_values_are_replaced() {
    let (tree, cx) = overlaid(
        PETS,
        &["- target: $
  update:
    info: {title: Dogs, contact: {name: Us}}
    tags: [{name: birds}]
- target: $.paths.*.get.tags
  update: all
- target: $.paths['/pets'].get.operationId
  update: pets
"],
    );
    assert_eq!(cx.rendered(), "");
    let info = json!({ "title": "Dogs", "version": "1", "contact": { "name": "Us" } });
    assert_eq!(*at(&tree, "/info"), info);
    assert_eq!(*at(&tree, "/tags/3/name"), "birds");
    let tags = json!(["pets", "internal", "dogs", "all"]);
    assert_eq!(*at(&tree, "/paths/~1pets/get/tags"), tags);
    assert_eq!(
        *at(&tree, "/paths/~1dogs/get/tags"),
        json!(["internal", "all"])
    );
    assert_eq!(*at(&tree, "/paths/~1pets/get/operationId"), "pets");
    let ours = "overlay0.yaml".to_owned();
    assert_eq!(line(&tree, &cx, "/info/title"), (ours.clone(), 6));
    assert_eq!(line(&tree, &cx, "/info/contact/name"), (ours.clone(), 6));
    assert_eq!(
        line(&tree, &cx, "/info/version"),
        ("pets.yaml".to_owned(), 2)
    );
    assert_eq!(line(&tree, &cx, "/paths/~1dogs/get/tags/1"), (ours, 9));
}

#[test]
fn what_is_left_of_a_list_keeps_its_places() {
    let (tree, cx) = overlaid(
        PETS,
        &["- target: $.paths.*.*.tags[?@ == 'internal']
  remove: true
- target: $.tags
  update: {name: birds}
- target: $.tags[?@.name == 'pets' || @.name == 'cats']
  remove: true
- target: $.paths['/dogs']
  remove: true
"],
    );
    assert_eq!(cx.rendered(), "");
    assert_eq!(
        *at(&tree, "/tags"),
        json!([{ "name": "dogs" }, { "name": "birds" }])
    );
    assert_eq!(
        *at(&tree, "/paths/~1pets/get/tags"),
        json!(["pets", "dogs"])
    );
    assert_eq!(*at(&tree, "/paths/~1dogs"), Value::Null);
    let place = |pointer: &str| tree.place(&Pointer::parse(pointer).unwrap()).at.to_string();
    assert_eq!(place("/tags/0/name"), "#/tags/1/name");
    assert_eq!(
        place("/paths/~1pets/get/tags/1"),
        "#/paths/~1pets/get/tags/2"
    );
    assert_eq!(place("/tags/1/name"), "#/actions/1/update/name");
}

#[test]
fn a_copy_is_where_its_original_was_written() {
    let (tree, cx) = overlaid(
        PETS,
        &[
            "- {target: $.paths, update: {/cats: {}}}\n- {target: \"$.paths['/cats']\", copy: \"$.paths['/pets']\"}\n",
            "- {target: \"$.paths['/cats'].get\", update: {operationId: listCats}}\n",
        ],
    );
    assert_eq!(cx.rendered(), "");
    assert_eq!(*at(&tree, "/paths/~1cats/get/operationId"), "listCats");
    let pets = "pets.yaml".to_owned();
    assert_eq!(
        line(&tree, &cx, "/paths/~1cats/get/responses/200"),
        (pets, 11)
    );
    let later = "overlay1.yaml".to_owned();
    assert_eq!(
        line(&tree, &cx, "/paths/~1cats/get/operationId"),
        (later, 4)
    );
}

#[test]
fn text_is_text_where_the_document_wants_it() {
    let (tree, _) = overlaid(
        PETS,
        &[
            "- {target: $.info, update: {version: 1.10}}\n- {target: $.paths.*.get, update: {summary: 2026, x-count: 1.10}}\n",
        ],
    );
    assert_eq!(*at(&tree, "/info/version"), "1.10");
    assert_eq!(*at(&tree, "/paths/~1pets/get/summary"), "2026");
    assert_eq!(*at(&tree, "/paths/~1pets/get/x-count"), json!(1.1));
}

#[test]
fn a_mistake_of_an_overlay_is_shown_in_the_overlay() {
    let overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n- target: $.paths.*.get.responses['200']\n  update:\n    content: {application/json: {schema: {$ref: '#/components/schemas/Pte'}}}\n";
    let files = Memory::default()
        .with("pets.yaml", PETS)
        .with("mend.yaml", overlay);
    let mut cx = Cx::new(Config {
        overlays: vec!["mend.yaml".into()],
        ..Config::default()
    });
    pipeline::plan(&files, Path::new("pets.yaml"), &mut cx).unwrap();
    let said = cx.rendered();
    assert!(said.contains("mend.yaml:6:49"), "{said}");
    assert!(!said.contains("pets.yaml"), "{said}");
}

#[test]
fn an_overlay_cannot_make_a_document_without_end() {
    let refused = |actions: &str| {
        let overlay =
            format!("overlay: 1.1.0\ninfo: {{title: O, version: '1'}}\nactions:\n{actions}");
        let files = Memory::default()
            .with("pets.yaml", PETS)
            .with("o.yaml", overlay);
        let mut cx = Cx::new(Config {
            overlays: vec!["o.yaml".into()],
            ..Config::default()
        });
        let read = source::read(&files, Path::new("pets.yaml"), &mut cx);
        assert!(read.is_err(), "{}", cx.rendered());
        cx.rendered()
    };
    let doubled = "- {target: $, update: {x-a: [1]}}\n".to_owned()
        + &"- {target: \"$['x-a']\", copy: \"$['x-a']\"}\n".repeat(40);
    assert!(refused(&doubled).contains("error[S008]"));
    let nested = format!("{}{{}}{}", "{a: ".repeat(70), "}".repeat(70));
    let inside = format!("${}", ".a".repeat(70));
    let deep =
        format!("- {{target: $, update: {nested}}}\n- {{target: {inside}, update: {nested}}}\n");
    assert!(refused(&deep).contains("error[S007]"));
}

#[test]
fn the_command_line_the_configuration_and_diff_know_overlays() {
    let dir = TempDir::new().unwrap();
    let write = |path: &str, text: &str| fs::write(dir.path().join(path), text).unwrap();
    write("pets.yaml", PETS);
    let head = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n";
    write(
        "first.yaml",
        &format!("{head}- {{target: \"$.paths['/pets'].get\", update: {{operationId: first}}}}\n"),
    );
    write(
        "second.yaml",
        &format!("{head}- {{target: \"$.paths.*.get[?@ == 'first']\", update: second}}\n"),
    );
    write(
        "tintype.toml",
        "spec = \"pets.yaml\"\noverlays = [\"first.yaml\"]\noutput = \"sdk\"\n[package]\nname = \"pets\"\n",
    );
    let run = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_tintype"))
            .current_dir(dir.path())
            .args(arguments)
            .output()
            .unwrap();
        let text =
            String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
        assert!(done.status.success(), "{arguments:?}: {text}");
        text
    };
    let code =
        |folder: &str| fs::read_to_string(dir.path().join(folder).join("api-surface.txt")).unwrap();
    run(&["generate", "--config", "tintype.toml"]);
    assert!(code("sdk").contains("Pets::first("), "{}", code("sdk"));
    // In their order: the second one finds what the first one gave.
    run(&[
        "generate",
        "--config",
        "tintype.toml",
        "--overlay",
        "second.yaml",
        "-o",
        "two",
    ]);
    assert!(code("two").contains("Pets::second("), "{}", code("two"));
    let bundled = run(&[
        "bundle",
        "pets.yaml",
        "--overlay",
        "first.yaml",
        "--overlay",
        "second.yaml",
    ]);
    assert!(bundled.contains("operationId: second"), "{bundled}");
    assert!(run(&["diff", "pets.yaml", "sdk"]).contains("first"));
    let same = run(&["diff", "pets.yaml", "sdk", "--overlay", "first.yaml"]);
    assert!(!same.contains("first"), "{same}");
}
